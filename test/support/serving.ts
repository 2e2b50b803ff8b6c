import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { type HowToRun, startCli } from './cli.ts'

export type ServedHome = {
  readonly url: string
  readonly child: ChildProcess
  readonly close: () => Promise<void>
}

/** The built command serving the register of a folder on a free port. */
export async function serveHome(home: string, how: HowToRun = {}): Promise<ServedHome> {
  const child = startCli(['serve', '--port', '0', '--home', home], how)
  let said = ''
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', piece => {
      said += String(piece)
      const found = /Tidemark is at (http:\/\/127\.0\.0\.1:\d+)\n/.exec(said)?.[1]
      if (found !== undefined) resolve(found)
    })
    child.once('exit', () => reject(new Error(`The server ended before it had begun: ${said}`)))
  })
  const close = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    await ended
  }
  return { url, child, close }
}

/** The command serving a home as its officers see it, with all that it says. */
export type LoggedServing = {
  readonly url: string
  readonly child: ChildProcess
  readonly get: (path: string) => Promise<Response>
  /** The page once its question is answered. */
  readonly settled: (path: string) => Promise<{ readonly status: number; readonly text: string }>
  readonly log: () => string
  readonly close: () => Promise<void>
}

/** Serves a home as its officers see it, and keeps all that the server says. */
export async function serveLogged(home: { readonly path: string }, ...options: string[]): Promise<LoggedServing> {
  const child = startCli(['serve', '--port', '0', '--home', home.path, ...options], { env: { TIDEMARK_DEBUG: '1' } })
  let log = ''
  const url = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', piece => {
        log += String(piece)
        const found = /Tidemark is at (\S+)/.exec(log)?.[1]
        if (found) resolve(found)
      })
    child.once('exit', () => reject(new Error(`The server ended before it had begun: ${log}`)))
  })
  const get = (path: string) => fetch(`${url}${path}`)
  return {
    url,
    child,
    get,
    settled: async path => {
      for (;;) {
        const response = await get(path)
        const text = await response.text()
        if (!response.headers.has('refresh')) return { status: response.status, text }
        await new Promise(done => setTimeout(done, 200))
      }
    },
    log: () => log,
    close: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}
