/** Where one council stands between the worst and the best of a group: hidden from assistive technology, as the cells say the same. */
import { scaleLinear } from 'd3-scale'
import { palette } from '../drawing/palette.ts'
import { type signLooks, signMark } from '../drawing/signs.ts'
import { element } from '../drawing/svg.ts'

export type SpineInput = {
  /** Of the group, by value. */
  readonly least: number
  readonly most: number
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
const middle = size.height / 2

/** The spine as SVG text: the range, the middle half as a box, the median and England as ticks, the council as a mark. */
export function spine(input: SpineInput): string {
  const { least, most, lowerQuartile, upperQuartile, median, england, value, turned, sign } = input
  const all = [least, most, england ?? least, value ?? least]
  const ends = [Math.min(...all), Math.max(...all)]
  const x = scaleLinear(turned ? ends.toReversed() : ends, [margin, size.width - margin])
  const at = (wanted: number) => (ends[0] === ends[1] ? size.width / 2 : x(wanted))
  const [left, right] = [at(lowerQuartile), at(upperQuartile)].sort((a, b) => a - b) as [number, number]
  const across = { y1: middle, y2: middle, stroke: palette.quiet, 'stroke-width': 2 }
  const content = [
    element('line', { class: 'spine-range', x1: at(least), x2: at(most), ...across }),
    element('rect', {
      class: 'spine-half',
      x: left,
      y: middle - 6,
      width: Math.max(1, right - left),
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

function tick(name: string, x: number, reach: number, look: Readonly<Record<string, string>>): string {
  const place = { x1: x, x2: x, y1: middle - reach, y2: middle + reach }
  return element('line', { class: name, ...place, stroke: palette.ink, 'stroke-width': 2, ...look })
}
