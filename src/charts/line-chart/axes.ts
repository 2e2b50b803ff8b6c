import { scaleLinear } from 'd3-scale'
import { monthsOf, type Period, typeOf, yearAndMonth } from '../../shared/period/period.ts'
import { roundedText } from '../../shared/rounding.ts'
import { grouped } from '../../shared/words.ts'
import { textWidth } from '../drawing/text.ts'
import type { LineChartInput } from './input.ts'

export type ValueAxis = {
  readonly from: number
  readonly to: number
  readonly ticks: readonly { readonly value: number; readonly label: string }[]
  /** Whether the foot of the axis is not zero, which the chart then says. */
  readonly cut: boolean
}

/** Below this share of the highest value the lowest is near enough to zero for the distance to be seen. */
const nearZero = 0.6

/** The value axis: round ends, at most six lines across, from zero where that shows something. */
export function valueAxis(input: LineChartInput, linesWanted: number): ValueAxis {
  const values = [
    ...input.points.flatMap(point => (point.value === null ? [] : [point.value])),
    ...input.targets.map(target => target.value),
  ]
  const lowest = values.length ? Math.min(...values) : 0
  const highest = values.length ? Math.max(...values) : 1
  const fromZero = input.fromZero ?? (lowest <= 0 || lowest === highest || lowest < highest * nearZero)
  let from = fromZero ? Math.min(0, lowest) : lowest
  let to = fromZero ? Math.max(0, highest) : highest
  if (from === to) {
    const around = Math.abs(to) * 0.1 || 1
    from = fromZero && to > 0 ? 0 : from - around
    to += around
  }
  const scale = scaleLinear([from, to], [0, 1]).nice(linesWanted)
  const [low = 0, high = 1] = scale.domain()
  const ticks = scale.ticks(linesWanted)
  const decimals = Math.max(0, ...ticks.map(neededDecimals))
  return {
    from: low,
    to: high,
    ticks: ticks.map(value => ({ value, label: grouped(roundedText(value, decimals)) })),
    cut: low > 0,
  }
}

function neededDecimals(tick: number): number {
  const text = String(Number(tick.toPrecision(6)))
  const point = text.indexOf('.')
  return point < 0 || text.includes('e') ? 0 : text.length - point - 1
}

export type PeriodLabel = { readonly at: number; readonly text: string }

/** Which periods get a label so that none touches the next: the last always, and from there back in equal steps. */
export function periodLabels(
  periods: readonly Period[],
  x: (period: Period) => number,
  textSize: number,
): readonly PeriodLabel[] {
  for (const step of [1, 2, 3, 4, 6, 12, 24, 36, 60]) {
    const kept = periods.map((_, at) => at).filter(at => (periods.length - 1 - at) % step === 0)
    const labels = kept.map((at, order) => ({
      at: x(periods[at] as Period),
      text: shortPeriod(periods[at] as Period, periods[kept[order - 1] ?? -1]),
    }))
    if (labels.every((label, at) => fits(labels[at - 1], label, textSize))) return labels
  }
  const last = periods.at(-1)
  return last === undefined ? [] : [{ at: x(last), text: shortPeriod(last, undefined) }]
}

function fits(before: PeriodLabel | undefined, label: PeriodLabel, size: number): boolean {
  if (!before) return true
  const halves = (textWidth(before.text, size) + textWidth(label.text, size)) / 2
  return label.at - before.at >= halves + size * 0.6
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
