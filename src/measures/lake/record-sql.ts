/**
 * The SQL that takes a file of client-level records into the lake: DuckDB's own, since it reads the file. What names a person is
 * replaced or left out here, in the one pass from the file to Parquet; nothing of it is written anywhere.
 */
import { quoted } from '../engine.ts'
import type { Field } from './columns.ts'
import { pseudonymSql } from './pseudonym.ts'
import type { ValueOrder } from './references.ts'

/** What stands in the lake for a value that the list of values does not know. */
export const notListed = 'Not in the value list'

/** What stands in the lake for an event type that the list lacks, and that says it is a service. */
export const unlistedService = 'Services'

/** Fields that identify an event: their submitted spelling is kept too, for the key of raw values. */
const keyFields = ['Client_Type', 'Request_Route_of_Access', 'Assessment_Type', 'Service_Type', 'Service_Component']

/** What can be wrong with a row, each a bit of the lake's column `faults`. */
export const faults = {
  'Event Start Date': 1,
  'Event End Date': 2,
  'Date of Birth': 4,
  'Date of Death': 8,
  'Reporting Period Start Date': 16,
  'Reporting Period End Date': 32,
  'Unit Cost': 64,
  'Planned units per week': 128,
  'check digit': 256,
  'no ten digits': 512,
  swapped: 1024,
  nobody: 2048,
  council: 4096,
  period: 8192,
  'release 1': 16_384,
  'release 2': 32_768,
  'No of adults being cared for': 65_536,
} as const

/** The dates of a row, each with the column that holds it once it is read and likely. */
const readDates = {
  Event_Start_Date: 'event_start',
  Event_End_Date: 'event_end',
  Date_of_Birth: 'birth_date',
  Date_of_Death: 'died_on',
} as const
const dates = [...Object.keys(readDates), 'Reporting_Period_Start_Date', 'Reporting_Period_End_Date']

export type RecordFile = {
  readonly path: string
  readonly delimiter: string
  readonly fields: readonly (Field | null)[]
  /** Every field of the specification. */
  readonly all: readonly Field[]
  /** How the submitted values of each coded field are ordered. */
  readonly orders: ReadonlyMap<string, ValueOrder>
  /** Whether a look-up is loaded that gives the area of a postcode. */
  readonly hasAreas: boolean
  readonly submission: number
  readonly to: string
}

/** Makes what every file needs: the way dates are written, and which years they may lie in. */
export const recordMacros = `
create or replace macro date_read(text) as coalesce(
  try_cast(text as date),
  cast(try_strptime(text, ['%d/%m/%Y', '%d/%m/%Y %H:%M:%S', '%d/%m/%Y %H:%M', '%Y-%m-%dT%H:%M:%S']) as date)
);
create or replace macro date_likely(day) as case
  when day between date '1850-01-01' and date '2199-12-31' or day between date '9999-01-01' and date '9999-12-31' then day
end;
create or replace macro date_of(text) as date_likely(date_read(text));
create or replace macro digit(number, place) as (number // cast(power(10, 10 - place) as bigint)) % 10;
create or replace macro is_nhs_number(number) as (11 - (
  digit(number, 1) * 10 + digit(number, 2) * 9 + digit(number, 3) * 8 + digit(number, 4) * 7 + digit(number, 5) * 6
  + digit(number, 6) * 5 + digit(number, 7) * 4 + digit(number, 8) * 3 + digit(number, 9) * 2) % 11) % 11 = digit(number, 10);
create or replace macro amount_of(text) as try_cast(replace(replace(text, '£', ''), ',', '') as decimal(18, 2));
`

const column = (field: string) => field.toLowerCase()
const bit = (name: keyof typeof faults, when: string) => `case when ${when} then ${faults[name]} else 0 end`

