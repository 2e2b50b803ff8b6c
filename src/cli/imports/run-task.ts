import { fork } from 'node:child_process'
import type { Task, TaskAnswer, TaskResult } from './messages.ts'

/** The bundle holds the worker beside itself; the sources hold it beside this file. */
const worker = new URL(import.meta.url.endsWith('.ts') ? './import.worker.ts' : './import.worker.js', import.meta.url)

/**
 * Does a task in a process of its own.
 * @throws Error when it could not be done; what went wrong is for whoever runs the server
 */
export function runTask(home: string, task: Task): Promise<TaskResult> {
  const child = fork(worker, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv: [] })
  return new Promise((resolve, reject) => {
    child.once('message', message => {
      const answer = message as TaskAnswer
      if ('result' in answer) resolve(answer.result)
      else reject(new Error(`The import process failed: ${answer.error}`))
    })
    child.once('error', reject)
    child.once('exit', (code, signal) =>
      reject(new Error(`The import process ended before it had answered: ${signal ?? `code ${code}`}`)),
    )
    child.send({ home, task }, error => error && reject(error))
  })
}
