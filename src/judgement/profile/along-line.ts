import { monthsBetween, type Period } from '../../shared/period/period.ts'
import { withoutNoise } from '../../shared/rounding.ts'

/** An end of a line: a value in the indicator's unit, at the end of a period. */
export type LineEnd = { readonly period: Period; readonly value: number }

/**
 * The value of a straight line at the end of a period, unrounded; by months between the ends of periods.
 * @param period after the baseline's and no later than the goal's
 * @throws RangeError when the goal does not end after the baseline
 * @example alongLine({ period: '2016/17', value: 20.42 }, { period: '2020/21', value: 66 }, '2017/18') // 31.815
 */
export function alongLine(baseline: LineEnd, goal: LineEnd, period: Period): number {
  const whole = monthsBetween(baseline.period, goal.period)
  if (whole <= 0)
    throw new RangeError(
      `Cannot draw a line as its goal must end after its baseline: ${baseline.period} to ${goal.period}`,
    )
  const gone = monthsBetween(baseline.period, period)
  return withoutNoise(baseline.value + (gone * (goal.value - baseline.value)) / whole)
}
