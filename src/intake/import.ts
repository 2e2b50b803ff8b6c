import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { type Author, type Reader, type Register, type Report, redactionKey } from '../register/index.ts'
import { type FactKind, keyText, ofKind } from '../shared/facts.ts'
import type { Indicator } from '../shared/indicator.ts'
import { checkDrafts, type Known } from './check/check-drafts.ts'
import { warnOfSeries } from './check/warn-of-series.ts'
import { type Draft, factsOfRows, ownersOwn, type ReadContext } from './exchange/facts-of-rows.ts'
import { readCard } from './exchange/read-card.ts'
import { problemAt, type Row, readTable, tableOf } from './exchange/read-table.ts'
import type { Grid, Problem } from './grid.ts'
import { aboutFacts, importOfUpload } from './imports.ts'
import { ascofWorkbooks, holdsNational, readNational } from './national/national.ts'
import { draftsOfOfficersSheets } from './officers/drafts.ts'
import { digestOf, type Plan, planOf } from './plan.ts'
import { excerpt, problemOf } from './read/problems.ts'
import { readGrids } from './read/read-grids.ts'
import type { FileContent } from './read/reader.ts'
import { versionsOf } from './versions.ts'

export type ImportOptions = {
  /** The organisation whose facts these are, where the files do not say it. */
  readonly owner: string | null
  /** The day on which all this was known, where the files do not say it. */
  readonly knownOn: string | null
  /** Takes the headings that officers' spreadsheets got wrong as proposed. */
  readonly acceptHeadings: boolean
  /** The digest of the plan that somebody has seen and agreed to: another plan is not stored. */
  readonly agreed?: string | undefined
  /** The name of an upload: it is stored once, however often that is asked for. */
  readonly upload?: string | undefined
}

/** Files as they were read, before anything is compared with the register. */
export type ReadFiles = {
  readonly rows: readonly Row[]
  /** Every sheet as it was read, where they were to be kept. */
  readonly sheets: readonly Grid[]
  /** Sheets that are no table of the exchange format: officers' spreadsheets, perhaps. */
  readonly grids: readonly Grid[]
  readonly problems: readonly Problem[]
  /** What rows that were not taken would have named: its kind and its slug, or * where it could not be read. */
  readonly refused: readonly string[]
  /** How publishers' files were read, in plain sentences. */
  readonly understood: readonly string[]
}

export type ImportResult = {
  readonly plan: Plan
  /** What officers' spreadsheets were understood to say, in plain sentences. */
  readonly understood: readonly string[]
  readonly problems: readonly Problem[]
  readonly stored: boolean
  /** The number of the import in the audit, which `tidemark undo` takes; null where nothing was stored. */
  readonly entry: number | null
}

/** What was understood of the files and what is wrong or odd in them. */
export type Findings = Pick<ImportResult, 'understood' | 'problems'>

const cardLimit = 1024 * 1024
const noPlan: Plan = { changes: [], counts: { new: 0, revised: 0, restated: 0, unchanged: 0 } }

/**
 * Reads files and folders, in a process of their own, into rows of the exchange format and other sheets.
 * @param sources paths, or content that is in memory already with the name it came by
 * @param options.keepSheets whether the sheets are wanted afterwards, to show what stands around a problem
 * @param options.catalogue gives the folder catalogue/national, by which files of national publishers are read as they are
 */
export async function readFiles(
  sources: readonly (string | FileContent)[],
  { keepSheets = false, catalogue }: { readonly keepSheets?: boolean; readonly catalogue?: () => string } = {},
): Promise<ReadFiles> {
  const files = await readTables(sources, keepSheets)
  if (catalogue === undefined || !holdsNational(files.grids)) return files
  const standing = await readTables([catalogue()], false)
  const { rows, others, problems, understood } = readNational(files.grids, standing.rows)
  return {
    ...files,
    rows: [...files.rows, ...rows],
    grids: others,
    problems: [...files.problems, ...standing.problems, ...problems],
    understood,
  }
}

