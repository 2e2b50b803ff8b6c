/** Opens the lake for questions, and makes the main tables that the measures read. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { tableOf } from './definition.ts'
import { type Engine, openEngine, quoted, replaceTable } from './engine.ts'
import { type Lake, lakeFolder, overflowPrefix, type ReferenceKind, readLake, type Submission } from './lake/lake.ts'
import { daysLater, labelOf, type Quarter, quartersBetween, type Span } from './period.ts'
import { measureText } from './sql-text.ts'

/** The day on which the collection became mandatory: joined tables begin here. */
export const collectionStart = '2023-04-01'

/** So many days after the end of a period the national tables are made. */
const daysToCutOff = 35

export type Variants = {
  /** How an event is known again: by cleaned values, or by the values as submitted. */
  readonly key: 'cleaned' | 'raw'
  /** As the published description says, or as the official script does, faults included. */
  readonly variant: 'as-described' | 'official'
  /** Whether a long-term stay in care without a component counts as an admission (ASCOF 2B and 2C). */
  readonly blankComponent: 'left-out' | 'counted'
  /** Which period a submission is taken to cover: what its events show, or what it states. */
  readonly periods: 'derived' | 'stated'
}

export type LakeQuestions = {
  readonly engine: Engine
  readonly lake: Lake
  /** Runs the SELECT of a file, as `ascof-2a/population`, and keeps its rows as a table. */
  readonly make: (path: string) => Promise<void>
  readonly close: () => void
}

/**
 * Opens the lake of a home.
 * @param catalogue the folder that holds cld/outcomes.csv and cld/accommodation.csv
 * @throws Error when there are no records in it
 */
export async function openLake(home: string, catalogue: string, memory: string): Promise<LakeQuestions> {
  const lake = readLake(home)
  if (lake.submissions.length === 0)
    throw new Error(`There are no client-level records in ${lakeFolder(home)}: tidemark cld import takes them in`)
  const overflow = mkdtempSync(join(lakeFolder(home), `${overflowPrefix}${process.pid}-`))
  const engine = await openEngine({ memory, overflow })
  const close = () => {
    engine.close()
    rmSync(overflow, { recursive: true, force: true })
  }
  try {
    await loadLists(engine, catalogue)
    await loadReferences(engine, home, lake)
  } catch (error) {
    close()
    throw error
  }
  return { engine, lake, make: makeIn(engine), close }
}

/** A way to run the SELECT of a file on an engine and keep its rows as a table. */
export const makeIn =
  (engine: Engine): LakeQuestions['make'] =>
  path => {
    const [folder = '', step = ''] = path.split('/')
    return replaceTable(engine, tableOf(folder, step), measureText(`${path}.sql`))
  }

/** The small lists of the catalogue that the measures' SQL reads. */
export async function loadLists(engine: Engine, catalogue: string): Promise<void> {
  const list = (name: string) =>
    `read_csv(${quoted(join(catalogue, 'cld', name))}, all_varchar = true, header = true, delim = ',', quote = '"', escape = '"')`
  await engine.run(`
    create or replace table outcome as
      select outcome, cast(rank as integer) as rank, outcome_group from ${list('outcomes.csv')};
    create or replace table accommodation as
      select accommodation_status, cast(settled as integer) as settled from ${list('accommodation.csv')}`)
}

const emptyReference: Readonly<Record<Exclude<ReferenceKind, 'values'>, string>> = {
  populations: 'la_code varchar, age_band varchar, population bigint',
  'group-populations': 'la_code varchar, dimension varchar, group_name varchar, age_band varchar, population bigint',
  postcodes: 'postcode varchar, area_code varchar, area_name varchar',
  'hospital-spells': `person_id uuid, spell_id varchar, is_last_episode boolean, admission_date date, discharge_date date,
    birth_month date, sex varchar, lsoa_2011_code varchar, admission_method varchar, discharge_method varchar,
    discharge_destination varchar, management_type varchar, treatment_function_code varchar`,
  areas: 'lsoa_2011_code varchar, utla_2023_code varchar, utla_2023_name varchar',
  councils: 'la_code varchar, la_name varchar, area_code varchar',
}

const referenceTable: Readonly<Record<Exclude<ReferenceKind, 'values'>, string>> = {
  populations: 'population',
  'group-populations': 'group_population',
  postcodes: 'postcode_area',
  'hospital-spells': 'hospital_spell',
  areas: 'area',
  councils: 'council_name',
}