/** Reads the file and writes its records as Parquet, in the order of its rows: a record is numbered by its place. */
export function recordSql(file: RecordFile): string {
  const has = new Set(file.fields.flatMap(field => (field ? [field.field] : [])))
  const kept = file.all.filter(({ keptAs }) => keptAs !== 'dropped' && (keptAs !== 'area' || file.hasAreas))
  const read = kept.map(({ field, keptAs }) => {
    if (!has.has(field)) return `cast(null as ${keptAs === 'conversation' ? 'boolean' : 'varchar'}) as ${field}`
    if (keptAs === 'conversation') return `${field} ilike '%conversation 1%' as ${field}`
    // A coded field that says nothing is told apart later, among the few that are not in the list.
    return keptAs === 'value' ? field : `nullif(trim(${field}), '') as ${field}`
  })
  const values = kept.filter(field => field.keptAs === 'value').map(field => field.field)
  const columns = file.fields.map((field, at) => `${quoted(field?.field ?? `column ${at}`)}: 'varchar'`)
  return `copy (
with source as (
  select * from read_csv(${quoted(file.path)}, columns = {${columns.join(', ')}}, header = true, auto_detect = false,
    delim = ${quoted(file.delimiter)}, quote = '"', escape = '"', nullstr = '', max_line_size = 1000000, buffer_size = 8000000,
    store_rejects = true, rejects_table = 'rejected', rejects_scan = 'rejected_scan', rejects_limit = 20)
),
trimmed as (select ${read.join(', ')} from source),
person as (
  select *,
    upper(replace(replace(NHS_Number, ' ', ''), '-', '')) as nhs_text,
    upper(LA_Person_Unique_Identifier) as local_text
  from trimmed
),
known as (
  -- what several columns rest on is made once for each row: DuckDB makes it anew in each branch of a case
  select *,
    ${pseudonymSql('nhs_text')} as nhs_id,
    case when regexp_full_match(nhs_text, '[0-9]{10}') then cast(nhs_text as bigint) end as nhs_number_read,
    amount_of(Unit_Cost) as unit_cost_read,
    amount_of(Planned_units_per_week) as planned_units_read,
    ${dates.map(field => `date_read(${field}) as ${field}_read`).join(',\n    ')}
  from person
),
dated as (
  select *,
    date_likely(Event_Start_Date_read) as event_start,
    date_likely(Event_End_Date_read) as event_end,
    date_likely(Date_of_Birth_read) as birth_date,
    date_likely(Date_of_Death_read) as died_on,
    date_likely(Reporting_Period_Start_Date_read) as stated_start,
    date_likely(Reporting_Period_End_Date_read) as stated_end,
    ${file.hasAreas ? 'try_cast(plain_postcode(Postcode) as listed_postcode) as listed_postcode,' : ''}
    ${values.map(listed).join(',\n    ')}
  from known
)
select
  cast(${file.submission} as integer) as submission_no,
  d.LA_Code as la_code,
  case when d.nhs_text is not null then d.nhs_id else ${pseudonymSql(`d.LA_Code || '_' || d.local_text`)} end as person_id,
  d.nhs_id,
  ${pseudonymSql('d.local_text')} as local_id,
  cast(date_trunc('month', d.birth_date) as date) as birth_month,
  d.died_on as date_of_death,
  d.event_start,
  d.event_end,
  case when d.Event_Description then 1 end as conversation, -- a description marks a first conversation; its words are not kept
  ${values.map(field => `${cleaned(field)} as ${column(field)}`).join(',\n  ')},
  ${keyFields.map(field => `${raw(field)} as ${column(field)}_raw`).join(',\n  ')},
  d.unit_cost_read as unit_cost,
  d.planned_units_read as planned_units_per_week,
  try_cast(d.No_of_adults_being_cared_for as integer) as no_of_adults_being_cared_for,
  ${[1, 2, 3].map(n => `${pseudonymSql(`upper(d.Adult_${n}_Linked_Person_ID)`)} as adult_${n}_linked_person_id`).join(',\n  ')},
  ${file.hasAreas ? areaRead : 'cast(null as varchar)'} as area, -- of the postcode nothing else is kept
  ${faultBits(values, file.orders)} as faults,
  d.stated_start,
  d.stated_end
from dated d
) to ${quoted(file.to)} (format parquet, compression zstd, row_group_size 24576)`
}