async function readTables(sources: readonly (string | FileContent)[], keepSheets: boolean): Promise<ReadFiles> {
  const paths = sources.filter(source => typeof source === 'string')
  const { grids, problems } = await readGrids(
    sources.filter(source => typeof source !== 'string' || !source.endsWith('.md')),
  )
  const rows: Row[] = []
  const others: Grid[] = []
  const found: Problem[] = [...problems]
  const refused: string[] = []
  for (const problem of problems.filter(isOfWhole)) {
    const table = tableOf({ ...problem, rows: [], merged: [] })
    if (table) refused.push(`${table.kind} *`)
  }
  const workbooks = ascofWorkbooks(grids)
  for (const grid of grids) {
    // What was read of it in part would only give problems that are none.
    if (problems.some(each => isOfWhole(each) && isOf(each, grid))) continue
    const table = workbooks.has(grid.file) ? null : tableOf(grid)
    if (!table) others.push(grid)
    else {
      const read = readTable(grid, table)
      for (const row of read.rows) rows.push(row)
      for (const each of read.refused) refused.push(each)
      const isToldAlready = ({ code }: Problem) => code === 'is-export' && found.some(each => each.code === code)
      found.push(...read.problems.filter(problem => !isToldAlready(problem)))
    }
  }
  for (const card of await cardFiles(paths)) {
    const read = await readCardFile(card)
    rows.push(...read.rows)
    found.push(...read.problems)
  }
  return { rows, sheets: keepSheets ? grids : [], grids: others, problems: found, refused, understood: [] }
}

/** Whether a sheet could not be read to its end; a cell that could not be taken has a column. */
function isOfWhole(problem: Problem): boolean {
  return problem.level === 'error' && problem.column === ''
}

function isOf(problem: Problem, grid: Grid): boolean {
  return problem.file === grid.file && (problem.sheet === '' || problem.sheet === grid.sheet)
}

/** What an import of these files would do; nothing is stored. */
export async function planImport(reader: Reader, files: ReadFiles, options: ImportOptions): Promise<ImportResult> {
  return { ...(await prepare(reader, files, options)), stored: false, entry: null }
}

/**
 * Imports files that were read: all of them, or nothing where any row has an error.
 * @param tell hears what was understood and what is wrong or odd before anything is stored, and how far the storing is
 */
export async function importFiles(
  register: Register,
  author: Author,
  files: ReadFiles,
  options: ImportOptions,
  tell: { readonly findings?: (found: Findings) => void; readonly progress?: Report } = {},
): Promise<ImportResult> {
  return register.change(author, 'import', async change => {
    const { agreed, upload } = options
    const before = upload === undefined ? null : await importOfUpload(change.reader, upload)
    if (before !== null) return { plan: noPlan, understood: [], problems: [], stored: true, entry: before }
    const prepared = await prepare(change.reader, files, options)
    tell.findings?.(prepared)
    const { changes } = prepared.plan
    const isAnother = agreed !== undefined && digestOf(changes) !== agreed
    if (hasErrors(prepared.problems) || changes.length === 0 || isAnother)
      return { ...prepared, stored: false, entry: null }
    const facts = prepared.plan.changes.map(each => each.fact)
    await change.add(facts, undefined, tell.progress)
    change.describe({
      files: [...new Set(prepared.plan.changes.map(each => each.fact.from.file))],
      counts: prepared.plan.counts,
      ...aboutFacts(facts),
      ...(upload === undefined ? {} : { upload }),
    })
    return { ...prepared, stored: true, entry: change.entry }
  })
}

