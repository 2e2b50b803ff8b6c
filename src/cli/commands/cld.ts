import { statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { problemsInWords } from '../../intake/grid.ts'
import {
  type Asked,
  askMeasures,
  askSubmissions,
  askTable,
  prepareAnswers,
  type TableAnswer,
} from '../../measures/ask.ts'
import { importRecords } from '../../measures/lake/import.ts'
import { backUpKey, makeKey, rotateKey } from '../../measures/lake/key.ts'
import { readLake } from '../../measures/lake/lake.ts'
import { type Span, yearTo } from '../../measures/period.ts'
import { mostFiles, synthesise, usualLastDay } from '../../measures/synthesise/synthesise.ts'
import { counted } from '../../shared/words.ts'
import { folderBeside } from '../beside.ts'
import { jsonText } from '../json.ts'
import { makeFolders } from '../last-folder.ts'
import { commonOptions, dayOption, readOptions } from '../options.ts'
import { withProgress } from '../progress.ts'
import { recordCommandIntake } from '../records/intake/deeds.ts'
import { sweepWaiting } from '../records/intake/waiting-files.ts'
import { monthOf, recordCommandLook } from '../records/looks.ts'
import { cellsOf, csvLines, figureJson, waitsOf } from '../records/rows.ts'
import { textTable } from '../table.ts'
import { Told, Usage } from '../usage.ts'
import { homeOf, letOthersFirst, type World } from '../world.ts'
import { equalities } from './cld-equalities.ts'
import { explain } from './cld-explain.ts'
import { countAgain, leaveOut } from './cld-leave-out.ts'
import { monthly } from './cld-monthly.ts'
import { moved } from './cld-moved.ts'
import { quality } from './cld-quality.ts'
import { reconcile } from './cld-reconcile.ts'
import { tables } from './cld-tables.ts'

const options = {
  ...commonOptions,
  council: { type: 'string' },
  release: { type: 'string' },
  'imported-at': { type: 'string' },
  year: { type: 'string' },
  'as-at': { type: 'string' },
  month: { type: 'string' },
  measure: { type: 'string' },
  audience: { type: 'string' },
  populations: { type: 'string' },
  'cut-off': { type: 'string' },
  key: { type: 'string' },
  variant: { type: 'string' },
  'blank-component': { type: 'string' },
  periods: { type: 'string' },
  members: { type: 'boolean' },
  list: { type: 'string' },
  'with-identifiers': { type: 'string' },
  org: { type: 'string' },
  why: { type: 'string' },
  'dry-run': { type: 'boolean' },
  from: { type: 'string' },
  to: { type: 'string' },
  memory: { type: 'string' },
  councils: { type: 'string' },
  people: { type: 'string' },
  files: { type: 'string' },
  seed: { type: 'string' },
  out: { type: 'string' },
  json: { type: 'boolean' },
  csv: { type: 'boolean' },
} as const

type Values = ReturnType<typeof readOptions<typeof options>>['values']
type Run = (words: readonly string[], values: Values, world: World) => Promise<void>

/** `tidemark cld`: client-level records, and the statutory measures from them. */
export async function run(args: readonly string[], world: World): Promise<void> {
  const { values, words } = readOptions(args, options, { least: 1, most: 1000, called: 'What to do' })
  const [verb = '', ...rest] = words
  const work = verbs[verb]
  if (!work) throw new Usage(`There is no cld ${verb}; there are ${Object.keys(verbs).join(', ')}`)
  try {
    await work(rest, values, world)
  } catch (error) {
    // DuckDB quotes the statement for which memory did not suffice.
    if (!(error instanceof Error) || !/^Out of Memory Error/.test(error.message)) throw error
    throw new Error('This question needs more memory than it may take: give more, as --memory 8GB', { cause: error })
  }
}

const verbs: Readonly<Record<string, Run>> = {
  import: importFiles,
  submissions,
  'leave-out': leaveOut,
  'count-again': countAgain,
  measures,
  table: async ([name, second], values, world) => {
    if (name === undefined || second !== undefined) throw new Usage('Say which table, as cld table LTS001a')
    tell(await askTable(name, asked(values, world)), values, world)
  },
  'waiting-times': async (words, values, world) => {
    noMore(words)
    const about = asked(values, world)
    const { rows, notes } = await askTable('waiting-times', about)
    tell({ rows: waitsOf(rows, about.span), notes }, values, world)
  },
  tables: (words, values, world) => {
    noMore(words)
    return tables(asked(values, world), values, world)
  },
  explain: ([measure, second], values, world) => {
    if (measure === undefined || second !== undefined) throw new Usage('Say which measure, as cld explain 2A')
    return explain(measure, asked(values, world), values, world)
  },
  quality: (words, values, world) => {
    noMore(words)
    return quality(asked(values, world), values, world)
  },
  moved: ([measure, second], values, world) => {
    if (measure === undefined || second !== undefined)
      throw new Usage('Say which measure, as cld moved 2A --from 2025-03 --to 2026-03')
    return moved(measure, asked(values, world), values, world)
  },
  equalities: (words, values, world) => {
    noMore(words)
    return equalities(asked(values, world), values, world)
  },
  monthly: (words, values, world) => {
    noMore(words)
    return monthly(asked(values, world), values, world)
  },
  reconcile: (words, values, world) => {
    noMore(words)
    return reconcile(asked(values, world), values, world)
  },
  key,
  synthesise: inventRecords,
}

/** Takes in submissions and the tables beside them: all of them, or nothing where anything is wrong. */
async function importFiles(paths: readonly string[], values: Values, world: World): Promise<void> {
  if (paths.length === 0) throw new Usage('The file or folder is missing')
  for (const path of paths) statSync(path)
  letOthersFirst()
  const home = homeOf(values.home, world)
  sweepWaiting(home, true)
  const result = await withProgress(world, 'Importing', progress =>
    importRecords({
      home,
      catalogue: folderBeside('catalogue'),
      paths,
      council: values.council ?? null,
      release: oneOf('release', values.release, ['1', '2'], null),
      importedAt: instant(values['imported-at'], world),
      memory: values.memory ?? '2GB',
      progress,
      agree: async taken => {
        await recordCommandIntake(home, world, taken)
        return []
      },
    }),
  )
  const of = (level: string) => problemsInWords(result.problems.filter(problem => problem.level === level))
  const errors = of('error')
  if (values.json)
    world.print(jsonText({ ...result, lake: undefined, stored: errors.length === 0 ? result.stored : [] }))
  for (const line of errors) world.warn(line)
  if (!values.json) for (const line of of('warning')) world.warn(`Look again: ${line}`)
  if (errors.length > 0) {
    world.warn(`\n${counted(errors.length, 'problem')}: nothing was taken in. Mend the files and import again.`)
    throw new Told()
  }
  if (result.stored.length + result.placed.length > 0) await prepareAnswers(asked(values, world))
  if (values.json) return
  for (const name of result.held) world.print(`${name}: already taken in, left as it is`)
  for (const name of result.placed) world.print(`${name}: taken in before; its people have got their areas`)
  for (const name of result.left) world.print(`${name}: not a file that Tidemark knows, left alone`)
  for (const { kind, file } of result.references) world.print(`${file}: taken in as ${kind.replace('-', ' ')}`)
  for (const line of unplaced(home)) world.print(line)
  const rows = result.stored.reduce((sum, submission) => sum + submission.rows, 0)
  world.print(`Taken in: ${counted(result.stored.length, 'submission')} with ${counted(rows, 'record')}.`)
}

/** What is left to do where a look-up of postcodes came after files of records. */
function unplaced(home: string): string[] {
  const { submissions, references } = readLake(home)
  const lookUp = references.postcodes
  const late = submissions.filter(({ areasFrom }) => lookUp !== undefined && areasFrom !== lookUp.path)
  return late.length === 0
    ? []
    : [
        `${counted(late.length, 'file')} of records came before the look-up of postcodes: import the same files again, and their people get their areas.`,
      ]
}

/** Lists the submissions of the lake. */
async function submissions(words: readonly string[], values: Values, world: World): Promise<void> {
  noMore(words)
  const held = askSubmissions(homeOf(values.home, world))
  const rows = held.map(each => ({
    council: each.council,
    imported_at: each.importedAt,
    stated_start: each.statedStart,
    stated_end: each.statedEnd,
    derived_start: each.derivedStart,
    derived_end: each.derivedEnd,
    rows: each.rows,
    file: each.file,
  }))
  tell({ rows, notes: [] }, values, world)
}

/** The ASCOF measures of a year, for every council. */
async function measures(words: readonly string[], values: Values, world: World): Promise<void> {
  noMore(words)
  const question = asked(values, world)
  const { figures, notes } = await askMeasures(question, values.members ?? false)
  if (values.members) {
    const people = new Set(figures.flatMap(({ members }) => members?.map(({ person }) => person) ?? [])).size
    const look = { what: 'members of measures', council: null, month: monthOf(question.span), people } as const
    await recordCommandLook(question.home, world, look, { needsRegister: false })
  }
  tell({ rows: figures.map(figureJson), notes }, values, world)
}

/** Makes, changes or copies the key of the pseudonyms. */
async function key([verb, file]: readonly string[], values: Values, world: World): Promise<void> {
  const home = homeOf(values.home, world)
  makeFolders(home, 0o700)
  if (verb === 'make' && file === undefined)
    world.print(`The key is in ${makeKey(home)}: back it up, apart from the records.`)
  else if (verb === 'rotate' && file === undefined) {
    const old = rotateKey(home, world.now().toISOString().replace(/\D/g, '').slice(0, 14))
    world.print(`A new key is in place; the old one is ${old}.`)
    world.print(`The records were made with the old one: remove ${join(home, 'cld')} and import every file again.`)
  } else if (verb === 'backup' && file !== undefined) {
    makeFolders(dirname(file))
    backUpKey(home, file)
    world.print(`The key is copied to ${file}: keep it where the records are not.`)
  } else throw new Usage('Say cld key make, cld key rotate, or cld key backup FILE')
}

/** Writes the records of people who never lived, for trying out and for measuring. */
async function inventRecords(words: readonly string[], values: Values, world: World): Promise<void> {
  noMore(words)
  const { out } = values
  if (out === undefined) throw new Usage('Say where to, as --out FOLDER')
  makeFolders(out)
  const { files, records } = await withProgress(world, 'Inventing', progress =>
    synthesise({
      catalogue: folderBeside('catalogue'),
      councils: wholeOption('councils', values.councils, 1, 200),
      people: wholeOption('people', values.people, 1000, 200_000),
      files: wholeOption('files', values.files, 4, mostFiles(usualLastDay)),
      seed: wholeOption('seed', values.seed, 1, 2 ** 31),
      lastDay: usualLastDay,
      first: null,
      folder: out,
      progress,
    }),
  )
  world.print(`Invented: ${counted(files, 'submission')} with ${counted(records, 'record')}, in ${out}.`)
}

function wholeOption(name: string, text: string | undefined, otherwise: number, most: number): number {
  if (text === undefined) return otherwise
  const number = Number(text)
  if (!/^\d+$/.test(text) || number < 1 || number > most)
    throw new Usage(`--${name} takes a whole number from 1 to ${most}, not “${text}”`)
  return number
}

function asked(values: Values, world: World): Asked {
  return {
    home: homeOf(values.home, world),
    catalogue: folderBeside('catalogue'),
    memory: values.memory ?? '2GB',
    span: spanOf(values),
    cutOff: dayOption('cut-off', values['cut-off']),
    key: oneOf('key', values.key, ['cleaned', 'raw'], 'cleaned'),
    variant: oneOf('variant', values.variant, ['as-described', 'official'], 'as-described'),
    blankComponent: oneOf('blank-component', values['blank-component'], ['left-out', 'counted'], 'left-out'),
    periods: oneOf('periods', values.periods, ['derived', 'stated'], 'derived'),
  }
}

/** The year that is asked for, or the twelve months up to a month; null where neither is said. */
function spanOf(values: Values): Span | null {
  const month = values['as-at'] ?? values.month
  if (month !== undefined) {
    if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month))
      throw new Usage(
        `--${values['as-at'] === undefined ? 'month' : 'as-at'} takes a month written as 2025-12, not “${month}”`,
      )
    return yearTo(month)
  }
  const year = values.year
  if (year === undefined) return null
  const [, first, last] = /^(\d{4})\/(\d{2})$/.exec(year) ?? []
  if (first === undefined || last === undefined || (Number(first) + 1) % 100 !== Number(last))
    throw new Usage(`--year takes a financial year written as 2025/26, not “${year}”`)
  return yearTo(`${Number(first) + 1}-03`)
}

