import type { Frequency } from '../../shared/codes.ts'
import { comparePeriods, monthNumber, monthsOf, type Period } from '../../shared/period/period.ts'
import { nextExpected, type Point } from '../series.ts'

/**
 * A warning at intake: the periods for which a series says nothing, neither a value nor a reason for none, from its
 * first period up to its last, and after it up to the latest that should be known by now.
 * @param points those recorded; one without a value was recorded with its reason, and is not missing here
 * @param timeLag months after the end of a period until its value can be expected
 * @param knownOn the day of the document, YYYY-MM-DD
 */
export function missingPeriods(
  points: readonly Pick<Point, 'period'>[],
  frequency: Frequency,
  timeLag: number,
  knownOn: string,
): Period[] {
  const recorded = points.map(point => point.period).toSorted(comparePeriods)
  const [first] = recorded
  const last = recorded.at(-1)
  if (first === undefined || last === undefined) return []
  const there = new Set(recorded)
  const missing: Period[] = []
  for (
    let period = nextExpected(first, frequency);
    comparePeriods(period, last) < 0 || isDue(period, timeLag, knownOn);
    period = nextExpected(period, frequency)
  )
    if (!there.has(period)) missing.push(period)
  return missing
}

/** Whether the month of the day lies after the end of the period and its time lag. */
function isDue(period: Period, timeLag: number, knownOn: string): boolean {
  const [year, month] = knownOn.split('-').map(Number)
  return monthNumber(Number(year), Number(month)) > monthsOf(period).last + timeLag
}
