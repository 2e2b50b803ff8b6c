/** Councils by their size: how far each lies from the whole, beside how far chance alone would take one of its size. */
import { gridlines, likeRing, ownerAbove, type Plot, wholeAcross } from '../drawing/council-marks.ts'
import { labelsApart } from '../drawing/labels-apart.ts'
import { palette } from '../drawing/palette.ts'
import { label, type PictureSize, picture, textSize } from '../drawing/picture.ts'
import { type KeyItem, keyHeight, signKey } from '../drawing/sign-key.ts'
import { type StandingSign, standingMark } from '../drawing/standing-signs.ts'
import { element, pathThrough } from '../drawing/svg.ts'
import { fitted, textWidth } from '../drawing/text.ts'
import { axisAround, type ValueAxis } from '../drawing/value-axis.ts'

export type FunnelDot = {
  readonly size: number
  readonly value: number
  /** Which limits it lies beyond; null where that cannot be told. */
  readonly beyond: 'neither' | 'inner' | 'outer' | null
  readonly standing: StandingSign
  /** Whether it is the council that asks, or one that it is held to be like. */
  readonly who: 'asking' | 'like' | 'other'
}

type Point = { readonly size: number; readonly value: number }

type Limit = { readonly lower: readonly Point[]; readonly upper: readonly Point[] }

export type FunnelInput = {
  /** What the chart says, for whoever cannot see it. */
  readonly sentence: string
  readonly dots: readonly FunnelDot[]
  /** The council that asks, as its mark is named. */
  readonly owner: string
  readonly middle: { readonly value: number; readonly shown: string; readonly name: string }
  readonly inner: Limit
  readonly outer: Limit
  /** Whether the limits allow for how much councils differ: the key says so, and whose rule it is. */
  readonly isWidened?: boolean
  /** What the size of a council is, under the axis: "Population". */
  readonly sizes: string
  /** Whom the council is held to be like; empty where nobody is marked so. */
  readonly like: string
}

type Frame = Plot & { readonly x: (size: number) => number }

const limitLooks = {
  inner: { level: '95 %', look: { stroke: palette.data, 'stroke-width': 1.5, 'stroke-dasharray': '5 3' } },
  outer: { level: '99.8 %', look: { stroke: palette.data, 'stroke-width': 1.5 } },
} as const

/** Sizes in which the pages show it: the narrow one has room for a key of many lines. */
export const funnelSizes = {
  broad: { width: 1180, height: 440 },
  wide: { width: 700, height: 400 },
  narrow: { width: 288, height: 440 },
} as const satisfies Record<string, PictureSize>

/** The chart as SVG text. The table of its values stands beside it on the page. */
export function funnel(input: FunnelInput, size: PictureSize): string {
  const axis = axisOf(input)
  const across = axisAround({
    lowest: 0,
    highest: Math.max(...input.dots.map(dot => dot.size)),
    fromZero: true,
    lines: size.width > 400 ? 6 : 3,
  })
  const key = keyOf(input)
  const frame = frameOf(input, { axis, across, size, key: keyHeight(key, size.width) })
  return picture(input.sentence, size, [
    ...gridlines(axis, frame),
    ...sizesBelow(input, across, frame),
    ...limits(input, axis, frame),
    ...wholeAcross(input.middle, frame),
    ...marks(input, frame),
    ...owner(input, frame),
    ...signKey(key, size),
  ])
}

/** Around what councils have: where the limits reach further, at the smallest sizes, they leave the picture. */
function axisOf({ dots, middle: { value } }: FunnelInput): ValueAxis {
  const values = [...dots.map(dot => dot.value), value]
  const lowest = Math.min(...values)
  return axisAround({ lowest, highest: Math.max(...values), fromZero: lowest <= 0, lines: 5 })
}

function frameOf(
  { middle: { name, shown } }: FunnelInput,
  given: { readonly axis: ValueAxis; readonly across: ValueAxis; readonly size: PictureSize; readonly key: number },
): Frame {
  const { axis, across, size, key } = given
  const left = Math.max(...axis.ticks.map(tick => textWidth(tick.label, textSize))) + 12
  const right = size.width - Math.max(textWidth(name, textSize), textWidth(shown, textSize, 'bold')) - 10
  const top = textSize * 2.4
  const bottom = size.height - key - textSize * 3.8
  const x = (people: number) => left + (people / across.to) * (right - left)
  const y = (value: number) => bottom - ((value - axis.from) / (axis.to - axis.from)) * (bottom - top)
  return { left, right, top, bottom, x, y }
}

