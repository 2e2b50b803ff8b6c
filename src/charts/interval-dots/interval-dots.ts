/** Values of groups with their intervals, one below the other, and the value of all across them. */
import { scaleLinear } from 'd3-scale'
import { palette } from '../drawing/palette.ts'
import { label, noteLine, notesAtFoot, picture, textSize } from '../drawing/picture.ts'
import { element } from '../drawing/svg.ts'
import { fitted, textWidth } from '../drawing/text.ts'
import { axisAround, type ValueAxis } from '../drawing/value-axis.ts'

export type IntervalDotsInput = {
  /** What the chart says, for whoever cannot see it. */
  readonly sentence: string
  readonly rows: readonly {
    readonly name: string
    /** The value as it is printed. */
    readonly shown: string
    readonly value: number
    readonly lower: number
    readonly upper: number
    /** Whether the group differs from the others by more than chance: a full square instead of a hollow dot. */
    readonly isGap: boolean
  }[]
  readonly whole: { readonly name: string; readonly shown: string; readonly value: number }
}

type Frame = { readonly left: number; readonly right: number; readonly x: (value: number) => number }
type Row = IntervalDotsInput['rows'][number]

const line = textSize * 1.2
const rowHeight = 34
const headHeight = textSize * 2
const dot = 5

/** The chart as SVG text; it takes the height that its rows need. */
export function intervalDots(input: IntervalDotsInput, width: number): string {
  const { rows, whole } = input
  const values = rows.flatMap(({ lower, upper }) => [lower, upper])
  const axis = axisAround({
    lowest: Math.min(whole.value, ...values),
    highest: Math.max(whole.value, ...values),
    fromZero: false,
    lines: width < 500 ? 3 : 5,
  })
  const names = rows.map(({ name }) => fitted(name, width * 0.36, 2, textSize))
  const frame = frameOf(rows, names.flat(), axis, width)
  const bottom = headHeight + rows.length * rowHeight
  const notes = fitted(notesOf(rows, axis).join(' '), width - 8, 4, textSize)
  const height = Math.ceil(bottom + textSize * 2 + notes.length * noteLine + 6)
  return picture(input.sentence, { width, height }, [
    ...gridlines(axis, frame, bottom),
    ...wholeLine(whole, frame, bottom),
    ...rows.flatMap((row, at) => [
      ...nameOf(names[at] ?? [], at),
      ...markOf(row, at, frame),
      label(row.shown, {
        x: width,
        y: middleOf(at) + textSize * 0.36,
        anchor: 'end',
        role: 'value',
        fill: palette.ink,
        weight: row.isGap ? 'bold' : 'regular',
      }),
    ]),
    ...notesAtFoot(notes, height),
  ])
}

function notesOf(rows: readonly Row[], { cut }: ValueAxis): string[] {
  return [
    'Lines: 95 % intervals.',
    ...(rows.some(({ isGap }) => isGap) ? ['Full squares: further from the others than chance would put them.'] : []),
    ...(cut ? ['The scale does not begin at zero.'] : []),
  ]
}

function frameOf(rows: readonly Row[], names: readonly string[], axis: ValueAxis, width: number): Frame {
  const left = Math.max(0, ...names.map(name => textWidth(name, textSize))) + 12 + dot
  const right = width - Math.max(0, ...rows.map(({ shown }) => textWidth(shown, textSize, 'bold'))) - 12 - dot
  const across = scaleLinear([axis.from, axis.to], [left, Math.max(right, left + 40)])
  return { left, right, x: value => across(value) }
}

const middleOf = (at: number) => headHeight + at * rowHeight + rowHeight / 2

function gridlines({ ticks }: ValueAxis, { x }: Frame, bottom: number): string[] {
  let free = Number.NEGATIVE_INFINITY
  return ticks.flatMap(tick => {
    const half = textWidth(tick.label, textSize) / 2
    const isFree = x(tick.value) - half >= free
    if (isFree) free = x(tick.value) + half + 8
    const across = { x1: x(tick.value), x2: x(tick.value), y1: headHeight, y2: bottom, stroke: palette.grid }
    const words = { x: x(tick.value), y: bottom + textSize * 1.4, role: 'axis', fill: palette.quiet } as const
    return [
      element('line', { class: 'chart-grid', ...across }),
      ...(isFree ? [label(tick.label, { ...words, anchor: 'middle' })] : []),
    ]
  })
}

/** The value of everybody, across all rows, with its name above. */
function wholeLine(
  { name, shown, value }: IntervalDotsInput['whole'],
  { left, right, x }: Frame,
  bottom: number,
): string[] {
  const words = `${name} ${shown}`
  const half = textWidth(words, textSize, 'bold') / 2
  const middle = Math.min(Math.max(x(value), left + half - dot), right - half + dot)
  return [
    element('line', {
      class: 'chart-whole',
      x1: x(value),
      x2: x(value),
      y1: headHeight - 4,
      y2: bottom,
      stroke: palette.ink,
      'stroke-width': 1.5,
      'stroke-dasharray': '6 4',
    }),
    label(words, { x: middle, y: textSize * 1.2, anchor: 'middle', role: 'whole', fill: palette.ink, weight: 'bold' }),
  ]
}

function nameOf(lines: readonly string[], at: number): string[] {
  const top = middleOf(at) - (lines.length * line) / 2
  return lines.map((text, each) =>
    label(text, { x: 0, y: top + each * line + textSize * 0.98, role: 'name', fill: palette.ink }),
  )
}

/** The interval as a line with ends, and the value on it. */
function markOf({ value, lower, upper, isGap }: Row, at: number, { x }: Frame): string[] {
  const y = middleOf(at)
  const stroke = { stroke: palette.ink, 'stroke-width': isGap ? 2.5 : 1.5 }
  const upright = (place: number) =>
    element('line', { class: 'chart-limit', x1: x(place), x2: x(place), y1: y - 4, y2: y + 4, ...stroke })
  const mark = isGap
    ? element('rect', {
        class: 'chart-gap',
        x: x(value) - dot,
        y: y - dot,
        width: 2 * dot,
        height: 2 * dot,
        fill: palette.ink,
      })
    : element('circle', { class: 'chart-dot', cx: x(value), cy: y, r: dot, fill: palette.paper, ...stroke })
  return [
    element('line', { class: 'chart-interval', x1: x(lower), x2: x(upper), y1: y, y2: y, ...stroke }),
    upright(lower),
    upright(upper),
    mark,
  ]
}
