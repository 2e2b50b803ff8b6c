/**
 * Measures what has a figure to meet: judging, control charts, forecasts, the start of the command, the dashboard, pages for many readers, imports,
 * charts, papers and client-level records, some of them beside what others make of the same.
 *
 *   npm run bench                      everything, on both stores
 *   npm run bench -- --only judging    judging, signal, forecast, start, charts, papers, dashboard, pages, import, national or cld
 *   npm run bench -- --record          writes docs/bench.md; with --only, its other rows stay
 *   npm run bench -- --quick           fewer pages
 *   npm run bench -- --only cld --size nation    also the 60 million records of 152 councils: ten minutes of two free cores, and 3 GB of disk
 */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { dashboard } from '../src/answers/dashboard/dashboard.ts'
import { loadFramework } from '../src/answers/framework-data.ts'
import { overview } from '../src/answers/overview/overview.ts'
import { charts } from './charts.ts'
import { clientRecords } from './cld.ts'
import { comparedPages } from './compared.ts'
import { forecastAndTested } from './forecast.ts'
import { millionJudged } from './judging.ts'
import { everyRank, oneBenchmark, oneFramework } from './national.ts'
import { firstPage, overSlowLine, readPages, startServer, weigh } from './pages.ts'
import { papers } from './papers.ts'
import { chartsDrawn } from './signal.ts'
import { type Command, copyOfCommand, endOf, type Place, temporaryFolder } from './support/command.ts'
import { type Databases, openDatabases } from './support/databases.ts'
import { council, observationRows, type Shape, standingTables, writeTables } from './support/figures.ts'
import { openToRead } from './support/look.ts'
import { machineInWords } from './support/machine.ts'
import { measured } from './support/measured.ts'
import { ms, seconds, spread, timed } from './support/numbers.ts'

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    record: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    size: { type: 'string' },
  },
})

type Line = { readonly what: string; readonly measured: string; readonly goal: string }
const lines: Line[] = []
function tell(what: string, measured: string, goal = ''): void {
  lines.push({ what, measured, goal })
  console.log(`${what}: ${measured}${goal === '' ? '' : ` (goal: ${goal})`}`)
}

const small: Shape = { indicators: 60, months: 36, breakdowns: 0, seed: 1 }
const large: Shape = { ...small, breakdowns: 45 }
const moment = { asAt: '2025-06-30' }

/** As the makers of browsers name them: what a phone measures on such a line, and what their tools allow for each request. */
const slowLines = [
  ['slow 3G (400 kbit/s, 400 ms)', { kilobits: 400, latency: 400 }],
  ['slow 3G as browsers’ tools throttle it (400 kbit/s, 2 s a request)', { kilobits: 400, latency: 2000 }],
] as const

function judging(): void {
  const { taken } = millionJudged(3)
  tell(
    'a million observations judged: value, target, rating, direction',
    `${seconds(Math.min(...taken))} of a core`,
    '1 s',
  )
}

function signal(): void {
  const { taken } = chartsDrawn(1000, 5)
  tell('a thousand control charts of 36 months judged and drawn', `${seconds(Math.min(...taken))} of a core`, '1 s')
}

function forecasting(): void {
  const { taken, said } = forecastAndTested(500)
  tell(
    `500 monthly series of ten years forecast and tested at every past point (${said.toLocaleString('en-GB')} forecasts)`,
    `${seconds(taken)} of a core`,
    '10 s on two cores',
  )
}

async function starting(command: Command): Promise<void> {
  const bin = fileURLToPath(new URL('../bin/tidemark', import.meta.url))
  for (const [name, program] of [
    ['bin/tidemark', bin],
    ['dist/main.js', command.main],
  ] as const) {
    const taken = await timed(15, () => endOf(spawn(process.execPath, [program, '--help'], { stdio: 'ignore' })))
    tell(`\`tidemark --help\` by ${name}, whole process`, `${spread(taken)}, least ${ms(Math.min(...taken))}`, '150 ms')
  }
}

