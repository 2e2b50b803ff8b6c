/** How fast a running server answers: the dashboard, for many readers at once, over a slow line, for a long time. */
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { brotliDecompressSync } from 'node:zlib'
import { launchChromium } from '../test/support/chromium.ts'
import { type Command, endOf, type Place } from './support/command.ts'
import { council } from './support/figures.ts'

export type Server = {
  readonly url: string
  /** Megabytes that the process holds now, as the system counts them; null where it does not say. */
  readonly memory: () => number | null
  readonly stop: () => Promise<void>
}

/** Starts `tidemark serve` and waits until it says where it is. */
export async function startServer(command: Command, place: Place): Promise<Server> {
  const child = command.start(['serve', '--port', '0'], place)
  const ended = endOf(child)
  let said = ''
  while (!/http:\S+/.test(said)) {
    const [text] = (await Promise.race([
      once(child.stdout ?? child, 'data'),
      ended.then(({ stderr }) => {
        throw new Error(`tidemark serve ended:\n${stderr}`)
      }),
    ])) as [unknown]
    said += String(text)
  }
  const [url = ''] = /http:\S+/.exec(said) ?? []
  return {
    url,
    memory: () => {
      const file = `/proc/${child.pid}/status`
      if (!existsSync(file)) return null
      const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(file, 'utf8')) ?? []
      return kilobytes === undefined ? null : Number(kilobytes) / 1024
    },
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** What readers look at: the whole dashboard, and what they filter, sort and open. */
const views = ['', '', '', '?rating=red', '?sort=rating', '?travel=worse&sort=name', '?counts=1', '?find=indicator']

/** What a browser takes. */
const headers = { 'accept-encoding': 'gzip, deflate, br' }

/** Milliseconds from asking to the last byte of the page. */
function ask(url: string, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const started = performance.now()
    get(url, { agent, headers }, response => {
      let bytes = 0
      response.on('data', (part: Buffer) => {
        bytes += part.length
      })
      response.on('end', () => {
        if (response.statusCode === 200 && bytes > 3000) resolve(performance.now() - started)
        else reject(new Error(`${url} answered ${response.statusCode} with ${bytes} bytes`))
      })
      response.on('error', reject)
    }).on('error', reject)
  })
}

export type Load = {
  readonly readers: number
  readonly pagesEach: number
  /** Milliseconds from one page of a reader to the next; 0 asks again at once. */
  readonly pause: number
}

/** Has readers ask for the page of the organisation at once, each several times; how long every page took. */
export function readPages(server: Server, load: Load): Promise<number[]> {
  return readPaths(
    server,
    load,
    views.map(view => `/${council}/dashboard${view}`),
  )
}

/** The same of any pages: each reader goes through them in turn, beginning at another. */
export async function readPaths(server: Server, load: Load, paths: readonly string[]): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: load.readers })
  const taken: number[] = []
  const read = async (reader: number) => {
    // They do not start in step.
    if (load.pause > 0) await wait((reader / load.readers) * load.pause)
    for (let turn = 0; turn < load.pagesEach; turn += 1) {
      const before = performance.now()
      taken.push(await ask(`${server.url}${paths[(reader * load.pagesEach + turn) % paths.length]}`, agent))
      if (load.pause > 0) await wait(Math.max(0, load.pause - (performance.now() - before)))
    }
  }
  await Promise.all(Array.from({ length: load.readers }, (_, reader) => read(reader)))
  agent.destroy()
  return taken
}

const dashboardOf = (server: Server) => `${server.url}/${council}/dashboard`

/** What the dashboard takes over the wire with its stylesheet, scripts and typeface, in bytes, and how many files that are. */
export async function weigh(server: Server): Promise<{ page: number; all: number; files: number }> {
  const agent = new Agent()
  const sizeOf = (url: string) =>
    new Promise<{ bytes: number; body: Buffer; type: string }>((resolve, reject) => {
      get(url, { agent, headers }, response => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () => {
          const body = Buffer.concat(parts)
          resolve({ bytes: body.length, body, type: String(response.headers['content-encoding']) })
        })
      }).on('error', reject)
    })
  const { bytes, body, type } = await sizeOf(dashboardOf(server))
  if (type !== 'br') throw new Error(`The page came as ${type}`)
  const html = brotliDecompressSync(body).toString()
  const paths = [...new Set(Array.from(html.matchAll(/"(\/assets\/[^"]+)"/g), ([, path]) => path))]
  const sizes = await Promise.all(paths.map(path => sizeOf(`${server.url}${path}`)))
  agent.destroy()
  return { page: bytes, all: sizes.reduce((sum, each) => sum + each.bytes, bytes), files: paths.length + 1 }
}

/** A slow line: kilobits a second, and milliseconds until an answer begins to come. */
export type Line = { readonly kilobits: number; readonly latency: number }

/** Milliseconds until the dashboard is drawn and its scripts run, in a browser that has never seen it, over a slow line. */
export async function overSlowLine(server: Server, { kilobits, latency }: Line): Promise<number> {
  const browser = await launchChromium()
  try {
    const page = await browser.newPage()
    const session = await page.context().newCDPSession(page)
    await session.send('Network.enable')
    const throughput = (kilobits * 1000) / 8
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency,
      downloadThroughput: throughput,
      uploadThroughput: throughput,
    })
    await page.goto(dashboardOf(server), { waitUntil: 'load' })
    const painted = `performance.getEntriesByName('first-contentful-paint')[0]?.startTime`
    await page.waitForFunction(painted)
    return await page.evaluate<number>(
      `Math.max(${painted}, performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd)`,
    )
  } finally {
    await browser.close()
  }
}

/** Milliseconds from the start of the server to the last byte of its first page. */
export async function firstPage(command: Command, place: Place): Promise<number> {
  const started = performance.now()
  const server = await startServer(command, place)
  const agent = new Agent()
  await ask(dashboardOf(server), agent)
  const taken = performance.now() - started
  agent.destroy()
  await server.stop()
  return taken
}

const wait = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds))
