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
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs'
import { join } from 'node:path'
import { type Engine, quoted } from './engine.ts'
import { lakeFolder } from './lake/lake.ts'
import {
  type LakeQuestions,
  mainTables,
  mainTablesText,
  makeEventViews,
  makeMainTable,
  makePersonDetails,
  setDetails,
  setTable,
  type TableAsked,
  type Variants,
} from './main-table.ts'
import { yearTo } from './period.ts'

/** Counts up when this code keeps something else under the same name. */
const form = 1

/** So many sets of tables stay; what was not asked for longest goes. */
const keptAtMost = 6

type From = Pick<Variants, 'periods'> & { readonly home: string; readonly catalogue: string }

/**
 * Gives the main table of a span and the details of its people, at the end of the span: those that are kept, or new ones, which are
 * then kept. Needs the lake's submissions loaded.
 */
export async function useMainTable(lake: LakeQuestions, from: From, asked: TableAsked): Promise<void> {
  const details = yearTo(asked.span.end.slice(0, 7))
  const folder = join(lakeFolder(from.home), 'kept', nameOf(lake, from, asked))
  if (mainTables.every(table => existsSync(fileOf(folder, table)))) {
    const now = new Date()
    utimesSync(folder, now, now)
    await setTable(lake.engine, asked)
    await setDetails(lake.engine, details)
    for (const table of mainTables)
      await lake.engine.run(`create view ${table} as select * from read_parquet(${quoted(fileOf(folder, table))})`)
    await makeEventViews(lake.engine)
    return
  }
  await makeMainTable(lake, asked)
  await makePersonDetails(lake, details)
  await keep(lake.engine, folder)
}

const fileOf = (folder: string, table: string): string => join(folder, `${table}.parquet`)

/** A name for what the tables depend on: the submissions, what is asked, the list of outcomes, and the rules themselves. */
function nameOf({ lake }: LakeQuestions, { periods, catalogue }: From, asked: TableAsked): string {
  const outcomes = readFileSync(join(catalogue, 'cld', 'outcomes.csv'), 'utf8')
  const all = [form, lake.keyMark, lake.submissions, periods, asked, outcomes, mainTablesText()]
  return createHash('sha256').update(JSON.stringify(all)).digest('hex').slice(0, 32)
}

/** Writes the tables beside where they will stand, and puts them there in one step. */
async function keep(engine: Engine, folder: string): Promise<void> {
  const all = join(folder, '..')
  const unfinished = join(all, `unfinished-${process.pid}`)
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { recursive: true, mode: 0o700 })
  try {
    for (const table of mainTables) {
      const file = fileOf(unfinished, table)
      await engine.run(`copy ${table} to ${quoted(file)} (format parquet, compression zstd)`)
      settle(file)
    }
    if (existsSync(folder)) rmSync(folder, { recursive: true, force: true }) // a part of a set is none
    renameSync(unfinished, folder)
  } catch {
    // A full disk, or another process that kept the same at the same time: this question has its tables, and the next makes its own.
    rmSync(unfinished, { recursive: true, force: true })
  }
  clear(all)
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
