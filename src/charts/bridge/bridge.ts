/** A bridge from one count to another: each step begins where the one before it ended. */
import { scaleLinear } from 'd3-scale'
import { grouped } from '../../shared/words.ts'
import { barOf } from '../bars/marks.ts'
import { palette } from '../drawing/palette.ts'
import { label, noteLine, notesAtFoot, picture, textSize } from '../drawing/picture.ts'
import { element } from '../drawing/svg.ts'
import { fitted, textWidth } from '../drawing/text.ts'
import { axisAround, type ValueAxis } from '../drawing/value-axis.ts'

export type BridgeInput = {
  /** What the chart says, for whoever cannot see it. */
  readonly sentence: string
  readonly from: { readonly name: string; readonly value: number }
  /** In their order; a step of zero keeps its place. */
  readonly steps: readonly { readonly name: string; readonly change: number }[]
  /** Its value is that of `from` with every change. */
  readonly to: { readonly name: string; readonly value: number }
}

type Row = { readonly name: string; readonly shown: string; readonly start: number; readonly end: number }
type Frame = { readonly left: number; readonly right: number; readonly x: (value: number) => number }

const line = textSize * 1.2
const rowHeight = 36
const thick = 18
const dot = 6

/** The changes signed. @example signed(-3) // '−3' */
export const signed = (change: number): string => (change > 0 ? `+${grouped(String(change))}` : grouped(String(change)))

/** The bridge as SVG text; it takes the height that its rows need. */
export function bridge(input: BridgeInput, width: number): string {
  const rows = rowsOf(input)
  const values = rows.flatMap(({ start, end }) => [start, end])
  const axis = axisAround({ lowest: Math.min(...values), highest: Math.max(...values), fromZero: false, lines: 4 })
  const names = rows.map(({ name }) => fitted(name, width * 0.4, 2, textSize))
  const frame = frameOf(rows, names.flat(), axis, width)
  const bottom = rows.length * rowHeight + 4
  const notes = axis.cut ? fitted(cutNote, width - 8, 3, textSize) : []
  const height = Math.ceil(bottom + textSize * 2 + (notes.length > 0 ? notes.length * noteLine + 6 : 0))
  return picture(input.sentence, { width, height }, [
    ...gridlines(axis, frame, bottom),
    ...rows.flatMap((row, at) => [
      ...nameOf(names[at] ?? [], at),
      ...joint(rows, at, frame),
      ...markOf(row, at, frame, at === 0 || at === rows.length - 1),
      label(row.shown, {
        x: width,
        y: middleOf(at) + textSize * 0.36,
        anchor: 'end',
        role: 'value',
        fill: palette.ink,
        weight: at === 0 || at === rows.length - 1 ? 'bold' : 'regular',
      }),
    ]),
    ...notesAtFoot(notes, height),
  ])
}

const cutNote = 'The scale does not begin at zero: the length of a bar is the size of its change.'

function rowsOf({ from, steps, to }: BridgeInput): Row[] {
  let at = from.value
  const between = steps.map(({ name, change }) => {
    const start = at
    at += change
    return { name, shown: change === 0 ? '0' : signed(change), start, end: at }
  })
  const total = ({ name, value }: BridgeInput['from']): Row => ({
    name,
    shown: grouped(String(value)),
    start: value,
    end: value,
  })
  return [total(from), ...between, total(to)]
}

function frameOf(rows: readonly Row[], names: readonly string[], axis: ValueAxis, width: number): Frame {
  const left = Math.max(0, ...names.map(name => textWidth(name, textSize))) + 12 + dot
  const right = width - Math.max(...rows.map(({ shown }) => textWidth(shown, textSize, 'bold'))) - 12 - dot
  const across = scaleLinear([axis.from, axis.to], [left, Math.max(right, left + 40)])
  return { left, right, x: value => across(value) }
}

const middleOf = (at: number) => at * rowHeight + rowHeight / 2 + 2

function gridlines({ ticks }: ValueAxis, { x }: Frame, bottom: number): string[] {
  const labelled = apart(ticks, x)
  return ticks.flatMap((tick, at) => [
    element('line', {
      class: 'chart-grid',
      x1: x(tick.value),
      x2: x(tick.value),
      y1: 2,
      y2: bottom,
      stroke: palette.grid,
    }),
    ...(labelled.has(at)
      ? [
          label(tick.label, {
            x: x(tick.value),
            y: bottom + textSize * 1.4,
            anchor: 'middle',
            role: 'axis',
            fill: palette.quiet,
          }),
        ]
      : []),
  ])
}

/** The places of the ticks whose labels do not touch one another. */
function apart(ticks: ValueAxis['ticks'], x: Frame['x']): ReadonlySet<number> {
  const kept = new Set<number>()
  let free = Number.NEGATIVE_INFINITY
  ticks.forEach((tick, at) => {
    const half = textWidth(tick.label, textSize) / 2
    if (x(tick.value) - half < free) return
    kept.add(at)
    free = x(tick.value) + half + 8
  })
  return kept
}

function nameOf(lines: readonly string[], at: number): string[] {
  const top = middleOf(at) - (lines.length * line) / 2
  return lines.map((text, each) =>
    label(text, { x: 0, y: top + each * line + textSize * 0.98, role: 'name', fill: palette.ink }),
  )
}

/** The thin line from the end of a row to the start of the next. */
function joint(rows: readonly Row[], at: number, { x }: Frame): string[] {
  const row = rows[at]
  if (!row || at === rows.length - 1) return []
  return [
    element('line', {
      class: 'chart-joint',
      x1: x(row.end),
      x2: x(row.end),
      y1: middleOf(at),
      y2: middleOf(at + 1),
      stroke: palette.quiet,
    }),
  ]
}

/** A dot for a count, a plain bar for what is added, a striped one for what goes. */
function markOf({ start, end }: Row, at: number, { x }: Frame, isCount: boolean): string[] {
  if (isCount)
    return [element('circle', { class: 'chart-count', cx: x(end), cy: middleOf(at), r: dot, fill: palette.ink })]
  if (start === end) return []
  const box = {
    x: Math.min(x(start), x(end)),
    y: middleOf(at) - thick / 2,
    width: Math.abs(x(end) - x(start)),
    height: thick,
  }
  return [barOf(end > start ? 'main' : 'beside', box, 'across')]
}
