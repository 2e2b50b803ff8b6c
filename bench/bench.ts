/**
 * Measures what has a figure to meet: judging, the start of the command, the dashboard, pages for many readers, imports.
 *
 *   npm run bench                      everything, on both stores
 *   npm run bench -- --only judging    judging, start, dashboard, pages, import or national
 *   npm run bench -- --record          writes docs/bench.md
 */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { dashboard } from '../src/answers/dashboard/dashboard.ts'
import { loadFramework } from '../src/answers/framework-data.ts'
import { overview } from '../src/answers/overview/overview.ts'
import { millionJudged } from './judging.ts'
import { everyRank, oneBenchmark, oneFramework } from './national.ts'
import { readPages, startServer } from './pages.ts'
import { type Command, copyOfCommand, endOf, type Place, temporaryFolder } from './support/command.ts'
import { type Databases, openDatabases } from './support/databases.ts'
import { council, observationRows, type Shape, standingTables, writeTables } from './support/figures.ts'
import { openToRead } from './support/look.ts'
import { machineInWords } from './support/machine.ts'
import { ms, seconds, spread, timed } from './support/numbers.ts'

const { values } = parseArgs({
  options: { only: { type: 'string' }, record: { type: 'boolean', default: false } },
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

function judging(): void {
  const { taken } = millionJudged(3)
  tell(
    'a million observations judged: value, target, rating, direction',
    `${seconds(Math.min(...taken))} of a core`,
    '1 s',
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
  const ask = async () => dashboard(await loadFramework(register.reader, council, null, moment))
  tell(`dashboard of 60 indicators × 36 months, ${store}`, spread(await timed(60, ask)), 'median 10 ms')
  const whole = () => overview(register.reader, council, null, moment)
  tell(`the whole page's answer, with what changed since the last meeting, ${store}`, spread(await timed(40, whole)))
  await register.close()
}

async function pages(store: string, command: Command, place: Place, figures: string): Promise<void> {
  const server = await startServer(command, place)
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
  await server.stop()
}

/** Runs the command; its seconds, and the most memory of it or of what it started, as the system counts it. */
async function measured(command: Command, args: readonly string[], place: Place) {
  const started = performance.now()
  const child = command.start(args, place)
  let peak = 0
  const look = setInterval(() => {
    const status = `/proc/${child.pid}/status`
    if (!existsSync(status)) return
    const text = readFileSync(status, 'utf8')
    peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(text)?.[1] ?? 0))
  }, 25)
  const { code, stderr } = await endOf(child)
  clearInterval(look)
  if (code !== 0) throw new Error(`tidemark ${args[0]} failed:\n${stderr.slice(-2000)}`)
  return { taken: performance.now() - started, peak: `${Math.round(peak / 1024)} MB` }
}

async function importing(store: string, command: Command, place: Place, folder: string, empty: Place): Promise<string> {
  const figures = await fill(command, place, folder, large)
  const rows = observationRows(large).length - 1
  const say = (what: string, { taken, peak }: Awaited<ReturnType<typeof measured>>) =>
    tell(
      `${what}, ${store}`,
      `${seconds(taken)}, ${Math.round(rows / (taken / 1000)).toLocaleString('en-GB')} a second, ${peak}`,
    )
  const take = ['import', figures, '--org', council]
  say(`import of ${rows.toLocaleString('en-GB')} observations`, await measured(command, take, place))
  say('the same again, all unchanged', await measured(command, take, place))
  const exported = join(folder, 'exported')
  say('export of all', await measured(command, ['export', exported], place))
  say(
    'restore of that export into an empty register',
    await measured(command, ['import', '--restore', exported], empty),
  )
  say('reading the whole audit', await measured(command, ['audit', 'verify'], place))
  return figures
}

async function national(store: string, command: Command, place: Place): Promise<void> {
  const example = fileURLToPath(new URL('../examples/england', import.meta.url))
  const say = (what: string, { taken, peak }: Awaited<ReturnType<typeof measured>>) =>
    tell(`${what}, ${store}`, `${seconds(taken)}, ${peak}`)
  say("loading the publishers' figures of England", await measured(command, ['import', example], place))
  say('the same again, all unchanged', await measured(command, ['import', example], place))
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
  if (wants('dashboard') || wants('pages')) {
    const figures = await fill(command, few, few.folder, small)
    await command.runWell(['import', figures, '--org', council], few)
    if (wants('dashboard')) await answering(store, few)
  }
  if (wants('pages')) {
    const more = join(few.folder, 'more')
    writeTables(more, new Map([['observations', observationRows({ ...large, seed: 2 })]]))
    await pages(store, command, few, more)
  }
  if (wants('import')) await importing(store, command, many, many.folder, empty)
  if (wants('national')) await national(store, command, nation)
  for (const place of [few, many, empty, nation]) await place.drop()
}

const folder = temporaryFolder()
const command = copyOfCommand(folder)
const databases = await openDatabases()
const machine = machineInWords([databases.version])
console.log(machine)
if (values.only === undefined || values.only === 'judging') judging()
if (values.only === undefined || values.only === 'start') await starting(command)
await onStore('SQLite', command, folder, null)
await onStore('PostgreSQL', command, folder, databases)
await databases.close()
if (values.record) {
  const page = fileURLToPath(new URL('../docs/bench.md', import.meta.url))
  const [before = ''] = (existsSync(page) ? readFileSync(page, 'utf8') : '').split('<!-- last result -->')
  const rows = lines.map(({ what, measured, goal }) => `| ${what} | ${measured} | ${goal} |`)
  const table = ['| | measured | goal |', '| --- | --- | --- |', ...rows, ''].join('\n')
  writeFileSync(page, `${before.trimEnd()}\n\n<!-- last result -->\n\n${machine}.\n\n${table}`.trimStart())
}
