import { type ChildProcess, fork } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Grid, Problem } from '../grid.ts'
import type { ReadLimits } from './limits.ts'
import type { ReadAnswer, ReadRequest } from './messages.ts'
import { Collector, unpacked } from './parts.ts'
import { bytesInWords, problemOf, tooLarge } from './problems.ts'

export type FileContent = { readonly name: string; readonly bytes: Uint8Array }

type FileResult = {
  readonly grids: readonly Grid[]
  readonly problems: readonly Problem[]
  /** How the reading process came out: it answered, or it was stopped. */
  readonly outcome: 'answered' | 'out-of-time' | 'out-of-memory' | 'crashed'
  readonly milliseconds: number
  /** The most memory that the reading process has held; null where it did not live to say. */
  readonly peakBytes: number | null
}

/** Reads files one after the other in a process of their own. */
export type FileReader = {
  readonly read: (file: FileContent) => Promise<FileResult>
  readonly close: () => void
  /** The number of the reading process, while there is one. */
  readonly pid: () => number | null
}

/** The bundle holds the worker beside itself; the sources hold it beside this file. It may read the program, and nothing else. */
const fromSources = import.meta.url.endsWith('.ts')
const worker = new URL(fromSources ? './read.worker.ts' : './read.worker.js', import.meta.url)
const readable = (fromSources ? ['../..', '../../../node_modules', '../../../package.json'] : ['.', '../package.json'])
  .map(path => fileURLToPath(new URL(path, import.meta.url)))
  .filter(path => existsSync(path))
  .map(path => realpathSync(path))

/**
 * Opens a reader. Its process is started with the first file, serves the next ones as long as it is well, and is started anew
 * after it had to be stopped. A file that stops a process which had read others before is tried once more in a fresh one, so that
 * no file suffers for those before it.
 */
export function openReader(limits: ReadLimits): FileReader {
  let child: ChildProcess | null = null
  let served = 0
  let jobs = 0
  const close = () => {
    child?.removeAllListeners()
    child?.kill('SIGKILL')
    child = null
    served = 0
  }
  const read = async (file: FileContent): Promise<FileResult> => {
    if (file.bytes.length > limits.fileBytes) return refused(file, limits)
    child ??= startChild(limits)
    jobs += 1
    const result = await readIn(child, { job: jobs, file: file.name, bytes: file.bytes, limits })
    const hadServed = served > 0
    served += 1
    if (result.outcome === 'answered') return result
    close()
    return hadServed && result.outcome !== 'out-of-time' ? read(file) : result
  }
  return { read, close, pid: () => child?.pid ?? null }
}

/** What is too large to be read is not handed over either. */
function refused({ name, bytes }: FileContent, limits: ReadLimits): FileResult {
  const problems = [tooLarge(bytes.length, limits).problem(name)]
  return { grids: [], problems, outcome: 'answered', milliseconds: 0, peakBytes: null }
}

function startChild(limits: ReadLimits): ChildProcess {
  const flags = [
    `--max-old-space-size=${Math.floor(limits.heapBytes / 1024 / 1024)}`,
    '--max-semi-space-size=16',
    '--permission',
    '--allow-worker',
    ...readable.map(path => `--allow-fs-read=${path}`),
    '--disable-warning=SecurityWarning',
    '--disable-warning=ExperimentalWarning',
  ]
  return fork(worker, [String(limits.memoryBytes)], {
    ...(canLimit ? limitedBySystem(limits, flags) : { execArgv: flags }),
    env: process.platform === 'win32' ? { SystemRoot: process.env['SystemRoot'] } : {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
}

const canLimit = process.platform === 'linux' && existsSync('/bin/sh')

/** V8 sets this much aside for compiled code, of which it uses little; Linux counts all of it. */
const codeBytes = 600 * 1024 * 1024

/** The process as a shell starts it that has lowered its own limit first: Linux then refuses more, however fast it is asked for. */
function limitedBySystem(limits: ReadLimits, flags: readonly string[]): { execPath: string; execArgv: string[] } {
  const kilobytes = Math.ceil((limits.memoryBytes + codeBytes) / 1024)
  return { execPath: '/bin/sh', execArgv: ['-c', `ulimit -d ${kilobytes}; exec "$0" "$@"`, process.execPath, ...flags] }
}

function readIn(child: ChildProcess, request: ReadRequest): Promise<FileResult> {
  const started = performance.now()
  const collector = new Collector(request.file)
  return new Promise(resolve => {
    let peakBytes: number | null = null
    const finish = (outcome: FileResult['outcome'], problem: Problem | null) => {
      clearTimeout(timer)
      child.off('message', onMessage).off('exit', onExit).off('error', onError)
      const problems = problem ? [...collector.problems, problem] : collector.problems
      const milliseconds = performance.now() - started
      resolve({ grids: problem ? [] : collector.grids, problems, outcome, milliseconds, peakBytes })
    }
    const onMessage = (message: unknown) => {
      const answer = message as ReadAnswer
      if (answer.job !== request.job) return
      for (const part of answer.parts) collector.add(unpacked(part))
      peakBytes = answer.peakBytes
      if (answer.done) finish('answered', null)
    }
    const onExit = (_code: number | null, signal: NodeJS.Signals | null) => {
      const memory = signal === 'SIGKILL' || signal === 'SIGABRT' || signal === 'SIGTRAP' || signal === 'SIGILL'
      finish(memory ? 'out-of-memory' : 'crashed', stopped(request, memory ? 'out-of-memory' : 'crashed'))
    }
    const onError = () => finish('crashed', stopped(request, 'crashed'))
    const timer = setTimeout(() => {
      child.off('exit', onExit)
      child.kill('SIGKILL')
      finish('out-of-time', stopped(request, 'out-of-time'))
    }, request.limits.time)
    child.on('message', onMessage).on('exit', onExit).on('error', onError)
    child.send(request, error => error && onError())
  })
}

function stopped({ file, limits }: ReadRequest, why: 'out-of-time' | 'out-of-memory' | 'crashed'): Problem {
  const remedy = 'keep only the sheets with the figures, or save them as CSV'
  const sentences = {
    'out-of-time': `reading took longer than ${limits.time / 1000} seconds and was stopped; ${remedy}`,
    'out-of-memory': `reading took more than ${bytesInWords(limits.memoryBytes)} of memory and was stopped; ${remedy}`,
    crashed:
      'the file is damaged so badly that reading it had to stop; open it in the program that made it and save it again',
  }
  return problemOf(file, why, sentences[why])
}
