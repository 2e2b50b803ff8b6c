import { scaleLinear } from 'd3-scale'
import { monthsOf, type Period } from '../../shared/period/period.ts'
import { noteLine, type PictureSize, textSize } from '../drawing/picture.ts'
import { textWidth } from '../drawing/text.ts'
import type { ValueAxis } from '../drawing/value-axis.ts'
import { pointsOf, shortPeriod } from './axes.ts'
import type { LineChartInput } from './input.ts'
import { type EndLabel, widthOf } from './labels.ts'

/** Space between text and the edge of the picture. */
export const edge = 8

export type Frame = {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly x: (period: Period) => number
  readonly y: (value: number) => number
}

type Framing = {
  readonly input: LineChartInput
  readonly size: PictureSize
  readonly axis: ValueAxis
  readonly labels: readonly EndLabel[]
  readonly noteLines: number
}

/** Where the chart stands in its picture: room for its labels is taken from the right, for its notes from the foot. */
export function frameOf({ input, size, axis, labels, noteLines }: Framing): Frame {
  const periods = periodsOf(input)
  const firstLabel = periods[0] === undefined ? '' : shortPeriod(periods[0], undefined)
  const left = Math.max(
    Math.max(0, ...axis.ticks.map(tick => textWidth(tick.label, textSize))) + 12,
    textWidth(firstLabel, textSize) / 2,
  )
  const right = size.width - Math.max(widthOf(labels) + 12 + edge, 26)
  const top = textSize
  const bottom = size.height - textSize * 2 - (noteLines ? noteLines * noteLine + 4 : 0)
  const months = periods.map(period => monthsOf(period).last)
  const single = new Set(months).size < 2
  const across = scaleLinear([Math.min(...months), Math.max(...months)], [left + 10, right - 6])
  const up = scaleLinear([axis.from, axis.to], [bottom, top])
  return {
    left,
    right,
    top,
    bottom,
    x: period => (single ? (left + right) / 2 : across(monthsOf(period).last)),
    y: value => up(value),
  }
}

/** Every period of the chart once, oldest first. */
export function periodsOf(input: LineChartInput): readonly Period[] {
  const all = [...pointsOf(input), ...input.targets, ...(input.fan?.points ?? [])].map(({ period }) => period)
  return [...new Set(all)].sort((a, b) => monthsOf(a).last - monthsOf(b).last)
}
