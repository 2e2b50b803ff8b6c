import { type Period, yearOf } from '../../shared/period/period.ts'
import { breakBetween } from '../direction/break-between.ts'
import { comparisonPeriod, directionBetween } from '../direction/direction-of-travel.ts'
import { latestPoint, previousExpected, restartsInApril, type Series, valueAt } from '../series.ts'

/** A run of moves in the wrong direction that ends at the latest period with a value. */
export type Deterioration = {
  /** Where the run starts; for figures that restart in April, the first period that is worse than a year before. */
  readonly from: Period
  readonly to: Period
  /** From `from` to `to`, unrounded. */
  readonly values: number[]
  /** How many moves in a row are adverse: never fewer than `movesNeeded`. */
  readonly moves: number
}

/** How many moves in a row make a deterioration. */
export const movesNeeded = 3

/**
 * The run of three or more moves in a row in the wrong direction, up to the latest period with a value (rule 6b), by
 * the comparison of rule 5. A tie at the indicator's decimals, a missing expected period or a break in the series ends
 * the run. Figures that restart in April are each compared with a year before, and the run stays within one financial
 * year.
 * @returns null when there is none, and for polarities that have no wrong direction (`none`, `on_target`)
 */
export function deteriorating(series: Series, needed: number = movesNeeded): Deterioration | null {
  const latest = latestPoint(series)
  if (!latest || series.polarity === 'none' || series.polarity === 'on_target') return null
  const restarts = restartsInApril(series)
  const worse = [latest.period]
  let at = latest.period
  while (isWorse(at, series)) {
    const before = previousExpected(at, series.frequency)
    if (restarts && yearOf(before) !== yearOf(at)) break
    worse.unshift(before)
    at = before
  }
  // A run within a year counts its worse periods. Any other starts where the first move does, one period earlier.
  const run = restarts ? worse.filter(period => isWorse(period, series)) : worse
  const moves = restarts ? run.length : run.length - 1
  const [from] = run
  if (from === undefined || moves < needed) return null
  return { from, to: latest.period, values: run.map(period => valueAt(series, period) ?? Number.NaN), moves }
}

/**
 * Whether the move to a period is adverse. An annual figure is compared only with the year expected before it: a gap
 * ends a run.
 */
function isWorse(period: Period, series: Series): boolean {
  const with_ = comparisonPeriod(period, series)
  if (with_ === null || (!restartsInApril(series) && with_ !== previousExpected(period, series.frequency))) return false
  const from = valueAt(series, with_)
  const to = valueAt(series, period)
  if (from === null || to === null || breakBetween(series, with_, period)) return false
  return directionBetween(series, from, to) === 'worse'
}
