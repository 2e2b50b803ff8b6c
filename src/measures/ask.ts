/** The questions that the command asks of the client-level records: from a home's lake to plain rows. */
import { rounded } from '../shared/rounding.ts'
import { dayInWords, listed } from '../shared/words.ts'
import { type Batches, makeInBatches, recordBatches } from './batches.ts'
import { type Definition, definitionOf, figureFolders, saltFolders, tableFolders } from './definition.ts'
import { quoted, type Row } from './engine.ts'
import {
  type FigureRow,
  figuresOf,
  type Member,
  makeMeasure,
  membersOf,
  type UnknownRow,
  unknownsOf,
} from './figures.ts'
import { useMainTable } from './kept-tables.ts'
import { readLake, type Submission } from './lake/lake.ts'
import {
  collectionStart,
  cutOffAfter,
  type LakeQuestions,
  loadSubmissions,
  makeSaltViews,
  openLake,
  servedSpan,
  setCutOff,
  setPeriod,
  type Variants,
} from './main-table.ts'
import { labelOf, type Span, yearTo } from './period.ts'

export type Asked = Variants & {
  readonly home: string
  readonly catalogue: string
  readonly memory: string
  /** The days that are asked for; null takes the latest twelve months that the records cover. */
  readonly span: Span | null
  /** The day up to which submissions count; null takes the day of the national method, 35 days after the end of the table. */
  readonly cutOff: string | null
}

export type FigureWithMembers = FigureRow & { readonly members?: readonly Omit<Member, 'council'>[] }

export type FiguresAnswer = {
  readonly figures: readonly FigureWithMembers[]
  readonly unknowns: readonly UnknownRow[]
  /** What a reader must know, in sentences: files that came too late, councils without a file. */
  readonly notes: readonly string[]
}

/** Every figure, what is unknown, and every table by its name. */
export type EverythingAnswer = Omit<FiguresAnswer, 'figures'> & {
  readonly figures: readonly FigureRow[]
  readonly tables: ReadonlyMap<string, readonly Row[]>
}

export type TableAnswer = { readonly rows: readonly Row[]; readonly notes: readonly string[] }

/** The ASCOF measures of every council, and who is counted where that is asked for. */
export async function askMeasures(asked: Asked, withMembers: boolean): Promise<FiguresAnswer> {
  return withMainTable(asked, async (lake, notes, batches) => {
    await makeInBatches(lake, batches, figureFolders)
    return { ...(await madeFigures(lake, withMembers)), notes }
  })
}

/** The figures of the ASCOF measures that are made. */
async function madeFigures(lake: LakeQuestions, withMembers: boolean): Promise<Omit<FiguresAnswer, 'notes'>> {
  const figures: FigureWithMembers[] = []
  const unknowns: UnknownRow[] = []
  for (const definition of figureFolders.map(definitionOf)) {
    const rows = await figuresOf(lake.engine, definition)
    figures.push(...(withMembers ? await addMembers(lake, definition, rows) : rows))
    unknowns.push(...(await unknownsOf(lake.engine, definition)))
  }
  return { figures, unknowns }
}

/** Every measure and every table of the days that are asked for, from one reading of the records. */
export async function askEverything(asked: Asked): Promise<EverythingAnswer> {
  return withMainTable(asked, async (lake, ofMainTable, batches) => {
    const ofSalt = await useSaltRecords(lake, asked, coveredSpan(lake, asked).span)
    await makeInBatches(lake, batches, [...figureFolders, ...tableFolders])
    const tables = new Map<string, readonly Row[]>()
    for (const definition of foldersWithTables.map(definitionOf))
      for (const [name, select] of Object.entries(definition.tables)) tables.set(name, await tableRows(lake, select))
    const notes = new Set([...ofMainTable, ...ofSalt, ...missingReferences(lake)])
    return { ...(await madeFigures(lake, false)), tables, notes: [...notes] }
  })
}

const tableRows = async ({ engine }: LakeQuestions, select: string): Promise<readonly Row[]> =>
  (await engine.rows(select)).map(withOutcome)

async function addMembers(
  { engine }: LakeQuestions,
  definition: Definition,
  rows: readonly FigureRow[],
): Promise<FigureWithMembers[]> {
  const all: FigureWithMembers[] = []
  for (const figure of definition.figures)
    for (const breakdown of Object.keys(figure.breakdowns)) {
      const members = await membersOf(engine, definition, figure, breakdown)
      for (const row of rows.filter(row => row.measure === figure.measure && row.breakdown === breakdown)) {
        const own = members.filter(({ council }) => council === row.council)
        all.push({ ...row, members: own.map(({ council: _, ...member }) => member) })
      }
    }
  return all
}