/** Imports a shape's tables into a place, as an officer would. */
async function fill(command: Command, place: Place, folder: string, shape: Shape): Promise<string> {
  writeTables(join(folder, 'standing'), standingTables(shape))
  const figures = join(folder, 'figures')
  writeTables(figures, new Map([['observations', observationRows(shape)]]))
  await command.runWell(['import', join(folder, 'standing'), '--org', council, '--known-on', '2022-01-01'], place)
  return figures
}

async function answering(store: string, place: Place): Promise<void> {
  const register = await openToRead(place.url ? { url: place.url } : { file: join(place.home, 'register.sqlite') })
  const ask = async () => dashboard(await loadFramework(register.reader, council, null, moment, 'officer'))
  tell(`dashboard of 60 indicators × 36 months, ${store}`, spread(await timed(60, ask)), 'median 10 ms')
  const whole = () => overview(register.reader, council, null, moment, 'officer')
  tell(`the whole page's answer, with what changed since the last meeting, ${store}`, spread(await timed(40, whole)))
  await register.close()
}

async function pages(store: string, command: Command, place: Place, figures: string): Promise<void> {
  const starts = await timed(5, () => firstPage(command, place), 1)
  tell(`from the start of the server to its first page, ${store}`, spread(starts), '1 s')
  const server = await startServer(command, place)
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} KB`
  const { page, all, files } = await weigh(server)
  tell('dashboard of 60 indicators over the wire', `${kilobytes(page)}; all ${files} files ${kilobytes(all)}`, '150 KB')
  if (process.env['TIDEMARK_TEST_CHROMIUM']) {
    for (const [name, line] of slowLines)
      tell(`dashboard drawn and ready for the first time, ${name}`, seconds(await overSlowLine(server, line)), '3 s')
  }
  await readPages(server, { readers: 1, pagesEach: 30, pause: 0 })
  const calm = await readPages(server, { readers: 50, pagesEach: 6, pause: 1000 })
  tell(`page over HTTP, 50 readers, each a page a second, ${store}`, spread(calm), 'p95 25 ms')
  const importing = command.runWell(['import', figures, '--org', council], place)
  const busy = await readPages(server, { readers: 50, pagesEach: 6, pause: 1000 })
  await importing
  tell(`the same while another process imports 100,000 observations, ${store}`, spread(busy), 'p95 25 ms')
  const flat = await readPages(server, { readers: 50, pagesEach: 10, pause: 0 })
  const started = performance.now()
  const one = await readPages(server, { readers: 4, pagesEach: 50, pause: 0 })
  const perSecond = Math.round(one.length / ((performance.now() - started) / 1000))
  tell(`the same, 50 readers who never pause, ${store}`, `${spread(flat)}; ${perSecond} pages a second`)
  await readPages(server, { readers: 50, pagesEach: values.quick ? 200 : 2000, pause: 0 })
  const memory = server.memory()
  if (memory)
    tell(
      `memory of the server after ${values.quick ? '10,000' : '100,000'} pages more, ${store}`,
      `${Math.round(memory)} MB`,
      '200 MB',
    )
  await server.stop()
}

async function importing(store: string, command: Command, place: Place, folder: string, empty: Place): Promise<string> {
  const figures = await fill(command, place, folder, large)
  const rows = observationRows(large).length - 1
  const say = async (what: string, args: readonly string[], where = place) => {
    const { taken, peak } = await measured(`tidemark ${args[0]}`, () => command.start(args, where))
    const speed = Math.round(rows / (taken / 1000)).toLocaleString('en-GB')
    tell(`${what}, ${store}`, `${seconds(taken)}, ${speed} a second, ${peak} MB`)
  }
  const take = ['import', figures, '--org', council]
  await say(`import of ${rows.toLocaleString('en-GB')} observations`, take)
  await say('the same again, all unchanged', take)
  const exported = join(folder, 'exported')
  await say('export of all', ['export', exported])
  await say('restore of that export into an empty register', ['import', '--restore', exported], empty)
  await say('reading the whole audit', ['audit', 'verify'])
  return figures
}

async function national(store: string, command: Command, place: Place, folder: string): Promise<void> {
  const example = fileURLToPath(new URL('../examples/england', import.meta.url))
  const say = async (what: string) => {
    const { taken, peak } = await measured('tidemark import', () => command.start(['import', example], place))
    tell(`${what}, ${store}`, `${seconds(taken)}, ${peak} MB`)
  }
  await say("loading the publishers' figures of England")
  await say('the same again, all unchanged')
  const { reader, close } = await openToRead(
    place.url ? { url: place.url } : { file: join(place.home, 'register.sqlite') },
  )
  const places = await everyRank(reader)
  const count = places.toLocaleString('en-GB')
  tell(
    `${count} ranks: all councils, measures and years, ${store}`,
    spread(await timed(5, () => everyRank(reader))),
    '1 s',
  )
  tell(
    `a council's place in a measure, with how sure it is, ${store}`,
    spread(await timed(20, () => oneBenchmark(reader))),
  )
  tell(`a council's places in the newest ASCOF, ${store}`, spread(await timed(5, () => oneFramework(reader))))
  await close()
  await comparedPages(tell, store, command, place, folder)
}

