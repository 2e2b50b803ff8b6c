/** The tables beside the records: populations, hospital spells, areas, councils, and the list of values. */
import { type Engine, quoted } from '../engine.ts'
import { plainHeading } from './columns.ts'
import type { ReferenceKind } from './lake.ts'
import { pseudonymSql } from './pseudonym.ts'
import { notListed, unlistedService } from './record-sql.ts'

/** What is kept of each table, by the name that the measures' SQL gives it. */
const kept: Readonly<Record<ReferenceKind, readonly string[]>> = {
  populations: ['la_code', 'age_band', 'cast(population as bigint) as population'],
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
  await engine.run(`copy (
    select ${kept[kind].join(',\n      ')}
    from read_csv(${quoted(file.path)}, columns = {${columns.join(', ')}}, header = true, auto_detect = false,
      delim = ${quoted(file.delimiter)}, quote = '"', escape = '"', nullstr = '') as row_of_file
  ) to ${quoted(file.to)} (format parquet, compression zstd)`)
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
