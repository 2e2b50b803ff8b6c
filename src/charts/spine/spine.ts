/** Where one council stands between the worst and the best of a group: hidden from assistive technology, as the cells say the same. */
import { scaleLinear } from 'd3-scale'
import { palette } from '../drawing/palette.ts'
import { type signLooks, signMark } from '../drawing/signs.ts'
import { element } from '../drawing/svg.ts'

export type SpineInput = {
  /** Between which of its values the group is drawn, and how many of them lie further out on either side. */
  readonly reach: { readonly from: number; readonly to: number; readonly below: number; readonly above: number }
  readonly lowerQuartile: number
  readonly upperQuartile: number
  readonly median: number
  /** What is said of England; null where nothing is. */
  readonly england: number | null
  /** The council's own value; null where it has none. */
  readonly value: number | null
  /** Whether the best is the least: the best always stands at the right. */
  readonly turned: boolean
  readonly sign: keyof typeof signLooks
}

const size = { width: 200, height: 28 }
const margin = 9
/** What lies further out than the group is drawn stands this much beyond its end. */
const outside = 16
const middle = size.height / 2

/**
 * The spine as SVG text: the range, the middle half as a box, the median and England as ticks, the council as a mark. Where values lie
 * further out than the range is drawn, dots and an arrow lead there, and so does the mark of a council that is among them.
 */
export function spine(input: SpineInput): string {
  const { reach, lowerQuartile, upperQuartile, median, england, value, turned, sign } = input
  const told = [england, value].filter(each => each !== null)
  const isOut = {
    below: reach.below > 0 || told.some(each => each < reach.from),
    above: reach.above > 0 || told.some(each => each > reach.to),
  }
  const [toLeft, toRight] = turned ? [isOut.above, isOut.below] : [isOut.below, isOut.above]
  const left = margin + (toLeft ? outside : 0)
  const right = size.width - margin - (toRight ? outside : 0)
  const ends = [reach.from, reach.to]
  const x = scaleLinear(turned ? ends.toReversed() : ends, [left, right])
  const within = (wanted: number) => (reach.from === reach.to ? (left + right) / 2 : x(wanted))
  const at = (wanted: number) => {
    const isLeft = turned ? wanted > reach.to : wanted < reach.from
    const isRight = turned ? wanted < reach.from : wanted > reach.to
    return isLeft ? margin : isRight ? size.width - margin : within(wanted)
  }
  const [from, to] = [within(lowerQuartile), within(upperQuartile)].sort((a, b) => a - b) as [number, number]
  const content = [
    across('spine-range', within(reach.from), within(reach.to), {}),
    ...(toLeft ? beyond(left, margin) : []),
    ...(toRight ? beyond(right, size.width - margin) : []),
    element('rect', {
      class: 'spine-half',
      x: from,
      y: middle - 6,
      width: Math.max(1, to - from),
      height: 12,
      fill: palette.grid,
      stroke: palette.quiet,
    }),
    tick('spine-median', at(median), 6, {}),
    ...(england === null ? [] : [tick('spine-england', at(england), 13, { 'stroke-dasharray': '3 2' })]),
    ...(value === null ? [] : [signMark(sign, at(value), middle, 6)]),
  ]
  return element(
    'svg',
    { class: 'spine', 'aria-hidden': 'true', viewBox: `0 0 ${size.width} ${size.height}`, ...size },
    content.join(''),
  )
}

function across(name: string, x1: number, x2: number, look: Readonly<Record<string, string>>): string {
  return element('line', {
    class: name,
    x1,
    x2,
    y1: middle,
    y2: middle,
    stroke: palette.quiet,
    'stroke-width': 2,
    ...look,
  })
}

/** Dots from the end of the range, and an arrow that says that it goes on. */
function beyond(end: number, edge: number): string[] {
  const back = edge < end ? 4.5 : -4.5
  return [
    across('spine-beyond', end, edge, { 'stroke-dasharray': '2 3' }),
    element('path', {
      class: 'spine-arrow',
      d: `M${edge + back} ${middle - 5}L${edge} ${middle}L${edge + back} ${middle + 5}`,
      fill: 'none',
      stroke: palette.quiet,
      'stroke-width': 2,
    }),
  ]
}

function tick(name: string, x: number, reach: number, look: Readonly<Record<string, string>>): string {
  const place = { x1: x, x2: x, y1: middle - reach, y2: middle + reach }
  return element('line', { class: name, ...place, stroke: palette.ink, 'stroke-width': 2, ...look })
}