async function onStore(store: string, command: Command, root: string, databases: Databases | null): Promise<void> {
  const name = databases ? 'postgres' : 'sqlite'
  const placeOf = async (kind: string): Promise<Place & { folder: string; drop: () => Promise<void> }> => {
    const folder = join(root, `${name}-${kind}`)
    const database = await databases?.fresh()
    return { folder, home: join(folder, 'home'), url: database?.url, drop: database?.drop ?? (async () => {}) }
  }
  const [few, many, empty] = [await placeOf('few'), await placeOf('many'), await placeOf('empty')]
  const nation = await placeOf('nation')
  const wants = (what: string) => values.only === undefined || values.only === what
  if (wants('dashboard') || wants('pages') || (wants('papers') && !databases)) {
    const figures = await fill(command, few, few.folder, small)
    await command.runWell(['import', figures, '--org', council], few)
    if (wants('dashboard')) await answering(store, few)
    if (wants('papers') && !databases) await papers(tell, command, few, few.folder)
  }
  if (wants('pages')) {
    const more = join(few.folder, 'more')
    writeTables(more, new Map([['observations', observationRows({ ...large, seed: 2 })]]))
    await pages(store, command, few, more)
  }
  if (wants('import')) await importing(store, command, many, many.folder, empty)
  if (wants('national')) await national(store, command, nation, nation.folder)
  for (const place of [few, many, empty, nation]) await place.drop()
}

const folder = temporaryFolder()
const command = copyOfCommand(folder)
const databases = await openDatabases()
const machine = machineInWords([databases.version])
console.log(machine)
if (values.only === undefined || values.only === 'judging') judging()
if (values.only === undefined || values.only === 'signal') signal()
if (values.only === undefined || values.only === 'forecast') forecasting()
if (values.only === undefined || values.only === 'start') await starting(command)
if (values.only === undefined || values.only === 'charts') await charts(tell, folder)
if (values.only === undefined || values.only === 'cld')
  await clientRecords(tell, command, folder, databases, values.size === 'nation')
await onStore('SQLite', command, folder, null)
await onStore('PostgreSQL', command, folder, databases)
await databases.close()
if (values.record) record(lines)

/** Writes the page of results: what was not measured this time stays as it was. */
function record(measured: readonly Line[]): void {
  const page = fileURLToPath(new URL('../docs/bench.md', import.meta.url))
  const [before = '', last = ''] = (existsSync(page) ? readFileSync(page, 'utf8') : '').split('<!-- last result -->')
  const isAnew = new Set(measured.map(({ what }) => what))
  const kept = values.only === undefined ? [] : rowsOf(last).filter(({ what }) => !isAnew.has(what))
  const rows = [...kept, ...measured].map(({ what, measured: found, goal }) => `| ${what} | ${found} | ${goal} |`)
  const table = ['| | measured | goal |', '| --- | --- | --- |', ...rows, ''].join('\n')
  writeFileSync(page, `${before.trimEnd()}\n\n<!-- last result -->\n\n${machine}.\n\n${table}`.trimStart())
}

function rowsOf(text: string): Line[] {
  return [...text.matchAll(/^\| (.+?) \| (.+?) \| (.*?) \|$/gm)]
    .map(([, what = '', found = '', goal = '']) => ({ what, measured: found, goal }))
    .filter(({ what }) => !what.startsWith('---'))
}
