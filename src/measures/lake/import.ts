import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import type { Problem } from '../../intake/grid.ts'
import { type Engine, openEngine, quoted } from '../engine.ts'
import { measureText } from '../sql-text.ts'
import { type Arrived, inOrder, type Known, recognise } from './arrivals.ts'
import { catalogueRows } from './catalogue.ts'
import { type Field, fieldsOf, placeFields } from './columns.ts'
import { checkWhole, fingerprint } from './head.ts'
import { keyOrNew } from './key.ts'
import {
  everySubmission,
  type Lake,
  lakeFolder,
  type ReferenceKind,
  readLake,
  type Submission,
  sweep,
  writeLake,
} from './lake.ts'
import { withLakeLocked } from './lock.ts'
import { paddedKeys, pseudonym } from './pseudonym.ts'
import { recordMacros, recordSql } from './record-sql.ts'
import { referenceProblems } from './reference-checks.ts'
import { keepReference, loadAreas, loadValues, missingColumns, postcodeMacro, type ValueOrder } from './references.ts'
import { shortage } from './shortage.ts'
import { findingsOf, headingProblems, problem, rejectedLines } from './submission-checks.ts'
import { type Listed, readList } from './submission-list.ts'

export type CldImportOptions = {
  readonly home: string
  /** The folder of the catalogue, which holds cld/columns.csv and cld/values.csv. */
  readonly catalogue: string
  readonly paths: readonly string[]
  /** The council whose files these are; another council's file is refused. */
  readonly council: string | null
  /** The release that the files are said to be, `1` or `2`. */
  readonly release: string | null
  /** When the collection received files that do not say it themselves, as 2026-04-25 10:15:20. */
  readonly importedAt: string
  readonly memory: string
  readonly progress: (done: number, total: number) => void
  /** What files are called that lie under another name; otherwise they are called as they lie. */
  readonly names?: ReadonlyMap<string, string>
  /** What the council is called where no list says it. */
  readonly councilName?: string | null
  /**
   * Is asked once everything was read and nothing is wrong, before anything counts. Where it finds something wrong or fails, nothing
   * is taken in.
   */
  readonly agree?: (taken: CldImported) => Promise<readonly Problem[]>
}

export type CldImported = {
  readonly stored: readonly Submission[]
  readonly references: readonly { readonly kind: ReferenceKind; readonly file: string }[]
  /** Files that the lake holds already. */
  readonly held: readonly string[]
  /** Files that it held, whose people have got the areas of a look-up that came later. */
  readonly placed: readonly string[]
  /** Files of a folder that are nothing that Tidemark knows. */
  readonly left: readonly string[]
  readonly problems: readonly Problem[]
}

/**
 * Takes files of client-level records, and the tables beside them, into the lake of a home: all of them, or nothing where
 * anything is wrong. Persons' identifiers are replaced, their names and free texts left out, before anything is written.
 * @throws Error when another import is under way, or a file cannot be read
 */
export async function importRecords(options: CldImportOptions): Promise<CldImported> {
  const fields = fieldsOf(catalogueRows(options.catalogue, 'columns.csv'))
  return withLakeLocked(options.home, async () => {
    const lake = readLake(options.home)
    sweep(options.home, lake)
    const engine = await openEngine({ memory: options.memory, overflow: null })
    try {
      const next = await agreed(await takeIn(engine, lake, fields, options), options)
      if (next.problems.every(({ level }) => level !== 'error')) writeLake(options.home, next.lake)
      else sweep(options.home, lake)
      return next
    } catch (error) {
      sweep(options.home, lake)
      const missing = shortage(error)
      throw missing === null ? error : new Error(`Nothing was taken in: ${missing}`)
    } finally {
      engine.close()
    }
  })
}

type Taken = CldImported & { readonly lake: Lake }