/** Whether any problem stops the import. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some(problem => problem.level === 'error')
}

async function prepare(
  reader: Reader,
  files: ReadFiles,
  options: ImportOptions,
): Promise<Pick<ImportResult, 'plan' | 'understood' | 'problems'>> {
  const context = await contextOf(reader, options)
  const { drafts: ofTables, problems } = factsOfRows(files.rows, context)
  const known = await knownTo(reader, ofTables, files)
  const sheets = draftsOfOfficersSheets(files.grids, {
    owner: options.owner,
    area: options.owner === null ? null : (context.areas.get(options.owner) ?? null),
    knownOn: options.knownOn,
    acceptHeadings: options.acceptHeadings,
    definitions: definitionsOf(options.owner, context),
    indicators: known.indicators,
  })
  const drafts = [...ofTables, ...sheets.drafts]
  const errors = [...files.problems, ...problems, ...sheets.problems, ...checkDrafts(drafts, known)]
  if (drafts.length === 0 && !hasErrors(errors))
    errors.push(problemOf('', 'nothing-found', 'there is nothing to import in these files'))
  const understood = [...files.understood, ...sheets.understood]
  if (hasErrors(errors)) return { plan: noPlan, understood, problems: inOrder(errors) }
  const { redacted, kept } = await withoutRedacted(reader, drafts)
  const held = await versionsOf(
    reader,
    kept.map(draft => draft.fact),
  )
  const plan = planOf(kept, held)
  // What was taken in before has been looked at before.
  const changed = new Set(plan.changes.map(({ fact }) => `${keyText(fact.kind, fact)} ${fact.knownOn}`))
  const fresh = kept.filter(
    ({ fact }) => changed.has(`${keyText(fact.kind, fact)} ${fact.knownOn}`) && !known.publishers.has(fact.owner),
  )
  const warnings = warnOfSeries(fresh, ofKind(held, 'observation'), known)
  return { plan, understood, problems: inOrder([...errors, ...redacted, ...warnings]) }
}

/** Problems as one meets them going through the files: sheet by sheet, from the first row to the last. */
function inOrder(problems: readonly Problem[]): Problem[] {
  const sheets = Map.groupBy(problems, problem => JSON.stringify([problem.file, problem.sheet]))
  return [...sheets.values()].flatMap(own => own.sort((a, b) => (a.row ?? 0) - (b.row ?? 0)))
}

const everMoment = { asAt: '9999-12-31' }

async function contextOf(reader: Reader, options: ImportOptions): Promise<ReadContext> {
  const [organisations, sources, definitions] = await Promise.all([
    reader.current(['organisation'], everMoment),
    reader.current(['source'], everMoment),
    reader.current(['definition'], everMoment),
  ])
  return {
    owner: options.owner,
    knownOn: options.knownOn,
    areas: new Map(organisations.map(fact => [fact.name, fact.payload.geography])),
    sourceDates: new Map(sources.map(fact => [ownersOwn(fact.owner, fact.name), fact.payload.date])),
    definitions: Map.groupBy(
      definitions.map(fact => ({
        of: ownersOwn(fact.owner, fact.indicator),
        version: fact.version,
        from: fact.payload.from,
      })),
      each => each.of,
    ),
  }
}

/** The definitions of one owner, by indicator. */
function definitionsOf(owner: string | null, { definitions }: ReadContext): ReadContext['definitions'] {
  const own = ownersOwn(owner ?? '', '')
  const found = [...definitions].filter(([key]) => key.startsWith(own))
  return new Map(found.map(([key, versions]) => [key.slice(own.length), versions]))
}

/** Kinds of fact that others name. */
const namedKinds = [
  'organisation',
  'indicator',
  'geography',
  'framework',
  'action',
  'meeting',
  'group',
  'budget_line',
  'risk',
] as const

