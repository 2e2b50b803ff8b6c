/** All councils of a group by one measure, worst to best: a mark each, with the interval, and England across. */
import { gridlines, likeRing, ownerAbove, type Plot, wholeAcross } from '../drawing/council-marks.ts'
import { palette } from '../drawing/palette.ts'
import { label, type PictureSize, picture, textSize } from '../drawing/picture.ts'
import { type KeyItem, keyHeight, signKey } from '../drawing/sign-key.ts'
import { type StandingSign, standingKey, standingMark } from '../drawing/standing-signs.ts'
import { element } from '../drawing/svg.ts'
import { textWidth } from '../drawing/text.ts'
import { axisAround, type ValueAxis } from '../drawing/value-axis.ts'

export type RankedDot = {
  readonly value: number
  readonly lower: number | null
  readonly upper: number | null
  readonly standing: StandingSign
  /** Whether it is the council that asks, or one that it is held to be like. */
  readonly who: 'asking' | 'like' | 'other'
}

export type RankedDotsInput = {
  /** What the chart says, for whoever cannot see it. */
  readonly sentence: string
  /** Best first. */
  readonly dots: readonly RankedDot[]
  /** The council that asks, as its mark is named. */
  readonly owner: string
  readonly england: { readonly value: number; readonly shown: string } | null
  /** Whom the council is held to be like; empty where nobody is marked so. */
  readonly like: string
  /** What stands at the two ends, as "Worst" and "Best". */
  readonly ends: readonly [left: string, right: string]
}

type Frame = Plot & { readonly x: (at: number) => number }

/** The chart as SVG text. The table of its values stands beside it on the page. */
export function rankedDots(input: RankedDotsInput, size: PictureSize): string {
  if (input.dots.length === 0)
    return picture(input.sentence, size, [
      label('No council has a value to draw.', { x: 0, y: textSize * 2, role: 'note', fill: palette.quiet }),
    ])
  const axis = axisOf(input)
  const key = keyOf(input, axis)
  const frame = frameOf(input, axis, size, keyHeight(key, size.width))
  return picture(input.sentence, size, [
    ...gridlines(axis, frame),
    ...ends(input, frame),
    ...whiskers(input, frame),
    ...(input.england ? wholeAcross({ ...input.england, name: 'England', dashes: '6 4' }, frame) : []),
    ...marks(input, frame),
    ...owner(input, frame),
    ...signKey(key, size),
  ])
}

/** An interval so many times as wide as the middle one need not fit into the picture. */
const farWider = 4

/** Around every value and interval; those far wider than the others leave the picture, so that no tiny council squeezes all together. */
function axisOf({ dots, england }: RankedDotsInput): ValueAxis {
  const widths = dots.flatMap(({ lower, upper }) => (lower === null || upper === null ? [] : [upper - lower]))
  const middle = widths.sort((a, b) => a - b)[Math.floor(widths.length / 2)] ?? 0
  const widest = farWider * middle
  const values = dots.flatMap(({ value, lower, upper, who }) =>
    lower === null || upper === null || (upper - lower > widest && who !== 'asking') ? [value] : [value, lower, upper],
  )
  const all = england ? [...values, england.value] : values
  const lowest = Math.min(...all)
  return axisAround({ lowest, highest: Math.max(...all), fromZero: lowest <= 0, lines: 5 })
}

function frameOf({ dots, england }: RankedDotsInput, axis: ValueAxis, size: PictureSize, key: number): Frame {
  const left = Math.max(...axis.ticks.map(tick => textWidth(tick.label, textSize))) + 12
  const words = england ? Math.max(textWidth('England', textSize), textWidth(england.shown, textSize)) + 10 : 8
  const right = size.width - words
  const top = textSize * 2.4
  const bottom = size.height - key - textSize * 2.4
  // The best stands at the right.
  const step = (right - left - 16) / Math.max(1, dots.length - 1)
  const x = (at: number) => (dots.length === 1 ? (left + right) / 2 : right - 8 - at * step)
  const y = (value: number) => bottom - ((value - axis.from) / (axis.to - axis.from)) * (bottom - top)
  return { left, right, top, bottom, x, y }
}

function ends({ ends: [worst, best] }: RankedDotsInput, { left, right, bottom }: Frame): string[] {
  const look = { y: bottom + textSize * 1.4, role: 'axis', fill: palette.quiet }
  return [label(worst, { ...look, x: left }), label(best, { ...look, x: right, anchor: 'end' })]
}

function whiskers({ dots }: RankedDotsInput, { x, y, top, bottom }: Frame): string[] {
  return dots.flatMap(({ lower, upper, who }, at) =>
    lower === null || upper === null
      ? []
      : [
          element('line', {
            class: 'chart-interval',
            x1: x(at),
            x2: x(at),
            y1: Math.min(bottom, y(lower)),
            y2: Math.max(top, y(upper)),
            stroke: who === 'asking' ? palette.ink : palette.grid,
            'stroke-width': who === 'asking' ? 2 : 1,
          }),
        ],
  )
}

function marks({ dots }: RankedDotsInput, { x, y, left, right }: Frame): string[] {
  const reach = dots.length > (right - left) / 8 ? 3 : 4.5
  const drawn = dots.map((dot, at) => ({ dot, svg: markOf(dot, x(at), y(dot.value), reach) }))
  // The council that asks lies over the others, those like it over the rest.
  const order = ['other', 'like', 'asking'] as const
  return order.flatMap(who => drawn.filter(({ dot }) => dot.who === who).map(({ svg }) => svg))
}

function markOf({ who, standing }: RankedDot, x: number, y: number, reach: number): string {
  if (who === 'asking') return standingMark(standing, x, y, 6.5)
  return `${who === 'like' ? likeRing(x, y, reach + 3) : ''}${standingMark(standing, x, y, reach)}`
}

function owner({ dots, owner: name }: RankedDotsInput, frame: Frame): string[] {
  const at = dots.findIndex(dot => dot.who === 'asking')
  const dot = dots[at]
  return dot ? ownerAbove(name, { x: frame.x(at), top: frame.y(dot.upper ?? dot.value) - 8 }, frame) : []
}

function keyOf({ dots, like }: RankedDotsInput, { from, to }: ValueAxis): KeyItem[] {
  const isCut = dots.some(({ lower, upper }) => (lower ?? from) < from || (upper ?? to) > to)
  const lines = dots.some(dot => dot.lower !== null)
    ? [
        {
          words: isCut ? '95 % interval (the widest cut off)' : '95 % interval',
          mark: (x: number, y: number) => upright(x, y),
        },
      ]
    : []
  const rings = dots.some(dot => dot.who === 'like')
    ? [{ words: like, mark: (x: number, y: number) => likeRing(x, y, 5) }]
    : []
  return [...standingKey(dots.map(dot => dot.standing)), ...rings, ...lines]
}

function upright(x: number, y: number): string {
  return element('line', {
    class: 'chart-interval',
    x1: x,
    x2: x,
    y1: y - 5,
    y2: y + 5,
    stroke: palette.quiet,
    'stroke-width': 1.5,
  })
}
