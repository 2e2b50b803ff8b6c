import { scaleLinear } from 'd3-scale'
import { listed } from '../../shared/words.ts'
import { labelsApart } from '../drawing/labels-apart.ts'
import { palette } from '../drawing/palette.ts'
import { shortPeriod } from '../drawing/period-axis.ts'
import { label, noteLine, notesAtFoot, type PictureSize, picture, textSize } from '../drawing/picture.ts'
import { element } from '../drawing/svg.ts'
import { fitted, shortened, textWidth } from '../drawing/text.ts'
import type { ValueAxis } from '../drawing/value-axis.ts'
import type { BarGroup, BarsInput } from './input.ts'
import { barAxis, barsOf, hasValues, keyOf } from './layout.ts'
import { barOf, targetTick } from './marks.ts'

type Frame = {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  /** Width of the room of a group. */
  readonly slot: number
  readonly y: (value: number) => number
}

/** Bars that stand up along a row of periods. Values stand above their bars where there is room for all of them, else above the last. */
export function barsUp(input: BarsInput, size: PictureSize): string {
  const key = keyOf(input, size.width)
  const notes = notesBelow(input).flatMap(note => fitted(note, size.width - 8, 3, textSize))
  const height = size.height - key.height - notes.length * noteLine - textSize * 4
  const axis = barAxis(input, Math.max(1, Math.min(Math.floor(height / 30), 5)))
  const frame = frameOf(input, size, axis, { top: key.height, notes: notes.length })
  return picture(input.sentence, size, [
    ...key.content,
    ...(hasValues(input) ? gridlines(axis, frame) : []),
    ...input.groups.flatMap((group, at) => groupOf(group, at, frame)),
    ...valuesOf(input, frame),
    ...names(input, frame),
    ...notesAtFoot(notes, size.height),
  ])
}

function frameOf(
  { groups }: BarsInput,
  size: PictureSize,
  axis: ValueAxis,
  taken: { readonly top: number; readonly notes: number },
): Frame {
  const left = Math.max(0, ...axis.ticks.map(tick => textWidth(tick.label, textSize))) + 12
  const right = size.width - 8
  const top = taken.top + textSize * 1.6
  const bottom = size.height - textSize * 2 - (taken.notes ? taken.notes * noteLine + 4 : 0)
  const up = scaleLinear([axis.from, axis.to], [bottom, top])
  return { left, right, top, bottom, slot: (right - left) / Math.max(groups.length, 1), y: value => up(value) }
}

function gridlines(axis: ValueAxis, frame: Frame): string[] {
  const zero = axis.ticks.findIndex(tick => tick.value === 0)
  const tall = Math.abs(frame.y(axis.ticks[1]?.value ?? 0) - frame.y(axis.ticks[0]?.value ?? 0))
  const step = Math.max(1, Math.ceil((textSize * 1.1) / (tall || textSize * 2)))
  return axis.ticks.flatMap((tick, at) => {
    const y = frame.y(tick.value)
    const isZero = tick.value === 0
    const ends = { x1: frame.left, x2: frame.right, y1: y, y2: y }
    return [
      element('line', {
        class: isZero ? 'chart-zero' : 'chart-grid',
        ...ends,
        stroke: isZero ? palette.quiet : palette.grid,
      }),
      ...((at - zero) % step === 0
        ? [
            label(tick.label, {
              x: frame.left - 8,
              y: y + textSize * 0.35,
              anchor: 'end',
              role: 'axis',
              fill: palette.quiet,
            }),
          ]
        : []),
    ]
  })
}

const middleOf = (at: number, { left, slot }: Frame) => left + slot * (at + 0.5)

/** From where to where a bar of a group stands. */
function barPlace(group: BarGroup, at: number, place: number, frame: Frame) {
  const { length } = barsOf(group)
  const width = Math.min((frame.slot * 0.76) / Math.max(length, 1), 48)
  return { left: middleOf(at, frame) - (width * length) / 2 + width * place, width }
}

