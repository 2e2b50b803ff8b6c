import { readFileSync } from 'node:fs'
import { defaultLimits } from '../../src/intake/read/limits.ts'
import { chanceFrom, wholeFrom } from '../../src/shared/chance.ts'
import { oneOf } from './mutate-bytes.ts'
import { type Seed, seeds } from './seeds.ts'
import { openTrials, type Trial } from './try-file.ts'

export type FuzzReport = {
  readonly seed: number
  readonly count: number
  readonly outcomes: Readonly<Record<Trial['outcome'], number>>
  /** By format, how many files were tried. */
  readonly formats: Readonly<Record<string, number>>
  readonly mutations: number
  readonly slowest: { readonly file: string; readonly milliseconds: number }
  readonly peak: { readonly file: string; readonly bytes: number }
  readonly seconds: number
  readonly failures: readonly { readonly file: string; readonly why: string }[]
}

type Mutant = { readonly name: string; readonly bytes: Buffer; readonly file: string; readonly done: readonly string[] }

/** What has grown to this is damaged no further. */
const mostBytes = 20_000_000

/** The file of this number: a sound one, changed once to three times. @param number begins with 0 */
export function mutantOf(all: readonly Seed[], seed: number, number: number): Mutant {
  const chance = chanceFrom(seed + number * 7919)
  const origin = oneOf(chance, all)
  let { bytes } = origin
  const done: string[] = []
  for (let times = wholeFrom(chance, 1, 3); times > 0 && bytes.length < mostBytes; times -= 1) {
    const mutation = oneOf(chance, origin.mutations)
    try {
      bytes = mutation.change(bytes, chance)
      done.push(mutation.name)
    } catch {
      break // the last change left no zip to change any further
    }
  }
  return { name: origin.name, bytes, done, file: `#${number} ${origin.name}: ${done.join(', ') || 'unchanged'}` }
}

/**
 * Tries mutated files, the same ones for the same seed, and counts how they end.
 * @param told is called after each file with its number
 */
export async function runFuzz(
  seed: number,
  count: number,
  told: (done: number) => void = () => {},
): Promise<FuzzReport> {
  const all = seeds()
  const trials = openTrials(defaultLimits)
  const outcomes = { draft: 0, problems: 0, 'out-of-time': 0, 'out-of-memory': 0, failed: 0 }
  const formats: Record<string, number> = {}
  const used = new Set<string>()
  const failures: { file: string; why: string }[] = []
  const started = performance.now()
  let slowest = { file: '', milliseconds: 0 }
  let peak = { file: '', bytes: 0 }
  let current = ''
  const note = (bytes: number) => {
    if (bytes > peak.bytes) peak = { file: current, bytes }
  }
  const watch = setInterval(() => note(peakOf(trials.pid())), 10)
  for (let number = 0; number < count; number += 1) {
    const { name, bytes, file, done } = mutantOf(all, seed, number)
    current = file
    const trial = await trials.tryFile({ name, bytes })
    outcomes[trial.outcome] += 1
    const format = name.replace(/.*\./, '')
    formats[format] = (formats[format] ?? 0) + 1
    for (const each of done) used.add(each)
    note(trial.peakBytes ?? 0)
    if (trial.milliseconds > slowest.milliseconds) slowest = { file, milliseconds: trial.milliseconds }
    if (trial.outcome === 'failed') failures.push({ file, why: trial.why })
    told(number + 1)
  }
  clearInterval(watch)
  trials.close()
  const seconds = (performance.now() - started) / 1000
  return { seed, count, outcomes, formats, mutations: used.size, slowest, peak, seconds, failures }
}

/** The most memory that a process has held, as Linux keeps it; 0 where there is no such place to look. */
function peakOf(pid: number | null): number {
  if (pid === null || process.platform !== 'linux') return 0
  try {
    // Until it runs its own program, a new process counts what its parent holds.
    if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('read.worker')) return 0
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024
  } catch {
    return 0
  }
}
