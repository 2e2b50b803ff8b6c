import { monthsOf, type Period, typeOf, yearAndMonth } from '../../shared/period/period.ts'
import { labelsApart, type PlacedText } from '../drawing/labels-apart.ts'
import { axisAround, type ValueAxis } from '../drawing/value-axis.ts'
import { fanEnds } from './fan.ts'
import type { LineChartInput } from './input.ts'

/** Below this share of the highest value the lowest is near enough to zero for the distance to be seen. */
const nearZero = 0.6

/** The value axis: round ends, at most six lines across, from zero where that shows something. */
export function valueAxis(input: LineChartInput, linesWanted: number): ValueAxis {
  const values = [
    ...pointsOf(input).flatMap(point => (point.value === null ? [] : [point.value])),
    ...input.targets.map(target => target.value),
    ...(input.band?.points ?? []).flatMap(({ lower, upper }) => [lower, upper]),
    ...(input.fan?.points ?? []).flatMap(fanEnds),
  ]
  const lowest = values.length ? Math.min(...values) : 0
  const highest = values.length ? Math.max(...values) : 1
  const fromZero = input.fromZero ?? (lowest <= 0 || lowest === highest || lowest < highest * nearZero)
  return axisAround({ lowest, highest, fromZero, lines: linesWanted })
}

/** The points of the series and of every benchmark. */
export function pointsOf({ points, benchmarks = [] }: LineChartInput) {
  return [...points, ...benchmarks.flatMap(benchmark => benchmark.points)]
}

/** Which periods get a label so that none touches the next: the last always, and from there back in equal steps. */
export function periodLabels(
  periods: readonly Period[],
  x: (period: Period) => number,
  textSize: number,
): readonly PlacedText[] {
  const textOf = (at: number, before: number | undefined) =>
    shortPeriod(periods[at] as Period, before === undefined ? undefined : periods[before])
  return labelsApart(periods.map(x), textOf, textSize)
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A period as its axis says it: the year only with the first month shown of each. */
export function shortPeriod(period: Period, before: Period | undefined): string {
  const type = typeOf(period)
  const { year, month } = yearAndMonth(monthsOf(period).last)
  if (type === 'year') return period
  if (type === 'quarter') return `${period.slice(-2)} ${period.slice(2, 7)}`
  const sameYear = before !== undefined && yearAndMonth(monthsOf(before).last).year === year
  return sameYear ? String(months[month - 1]) : `${months[month - 1]} ${String(year % 100).padStart(2, '0')}`
}
