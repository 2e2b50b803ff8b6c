/**
 * What can be wrong with a record: rules of the specification (Release 1's public rules of what is mandatory, the lists of values,
 * and what the measures take for granted without saying it). Each is two conditions of SQL on the rows of row.sql.
 */
import { faults, notListed } from '../lake/record-sql.ts'

/** How a measure would be computed if a fault were mended; only where the specification says or shows how. */
export type Mend = {
  /** In words, to stand after “if”. */
  readonly says: string
  /** What takes the place of a column of the faulty records, as SQL on a record `r`. */
  readonly with?: Readonly<Record<string, string>>
  /** Whether the faulty records are left out. */
  readonly leftOut?: true
  /** Whether the faulty records go on in the files that came after theirs. */
  readonly goesOn?: true
}

export type Rule = {
  readonly rule: string
  /** The heading of the specification. */
  readonly field: string
  /** What is wrong, in words. */
  readonly says: string
  /** Which records the rule is about. */
  readonly applies: string
  /** Which of these are wrong. */
  readonly wrong: string
  readonly mend?: Mend
}

const request = `has_event and event_type = 'Request'`
const assessment = `has_event and event_type = 'Assessment'`
const review = `has_event and event_type = 'Review'`
const service = 'has_event and is_service'
const serviceUser = `client_type = 'Service user'`
const carer = `client_type in ('Unpaid carer', 'Unpaid carer known by association')`
/** Release 1 has assessments of money too, which lead to no outcome and are made by no method. */
const ofMoney = `coalesce(assessment_type, '') like 'Financial assessment%'`
const hasCost = `${service} and coalesce(delivery_mechanism, '') <> 'CASSR commissioned support' and (
  service_type like 'Long term support:%' or service_type like 'Unpaid carer support:%'
  or service_component in ('Short term residential care', 'Short term nursing care', 'Unpaid carer respite'))`
const inCareHome = `${service} and service_type in ('Long term support: Residential care', 'Long term support: Nursing care')`

/**
 * Fields that must not be blank: heading, column, and on which records. The conditions are those of the national check for Release 1
 * (DataS-DHSC/ASC-CLD-LA-Dashboard, Stored_procedures/create_GetDQValues_procedure.sql, May 2024).
 */
const mandatory: readonly (readonly [field: string, column: string, applies: string])[] = [
  ['NHS Number', 'nhs_id', 'true'],
  ['LA Person Unique Identifier', 'local_id', 'true'],
  ['Gender', 'gender', 'true'],
  ['Ethnicity', 'ethnicity', 'true'],
  ['Date of Birth', 'birth_month', 'true'],
  ['Client Type', 'client_type', 'true'],
  ['Primary Support Reason', 'primary_support_reason', `coalesce(event_type, '') <> 'Request'`],
  ['Accommodation Status', 'accommodation_status', 'true'],
  [
    'Employment Status',
    'employment_status',
    `${serviceUser} and primary_support_reason = 'Learning disability support' and age between 18 and 64`,
  ],
  ['Has Unpaid Carer', 'has_unpaid_carer', 'true'],
  [
    'Client Funding Status',
    'client_funding_status',
    `${serviceUser} and (is_service or event_type = 'Review' or ${ofMoney})`,
  ],
  ['Event Type', 'event_type', 'has_event'],
  ['Event Start Date', 'event_start', 'has_event'],
  ['Event End Date', 'event_end', `has_event and (not is_service or date_of_death is not null)`],
  // Open services too: the national check excepts none, and the guidance of Release 1 (February 2023) gives them “Provision of
  // service”, where Release 2 has “Continuation of support or services”.
  ['Event Outcome', 'event_outcome', `has_event and not ${ofMoney}`],
  ['Request: Route of Access', 'request_route_of_access', request],
  ['Assessment Type', 'assessment_type', assessment],
  ['Method of Assessment', 'method_of_assessment', `${assessment} and not ${ofMoney}`],
  ['Service Type', 'service_type', service],
  ['Service Component', 'service_component', service],
  ['Unit Cost', 'unit_cost', hasCost],
  ['Cost Frequency (Unit Type)', 'cost_frequency_unit_type', hasCost],
  ['Planned units per week', 'planned_units_per_week', hasCost],
  ['Review Reason', 'review_reason', review],
  ['Review Outcomes Achieved', 'review_outcomes_achieved', `${review} and lower(review_reason) like 'planned%'`],
  ['Method of Review', 'method_of_review', review],
]

