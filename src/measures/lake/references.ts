/** The tables beside the records: populations, hospital spells, areas, councils, and the list of values. */
import { type Engine, quoted } from '../engine.ts'
import { plainHeading } from './columns.ts'
import type { ReferenceKind } from './lake.ts'
import { pseudonymSql } from './pseudonym.ts'

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

/** Makes the table of values: the catalogue's list, in which an imported list replaces the fields that it names. */
export async function loadValues(engine: Engine, catalogue: string, imported: string | null): Promise<void> {
  const standing = `select field, submitted_value, cleaned_value, kind
    from read_csv(${quoted(catalogue)}, all_varchar = true, header = true, delim = ',', quote = '"', escape = '"')`
  const replacing = `select field, submitted_value, cleaned_value, kind from read_parquet(${quoted(imported ?? '')})`
  await engine.run(`create or replace table value_list as
    with every as (${
      imported === null
        ? standing
        : `${replacing} union all ${standing} where field not in (select field from read_parquet(${quoted(imported)}))`
    }),
    listed as (
      select field, lower(trim(submitted_value)) as submitted, cleaned_value as cleaned, kind,
        row_number() over (partition by field, lower(trim(submitted_value)) order by kind desc) as place
      from every
    )
    select a.field, a.submitted, a.cleaned, a.kind = 'release 1' as is_release_1,
      a.kind = 'release 2' and exists (
        select 1 from listed b where b.field = a.field and b.cleaned = a.cleaned and b.kind = 'release 1'
      ) as is_release_2
    from listed a where a.place = 1`)
}
