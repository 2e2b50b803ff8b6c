/** The built command, run as a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where a register is: a home on this machine, or a PostgreSQL database. */
export type Place = { readonly home: string; readonly url?: string | undefined }

export type Ran = { readonly code: number | null; readonly stdout: string; readonly stderr: string }

export type Command = {
  /** Starts the command; it is ended when this process ends. */
  start(args: readonly string[], place: Place): ChildProcess
  /** Runs the command to its end. */
  run(args: readonly string[], place: Place): Promise<Ran>
  /** Runs the command. @throws Error when it does not end with code 0 */
  runWell(args: readonly string[], place: Place): Promise<Ran>
  readonly main: string
}

const dist = fileURLToPath(new URL('../../dist', import.meta.url))
const packages = fileURLToPath(new URL('../../node_modules', import.meta.url))
const catalogue = fileURLToPath(new URL('../../catalogue', import.meta.url))
const running = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/** A copy of the built command in a folder, so that building it meanwhile does not change what is measured. */
export function copyOfCommand(folder: string): Command {
  const copy = join(folder, 'command')
  cpSync(dist, copy, { recursive: true })
  symlinkSync(packages, join(folder, 'node_modules'), 'dir')
  symlinkSync(catalogue, join(folder, 'catalogue'), 'dir')
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n')
  const main = join(copy, 'main.js')
  const start = (args: readonly string[], { home, url }: Place) => {
    const child = spawn(process.execPath, [main, ...args], {
      env: {
        PATH: process.env['PATH'],
        NODE_COMPILE_CACHE: join(folder, 'cache'), // as bin/tidemark sets it
        TIDEMARK_HOME: home,
        ...(url === undefined ? {} : { DATABASE_URL: url }),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    running.add(child)
    child.once('exit', () => running.delete(child))
    return child
  }
  const run = (args: readonly string[], place: Place) => endOf(start(args, place))
  return {
    main,
    start,
    run,
    async runWell(args, place) {
      const ran = await run(args, place)
      if (ran.code !== 0)
        throw new Error(`tidemark ${args.join(' ')} ended with ${ran.code}:\n${ran.stdout}${ran.stderr}`)
      return ran
    },
  }
}

/** Waits for the end of a process, and keeps what it prints. */
export async function endOf(child: ChildProcess): Promise<Ran> {
  let stdout = ''
  let stderr = ''
  child.stdout?.setEncoding('utf8').on('data', text => {
    stdout += text
  })
  child.stderr?.setEncoding('utf8').on('data', text => {
    stderr += text
  })
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, stdout, stderr }
}

/** A temporary folder that goes when this process ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tidemark-bench-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }))
  return folder
}