/** Fields with a list of values: heading, column, and the records to which the field applies; of others nobody asks what stands there. */
const coded: readonly (readonly [field: string, column: string, applies: string])[] = [
  ['Gender', 'gender', 'true'],
  ['Ethnicity', 'ethnicity', 'true'],
  ['Client Type', 'client_type', 'true'],
  ['Primary Support Reason', 'primary_support_reason', 'true'],
  ['Accommodation Status', 'accommodation_status', 'true'],
  ['Employment Status', 'employment_status', 'true'],
  ['Has Unpaid Carer', 'has_unpaid_carer', 'true'],
  ['Autism Spectrum Disorder (ASD)', 'autism_spectrum_disorder_asd', serviceUser],
  ['Visual Impairment', 'visual_impairment', serviceUser],
  ['Hearing Impairment', 'hearing_impairment', serviceUser],
  ['Dementia', 'dementia', serviceUser],
  ['Client Funding Status', 'client_funding_status', serviceUser],
  ['Event Type', 'event_type', 'has_event'],
  ['Event Outcome', 'event_outcome', 'has_event'],
  ['Request: Route of Access', 'request_route_of_access', request],
  ['Assessment Type', 'assessment_type', assessment],
  ['Eligible Needs Identified', 'eligible_needs_identified', assessment],
  ['Method of Assessment', 'method_of_assessment', assessment],
  ['Service Type', 'service_type', service],
  ['Service Component', 'service_component', service],
  ['Delivery Mechanism', 'delivery_mechanism', service],
  ['Cost Frequency (Unit Type)', 'cost_frequency_unit_type', service],
  ['Review Reason', 'review_reason', review],
  ['Review Outcomes Achieved', 'review_outcomes_achieved', review],
  ['Method of Review', 'method_of_review', review],
  ['Total Hrs Caring per week', 'total_hrs_caring_per_week', carer],
]

const slug = (column: string) => column.replaceAll('_', '-')

/** What the import found while it read the row. */
const hasFault = (name: keyof typeof faults) => `(faults & ${faults[name]}) > 0`

const found: readonly Rule[] = [
  ...(['Event Start Date', 'Event End Date', 'Date of Birth', 'Date of Death'] as const).map(field => ({
    rule: `unreadable-${field.toLowerCase().replaceAll(' ', '-')}`,
    field,
    says: 'it is no date',
    applies: 'true',
    wrong: hasFault(field),
  })),
  ...(['Unit Cost', 'Planned units per week', 'No of adults being cared for'] as const).map(field => ({
    rule: `unreadable-${field.toLowerCase().replaceAll(' ', '-')}`,
    field,
    says: 'it is no number',
    applies: 'true',
    wrong: hasFault(field),
  })),
  {
    rule: 'nhs-number-digits',
    field: 'NHS Number',
    says: 'it has not ten digits',
    applies: 'nhs_id is not null',
    wrong: hasFault('no ten digits'),
  },
  {
    rule: 'nhs-number-check-digit',
    field: 'NHS Number',
    says: 'its check digit is wrong',
    applies: 'nhs_id is not null',
    wrong: hasFault('check digit'),
  },
  {
    rule: 'no-identifier',
    field: 'LA Person Unique Identifier',
    says: 'the record names nobody, so that no measure can count it',
    applies: 'true',
    wrong: 'person_id is null',
  },
  {
    rule: 'release-1-value',
    field: 'any coded field',
    says: 'a value of Release 1 where Release 2 is due (files since October 2025)',
    applies: `imported_at >= timestamp '2025-10-01 00:00:00'`,
    wrong: hasFault('release 1'),
  },
]

