import { scaleLinear } from 'd3-scale'
import { palette } from '../drawing/palette.ts'
import { label, picture, textSize } from '../drawing/picture.ts'
import { element } from '../drawing/svg.ts'
import { fitted, shortened, textWidth } from '../drawing/text.ts'
import type { ValueAxis } from '../drawing/value-axis.ts'
import type { Bar, BarGroup, BarsInput } from './input.ts'
import { barAxis, barsOf, hasValues, keyOf } from './layout.ts'
import { barOf, targetTick } from './marks.ts'

const line = textSize * 1.2
/** Thickness of a bar, and room between one group and the next. */
const thick = 18
const between = 9
const afterBar = 6
const tickReach = 4

type Frame = { readonly width: number; readonly x: (value: number) => number }

type Slot = { readonly top: number; readonly height: number }

type Layout = {
  readonly names: readonly (readonly string[])[]
  readonly slots: readonly Slot[]
  readonly top: number
  readonly bottom: number
  readonly height: number
}

/** Height that bars lying across need in a width: as much as their names and bars take, neither more nor less. */
export function heightAcross(input: BarsInput, width: number): number {
  return layoutOf(input, width).height
}

function layoutOf(input: BarsInput, width: number): Layout {
  const { height: top } = keyOf(input, width)
  const names = input.groups.map(({ name }) => fitted(name, width * 0.36, 3, textSize))
  let y = top + 4
  const slots = input.groups.map((group, at) => {
    const height = Math.max(thick * barsOf(group).length, line * (names[at]?.length ?? 1), thick) + between
    const slot = { top: y, height }
    y += height
    return slot
  })
  const bottom = y + 2
  return { names, slots, top, bottom, height: Math.ceil(bottom + (hasValues(input) ? textSize * 2 : textSize * 1.5)) }
}

/** Bars that lie across, one under another, each with its value at its end. */
export function barsAcross(input: BarsInput, width: number): string {
  const { names, slots, top, bottom, height } = layoutOf(input, width)
  const axis = barAxis(input, 5)
  const frame = frameOf(input, width, axis, names.flat())
  return picture(input.sentence, { width, height }, [
    ...keyOf(input, width).content,
    ...(hasValues(input) ? gridlines(axis, frame, top, bottom) : []),
    ...input.groups.flatMap((group, at) => groupOf(group, names[at] ?? [], slots[at] as Slot, frame)),
    ...(hasValues(input)
      ? []
      : [label('There are no values to draw.', { x: 0, y: bottom + textSize, role: 'note', fill: palette.quiet })]),
  ])
}

/** The frame leaves room beside the longest bars for what stands at their ends. */
function frameOf(input: BarsInput, width: number, axis: ValueAxis, names: readonly string[]): Frame {
  const left = Math.max(0, ...names.map(name => textWidth(name, textSize))) + 10
  const values = input.groups.flatMap(barsOf).flatMap(({ bar }) => (bar.value === null ? [] : [bar]))
  const room = afterBar * 2 + tickReach
  const wide = (some: readonly Bar[]) =>
    Math.max(0, ...some.map(({ shown }) => textWidth(shownOf(shown, width), textSize, 'bold') + room))
  const [below, above] = [
    values.filter(({ value }) => Number(value) < 0),
    values.filter(({ value }) => Number(value) >= 0),
  ]
  const before = wide(below)
  const after = Math.max(wide(above), textSize)
  const most = Math.max(width - left - before - after, width * 0.15)
  const across = scaleLinear([axis.from, axis.to], [left + before, left + before + most])
  return { width, x: value => across(value) }
}

const shownOf = (shown: string, width: number) => shortened(shown, width * 0.45, textSize, 'bold')

function gridlines(axis: ValueAxis, frame: Frame, top: number, bottom: number): string[] {
  const labelled = spaced(axis, frame)
  return axis.ticks.flatMap(tick => {
    const x = frame.x(tick.value)
    const isZero = tick.value === 0
    return [
      element('line', {
        class: isZero ? 'chart-zero' : 'chart-grid',
        x1: x,
        x2: x,
        y1: top,
        y2: bottom,
        stroke: isZero ? palette.quiet : palette.grid,
      }),
      ...(labelled.includes(tick.value)
        ? [label(tick.label, { x, y: bottom + textSize * 1.4, anchor: 'middle', role: 'axis', fill: palette.quiet })]
        : []),
    ]
  })
}

/** The ticks that get a label so that none touches the next; zero always does. */
function spaced({ ticks }: ValueAxis, { x }: Frame): number[] {
  const zero = Math.max(
    0,
    ticks.findIndex(tick => tick.value === 0),
  )
  for (const step of [1, 2, 3, 5, 10]) {
    const kept = ticks.filter((_, at) => (at - zero) % step === 0)
    const apart = kept.every((tick, at) => {
      const before = kept[at - 1]
      if (!before) return true
      const halves = (textWidth(before.label, textSize) + textWidth(tick.label, textSize)) / 2
      return x(tick.value) - x(before.value) >= halves + 8
    })
    if (apart) return kept.map(({ value }) => value)
  }
  return [0]
}

function groupOf(group: BarGroup, name: readonly string[], slot: Slot, frame: Frame): string[] {
  const bars = barsOf(group)
  const middle = slot.top + slot.height / 2
  const top = middle - (thick * bars.length) / 2
  const nameTop = middle - (name.length * line) / 2
  const words = name.map((text, at) =>
    label(text, { x: 0, y: nameTop + at * line + textSize * 0.98, role: 'name', fill: palette.ink }),
  )
  const { target } = group
  const tick = target ? frame.x(target.value) : null
  const drawn = bars.flatMap(({ look, bar }, at) => {
    const y = top + at * thick
    const zero = frame.x(0)
    const baseline = y + thick / 2 + textSize * 0.36
    const end = bar.value === null ? zero : frame.x(bar.value)
    const isLeft = bar.value !== null && bar.value < 0
    const words =
      bar.value === null
        ? shortened(bar.shown, frame.width - zero - afterBar * 2 - tickReach, textSize)
        : shownOf(bar.shown, frame.width)
    const x = clearOf(tick, end, isLeft ? -1 : 1, textWidth(words, textSize, 'bold'))
    return [
      ...(bar.value === null
        ? []
        : [
            barOf(look, { x: Math.min(zero, end), y: y + 1, width: Math.abs(end - zero), height: thick - 2 }, 'across'),
          ]),
      label(words, {
        x,
        y: baseline,
        anchor: isLeft ? 'end' : undefined,
        role: bar.value === null ? 'missing' : 'value',
        fill: bar.value === null ? palette.quiet : palette.ink,
        weight: look === 'main' && bar.value !== null ? 'bold' : 'regular',
      }),
    ]
  })
  const reach = (thick * bars.length) / 2 + tickReach / 2
  return [
    ...words,
    ...drawn,
    ...(tick === null ? [] : [targetTick({ x: tick, y: middle - reach }, { x: tick, y: middle + reach })]),
  ]
}

/** Where the words at the end of a bar begin, so that they do not stand upon the tick of its target. */
function clearOf(tick: number | null, end: number, way: 1 | -1, width: number): number {
  const begin = end + way * afterBar
  if (tick === null) return begin
  const [near, far] = [way * (begin - tick), way * (begin - tick) + width]
  return near < tickReach && far > -tickReach ? tick + way * (afterBar + 1) : begin
}