/** What was read, with what whoever asked for it finds wrong. */
async function agreed(taken: Taken, { agree }: CldImportOptions): Promise<Taken> {
  if (!agree || taken.problems.some(({ level }) => level === 'error')) return taken
  return { ...taken, problems: [...taken.problems, ...(await agree(taken))] }
}

async function takeIn(
  engine: Engine,
  before: Lake,
  fields: readonly Field[],
  options: CldImportOptions,
): Promise<Taken> {
  const key = keyOrNew(options.home)
  const keyMark = pseudonym(key, 'the key itself')
  if (before.keyMark !== null && before.keyMark !== keyMark)
    throw new Error(
      'The key is not the one that the lake was made with, so that its people could not be found again: put that key back, or remove the lake and import every file again',
    )
  const { known, left, problems } = recognise(options.paths, fields, options.names)
  await prepare(engine, key)
  let taken: Taken = { lake: { ...before, keyMark }, stored: [], references: [], held: [], placed: [], left, problems }
  for (const file of known.filter(({ kind }) => kind !== 'submission' && kind !== 'list of submissions'))
    taken = await takeReference(engine, taken, file, options)
  const values = taken.lake.references.values
  const imported = values ? join(lakeFolder(options.home), values.path) : null
  const coded = fields.filter(({ keptAs }) => keptAs === 'value').map(({ field }) => field)
  const orders = await loadValues(engine, coded, join(options.catalogue, 'cld', 'values.csv'), imported)
  const areasFrom = taken.lake.references.postcodes?.path ?? null
  if (areasFrom !== null) await loadAreas(engine, join(lakeFolder(options.home), areasFrom))
  const lists = known.filter(({ kind }) => kind === 'list of submissions').map(({ path, name }) => listOf(path, name))
  const listed = new Map(lists.flatMap(({ entries }) => entries))
  taken = { ...taken, problems: [...taken.problems, ...lists.flatMap(list => list.problems)] }
  const submissions = inOrder(
    known.filter(({ kind }) => kind === 'submission'),
    listed,
    options.importedAt,
  )
  for (const [at, file] of submissions.entries()) {
    options.progress(at, submissions.length)
    taken = await takeSubmission(engine, taken, file, { fields, orders, areasFrom }, options)
  }
  return taken
}

/** What a list of submissions says; the reader's own words of what is wrong with it may quote what stands there. */
function listOf(path: string, name: string) {
  try {
    return { entries: readList(path), problems: [] }
  } catch {
    const says =
      'the list of submissions cannot be read: a line has too few or too many columns, or a quotation mark is wrong'
    return { entries: [], problems: [problem(name, 'error', 'unreadable-file', says)] }
  }
}

/** The secret is a variable of this engine, which keeps nothing; it stands in no statement's text. */
async function prepare(engine: Engine, key: Uint8Array): Promise<void> {
  const { inner, outer } = paddedKeys(key)
  const hex = (padded: Uint8Array) => Buffer.from(padded).toString('hex')
  await engine.run('create table secret as select unhex($inner) as inner_pad, unhex($outer) as outer_pad', {
    inner: hex(inner),
    outer: hex(outer),
  })
  for (const name of ['inner_pad', 'outer_pad']) await engine.run(`set variable ${name} = (select ${name} from secret)`)
  await engine.run('drop table secret')
  await engine.run(recordMacros + postcodeMacro)
}

