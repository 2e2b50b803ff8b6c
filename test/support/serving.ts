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
