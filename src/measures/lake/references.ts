/** The tables beside the records: populations, look-ups of areas, hospital spells, councils, and the list of values. */
import { type Engine, quoted } from '../engine.ts'
import { plainHeading } from './columns.ts'
import type { ReferenceKind } from './lake.ts'
import { postcodeColumns } from './postcode-columns.ts'
import { pseudonymSql } from './pseudonym.ts'
import { notListed, unlistedService } from './record-sql.ts'

/** What is kept of each table, by the name that the measures' SQL gives it. */
const kept: Readonly<Record<Exclude<ReferenceKind, 'postcodes'>, readonly string[]>> = {
  populations: ['la_code', 'age_band', 'cast(population as bigint) as population'],
  'group-populations': [
    'trim(la_code) as la_code',
    'lower(trim(dimension)) as dimension',
    'trim("group") as group_name',
    'trim(age_band) as age_band',
    'trim(population) as population_text',
    "case when regexp_full_match(trim(population), '[0-9]{1,12}') then cast(population as bigint) end as population",
  ],
  'hospital-spells': [
    `${pseudonymSql(`nullif(upper(replace(replace(trim(nhs_number), ' ', ''), '-', '')), '')`)} as person_id`,
    'apcs_ident as spell_id',
    "apcs_last_ep_ind = '1' as is_last_episode",
    'date_of(admission_date) as admission_date',
    'date_of(discharge_date) as discharge_date',
    'make_date(try_cast(year_of_birth as integer), try_cast(month_of_birth as integer), 1) as birth_month',
    'sex',
    'lsoa_2011_code',
    'admission_method',
    'discharge_method',
    'discharge_destination',
    'upper(management_type) as management_type',
    'treatment_function_code',
  ],
  areas: ['lsoa_2011_code', 'utla_2023_code', 'utla_2023_name'],
  councils: ['la_code', 'la_name', 'area_code'],
  values: ['field', 'submitted_value', 'cleaned_value', 'kind'],
}

const nhsAreas = ['apcs_last_ep_ind', 'month_of_birth', 'year_of_birth', 'sex', 'lsoa_2011_code', 'admission_method']
const needed: Readonly<Record<ReferenceKind, readonly string[]>> = {
  populations: ['la_code', 'age_band', 'population'],
  'group-populations': ['la_code', 'dimension', 'group', 'age_band', 'population'],
  postcodes: [], // known by having what it needs
  'hospital-spells': [
    'nhs_number',
    'apcs_ident',
    'admission_date',
    'discharge_date',
    'discharge_method',
    'discharge_destination',
    'management_type',
    'treatment_function_code',
    ...nhsAreas,
  ],
  areas: ['lsoa_2011_code', 'utla_2023_code', 'utla_2023_name'],
  councils: ['la_code', 'la_name', 'area_code'],
  values: ['field', 'submitted_value', 'cleaned_value', 'kind'],
}

const columnName = (heading: string): string => plainHeading(heading).replaceAll(' ', '_')

/** The columns that a table of a kind lacks. */
export function missingColumns(kind: ReferenceKind, headings: readonly string[]): string[] {
  const names = headings.map(columnName)
  return needed[kind].filter(name => !names.includes(name))
}

/** Reads a table of a kind and keeps of it what the measures need, as Parquet. */
export async function keepReference(
  engine: Engine,
  kind: ReferenceKind,
  file: {
    readonly path: string
    readonly delimiter: string
    readonly headings: readonly string[]
    readonly to: string
  },
): Promise<void> {
  const columns = file.headings.map(heading => `${quoted(columnName(heading))}: 'varchar'`)
  const columnsKept = kind === 'postcodes' ? postcodesKept(file.headings) : kept[kind]
  await engine.run(`copy (
    select ${columnsKept.join(',\n      ')}
    from read_csv(${quoted(file.path)}, columns = {${columns.join(', ')}}, header = true, auto_detect = false,
      delim = ${quoted(file.delimiter)}, quote = '"', escape = '"', nullstr = '') as row_of_file
  ) to ${quoted(file.to)} (format parquet, compression zstd)`)
}

/** A postcode as look-up and records are compared by: in capitals, without blanks. */
export const postcodeMacro = `
create or replace macro plain_postcode(text) as upper(replace(replace(text, ' ', ''), chr(160), ''));
`

/** A look-up's rows: postcode, code and name of the area, each of the two standing for the other where it is missing. */
function postcodesKept(headings: readonly string[]): string[] {
  const { postcode, code, name } = postcodeColumns(headings)
  const text = (at: number | null) =>
    at === null ? 'cast(null as varchar)' : `nullif(trim(${quotedName(columnName(headings[at] ?? ''))}), '')`
  return [
    `plain_postcode(${text(postcode)}) as postcode`,
    `coalesce(${text(code)}, ${text(name)}) as area_code`,
    `coalesce(${text(name)}, ${text(code)}) as area_name`,
  ]
}

