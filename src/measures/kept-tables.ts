/**
 * The main tables and the latest details of their people, kept in the lake once a question has made them. What is kept is named by
 * all that it depends on, so that a new submission, another cut-off day or a changed rule finds nothing and makes its own.
 */
import { createHash } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs'
import { join } from 'node:path'
import { type Batches, batchesOf, manyRecords } from './batches.ts'
import { quoted } from './engine.ts'
import { lakeFolder, type Submission } from './lake/lake.ts'
import {
  councilTables,
  dropMainTables,
  type LakeQuestions,
  mainTablesText,
  makeEventViews,
  makeMainTable,
  makePersonDetails,
  periodTables,
  setDetails,
  setRecords,
  setTable,
  type TableAsked,
  type Variants,
} from './main-table.ts'
import { type Span, yearTo } from './period.ts'
import { measureText } from './sql-text.ts'

/** Counts up when this code keeps something else under the same name. */
const form = 2

/** So many sets of tables stay; what was not asked for longest goes. */
const keptAtMost = 6

type From = Pick<Variants, 'periods'> & { readonly home: string; readonly catalogue: string }

/**
 * Gives the main table of a span and the details of its people, at the end of the span: those that are kept, or new ones, which are
 * then kept. Needs the lake's submissions loaded.
 * @returns the same, some councils at a time
 * @throws Error when there is no room to keep those of so many councils that memory cannot hold them
 */
export async function useMainTable(
  lake: LakeQuestions,
  from: From,
  asked: TableAsked,
  recordsAtOnce = manyRecords,
): Promise<Batches> {
  const folder = join(lakeFolder(from.home), 'kept', nameOf(lake, from, asked))
  const batches = batchesOf(lake.lake.submissions, recordsAtOnce)
  const files = filesOf(batches.length)
  await setTable(lake.engine, asked)
  await setDetails(lake.engine, detailsOf(asked))
  if (isWhole(folder, files)) {
    const now = new Date()
    utimesSync(folder, now, now)
  } else {
    const kept = await keep(lake, from.home, folder, batches)
    if (!kept && batches.length === 1) {
      await dropMainTables(lake.engine)
      await makeMainTable(lake, asked)
      await makePersonDetails(lake, detailsOf(asked))
      return { count: 1, take: async () => {}, takeAll: async () => {} }
    }
    if (!kept)
      throw new Error(`The main table could not be written to ${folder}: is the disk full? Make room and ask again`)
  }
  const read = async (submissions: readonly Submission[], namesOf: (names: readonly string[]) => readonly string[]) => {
    await setRecords(lake.engine, submissions, from.home)
    for (const [table, names] of files) {
      const paths = namesOf(names).map(name => quoted(join(folder, name)))
      await lake.engine.run(`create or replace view ${table} as select * from read_parquet([${paths.join(', ')}])`)
    }
    await makeEventViews(lake.engine)
  }
  const takeAll = () => read(lake.lake.submissions, names => names)
  await takeAll()
  // Which submission serves which days is one table of all councils.
  const take = (at: number) => read(batches[at] ?? [], names => [names[at] ?? names[0] ?? ''])
  return { count: batches.length, take, takeAll }
}

const detailsOf = ({ span }: TableAsked): Span => yearTo(span.end.slice(0, 7))

/** The files of each table. */
function filesOf(batches: number): ReadonlyMap<string, readonly string[]> {
  const all = Array.from({ length: batches }, (_, batch) => batch)
  return new Map<string, readonly string[]>([
    ...periodTables.map(table => [table, [fileOf(table, 0)]] as const),
    ...councilTables.map(table => [table, all.map(batch => fileOf(table, batch))] as const),
  ])
}

const fileOf = (table: string, batch: number): string => `${table}${batch === 0 ? '' : `-${batch + 1}`}.parquet`

const isWhole = (folder: string, files: ReadonlyMap<string, readonly string[]>): boolean =>
  [...files.values()].flat().every(name => existsSync(join(folder, name)))

/** A name for what the tables depend on: the submissions, what is asked, the list of outcomes, and the rules themselves. */
function nameOf({ lake }: LakeQuestions, { periods, catalogue }: From, asked: TableAsked): string {
  const outcomes = readFileSync(join(catalogue, 'cld', 'outcomes.csv'), 'utf8')
  const all = [form, lake.keyMark, lake.submissions, periods, asked, outcomes, mainTablesText()]
  return createHash('sha256').update(JSON.stringify(all)).digest('hex').slice(0, 32)
}

/**
 * Writes the tables beside where they will stand, and puts them there in one step.
 * @returns whether they stand there; not on a full disk
 */
async function keep(
  { engine, lake }: LakeQuestions,
  home: string,
  folder: string,
  batches: readonly (readonly Submission[])[],
): Promise<boolean> {
  const all = join(folder, '..')
  let unfinished = ''
  const write = async (table: string, batch: number) => {
    const file = join(unfinished, fileOf(table, batch))
    await engine.run(
      `copy (${measureText(`common/${table}.sql`)}) to ${quoted(file)} (format parquet, compression snappy)`,
    )
    await engine.run(`create or replace view ${table} as select * from read_parquet(${quoted(file)})`)
    settle(file)
  }
  try {
    mkdirSync(all, { recursive: true, mode: 0o700 })
    unfinished = mkdtempSync(join(all, 'unfinished-'))
    for (const table of periodTables) await write(table, 0)
    await makeEventViews(engine)
    for (const [at, batch] of batches.entries()) {
      if (batches.length > 1) await setRecords(engine, batch, home)
      for (const table of councilTables) await write(table, at)
    }
    if (existsSync(folder)) rmSync(folder, { recursive: true, force: true }) // a part of a set is none
    renameSync(unfinished, folder)
    clear(all)
  } catch {
    // A full disk, or another process that kept the same at the same time.
    if (unfinished !== '') rmSync(unfinished, { recursive: true, force: true })
  }
  if (batches.length > 1) await setRecords(engine, lake.submissions, home)
  return isWhole(folder, filesOf(batches.length))
}

/** Makes a file its owner's alone, and certain to be whole should the machine stop after it was put in place. */
function settle(file: string): void {
  chmodSync(file, 0o600)
  const open = openSync(file, 'r+')
  try {
    fsyncSync(open)
  } finally {
    closeSync(open)
  }
}

/** Takes away what was not asked for longest. */
function clear(all: string): void {
  const sets = readdirSync(all).map(name => ({ path: join(all, name), used: usedAt(join(all, name)) }))
  const oldest = sets.sort((a, b) => b.used - a.used).slice(keptAtMost)
  for (const { path } of oldest) rmSync(path, { recursive: true, force: true })
}

/** When a set was last asked for; another process may take it away meanwhile. */
const usedAt = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