function oneOf<T extends string, D>(
  name: string,
  text: string | undefined,
  allowed: readonly T[],
  otherwise: D,
): T | D {
  if (text === undefined) return otherwise
  const found = allowed.find(each => each === text)
  if (found === undefined) throw new Usage(`--${name} takes ${allowed.join(' or ')}, not “${text}”`)
  return found
}

/** When files arrived that do not say it: as the option says, or now. */
function instant(text: string | undefined, world: World): string {
  if (text === undefined) return world.now().toISOString().slice(0, 19).replace('T', ' ')
  if (!/^\d{4}-\d\d-\d\d( \d\d:\d\d:\d\d)?$/.test(text))
    throw new Usage(`--imported-at takes 2026-04-25 or “2026-04-25 10:15:20”, not “${text}”`)
  return text.length === 10 ? `${text} 12:00:00` : text
}

function noMore([word]: readonly string[]): void {
  if (word !== undefined) throw new Usage(`There is no place for “${word}” here`)
}

/** Prints rows as JSON, as CSV or as a table, and what must be known of them beside it. */
function tell({ rows, notes }: TableAnswer, values: Values, world: World): void {
  for (const note of notes) world.warn(`Note: ${note}`)
  if (values.json) {
    world.print(jsonText(rows))
    return
  }
  const cells = cellsOf(rows)
  world.print(values.csv ? csvLines(cells).join('\n') : textTable(cells))
}
