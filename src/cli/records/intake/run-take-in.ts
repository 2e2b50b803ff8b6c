import { fork } from 'node:child_process'
import type { TakeInMessage, TakeInRequest, TakeInResult } from './messages.ts'

/** The bundle holds the worker beside itself; the sources hold it beside this file. */
const worker = new URL(import.meta.url.endsWith('.ts') ? './take-in.worker.ts' : './take-in.worker.js', import.meta.url)

/**
 * Takes files in, in a process of its own, so that whoever reads the pages never waits for it.
 * @param reading is told how many of the files are read
 * @throws Error when the process failed; what went wrong is for whoever runs the server
 */
export function runTakeIn(
  request: TakeInRequest,
  reading: (done: number, total: number) => void,
): Promise<TakeInResult> {
  const child = fork(worker, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv: [] })
  return new Promise((resolve, reject) => {
    child.on('message', message => {
      const said = message as TakeInMessage
      if (said.kind === 'reading') reading(said.done, said.total)
      else resolve(said)
    })
    child.once('error', reject)
    child.once('exit', (code, signal) =>
      reject(new Error(`The process that takes records in ended before it was done: ${signal ?? `code ${code}`}`)),
    )
    child.send(request, error => error && reject(error))
  })
}