function sizesBelow({ sizes }: FunnelInput, across: ValueAxis, { left, right, bottom, x }: Frame): string[] {
  const look = { role: 'axis', fill: palette.quiet }
  const [words = ''] = fitted(sizes, right, 1, textSize)
  const { ticks } = across
  const apart = labelsApart(
    ticks.map(tick => x(tick.value)),
    at => String(ticks[at]?.label),
    textSize,
  )
  return [
    ...apart.map(({ at, text }) => label(text, { ...look, x: at, y: bottom + textSize * 1.4, anchor: 'middle' })),
    label(words, {
      ...look,
      x: Math.max((left + right) / 2, textWidth(words, textSize) / 2),
      y: bottom + textSize * 2.8,
      anchor: 'middle',
    }),
  ]
}

function limits({ inner, outer }: FunnelInput, { from, to }: ValueAxis, { x, y }: Frame): string[] {
  const lines = [
    { limit: outer, name: 'outer' },
    { limit: inner, name: 'inner' },
  ] as const
  return lines.flatMap(({ limit, name }) =>
    [limit.lower, limit.upper].flatMap(points => {
      const within = points.filter(({ value }) => value >= from && value <= to)
      const d = pathThrough(within.map(point => ({ x: x(point.size), y: y(point.value) })))
      const look = { class: `chart-limit chart-limit-${name}`, fill: 'none', ...limitLooks[name].look }
      return within.length > 1 ? [element('path', { ...look, d })] : []
    }),
  )
}

function marks({ dots }: FunnelInput, { x, y }: Frame): string[] {
  const drawn = dots.map(dot => ({ who: dot.who, svg: markOf(dot, x(dot.size), y(dot.value)) }))
  // The council that asks lies over the others, those like it over the rest.
  return (['other', 'like', 'asking'] as const).flatMap(who =>
    drawn.filter(each => each.who === who).map(({ svg }) => svg),
  )
}

function markOf({ beyond, standing, who }: FunnelDot, x: number, y: number): string {
  const reach = who === 'asking' ? 7 : 4.2
  const mark = standingMark(beyond === null ? 'unknown' : standing, x, y, reach, beyond === 'inner' ? 'hollow' : 'full')
  return who === 'like' ? `${likeRing(x, y, 7.5)}${mark}` : mark
}

function owner({ dots, owner: name }: FunnelInput, frame: Frame): string[] {
  const dot = dots.find(each => each.who === 'asking')
  return dot ? ownerAbove(name, { x: frame.x(dot.size), top: frame.y(dot.value) - 9 }, frame) : []
}

type Meaning = readonly [standing: StandingSign, beyond: FunnelDot['beyond'], words: string]

/** Every mark that a funnel may have, in the order of its key. */
const meanings: readonly Meaning[] = [
  ['similar', 'neither', 'within the limits'],
  ['better', 'inner', 'better, beyond 95 %'],
  ['better', 'outer', 'better, beyond 99.8 %'],
  ['worse', 'inner', 'worse, beyond 95 %'],
  ['worse', 'outer', 'worse, beyond 99.8 %'],
  ['higher', 'inner', 'higher or lower, beyond 95 %'],
  ['higher', 'outer', 'higher or lower, beyond 99.8 %'],
  ['unknown', null, 'cannot be told'],
]

function keyOf({ dots, like, isWidened = false }: FunnelInput): KeyItem[] {
  const isDrawn = ([standing, beyond]: Meaning) =>
    dots.some(
      dot =>
        dot.beyond === beyond &&
        (beyond === null || dot.standing === standing || (standing === 'higher' && dot.standing === 'lower')),
    )
  const lines = [limitLooks.inner, limitLooks.outer].map(({ level, look }) => ({
    words: isWidened ? `${level}, widened (Spiegelhalter 2005)` : `${level} limits`,
    mark: (x: number, y: number) =>
      element('line', { class: 'chart-limit', x1: x - 6, x2: x + 7, y1: y, y2: y, ...look }),
  }))
  const rings = dots.some(dot => dot.who === 'like')
    ? [{ words: like, mark: (x: number, y: number) => likeRing(x, y, 5) }]
    : []
  const signs = meanings.filter(isDrawn).map(
    ([standing, beyond, words]): KeyItem => ({
      words,
      mark: (x, y) => standingMark(standing, x, y, 4.5, beyond === 'inner' ? 'hollow' : 'full'),
    }),
  )
  return [...signs, ...rings, ...lines]
}