async function takeReference(engine: Engine, taken: Taken, file: Known, options: CldImportOptions): Promise<Taken> {
  const kind = file.kind as ReferenceKind
  const missing = missingColumns(kind, file.head.headings)
  if (missing.length > 0) {
    const faults = missing.map(name =>
      problem(file.name, 'error', 'missing-column', `the column ${name} is missing`, 1),
    )
    return { ...taken, problems: [...taken.problems, ...faults] }
  }
  const damaged = await damageOf(file.path)
  if (damaged) return { ...taken, problems: [...taken.problems, problem(file.name, 'error', 'damaged-file', damaged)] }
  const path = `files/${kind}-${(await fingerprint(file.path)).slice(0, 12)}.parquet`
  const to = join(lakeFolder(options.home), path)
  try {
    await keepReference(engine, kind, { path: file.path, to, ...file.head })
  } catch (error) {
    const says =
      shortage(error) ?? 'the table cannot be read: a line has too few or too many columns, or a number is none'
    return { ...taken, problems: [...taken.problems, problem(file.name, 'error', 'unreadable-file', says)] }
  }
  chmodSync(to, 0o600)
  const problems = await referenceProblems(engine, kind, file.name, to)
  if (problems.length > 0) return { ...taken, problems: [...taken.problems, ...problems] }
  const references = { ...taken.lake.references, [kind]: { file: file.name, path } }
  return {
    ...taken,
    lake: { ...taken.lake, references },
    references: [...taken.references, { kind, file: file.name }],
  }
}

/** What the specification says of the columns and of the values in them, and which look-up gives the areas. */
type Specification = {
  readonly fields: readonly Field[]
  readonly orders: ReadonlyMap<string, ValueOrder>
  readonly areasFrom: string | null
}

async function takeSubmission(
  engine: Engine,
  taken: Taken,
  file: Arrived,
  { fields, orders, areasFrom }: Specification,
  options: CldImportOptions,
): Promise<Taken> {
  const withProblems = (problems: readonly Problem[]): Taken => ({
    ...taken,
    problems: [...taken.problems, ...problems],
  })
  const refused = (code: string, says: string) => withProblems([problem(file.name, 'error', code, says)])
  const placed = placeFields(file.head.headings, fields)
  const headings = headingProblems(file.name, placed)
  if (headings.some(({ level }) => level === 'error')) return withProblems(headings)

  const sha256 = await fingerprint(file.path)
  const held = taken.lake.submissions.find(submission => submission.sha256 === sha256)
  if (held && (held.areasFrom ?? null) === areasFrom) return { ...taken, held: [...taken.held, file.name] }
  if (taken.lake.leftOut.some(submission => submission.sha256 === sha256))
    return refused('left-out', 'the file is here already and was left out: count it again instead')

  const last = everySubmission(taken.lake).at(-1)
  const number = held?.number ?? (last?.number ?? 0) + 1
  const firstRecord = last ? last.firstRecord + last.rows : 1
  const path = `files/${[number, sha256.slice(0, 12), ...markOf(areasFrom)].join('-')}.parquet`
  const parquet = join(lakeFolder(options.home), path)
  const told = {
    path: file.path,
    delimiter: file.head.delimiter,
    fields: placed.fields,
    all: fields,
    orders,
    hasAreas: areasFrom !== null,
    submission: number,
    to: parquet,
  }
  const [unread, damaged] = await Promise.all([writeRecords(engine, told), damageOf(file.path)])
  if (damaged) return refused('damaged-file', damaged)
  const rejected = await rejectedLines(engine, file.name)
  if (rejected.length > 0) return withProblems([...headings, ...rejected])
  if (unread) return refused('unreadable-file', unread)
  chmodSync(parquet, 0o600)
  if (held) return placedAgain(taken, { ...held, parquet: path, areasFrom }, file.name)

  const found = await findingsOf(engine, {
    file: file.name,
    parquet,
    values: fields
      .filter(({ keptAs }) => keptAs === 'value')
      .map(({ label, field }) => ({ label, column: field.toLowerCase() })),
    release: options.release,
  })
  const submission = {
    number,
    council: found.councils[0] ?? '',
    councilName: file.listed?.councilName ?? options.councilName ?? found.councils[0] ?? '',
    file: file.name,
    sha256,
    importedAt: file.importedAt,
    statedStart: found.statedStart,
    statedEnd: found.statedEnd,
    rows: found.rows,
    firstRecord,
    parquet: path,
    areasFrom,
  }
  const problems = [...headings, ...found.problems, ...strangers(submission, file.listed, options.council)]
  if (problems.some(({ level }) => level === 'error')) return withProblems(problems)
  const whole: Submission = { ...submission, ...(await derivedPeriod(engine, submission, parquet)) }
  return {
    ...taken,
    lake: { ...taken.lake, submissions: [...taken.lake.submissions, whole] },
    stored: [...taken.stored, whole],
    problems: [...taken.problems, ...problems, ...partial(whole)],
  }
}

