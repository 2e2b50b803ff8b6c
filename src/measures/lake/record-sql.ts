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

const badDates = { Event_Start_Date: 1, Event_End_Date: 2, Date_of_Birth: 4, Date_of_Death: 8 } as const

export type RecordFile = {
  readonly path: string
  readonly delimiter: string
  readonly fields: readonly (Field | null)[]
  /** Every field of the specification. */
  readonly all: readonly Field[]
  /** How the submitted values of each coded field are ordered. */
  readonly orders: ReadonlyMap<string, ValueOrder>
  readonly submission: number
  readonly to: string
}

/** Makes what every file needs: the way dates are written, and which years they may lie in. */
export const recordMacros = `
create or replace macro date_read(text) as coalesce(
  try_cast(text as date),
  cast(try_strptime(text, ['%d/%m/%Y', '%d/%m/%Y %H:%M:%S', '%d/%m/%Y %H:%M', '%Y-%m-%dT%H:%M:%S']) as date)
);
create or replace macro date_of(text) as case
  when date_read(text) between date '1850-01-01' and date '2199-12-31' then date_read(text)
  when date_read(text) between date '9999-01-01' and date '9999-12-31' then date_read(text)
end;
create or replace macro digit(text, place) as try_cast(substr(text, place, 1) as integer);
create or replace macro is_nhs_number(text) as (11 - (
  digit(text, 1) * 10 + digit(text, 2) * 9 + digit(text, 3) * 8 + digit(text, 4) * 7 + digit(text, 5) * 6 + digit(text, 6) * 5
  + digit(text, 7) * 4 + digit(text, 8) * 3 + digit(text, 9) * 2) % 11) % 11 = digit(text, 10);
create or replace macro amount_of(text) as try_cast(replace(replace(text, '£', ''), ',', '') as decimal(18, 2));
`

const column = (field: string) => field.toLowerCase()
const bit = (name: keyof typeof faults, when: string) => `case when ${when} then ${faults[name]} else 0 end`

/** Reads the file and writes its records as Parquet, in the order of its rows: a record is numbered by its place. */
export function recordSql(file: RecordFile): string {
  const has = new Set(file.fields.flatMap(field => (field ? [field.field] : [])))
  const kept = file.all.filter(field => field.keptAs !== 'dropped')
  const read = kept.map(({ field, keptAs }) => {
    const text = has.has(field) ? `nullif(trim(${field}), '')` : 'cast(null as varchar)'
    if (keptAs !== 'value') return `${text} as ${field}`
    return `case when upper(${text}) <> 'NULL' then ${text} end as ${field}`
  })
  const values = kept.filter(field => field.keptAs === 'value').map(field => field.field)
  const columns = file.fields.map((field, at) => `${quoted(field?.field ?? `column ${at}`)}: 'varchar'`)
  return `copy (
with source as (
  select * from read_csv(${quoted(file.path)}, columns = {${columns.join(', ')}}, header = true, auto_detect = false,
    delim = ${quoted(file.delimiter)}, quote = '"', escape = '"', nullstr = '', max_line_size = 1000000,
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
  -- once for each row: to hash takes longer than all the rest
  select *, ${pseudonymSql('nhs_text')} as nhs_id from person
),
dated as (
  select *,
    date_of(Event_Start_Date) as event_start,
    date_of(Event_End_Date) as event_end,
    date_of(Date_of_Birth) as birth_date,
    date_of(Date_of_Death) as died_on,
    ${values.map(field => `try_cast(lower(${field}) as listed_${field}) as listed_${field}`).join(',\n    ')}
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
  ${conversation(has)} as conversation,
  ${values.map(field => `${cleaned(field)} as ${column(field)}`).join(',\n  ')},
  ${keyFields.map(field => `${raw(field)} as ${column(field)}_raw`).join(',\n  ')},
  amount_of(d.Unit_Cost) as unit_cost,
  amount_of(d.Planned_units_per_week) as planned_units_per_week,
  try_cast(d.No_of_adults_being_cared_for as integer) as no_of_adults_being_cared_for,
  ${[1, 2, 3].map(n => `${pseudonymSql(`upper(d.Adult_${n}_Linked_Person_ID)`)} as adult_${n}_linked_person_id`).join(',\n  ')},
  ${faultBits(values, file.orders)} as faults,
  date_of(d.Reporting_Period_Start_Date) as stated_start,
  date_of(d.Reporting_Period_End_Date) as stated_end
from dated d
) to ${quoted(file.to)} (format parquet, compression zstd, row_group_size 122880)`
}

/** A description marks a first conversation; its words are not kept. */
function conversation(has: ReadonlySet<string>): string {
  if (!has.has('Event_Description')) return 'cast(null as integer)'
  return `case when lower(d.Event_Description) like '%conversation 1%' then 1 end`
}

/** The value of the specification; an event type that the list lacks is a service where it says so. */
function cleaned(field: string): string {
  const meaning = `getvariable('cleaned_${field}')[enum_code(d.listed_${field}) + 1]`
  const service = field === 'Event_Type' ? `when lower(d.Event_Type) like '%service%' then 'Services' ` : ''
  return `case when d.${field} is null then null when d.listed_${field} is not null then ${meaning} ${service}else '${notListed}' end`
}

/** The submitted spelling, without what the national database does not tell apart; of an unlisted value only a mark. */
function raw(field: string): string {
  const mark = `cast(${pseudonymSql(`lower(d.${field})`)} as varchar)`
  return `case when d.${field} is null then null when d.listed_${field} is not null then cast(d.listed_${field} as varchar) else ${mark} end`
}

function faultBits(values: readonly string[], orders: ReadonlyMap<string, ValueOrder>): string {
  const unread = Object.entries(badDates).map(([field, value]) => {
    return `case when d.${field} is not null and date_of(d.${field}) is null then ${value} else 0 end`
  })
  const release = (holds: (code: string, order: ValueOrder) => string) =>
    values
      .map(field => {
        const order = orders.get(field) ?? { ofBoth: 0, ofRelease1: 0 }
        return `coalesce(${holds(`enum_code(d.listed_${field})`, order)}, false)`
      })
      .join(' or ')
  const isRelease1 = release(
    (code, { ofBoth, ofRelease1 }) => `${code} between ${ofBoth} and ${ofBoth + ofRelease1 - 1}`,
  )
  const isRelease2 = release((code, { ofBoth, ofRelease1 }) => `${code} >= ${ofBoth + ofRelease1}`)
  const digits = `regexp_full_match(d.nhs_text, '[0-9]{10}')`
  return [
    ...unread,
    bit('Reporting Period Start Date', 'date_of(d.Reporting_Period_Start_Date) is null'),
    bit('Reporting Period End Date', 'date_of(d.Reporting_Period_End_Date) is null'),
    bit('Unit Cost', 'd.Unit_Cost is not null and amount_of(d.Unit_Cost) is null'),
    bit(
      'Planned units per week',
      'd.Planned_units_per_week is not null and amount_of(d.Planned_units_per_week) is null',
    ),
    bit('no ten digits', `not ${digits}`),
    bit('check digit', `case when ${digits} then not is_nhs_number(d.nhs_text) end`),
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
