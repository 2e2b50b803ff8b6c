/** The four rules that tell a special cause from common variation, within one stretch of points. */
import { type Lines, toClose } from './lines.ts'

/** Which way a signal points. */
export type Way = 'up' | 'down'

/** The rule that a point breaks; of several, the first in this order. */
export type Cause = 'outside' | 'trend' | 'two_in_three' | 'shift'

/** Where a point lies. Each is null where it cannot be told: the value, the mean or the limits are missing. */
export type Place = {
  readonly outside: boolean | null
  readonly close: boolean | null
  readonly side: -1 | 0 | 1 | null
}

export type Flag = { readonly cause: Cause; readonly way: Way }

/** So many points in a row make a trend or a shift. */
export const runLength = 7

/** Where a value lies: strictly beyond a limit, strictly beyond two thirds of the way to one, and on which side of the mean. */
export function placeOf(value: number | null, { mean, lower, upper, averageRange }: Lines): Place {
  if (value === null || mean === null) return { outside: null, close: null, side: null }
  const side = Math.sign(value - mean) as -1 | 0 | 1
  if (lower === null || upper === null || averageRange === null) return { outside: null, close: null, side }
  const outside = value > upper || value < lower
  const near = toClose * averageRange
  return { outside, close: !outside && (value > mean + near || value < mean - near), side }
}

/**
 * Which points of a stretch are special causes, and which way each points; null: common cause. A point that lies anywhere in
 * a run counts, so the earlier ones are flagged when the seventh arrives. Precedence: outside the limits, trend, two in three,
 * shift.
 * @param junctionAsPackage a trend's last point takes the way to the next point where that is in a trend too, as the package
 * has it, even if it belongs to the trend behind it
 */
export function flagsOf(
  values: readonly (number | null)[],
  places: readonly Place[],
  junctionAsPackage: boolean,
): (Flag | null)[] {
  const trends = trendWays(values)
  const twoInThree = pointsOfTwoInThree(places)
  const shifts = pointsOfShift(places)
  return places.map(({ outside, side }, at) => {
    const bySide: Way = side === 1 ? 'up' : 'down'
    if (outside) return { cause: 'outside', way: bySide }
    const trend = trends[at]
    if (trend) return { cause: 'trend', way: junctionAsPackage ? wayToNeighbour(values, trends, at) : trend }
    if (twoInThree.has(at)) return { cause: 'two_in_three', way: bySide }
    return shifts.has(at) ? { cause: 'shift', way: bySide } : null
  })
}

/** Seven points or more, each strictly above, or strictly below, the one before. A peak belongs to the run that follows. */
function trendWays(values: readonly (number | null)[]): (Way | null)[] {
  const ways: (Way | null)[] = values.map(() => null)
  const moves = values.map((value, at) => {
    const before = values[at - 1]
    return value === null || before === null || before === undefined ? 0 : Math.sign(value - before)
  })
  for (const { from, to, sign } of runsOf(moves.slice(1))) {
    if (sign === 0 || to - from + 1 < runLength - 1) continue
    // The move at place n leads from point n to point n + 1.
    ways.fill(sign > 0 ? 'up' : 'down', from, to + 2)
  }
  return ways
}

function wayToNeighbour(values: readonly (number | null)[], trends: readonly (Way | null)[], at: number): Way {
  const [from, to] = trends[at + 1] ? [at, at + 1] : [at - 1, at]
  return Number(values[to]) > Number(values[from]) ? 'up' : 'down'
}

/** Of three points in a row on one side of the mean with two or three of them close to a limit, those that are close. */
function pointsOfTwoInThree(places: readonly Place[]): ReadonlySet<number> {
  const found = new Set<number>()
  for (let first = 0; first + 2 < places.length; first += 1) {
    const three = [first, first + 1, first + 2]
    const sides = new Set(three.map(at => places[at]?.side))
    const [side] = sides
    if (sides.size > 1 || !side) continue
    const close = three.filter(at => places[at]?.close)
    if (close.length >= 2) for (const at of close) found.add(at)
  }
  return found
}

function pointsOfShift(places: readonly Place[]): ReadonlySet<number> {
  const runs = runsOf(places.map(({ side }) => side ?? 0)).filter(
    ({ from, to, sign }) => sign !== 0 && to - from + 1 >= runLength,
  )
  return new Set(runs.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, step) => from + step)))
}

/** Stretches of the same sign, as places from and to, both included. */
function runsOf(signs: readonly number[]): { from: number; to: number; readonly sign: number }[] {
  const runs: { from: number; to: number; sign: number }[] = []
  signs.forEach((sign, at) => {
    const run = runs.at(-1)
    if (run?.sign === sign) run.to = at
    else runs.push({ from: at, to: at, sign })
  })
  return runs
}