/** The measures whose tables can be asked for. */
const foldersWithTables = ['ascof-2a', ...tableFolders] as const

/** The names of every table that can be asked for. */
function tableNames(): string[] {
  return foldersWithTables.flatMap(folder => Object.keys(definitionOf(folder).tables)).concat('unknowns')
}

/** A table by its name, whatever the capitals. @throws Error when there is none of that name */
export async function askTable(name: string, asked: Asked): Promise<TableAnswer> {
  const same = (other: string) => other.toLowerCase() === name.toLowerCase()
  if (same('unknowns')) {
    const { unknowns, notes } = await askMeasures(asked, false)
    return { rows: unknowns, notes }
  }
  const definition = foldersWithTables.map(definitionOf).find(each => Object.keys(each.tables).some(same))
  const table = Object.entries(definition?.tables ?? {}).find(([each]) => same(each))
  if (!definition || !table) throw new Error(`There is no table ${name}; there are ${tableNames().join(', ')}`)
  return withRecordsOf(asked, definition, async (lake, notes, batches) => {
    await makeInBatches(lake, batches, [...definition.needs, definition.folder])
    return { rows: await tableRows(lake, table[1]), notes }
  })
}

/** Whether a measure rests on the records of a year's submission. */
export const isSalt = ({ folder }: Pick<Definition, 'folder'>): boolean => saltFolders.some(each => each === folder)

/** Opens the lake with the tables of a measure made, whatever they rest on, and closes it after the work. */
export async function withMeasure<T>(
  asked: Asked,
  definition: Definition,
  work: (lake: LakeQuestions, notes: readonly string[]) => Promise<T>,
): Promise<T> {
  return withRecordsOf(asked, definition, async (lake, notes) => {
    await makeMeasure(lake, definition)
    return work(lake, notes)
  })
}

/** Work on an open lake: with what a reader must know of it, and its councils some at a time. */
type Work<T> = (lake: LakeQuestions, notes: readonly string[], batches: Batches) => Promise<T>

/** Opens the lake with the tables made on which a measure rests, and closes it after the work. */
async function withRecordsOf<T>(asked: Asked, definition: Definition, work: Work<T>): Promise<T> {
  const open = isSalt(definition) ? withSaltRecords : withMainTable
  return open(asked, (lake, notes, batches) =>
    work(lake, [...notes, ...(definition.folder === 'ascof-2d' ? missingReferences(lake) : [])], batches),
  )
}

/** What ASCOF 2D needs beside the records, and the lake lacks. */
export function missingReferences({ lake }: LakeQuestions): string[] {
  return (['hospital-spells', 'areas', 'councils'] as const)
    .filter(kind => lake.references[kind] === undefined)
    .map(kind => `ASCOF 2D needs a table of ${kind.replace('-', ' ')}, which was not imported: its groups are empty`)
}

/** A row of ASCOF 2D with its outcome in percent; blank where a group holds nobody. */
function withOutcome(row: Row): Row {
  if (!('outcome_percent' in row)) return row
  const [numerator, denominator] = [row['numerator'], row['denominator']]
  if (numerator === null || denominator === null) return row
  return { ...row, outcome_percent: rounded((100 * Number(numerator)) / Number(denominator), 2) }
}

/** Opens the lake with the joined main table and the latest details of its people made, and closes it after the work. */
export async function withMainTable<T>(asked: Asked, work: Work<T>): Promise<T> {
  const lake = await openLake(asked.home, asked.catalogue, asked.memory)
  try {
    const { tableEnd, span, notes: ofPeriod } = coveredSpan(lake, asked)
    const cutOff = asked.cutOff ?? cutOffAfter(tableEnd)
    await loadSubmissions(lake, asked.home, asked.periods)
    const batches = await useMainTable(lake, asked, {
      span: { start: collectionStart, end: tableEnd },
      cutOff,
      key: asked.key,
      kind: 'joined',
    })
    await setPeriod(lake.engine, span, asked)
    const { submissions } = lake.lake
    const notes = [...ofPeriod, filesUsed(submissions, cutOff), ...tooLate(submissions, cutOff)]
    return await work(lake, [...notes, ...(await missingCouncils(lake, span))], batches)
  } finally {
    lake.close()
  }
}

/**
 * Makes what the next question will read, where the records answer one; to be called after an import, which stands whatever
 * happens here: a question that cannot be answered says why itself.
 */