async function loadReferences(engine: Engine, home: string, lake: Lake): Promise<void> {
  for (const [kind, columns] of Object.entries(emptyReference)) {
    const table = referenceTable[kind as keyof typeof referenceTable]
    const held = lake.references[kind as ReferenceKind]
    if (!held) await engine.run(`create table ${table} (${columns})`)
    else {
      const file = join(lakeFolder(home), held.path)
      if (!existsSync(file)) throw new Error(`${file} is missing: put the backup of the lake back`)
      await engine.run(`create view ${table} as select * from read_parquet(${quoted(file)})`)
    }
  }
}

/** The first and last day that a submission serves. */
function covers(submission: Submission, periods: Variants['periods']): Span | null {
  const { derivedStart, derivedEnd, endedRows, statedStart, statedEnd } = submission
  if (periods === 'stated') return { start: statedStart, end: statedEnd }
  if (endedRows === 0 || derivedStart === null || derivedEnd === null) return null
  return { start: derivedStart, end: derivedEnd }
}

/** Tells the engine of the submissions, and where their records lie. */
export async function loadSubmissions(
  { engine, lake }: Pick<LakeQuestions, 'engine' | 'lake'>,
  home: string,
  periods: Variants['periods'],
): Promise<void> {
  const rows = lake.submissions.map(submission => {
    const covered = covers(submission, periods)
    const date = (day: string | null | undefined) => (day ? `date ${quoted(day)}` : 'cast(null as date)')
    return `(${submission.number}, ${submission.firstRecord}, ${quoted(submission.council)}, timestamp ${quoted(submission.importedAt)},
      ${date(submission.statedStart)}, ${date(submission.statedEnd)}, ${date(covered?.start)}, ${date(covered?.end)})`
  })
  await engine.run(`create or replace table submission as select * from (values ${rows.join(', ')})
    as t(submission_no, first_record, la_code, imported_at, stated_start, stated_end, covers_from, covers_to)`)
  await setRecords(engine, lake.submissions, home)
}

/** Says of which submissions the records are. */
export async function setRecords(engine: Engine, submissions: readonly Submission[], home: string): Promise<void> {
  // Files that were taken in before areas were kept lack the column.
  const withAreas = Map.groupBy(submissions, ({ areasFrom }) => areasFrom !== undefined)
  const read = [...withAreas].map(([hasArea, own]) => {
    const files = own.map(({ parquet }) => quoted(join(lakeFolder(home), parquet)))
    return `select *${hasArea ? '' : ', cast(null as varchar) as area'}
      from read_parquet([${files.join(', ')}], file_row_number = true)`
  })
  await engine.run(`create or replace view record as
    select r.*, s.first_record + r.file_row_number as record_id
    from (${read.join(' union all by name ')}) r
    join submission s on s.submission_no = r.submission_no`)
}

/** The first and last day of the quarters that any council's submissions serve by a cut-off day; null where they serve none. */
export function servedSpan(lake: Lake, periods: Variants['periods'], cutOff: string | null): Span | null {
  const quarters = lake.submissions.flatMap(submission => {
    const covered = covers(submission, periods)
    if (!covered) return []
    return quartersBetween(collectionStart, covered.end)
      .filter(({ start, end }) => start >= covered.start && end <= covered.end)
      .filter(
        ({ end }) => submission.importedAt > end && submission.importedAt.slice(0, 10) <= (cutOff ?? cutOffAfter(end)),
      )
  })
  const start = quarters.map(quarter => quarter.start).sort()[0]
  const end = quarters
    .map(quarter => quarter.end)
    .sort()
    .at(-1)
  return start === undefined || end === undefined ? null : { start, end }
}

/** The day up to which submissions count for a period that ends on a day, where nobody says another. */
export const cutOffAfter = (end: string): string => daysLater(end, daysToCutOff)

export type TableAsked = {
  readonly span: Span
  readonly cutOff: string
  readonly key: Variants['key']
  /** Joined: a file a quarter, costs left out; single: one file for the whole span. */
  readonly kind: 'joined' | 'single'
}

