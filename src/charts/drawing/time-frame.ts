/** What every chart over time stands in: its plot, the lines across it, the periods below it and the labels at its right end. */
import { scaleLinear } from 'd3-scale'
import { monthsOf, type Period } from '../../shared/period/period.ts'
import { baselines, type EndLabel, heightOf, keyRoom, type PlacedLabel, placeLabels, widthOf } from './end-labels.ts'
import { palette } from './palette.ts'
import { periodLabels, shortPeriod } from './period-axis.ts'
import { label, type PictureSize, textSize } from './picture.ts'
import { element } from './svg.ts'
import { textWidth } from './text.ts'
import type { ValueAxis } from './value-axis.ts'

/** Space between text and the edge of the picture. */
export const edge = 8

/** Where the plot lies in its picture, and where a period and a value stand in it. */
export type TimeFrame = {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly x: (period: Period) => number
  readonly y: (value: number) => number
}

type Framing = {
  /** Every period of the chart, oldest first. */
  readonly periods: readonly Period[]
  readonly size: PictureSize
  readonly axis: ValueAxis
  readonly labels: readonly EndLabel[]
  readonly top: number
  /** The height of what stands below the periods: notes and keys. */
  readonly foot: number
}

/** Where the chart stands in its picture: room for its labels is taken from the right, for its notes from the foot. */
export function frameOf({ periods, size, axis, labels, top, foot }: Framing): TimeFrame {
  const firstLabel = periods[0] === undefined ? '' : shortPeriod(periods[0], undefined)
  const left = Math.max(
    Math.max(0, ...axis.ticks.map(tick => textWidth(tick.label, textSize))) + 12,
    textWidth(firstLabel, textSize) / 2,
  )
  const right = size.width - Math.max(widthOf(labels) + 12 + edge, 26)
  const bottom = size.height - textSize * 2 - foot
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

/** A line across at each tick of the value axis, that of zero darker, and what it stands for. */
export function gridlines(axis: ValueAxis, frame: TimeFrame): string[] {
  return axis.ticks.flatMap(tick => {
    const y = frame.y(tick.value)
    const stroke = tick.value === 0 ? palette.quiet : palette.grid
    return [
      element('line', { class: 'chart-grid', x1: frame.left, x2: frame.right, y1: y, y2: y, stroke }),
      label(tick.label, {
        x: frame.left - 8,
        y: y + textSize * 0.35,
        anchor: 'end',
        role: 'axis',
        fill: palette.quiet,
      }),
    ]
  })
}

/** The periods below the plot, as many as have room. */
export function periodAxis(periods: readonly Period[], frame: TimeFrame): string[] {
  return periodLabels(periods, frame.x, textSize).map(({ at, text }) =>
    label(text, { x: at, y: frame.bottom + textSize * 1.6, anchor: 'middle', role: 'axis', fill: palette.quiet }),
  )
}

/** Where each label comes to stand: near the height of what it names, and no lower than the plot unless they need it. */
export function placedAtEnd(labels: readonly EndLabel[], frame: TimeFrame, below: number): readonly PlacedLabel[] {
  const wanted = labels.map(each => ({ ...each, wanted: frame.y(each.wanted) }))
  return placeLabels(wanted, 0, Math.max(frame.bottom + below, heightOfAll(labels)))
}

/** How high labels are, one under another. */
export const heightOfAll = (labels: readonly EndLabel[]): number =>
  labels.reduce((sum, each) => sum + heightOf(each) + 4, 0)

/** The words of labels at the right end; after the shape, where a label has one. */
export function endWords(placed: readonly PlacedLabel[], frame: TimeFrame): string[] {
  return placed.flatMap(each =>
    baselines(each).map(({ line: { text, role, colour, size, weight }, y }) => {
      const x = frame.right + 12 + (each.key === undefined ? 0 : keyRoom)
      return label(text, { x, y, role, fill: colour, size, weight })
    }),
  )
}

/** A dotted line from where a series ends to its label, where the two stand apart. */
export function leader(tip: { readonly x: number; readonly y: number }, frame: TimeFrame): string[] {
  if (frame.right - tip.x <= 24) return []
  const across = { x1: tip.x + 14, x2: frame.right + 6, y1: tip.y, y2: tip.y }
  return [element('line', { class: 'chart-leader', ...across, stroke: palette.quiet, 'stroke-dasharray': '1 3' })]
}
