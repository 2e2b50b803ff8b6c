/** The share of a year that has usually come by a period, for seasonal targets (rule 3). */
import { periodInWords } from '../../shared/period/format-period.ts'
import {
  comparePeriods,
  contains,
  monthsBetween,
  monthsOf,
  type Period,
  shiftMonths,
  typeOf,
  yearOf,
} from '../../shared/period/period.ts'
import { lastRemembered, remembered } from '../../shared/remembered.ts'
import { withoutNoise } from '../../shared/rounding.ts'
import { hasValue, monthsApart, type Series, type ValuedPoint } from '../series.ts'

/**
 * The mean, over the complete years before the goal's, of the share of the year at this period: of the year's last
 * value for a cumulative series, of the year's sum for counts or pounds in the period. A year with a missing period,
 * or with a break or a figure that is not comparable inside it, is left out.
 * @returns the share (0.25 is a quarter), or a sentence part that says why there is none
 */
export function seasonalShare(
  period: Period,
  goalYear: Period,
  earlier: Series | undefined,
): number | { none: string } {
  if (!earlier) return { none: 'a seasonal target needs the figures of earlier years' }
  const summed = earlier.kind === 'in_period' && (earlier.unit === 'count' || earlier.unit === 'pounds')
  if (earlier.kind !== 'cumulative' && !summed)
    return { none: 'a seasonal target needs figures that are cumulative in the year, or counts in the period' }
  const before = completeYears(earlier).filter(({ year }) => comparePeriods(year, goalYear) < 0)
  const shares = before.flatMap(({ year, points }) => {
    const there = points.find(point => point.period === shiftMonths(period, monthsBetween(goalYear, year)))
    const whole = summed ? points.reduce((sum, point) => sum + point.value, 0) : points.at(-1)?.value
    return there && whole ? [there.value / whole] : []
  })
  if (shares.length === 0)
    return { none: `a seasonal target needs a complete earlier year before ${periodInWords(goalYear)}` }
  return withoutNoise(shares.reduce((sum, share) => sum + share, 0) / shares.length)
}

/** A year with a figure for each of its periods. */
export type CompleteYear = { readonly year: Period; readonly points: readonly ValuedPoint[] }

/** The years of a series in which no period is missing and nothing breaks or is not comparable, in order of time. */
export const completeYears: (series: Series) => readonly CompleteYear[] = lastRemembered(({ frequency, points }) =>
  Map.groupBy(points.filter(hasValue), point => yearOf(point.period))
    .entries()
    .filter(([, own]) => own.length === 12 / monthsApart(frequency) && isWhole(own))
    .map(([year, own]) => ({ year, points: own }))
    .toArray(),
)

function isWhole(points: readonly ValuedPoint[]): boolean {
  return points.every(
    (point, at) => !point.marks.includes('not_comparable') && !(at > 0 && point.marks.includes('break')),
  )
}

/** The financial year that a goal speaks of: its period is the year or ends with it; null when it does neither. */
export const yearOfGoal: (goal: Period) => Period | null = remembered(goal => {
  const year = yearOf(goal)
  const endsWithYear = monthsOf(goal).last === monthsOf(year).last
  return typeOf(goal) === 'year' || (endsWithYear && contains(year, goal)) ? year : null
})
