import type { Signal, SignalPoint } from './signal.ts'
import { runLength } from './special-causes.ts'

/** Where a new stretch might begin, should somebody know why the process changed. */
export type SuggestedRebase = {
  readonly date: string
  /** How many points in a row lie on one side of the mean, the latest included. */
  readonly points: number
  readonly side: 'above' | 'below'
}

/**
 * Suggests a rebase where the last points with a value, seven or more in a row, all lie on one side of the mean: a sustained
 * shift. Nothing is rebased by itself: that takes a reason and a date, which only people know.
 * @returns null where there is no such run, or where it is the whole of the last stretch
 */
export function suggestedRebase({ points, stretches }: Signal): SuggestedRebase | null {
  const last = stretches.at(-1)
  const own = points.filter(point => point.stretch === last?.number && point.value !== null)
  const side = own.at(-1)?.side
  if (!side) return null
  const before = own.findLastIndex(point => point.side !== side)
  const run: readonly SignalPoint[] = own.slice(before + 1)
  const [first] = run
  if (before < 0 || !first || run.length < runLength) return null
  return { date: first.date, points: run.length, side: side === 1 ? 'above' : 'below' }
}