const quotedName = (name: string) => `"${name.replaceAll('"', '""')}"`

/**
 * Makes what finds the area of a postcode without a join, which would lose the order of the rows: the type `listed_postcode` of
 * all postcodes, and the variable `area_of_postcode` of their areas in the same order.
 */
export async function loadAreas(engine: Engine, lookUp: string): Promise<void> {
  const areas = `select postcode, min(area_code) as area_code from read_parquet(${quoted(lookUp)})
    where postcode is not null and area_code is not null group by postcode`
  await engine.run(`
    create type listed_postcode as enum (select postcode from (${areas}) order by postcode);
    set variable area_of_postcode = (select list(area_code order by postcode) from (${areas}))`)
}

/** How a field's submitted values are ordered: first those of both releases, then those of Release 1, then those of Release 2 only. */
export type ValueOrder = { readonly ofBoth: number; readonly ofRelease1: number; readonly ofRelease2: number }

/**
 * Makes the lists of values: the catalogue's, in which an imported list replaces the fields that it names. Each field becomes a
 * type `listed_FIELD` of the ways its submitted values are spelled, a type `meant_FIELD` of what they mean, and the variables
 * `cleaned_FIELD` of their meanings and `submitted_FIELD` of them in small letters, in the same order: a value is then found
 * without a join, of which a file would need some thirty, and written without looking it up once more among those of the file.
 */
export async function loadValues(
  engine: Engine,
  fields: readonly string[],
  catalogue: string,
  imported: string | null,
): Promise<ReadonlyMap<string, ValueOrder>> {
  const rows = await engine.rows(
    `select * from (${valueList(catalogue, imported)}) order by field, release_order, spelled`,
  )
  const values = Map.groupBy(rows as readonly ListedValue[], ({ field }) => field)
  const own = (field: string) => values.get(field) ?? []
  await engine.run(fields.map(field => valueTypes(field, own(field))).join(';\n'))
  return new Map(
    fields.map(field => {
      const of = (place: number) => own(field).filter(({ release_order: each }) => each === place).length
      return [field, { ofBoth: of(0), ofRelease1: of(1), ofRelease2: of(2) }]
    }),
  )
}

type ListedValue = {
  readonly field: string
  readonly spelled: string
  readonly submitted: string
  readonly cleaned: string | null
  readonly release_order: number
}

function valueTypes(field: string, values: readonly ListedValue[]): string {
  const list = (texts: readonly (string | null)[]) =>
    texts.map(text => (text === null ? 'null' : quoted(text))).join(', ')
  const meant = new Set(values.flatMap(({ cleaned }) => cleaned ?? [])).add(notListed).add(unlistedService)
  return `
    create type listed_${field} as enum (${list(values.map(({ spelled }) => spelled))});
    create type meant_${field} as enum (${list([...meant])});
    set variable cleaned_${field} = cast([${list(values.map(({ cleaned }) => cleaned))}] as meant_${field}[]);
    set variable submitted_${field} = cast([${list(values.map(({ submitted }) => submitted))}] as varchar[])`
}

function valueList(catalogue: string, imported: string | null): string {
  const standing = `select field, submitted_value, cleaned_value, kind
    from read_csv(${quoted(catalogue)}, all_varchar = true, header = true, delim = ',', quote = '"', escape = '"')`
  const replacing = `read_parquet(${quoted(imported ?? '')})`
  const every =
    imported === null
      ? standing
      : `select field, submitted_value, cleaned_value, kind from ${replacing}
         union all ${standing} where field not in (select field from ${replacing})`
  return `
    with every as (${every}),
    listed as (
      select field, trim(submitted_value) as as_written, lower(trim(submitted_value)) as submitted, cleaned_value as cleaned, kind,
        row_number() over (partition by field, lower(trim(submitted_value)) order by kind desc) as place
      from every
      where lower(trim(submitted_value)) not in ('', 'null')
    ),
    ordered as (
      select a.field, a.as_written, a.submitted, a.cleaned,
        case
          when a.kind = 'release 1' then 1
          when a.kind = 'release 2' and exists (
            select 1 from listed b where b.field = a.field and b.cleaned = a.cleaned and b.kind = 'release 1'
          ) then 2
          else 0
        end as release_order
      from listed a where a.place = 1
    )
    select field, submitted as spelled, submitted, cleaned, release_order from ordered
    union
    select field, as_written, submitted, cleaned, release_order from ordered`
}
