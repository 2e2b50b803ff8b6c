import { randomBytes } from 'node:crypto'
import { monthlyFramework } from '../../measures/monthly/tables.ts'
import { serveApp } from '../../web/serve.ts'
import type { Settings } from '../../web/settings.ts'
import { type DemoRecords, type DemoRecordsNews, startDemoRecords } from '../demo-records/start.ts'
import { demoOrganisation } from '../demo-records/wanted.ts'
import { commonOptions, readOptions } from '../options.ts'
import { holdProgram } from '../program-in-use.ts'
import { servicesOver } from '../services.ts'
import { Usage } from '../usage.ts'
import { homeOf, openHome, type World } from '../world.ts'

const options = {
  ...commonOptions,
  port: { type: 'string' },
  public: { type: 'boolean' },
  listen: { type: 'string' },
  host: { type: 'string', multiple: true },
  'behind-tls': { type: 'boolean' },
  'demo-records': { type: 'boolean' },
  people: { type: 'boolean' },
  memory: { type: 'string' },
} as const

/** `tidemark serve`: serves the pages until it is told to stop. */
export async function run(args: readonly string[], world: World): Promise<void> {
  const { values } = readOptions(args, options)
  const port = portOf(values.port ?? '3000')
  const audience = values.public ? 'public' : 'officer'
  if (values.listen !== undefined && !values.public)
    throw new Usage('--listen goes with --public: there is no sign-in yet, so that all else stays on this machine')
  if (values.people && values.public)
    throw new Usage('--people does not go with --public: records of people are never shown to the public')
  const mayLook = values.people ?? /^(1|yes|true)$/i.test(world.env['TIDEMARK_PEOPLE'] ?? '')
  const settings: Settings = {
    audience,
    grants: mayLook ? ['people'] : [],
    allowedHosts: ['127.0.0.1', 'localhost', '[::1]', ...hostsIn(values.host ?? [], world)],
    behindTls: values['behind-tls'] ?? false,
    secret: randomBytes(32),
    now: world.now,
  }
  const register = await openHome(values.home, world)
  const releaseProgram = holdProgram()
  let demoRecords: DemoRecords | null = null
  try {
    const home = homeOf(values.home, world)
    const services = {
      ...servicesOver(register, world, home, memoryOf(values.memory)),
      underWay: (organisation: string) => (organisation === demoOrganisation ? (demoRecords?.doing() ?? null) : null),
    }
    const server = await serveApp(services, settings, { port, address: values.listen ?? '127.0.0.1' }).catch(error => {
      throw plainly(error, port)
    })
    // Said at once: whoever waits for the address may read no further.
    world.print(`Tidemark is at ${server.url}\n${shownTo[audience]}${settings.grants.length > 0 ? `\n${looks}` : ''}`)
    if (values['demo-records'] && !values.public)
      demoRecords = startDemoRecords(home, news => world.print(inWords(news, server.url)))
    await new Promise<void>(resolve => {
      process.once('SIGINT', resolve)
      process.once('SIGTERM', resolve)
    })
    demoRecords?.stop()
    await server.close()
  } finally {
    await register.close()
    releaseProgram()
  }
}

const shownTo = {
  officer: 'There is no sign-in yet: it shows what an officer may see, and answers on this machine only.',
  public: 'It shows only papers that were published for the public.',
} as const

/** How the making of the demo council's records ended, for whoever started the server. */
function inWords(news: DemoRecordsNews, url: string): string {
  if (news.kind === 'failed') return `The demo council’s client-level records were not made: ${news.why}`
  return `The demo council’s measures from invented client-level records: ${url}/${demoOrganisation}/dashboard?framework=${monthlyFramework}`
}

/** What is said where records of people may be looked at. */
const looks = 'Whoever uses it may look at the records of people, by pseudonym: each look is written into the audit.'

/** The most memory that a question of client-level records takes. */
function memoryOf(text = '2GB'): string {
  if (!/^\d+(\.\d+)?\s?[KMGT]i?B$/i.test(text)) throw new Usage(`--memory takes a size written as 4GB, not “${text}”`)
  return text
}

function portOf(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Usage(`--port takes a whole number from 0 to 65535, not “${text}”`)
  return port
}

/** Further names of the server, of the option and of TIDEMARK_HOSTS. */
function hostsIn(given: readonly string[], world: World): readonly string[] {
  const names = [...given, ...(world.env['TIDEMARK_HOSTS'] ?? '').split(/[\s,]+/).filter(Boolean)]
  const wrong = names.find(name => !/^([a-z0-9.-]+|\[[0-9a-f:]+\])(:\d+)?$/i.test(name))
  if (wrong !== undefined)
    throw new Usage(`A name of the server is written as performance.example.org or localhost:3000, not “${wrong}”`)
  return names
}

/** Why the port cannot be had, in words. */
function plainly(error: unknown, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'EADDRINUSE')
    return new Error(`Cannot serve on port ${port}, as another program uses it: say --port with another number`)
  if (code === 'EACCES')
    return new Error(`Cannot serve on port ${port}, as that needs special rights: say --port with a number above 1023`)
  return error
}