const areaRead = "getvariable('area_of_postcode')[enum_code(d.listed_postcode) + 1]"

/** The place of a value in its list: as it is written there, which most are, or else whatever its capitals and the blanks around it. */
function listed(field: string): string {
  const type = `listed_${field}`
  return `coalesce(try_cast(${field} as ${type}), try_cast(lower(trim(${field})) as ${type})) as ${type}`
}

/** The value of the specification; an event type that the list lacks is a service where it says so. */
function cleaned(field: string): string {
  const meaning = `getvariable('cleaned_${field}')[enum_code(d.listed_${field}) + 1]`
  const meant = (text: string) => `cast(${quoted(text)} as meant_${field})`
  const service =
    field === 'Event_Type' ? `when lower(d.Event_Type) like '%service%' then ${meant(unlistedService)} ` : ''
  return `case when d.listed_${field} is not null then ${meaning} when ${isBlank(field)} then null ${service}else ${meant(notListed)} end`
}

/** The submitted spelling, without what the national database does not tell apart; of an unlisted value only a mark. */
function raw(field: string): string {
  const mark = `cast(${pseudonymSql(`lower(trim(d.${field}))`)} as varchar)`
  return `case when d.listed_${field} is not null then getvariable('submitted_${field}')[enum_code(d.listed_${field}) + 1] when ${isBlank(field)} then null else ${mark} end`
}

/** Some systems write NULL where nothing stands. */
const isBlank = (field: string) => `d.${field} is null or upper(trim(d.${field})) in ('', 'NULL')`

const noValues: ValueOrder = { ofBoth: 0, ofRelease1: 0, ofRelease2: 0 }

function faultBits(values: readonly string[], orders: ReadonlyMap<string, ValueOrder>): string {
  const unread = Object.entries(readDates).map(([field, read], at) => {
    return `case when d.${field} is not null and d.${read} is null then ${2 ** at} else 0 end`
  })
  const release = (holds: (code: string, order: ValueOrder) => string | null) =>
    values
      .flatMap(field => holds(`enum_code(d.listed_${field})`, orders.get(field) ?? noValues) ?? [])
      .concat('false')
      .join(' or ')
  const isRelease1 = release((code, { ofBoth, ofRelease1 }) =>
    ofRelease1 > 0 ? `${code} between ${ofBoth} and ${ofBoth + ofRelease1 - 1}` : null,
  )
  const isRelease2 = release((code, { ofBoth, ofRelease1, ofRelease2 }) =>
    ofRelease2 > 0 ? `${code} >= ${ofBoth + ofRelease1}` : null,
  )
  return [
    ...unread,
    bit('Reporting Period Start Date', 'd.stated_start is null'),
    bit('Reporting Period End Date', 'd.stated_end is null'),
    bit('Unit Cost', 'd.Unit_Cost is not null and d.unit_cost_read is null'),
    bit('Planned units per week', 'd.Planned_units_per_week is not null and d.planned_units_read is null'),
    bit('no ten digits', 'd.nhs_text is not null and d.nhs_number_read is null'),
    bit('check digit', 'not is_nhs_number(d.nhs_number_read)'),
    bit('swapped', 'd.event_end < d.event_start'),
    bit('nobody', 'd.nhs_text is null and d.local_text is null'),
    bit('council', 'd.LA_Code is null'),
    bit('release 1', isRelease1),
    bit('release 2', isRelease2),
    bit(
      'No of adults being cared for',
      'd.No_of_adults_being_cared_for is not null and try_cast(d.No_of_adults_being_cared_for as integer) is null',
    ),
  ].join('\n    + ')
}
