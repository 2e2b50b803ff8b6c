import { type ChildProcess, fork } from 'node:child_process'
import type { AnswerTo, QuestionName } from '../../web/records/services.ts'
import type { RecordsMessage, RecordsRequest } from './messages.ts'

/** The bundle holds the worker beside itself; the sources hold it beside this file. */
const worker = new URL(import.meta.url.endsWith('.ts') ? './records.worker.ts' : './records.worker.js', import.meta.url)

/** A question that cannot be answered, in words that a reader is meant to see. */
export class CannotAnswer extends Error {}

/**
 * Answers a question in a process of its own.
 * @throws CannotAnswer where the records do not hold what is asked
 * @throws Error when the process failed; what went wrong is for whoever runs the server
 */
export function runQuestion(request: RecordsRequest): Promise<AnswerTo<QuestionName>> {
  const child = fork(worker, {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: [],
    serialization: 'advanced', // bytes stay bytes
  })
  return new Promise((resolve, reject) => {
    child.once('message', message => {
      const said = message as RecordsMessage
      if ('answer' in said) resolve(said.answer)
      else if ('why' in said) reject(new CannotAnswer(said.why))
      else reject(new Error(`A question of the records failed: ${said.error}`))
    })
    child.once('error', reject)
    child.once('exit', (code, signal) => reject(new Error(endedEarly(code, signal))))
    send(child, request, reject)
  })
}

function send(child: ChildProcess, request: RecordsRequest, reject: (error: Error) => void): void {
  child.send(request, error => error && reject(error))
}

const endedEarly = (code: number | null, signal: string | null) =>
  `The process of a question of the records ended before it had answered: ${signal ?? `code ${code}`}`