function groupOf(group: BarGroup, at: number, frame: Frame): string[] {
  const bars = barsOf(group)
  const zero = frame.y(0)
  const drawn = bars.flatMap(({ look, bar }, place) => {
    if (bar.value === null) return []
    const end = frame.y(bar.value)
    const { left, width } = barPlace(group, at, place, frame)
    const box = {
      x: left + 0.5,
      y: Math.min(zero, end),
      width: width - 1,
      height: Math.abs(end - zero),
    }
    return [barOf(look, box, 'up')]
  })
  const { target } = group
  if (!target) return drawn
  const [y, half] = [
    frame.y(target.value),
    Math.min(frame.slot * 0.46, (barPlace(group, at, 0, frame).width * bars.length) / 2 + 6),
  ]
  return [...drawn, targetTick({ x: middleOf(at, frame) - half, y }, { x: middleOf(at, frame) + half, y })]
}

/** The values above their bars where there is room for each; else that of the last group alone, above all of its bars. */
function valuesOf({ groups }: BarsInput, frame: Frame): string[] {
  const all = groups.flatMap((group, at) =>
    barsOf(group).flatMap(({ look, bar }, place) => {
      if (bar.value === null) return []
      const { left, width } = barPlace(group, at, place, frame)
      return [{ look, group, value: bar.value, text: bar.shown, middle: left + width / 2, width }]
    }),
  )
  const single = groups.every(group => barsOf(group).length < 2)
  const isRoom = all.every(({ text, width }) => textWidth(text, textSize, 'bold') + 4 <= (single ? frame.slot : width))
  const last = all.filter(({ look }) => look === 'main').slice(-1)
  return (isRoom ? all : last).map(({ look, group, value, text, middle }) => {
    const words = shortened(text, frame.right - frame.left, textSize, 'bold')
    const half = textWidth(words, textSize, 'bold') / 2
    const x = Math.max(Math.min(middle, frame.right + 4 - half), frame.left + half)
    const values = isRoom ? [value] : barsOf(group).map(({ bar }) => bar.value ?? 0)
    const end = frame.y(value < 0 ? Math.min(...values) : Math.max(...values))
    const tick = group.target ? frame.y(group.target.value) : null
    const isNear = tick !== null && Math.abs(end - tick) < textSize + 6
    const top = isNear && tick < end ? tick : end
    const foot = isNear && tick > end ? tick : end
    return label(words, {
      x,
      y: value < 0 ? Math.min(foot + textSize + 3, frame.bottom + 2) : top - 5,
      anchor: 'middle',
      role: 'value',
      fill: palette.ink,
      weight: look === 'main' ? 'bold' : 'regular',
    })
  })
}

function names({ groups }: BarsInput, frame: Frame): string[] {
  const textOf = (at: number, before: number | undefined) => {
    const { name = '', period } = groups[at] ?? {}
    const text =
      period === undefined ? name : shortPeriod(period, before === undefined ? before : groups[before]?.period)
    return shortened(text, Math.max(frame.slot - 6, 70), textSize)
  }
  return labelsApart(
    groups.map((_, at) => middleOf(at, frame)),
    textOf,
    textSize,
  ).map(({ at, text }) => {
    const half = textWidth(text, textSize) / 2
    const x = Math.max(Math.min(at, frame.right + 8 - half), half)
    return label(text, { x, y: frame.bottom + textSize * 1.6, anchor: 'middle', role: 'axis', fill: palette.quiet })
  })
}

/** More than so many without a bar are counted: the table beside the chart names them. */
const mostNamed = 3

/** Which groups have no bar, and why. */
function notesBelow(input: BarsInput): string[] {
  const { groups, key } = input
  if (!hasValues(input) && groups.length === 0) return ['There are no values to draw.']
  const missing = groups.flatMap(group =>
    barsOf(group).flatMap(({ look, bar }) => {
      if (bar.value !== null) return []
      const whose = key && group.main && group.beside ? `, ${key[look]}` : ''
      return [{ where: `${group.period ? shortPeriod(group.period, undefined) : group.name}${whose}`, why: bar.shown }]
    }),
  )
  return [...Map.groupBy(missing, ({ why }) => why)].map(([why, some]) => {
    const where = some.length > mostNamed ? `${some.length} of ${groups.length}` : listed(some.map(each => each.where))
    return `No bar for ${where}: ${why}.`
  })
}
