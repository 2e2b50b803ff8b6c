/** A program run to its end: how long it took, and the most memory that it or what it started held. */
import type { ChildProcess } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { endOf } from './command.ts'

export type Measured = {
  readonly taken: number
  readonly peak: number
  /** Milliseconds of a core, which another program's work does not change. */
  readonly cpu: number
}

/** Linux counts a process's time in ticks of so many milliseconds. */
const msOfTick = 10

/** Milliseconds and megabytes of a process that has just been started. @throws Error when it ends with another code than 0 */
export async function measured(what: string, start: () => ChildProcess): Promise<Measured> {
  const started = performance.now()
  const child = start()
  let peak = 0
  let cpu = 0
  const look = setInterval(() => {
    const status = `/proc/${child.pid}/status`
    if (!existsSync(status)) return
    const text = readFileSync(status, 'utf8')
    peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(text)?.[1] ?? 0))
    const [user, system] = readFileSync(`/proc/${child.pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
      .slice(11, 13)
    cpu = (Number(user) + Number(system)) * msOfTick
  }, 10)
  const { code, stderr } = await endOf(child)
  clearInterval(look)
  if (code !== 0) throw new Error(`${what} failed:\n${stderr.slice(-2000)}`)
  return { taken: performance.now() - started, peak: Math.round(peak / 1024), cpu }
}

/** The same several times, one after another. */
export async function measuredEach(runs: number, what: string, start: () => ChildProcess): Promise<Measured[]> {
  const all: Measured[] = []
  for (let run = 0; run < runs; run += 1) all.push(await measured(what, start))
  return all
}
