import { monthsOf, type Period, typeOf } from '../../shared/period/period.ts'
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

/** Every period of the chart once, oldest first. */
export function periodsOf(input: LineChartInput): readonly Period[] {
  const all = [...pointsOf(input), ...input.targets, ...(input.fan?.points ?? [])].map(({ period }) => period)
  return [...new Set(all)].sort((a, b) => monthsOf(a).last - monthsOf(b).last)
}

/** The periods that are named below the plot: a month among years is named at its point, unless it is the last. */
export function namedPeriods(input: LineChartInput): readonly Period[] {
  const all = periodsOf(input)
  const isNamed = (period: Period, at: number) => typeOf(period) === 'year' || at === all.length - 1
  return all.some(period => typeOf(period) === 'year') ? all.filter(isNamed) : all
}