/** By what a look-up's file is known again. */
const markOf = (areasFrom: string | null): string[] => areasFrom?.match(/[0-9a-f]{12}(?=\.parquet$)/)?.slice() ?? []

/** The same file once more, with the areas of a look-up that came after it: its records keep their numbers. */
function placedAgain(taken: Taken, again: Submission, name: string): Taken {
  const submissions = taken.lake.submissions.map(each => (each.number === again.number ? again : each))
  return { ...taken, lake: { ...taken.lake, submissions }, placed: [...taken.placed, name] }
}

/** What is wrong with a file as a whole, in words. */
async function damageOf(path: string): Promise<string | null> {
  try {
    await checkWhole(path)
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** Writes the records; DuckDB's own words may quote a line, so that of a failure only its kind is told. */
async function writeRecords(engine: Engine, file: Parameters<typeof recordSql>[0]): Promise<string | null> {
  await engine.run('drop table if exists rejected; drop table if exists rejected_scan')
  try {
    await engine.run(recordSql(file))
    return null
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    await engine.run('create table if not exists rejected (line bigint, error_type varchar)')
    const missing = shortage(error)
    if (missing !== null) return missing
    if (/utf-?8|unicode|encoding/i.test(message))
      return 'the file holds letters that are not UTF-8: save it as CSV in UTF-8'
    return 'the file cannot be read as CSV'
  }
}

type Told = Pick<Submission, 'file' | 'council' | 'rows'>

/** A file that is not what it was said to be. */
function strangers(told: Told, listed: Listed | undefined, council: string | null): Problem[] {
  const wrong = (code: string, says: string) => [problem(told.file, 'error', code, says)]
  if (told.rows === 0) return wrong('no-rows', 'the file holds no rows')
  return [
    ...(council !== null && told.council !== council
      ? wrong('other-council', `the file is of council ${told.council}, not of ${council}`)
      : []),
    ...(listed && listed.council !== told.council
      ? wrong(
          'other-council',
          `the list of submissions says that it is of council ${listed.council}, and it is of ${told.council}`,
        )
      : []),
    ...(listed?.rows !== undefined && listed.rows !== told.rows
      ? wrong(
          'other-rows',
          `the list of submissions says ${listed.rows} rows, and it holds ${told.rows}: is it half a file?`,
        )
      : []),
  ]
}

/** A file that covers less than it says. */
function partial(submission: Submission): Problem[] {
  const { derivedStart, derivedEnd, statedStart, statedEnd } = submission
  if (derivedStart === null || derivedEnd === null || (derivedStart <= statedStart && derivedEnd >= statedEnd))
    return []
  const says = `a partial submission? It states ${statedStart} to ${statedEnd}, and its events cover ${derivedStart} to ${derivedEnd}: it serves only quarters within these`
  return [problem(submission.file, 'warning', 'partial', says)]
}

async function derivedPeriod(engine: Engine, submission: Pick<Submission, 'number' | 'importedAt'>, parquet: string) {
  await engine.run(`
    create or replace view record as select * from read_parquet(${quoted(parquet)});
    create or replace table submission as
      select ${submission.number} as submission_no, cast(${quoted(submission.importedAt)} as timestamp) as imported_at`)
  const [row] = await engine.rows(measureText('common/submission_period.sql'))
  return {
    derivedStart: row?.['derived_start'] == null ? null : String(row['derived_start']),
    derivedEnd: row?.['derived_end'] == null ? null : String(row['derived_end']),
    endedRows: Number(row?.['ended_rows'] ?? 0),
  }
}