export async function prepareAnswers(asked: Asked): Promise<void> {
  try {
    await withMainTable(asked, async () => {})
  } catch {
    // too little memory, a full disk, or no whole quarter yet
  }
}

type Covered = { readonly tableEnd: string; readonly span: Span; readonly notes: readonly string[] }

/** What a reader must know where a period begins before the records do. */
function partlyCovered(span: Span, first: string): string[] {
  return span.start < first
    ? [`The records serve quarters from ${first} on: of ${labelOf(span)}, what came before is not counted`]
    : []
}

/** Where the main table ends, and the days that are asked for. @throws Error when the records do not cover them */
function coveredSpan({ lake }: LakeQuestions, asked: Asked): Covered {
  const served = servedSpan(lake, asked.periods, asked.cutOff)
  const asKnown = asked.cutOff === null ? '' : `, as known on ${asked.cutOff}`
  if (served === null)
    throw new Error(`No submission covers a whole quarter${asKnown}: tidemark cld submissions lists what they cover`)
  const tableEnd = served.end
  // A file that came long after a quarter serves it too, where it came in time for the last one.
  const first = servedSpan(lake, asked.periods, asked.cutOff ?? cutOffAfter(tableEnd))?.start ?? served.start
  const span = asked.span ?? yearTo(tableEnd.slice(0, 7))
  if (span.end < first)
    throw new Error(`${labelOf(span)} is not covered: the records serve quarters from ${first} on${asKnown}`)
  if (span.end > tableEnd)
    throw new Error(`${labelOf(span)} is not covered yet: the records serve quarters up to ${tableEnd}${asKnown}`)
  return { tableEnd, span, notes: partlyCovered(span, first) }
}

/** Opens the lake with the records that the SALT tables of a year rest on. */
async function withSaltRecords<T>(asked: Asked, work: Work<T>): Promise<T> {
  const lake = await openLake(asked.home, asked.catalogue, asked.memory)
  try {
    const span = asked.span ?? coveredSpan(lake, asked).span
    await loadSubmissions(lake, asked.home, asked.periods)
    await setPeriod(lake.engine, span, asked)
    const notes = await useSaltRecords(lake, asked, span)
    return await work(lake, notes, recordBatches(lake, asked.home))
  } finally {
    lake.close()
  }
}

/** Makes the records those that the SALT tables of a year rest on, and says which files they are of. */
async function useSaltRecords({ engine, lake }: LakeQuestions, asked: Asked, span: Span): Promise<string[]> {
  const cutOff = asked.cutOff ?? cutOffAfter(span.end)
  await setCutOff(engine, cutOff)
  await makeSaltViews(engine)
  return [filesUsed(lake.submissions, cutOff), ...tooLate(lake.submissions, cutOff)]
}

/** Up to which day files count, and when the latest that does came: of two answers to one question, this tells why they differ. */
function filesUsed(submissions: readonly Submission[], cutOff: string): string {
  const days = submissions.map(({ importedAt }) => importedAt.slice(0, 10)).filter(day => day <= cutOff)
  const latest = days.sort().at(-1)
  const came = latest === undefined ? 'there is none' : `the latest of them came on ${dayInWords(latest)}`
  return `Computed from the files that came by the cut-off day, ${dayInWords(cutOff)}; ${came}`
}

/** The files that came too late to be used, in one sentence. */
export function tooLate(submissions: readonly Submission[], cutOff: string): string[] {
  const files = submissions.filter(({ importedAt }) => importedAt.slice(0, 10) > cutOff).map(({ file }) => file)
  if (files.length === 0) return []
  const many =
    files.length === 1
      ? [files[0], 'is']
      : [`${files.length} files (${listed(files.slice(0, 3))}${files.length > 3 ? ' …' : ''})`, 'are']
  return [`${many[0]} came after the cut-off day ${cutOff} and ${many[1]} not used; --cut-off DATE names another day`]
}

async function missingCouncils({ engine }: LakeQuestions, { start, end }: Span): Promise<string[]> {
  const rows = await engine.rows(`
    select c.la_code, q.quarter_start
    from (select distinct la_code from submission) c
    cross join quarter q
    left join selected_submission s on s.la_code = c.la_code and s.quarter_start = q.quarter_start
    where s.la_code is null and q.quarter_start >= date ${quoted(start)} and q.quarter_end <= date ${quoted(end)}
    order by c.la_code, q.quarter_start`)
  return rows.map(row => `Council ${row['la_code']} has no submission for the quarter from ${row['quarter_start']}`)
}

/** The submissions of a home's lake, and what each covers. */
export function askSubmissions(home: string): readonly Submission[] {
  return readLake(home).submissions
}
