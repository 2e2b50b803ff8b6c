/** How fast a running server answers: the page of an organisation, for many readers at once. */
import { once } from 'node:events'
import { Agent, get } from 'node:http'
import { type Command, endOf, type Place } from './support/command.ts'
import { council } from './support/figures.ts'

export type Server = { readonly url: string; readonly stop: () => Promise<void> }

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
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** Milliseconds from asking to the last byte of the page. */
function ask(url: string, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const started = performance.now()
    get(url, { agent }, response => {
      let bytes = 0
      response.on('data', (part: Buffer) => {
        bytes += part.length
      })
      response.on('end', () => {
        if (response.statusCode === 200 && bytes > 10_000) resolve(performance.now() - started)
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
export async function readPages(server: Server, load: Load): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: load.readers })
  const url = `${server.url}/${council}/dashboard`
  const taken: number[] = []
  const read = async (reader: number) => {
    // They do not start in step.
    if (load.pause > 0) await wait((reader / load.readers) * load.pause)
    for (let page = 0; page < load.pagesEach; page += 1) {
      const before = performance.now()
      taken.push(await ask(url, agent))
      if (load.pause > 0) await wait(Math.max(0, load.pause - (performance.now() - before)))
    }
  }
  await Promise.all(Array.from({ length: load.readers }, (_, reader) => read(reader)))
  agent.destroy()
  return taken
}

const wait = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds))
