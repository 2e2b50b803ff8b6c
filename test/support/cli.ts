import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll } from 'vitest'

/** The built command; `npm test` builds it. */
export const builtCommand = fileURLToPath(new URL('../../dist/main.js', import.meta.url))

export type Ran = {
  /** The exit code, or null where a signal ended it. */
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export type HowToRun = {
  /** Another command than the one that `npm test` has built. */
  readonly command?: string
  readonly cwd?: string
  /** Added to the environment; undefined takes a name out of it. */
  readonly env?: Readonly<Record<string, string | undefined>>
  /** What it reads on standard input: nothing by default. */
  readonly input?: string | Uint8Array
  /** After so many milliseconds it is killed and the call fails: 60 seconds by default. */
  readonly timeout?: number
}

/** The environment of a command under test: ours, without what would lead it to another register. */
function environment(extra: HowToRun['env'] = {}): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    DATABASE_URL: undefined,
    PORT: undefined,
    NODE_OPTIONS: undefined,
    ...extra,
  }
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined))
}

/** What a test left running must not outlive its file, and hold its port. */
const running = new Set<ChildProcess>()
afterAll(() => {
  for (const child of running) child.kill('SIGKILL')
})

/** Starts the built command without waiting for its end, for a server or a process to be killed; its output is piped. */
export function startCli(args: readonly string[], how: HowToRun = {}): ChildProcess {
  const child = spawn(process.execPath, [how.command ?? builtCommand, ...args], {
    ...(how.cwd === undefined ? {} : { cwd: how.cwd }),
    env: environment(how.env),
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  running.add(child)
  child.once('exit', () => running.delete(child))
  return child
}

/** Runs the built command to its end. A code other than 0 is an answer, not an error. */
export async function runCli(args: readonly string[], how: HowToRun = {}): Promise<Ran> {
  const child = startCli(args, how)
  const stdout: Buffer[] = []
  const stderr: Buffer[] = []
  child.stdout?.on('data', (piece: Buffer) => stdout.push(piece))
  child.stderr?.on('data', (piece: Buffer) => stderr.push(piece))
  child.stdin?.on('error', () => {}) // it may end before it has read everything
  child.stdin?.end(how.input ?? '')
  const patience = how.timeout ?? 60_000
  let late = false
  const timer = setTimeout(() => {
    late = true
    child.kill('SIGKILL')
  }, patience)
  const [code] = (await once(child, 'close')) as [number | null]
  clearTimeout(timer)
  const ran = { code, stdout: Buffer.concat(stdout).toString('utf8'), stderr: Buffer.concat(stderr).toString('utf8') }
  if (late)
    throw new Error(`tidemark ${args.join(' ')} did not end within ${patience} ms:\n${ran.stdout}\n${ran.stderr}`)
  return ran
}