async function knownTo(
  reader: Reader,
  drafts: readonly Draft[],
  files: ReadFiles,
): Promise<Known & { readonly publishers: ReadonlySet<string> }> {
  const facts = await reader.current(namedKinds, everMoment)
  const all = [...facts, ...drafts.map(draft => draft.fact)]
  const indicators = new Map<string, Indicator>()
  for (const fact of all) if (fact.kind === 'indicator') indicators.set(`${fact.owner} ${fact.indicator}`, fact.payload)
  const of = (kind: FactKind) => all.filter(fact => fact.kind === kind)
  const drafted = new Set(drafts.map(draft => draft.row))
  const undrafted = files.rows.filter(row => !drafted.has(row.values))
  return {
    organisations: new Set(of('organisation').map(fact => fact.name)),
    // Whoever publishes a nation's figures has looked at them: an officer cannot mend what looks odd in them.
    publishers: new Set(
      all.flatMap(fact => (fact.kind === 'organisation' && fact.payload.type === 'publisher' ? [fact.name] : [])),
    ),
    indicators,
    geographies: new Set(of('geography').map(fact => fact.name)),
    names: new Set(all.map(fact => `${fact.kind} ${fact.owner} ${fact.name}`)),
    baselines: new Set(
      all.flatMap(fact => (fact.kind === 'framework' ? [`${fact.owner} ${fact.payload.baselinePeriod}`] : [])),
    ),
    refused: new Set([
      ...files.refused,
      ...undrafted.map(({ table, values }) => `${table.kind} ${values[String(table.columns[0]?.name)]}`),
    ]),
  }
}

/** What was taken out on purpose does not come back by importing its file again: such rows are left out, and told. */
async function withoutRedacted(
  reader: Reader,
  drafts: readonly Draft[],
): Promise<{ redacted: Problem[]; kept: readonly Draft[] }> {
  const keys = await reader.redacted()
  if (keys.size === 0) return { redacted: [], kept: drafts }
  const isRedacted = ({ fact }: Draft) => keys.has(redactionKey(fact))
  const redacted = drafts
    .filter(isRedacted)
    .map(draft =>
      problemAt(
        draft.place,
        '',
        '',
        'redacted',
        'what this document said here was taken out of the register on purpose; the row is left out',
        undefined,
        'warning',
      ),
    )
  return { redacted, kept: drafts.filter(draft => !isRedacted(draft)) }
}

async function cardFiles(paths: readonly string[]): Promise<{ path: string; name: string }[]> {
  const found: { path: string; name: string }[] = []
  for (const path of paths) {
    if (path.endsWith('.md')) found.push({ path, name: path })
    const folder = join(path, 'cards')
    const isFolder = await stat(folder).then(
      state => state.isDirectory(),
      () => false,
    )
    if (!isFolder) continue
    for (const name of (await readdir(folder, { recursive: true })).sort())
      if (name.endsWith('.md')) found.push({ path: join(folder, name), name: relative(path, join(folder, name)) })
  }
  return found
}

async function readCardFile(card: { path: string; name: string }): Promise<{ rows: Row[]; problems: Problem[] }> {
  const refuse = (code: string, expected: string) => ({ rows: [], problems: [problemOf(card.name, code, expected)] })
  const state = await stat(card.path).catch(() => null)
  if (state && !state.isFile()) return refuse('no-such-file', 'it is not a file; check the path')
  if (state && state.size > cardLimit) return refuse('too-large', 'a report card is at most 1 MB; shorten it')
  const bytes = await readFile(card.path).catch(() => null)
  if (bytes === null) return refuse('no-such-file', 'there is no such file, or it cannot be opened; check the path')
  if (bytes.length > cardLimit) return refuse('too-large', 'a report card is at most 1 MB; shorten it')
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return refuse('wrong-encoding', 'the file is not UTF-8; save it again as UTF-8')
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
  const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/.exec(text)
  if (control)
    return refuse(
      'control-character',
      `line ${text.slice(0, control.index).split('\n').length} holds a character that does not print, near “${excerpt(text.slice(control.index + 1, control.index + 30))}”; type it again without it`,
    )
  return readCard(card.name, text)
}