const between: readonly Rule[] = [
  {
    rule: 'end-before-start',
    field: 'Event End Date',
    says: 'the event ends before it starts',
    applies: 'event_start is not null and event_end is not null',
    wrong: 'event_end < event_start',
    mend: { says: 'these records were left out', leftOut: true },
  },
  {
    rule: 'death-before-start',
    field: 'Date of Death',
    says: 'the person died before the event starts',
    applies: 'event_start is not null and date_of_death is not null',
    wrong: 'date_of_death < event_start',
    mend: { says: 'these records gave no day of death', with: { date_of_death: 'cast(null as date)' } },
  },
  {
    rule: 'missing-from-next-file',
    field: 'Event End Date',
    says: 'the service was open at the end of a quarter, and the file for the next one lacks it',
    applies: `${service} and person_id is not null`,
    wrong: 'is_missing_from_next',
    mend: { says: 'the service had gone on in the later files', goesOn: true },
  },
  {
    rule: 'local-id-several-nhs-numbers',
    field: 'LA Person Unique Identifier',
    says: 'records with this identifier have several NHS numbers',
    applies: 'local_id is not null',
    wrong: 'nhs_ids_of_local_id > 1',
  },
  {
    rule: 'nhs-number-several-local-ids',
    field: 'NHS Number',
    says: 'records with this NHS number have several local identifiers',
    applies: 'nhs_id is not null',
    wrong: 'local_ids_of_nhs_id > 1',
  },
  {
    rule: 'nhs-number-on-some-records',
    field: 'NHS Number',
    says: 'it is blank here and known on other records of the person, who becomes two people',
    applies: 'local_id is not null',
    wrong: 'nhs_id is null and only_nhs_id is not null',
    mend: {
      says: 'these records had the NHS number of the person’s other records',
      with: { person_id: '(select q.only_nhs_id from quality_row q where q.record_id = r.record_id)' },
    },
  },
  {
    rule: 'birth-date-conflict',
    field: 'Date of Birth',
    says: 'records of this person have several months of birth',
    applies: 'person_id is not null and birth_month is not null',
    wrong: 'birth_months > 1',
  },
  {
    rule: 'age-115',
    field: 'Date of Birth',
    says: 'the person would be 115 or older',
    applies: 'birth_month is not null',
    wrong: `age >= 115 and (date_of_death is null or date_of_death >= birth_month + interval '115 years')`,
  },
  {
    rule: 'event-type-services',
    field: 'Event Type',
    says: 'it holds the word service, but is not “Service”: some measures miss it, others count it',
    applies: service,
    wrong: `event_type <> 'Service'`,
    mend: { says: 'the event type were “Service”', with: { event_type: `'Service'` } },
  },
  {
    rule: 'st-max-without-component',
    field: 'Service Component',
    says: 'a service of ST-Max has no component: ASCOF 2D misses it',
    applies: `${service} and service_type = 'Short term support: ST-Max'`,
    wrong: 'service_component is null',
    mend: { says: 'the component were “Reablement”', with: { service_component: `'Reablement'` } },
  },
  {
    rule: 'care-home-without-component',
    field: 'Service Component',
    says: 'a long-term stay in a care home has no component: ASCOF 2B and 2C miss it',
    applies: inCareHome,
    wrong: 'service_component is null',
    mend: {
      says: 'the component were long-term residential or nursing care, as the service type says',
      with: {
        service_component: `case when r.service_type like '%Nursing%' then 'Long term nursing care' else 'Long term residential care' end`,
      },
    },
  },
  {
    rule: 'carer-service-without-component',
    field: 'Service Component',
    says: 'a service given to a carer has no component: ASCOF 3D 1b and 2b miss it unless it is a direct payment',
    applies: `${service} and service_type = 'Unpaid carer support: Direct to unpaid carer'`,
    wrong: 'service_component is null',
    mend: {
      says: 'the component were “Other unpaid carer support”',
      with: { service_component: `'Other unpaid carer support'` },
    },
  },
]

/** Amounts that are no numbers are kept as nothing, and are not blank. */
const unread: Readonly<Record<string, keyof typeof faults>> = {
  unit_cost: 'Unit Cost',
  planned_units_per_week: 'Planned units per week',
}

/** Every rule, in the order of the specification's fields within each kind of fault. */
export const rules: readonly Rule[] = [
  ...mandatory.map(([field, column, applies]) => ({
    rule: `blank-${slug(column)}`,
    field,
    says: 'it is blank, and must not be',
    applies,
    wrong: [`${column} is null`, ...(unread[column] ? [`not ${hasFault(unread[column])}`] : [])].join(' and '),
  })),
  ...coded.map(([field, column, applies]) => ({
    rule: `invalid-${slug(column)}`,
    field,
    says: 'the value is not in the list of values',
    applies: `${applies} and ${column} is not null`,
    wrong: `${column} in ('${notListed}', 'Invalid and not mapped')`,
  })),
  ...found,
  ...between,
]