/** Makes the main table of a span: main_event, and on the way what was chosen and kept. */
export async function makeMainTable(
  { engine, make }: Pick<LakeQuestions, 'engine' | 'make'>,
  asked: TableAsked,
): Promise<void> {
  await setTable(engine, asked)
  await make('common/selected_submission')
  await make('common/reference_period')
  await makeEventViews(engine)
  await make('common/main_event')
}

/** Says which main table is asked for. */
export async function setTable(engine: Engine, { span, cutOff, key, kind }: TableAsked): Promise<void> {
  const quarters: readonly Quarter[] = kind === 'joined' ? quartersBetween(span.start, span.end) : [span]
  const set = `select ${kind === 'joined'} as is_joined, ${key === 'raw'} as has_raw_key,
    date ${quoted(span.start)} as table_start, date ${quoted(span.end)} as table_end, date ${quoted(cutOff)} as cut_off`
  const days = quarters.map(({ start, end }) => `(date ${quoted(start)}, date ${quoted(end)})`)
  await replaceTable(engine, 'setting', set)
  await replaceTable(engine, 'quarter', `select * from (values ${days.join(', ')}) as t(quarter_start, quarter_end)`)
}

/** The events of the reference periods, before one of each is chosen. */
export async function makeEventViews(engine: Engine): Promise<void> {
  for (const view of eventViews)
    await engine.run(`create or replace view ${view} as ${measureText(`common/${view}.sql`)}`)
}

const eventViews = ['event_in_period', 'keyed_event'] as const

/** Says which period the measures are asked for, and in which variant. */
export async function setPeriod(
  engine: Engine,
  span: Span,
  variants: Pick<Variants, 'variant' | 'blankComponent'>,
): Promise<void> {
  await replaceTable(
    engine,
    'variant',
    `select ${variants.variant === 'official'} as is_official, ${variants.blankComponent === 'counted'} as keeps_blank_component`,
  )
  const days = `date ${quoted(span.start)} as period_start, date ${quoted(span.end)} as period_end`
  await replaceTable(engine, 'period', `select ${days}, ${quoted(labelOf(span))} as label`)
}

/** Says up to which day submissions count for the SALT tables. */
export async function setCutOff(engine: Engine, day: string): Promise<void> {
  await replaceTable(engine, 'cut_off', `select date ${quoted(day)} as cut_off`)
}

/** The records that the SALT tables of the year that is set rest on; needs the cut-off day. */
export async function makeSaltViews(engine: Engine): Promise<void> {
  for (const view of ['salt_record', 'salt_sent', 'salt_outcome'])
    await engine.run(`create or replace view ${view} as ${measureText(`common/${view}.sql`)}`)
}

const details = ['birth', 'death', 'local_id', 'with_carer', 'home', 'area', 'detail'] as const

/** Which submission serves which days. */
export const periodTables = ['selected_submission', 'reference_period'] as const

/** Tables of which those of each council rest on its own records alone. */
export const councilTables = ['main_event', ...details.map(detail => `person_${detail}`)] as const

/** What makeMainTable() and makePersonDetails() make from the records, in the order in which it builds on itself. */
export const mainTables: readonly string[] = [...periodTables, ...councilTables]

/** Takes the main tables away, be they tables or views of what is kept. */
export async function dropMainTables(engine: Engine): Promise<void> {
  for (const name of mainTables.toReversed()) {
    const found = await engine.rows(
      `select table_type from information_schema.tables where table_name = ${quoted(name)}`,
    )
    for (const { table_type: type } of found)
      await engine.run(`drop ${type === 'VIEW' ? 'view' : 'table'} ${name} cascade`)
  }
}

/** The text of all the SQL that makes them. */
export const mainTablesText = (): string =>
  [...mainTables, ...eventViews].map(name => measureText(`common/${name}.sql`)).join('\n')

/** Makes the latest details of every person of the main table: person_detail, with ages at the end of a span. */
export async function makePersonDetails(
  { engine, make }: Pick<LakeQuestions, 'engine' | 'make'>,
  span: Span,
): Promise<void> {
  await setDetails(engine, span)
  for (const detail of details) await make(`common/person_${detail}`)
}

/** Says to which days the latest details belong. */
export async function setDetails(engine: Engine, { start, end }: Span): Promise<void> {
  const days = `date ${quoted(start)} as period_start, date ${quoted(end)} as period_end`
  await replaceTable(engine, 'details_period', `select ${days}`)
}
