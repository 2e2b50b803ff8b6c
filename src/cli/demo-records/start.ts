import { fork } from 'node:child_process'

/** What the process says of itself. */
export type DemoRecordsNews =
  | { readonly kind: 'doing'; readonly doing: string }
  | { readonly kind: 'ended'; readonly isMade: boolean }
  | { readonly kind: 'failed'; readonly why: string }

export type DemoRecords = {
  /** What is being done, in words; null before and after. */
  readonly doing: () => string | null
  readonly stop: () => void
}

/** The bundle holds the worker beside itself; the sources hold it beside this file. */
const name = import.meta.url.endsWith('.ts') ? './demo-records.worker.ts' : './demo-records.worker.js'

/**
 * Makes the demo council's records in a process of its own, where they are wanted.
 * @param told is called when the process ends, unless there was nothing to do
 */
export function startDemoRecords(home: string, told: (news: DemoRecordsNews) => void): DemoRecords {
  const child = fork(new URL(name, import.meta.url), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv: [] })
  let doing: string | null = null
  let isStopped = false
  child.on('message', message => {
    const news = message as DemoRecordsNews
    doing = news.kind === 'doing' ? news.doing : null
    if (news.kind === 'failed' || (news.kind === 'ended' && news.isMade)) told(news)
  })
  child.once('exit', code => {
    if (doing !== null && !isStopped)
      told({ kind: 'failed', why: `the process ended early (${code ?? 'by a signal'})` })
    doing = null
  })
  child.once('error', error => told({ kind: 'failed', why: error.message }))
  child.send(home)
  return {
    doing: () => doing,
    stop: () => {
      isStopped = true
      child.kill('SIGKILL')
    },
  }
}
