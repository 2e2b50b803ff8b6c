/** What is expected after the last value: a dashed line in two bands, which open the further the less sure it is. */
import { grouped } from '../../shared/words.ts'
import type { EndLabel } from '../drawing/end-labels.ts'
import { palette } from '../drawing/palette.ts'
import { textSize } from '../drawing/picture.ts'
import { element, pathThrough } from '../drawing/svg.ts'
import type { TimeFrame } from '../drawing/time-frame.ts'
import type { Fan, LineChartInput } from './input.ts'

const bands = ['nearlySure', 'likely'] as const
const looks = {
  nearlySure: { fill: palette.data, 'fill-opacity': 0.14, stroke: 'none' },
  likely: { fill: palette.data, 'fill-opacity': 0.26, stroke: 'none' },
} as const

/** The bands as SVG, the wider one first; both begin in the last value. */
export function fanBands({ fan, points }: LineChartInput, frame: TimeFrame): string[] {
  const from = points.findLast(point => point.value !== null)
  if (!fan || !from) return []
  const tip = { x: frame.x(from.period), y: frame.y(Number(from.value)) }
  return bands.flatMap(which => {
    const known = fan.points.flatMap(({ period, [which]: range }) => (range ? [{ x: frame.x(period), range }] : []))
    if (known.length === 0) return []
    const upper = known.map(({ x, range }) => ({ x, y: frame.y(range.upper) }))
    const lower = known.map(({ x, range }) => ({ x, y: frame.y(range.lower) }))
    return [
      element('path', {
        class: `chart-fan chart-fan-${which === 'likely' ? 'likely' : 'nearly-sure'}`,
        d: `${pathThrough([tip, ...upper, ...lower.toReversed()])}Z`,
        ...looks[which],
      }),
    ]
  })
}

/** The line of what is expected, from the last value on, with a hollow point at its end. */
export function fanLine({ fan, points }: LineChartInput, frame: TimeFrame): string[] {
  const from = points.findLast(point => point.value !== null)
  const last = fan?.points.at(-1)
  if (!fan || !from || !last) return []
  const spots = [from, ...fan.points].map(({ period, value }) => ({ x: frame.x(period), y: frame.y(Number(value)) }))
  const end = { x: frame.x(last.period), y: frame.y(last.value) }
  return [
    element('path', {
      class: 'chart-expected',
      d: pathThrough(spots),
      fill: 'none',
      stroke: palette.data,
      'stroke-width': 2,
      'stroke-dasharray': '3 4',
    }),
    element('circle', {
      class: 'chart-expected-end',
      cx: end.x,
      cy: end.y,
      r: 3.5,
      fill: palette.paper,
      stroke: palette.data,
      'stroke-width': 2,
    }),
  ]
}

/** What stands at its end: the value expected, called that. */
export function fanLabel({ points, shown }: Fan): EndLabel | undefined {
  const last = points.at(-1)
  if (!last || shown === '') return undefined
  const text = `${grouped(shown)} expected`
  return {
    wanted: last.value,
    lines: [{ text, size: textSize, weight: 'bold', colour: palette.data, role: 'expected' }],
  }
}

/** What the reader must know of the bands. */
export function fanNotes({ points, isPlain = false }: Fan): string[] {
  if (points.length === 0) return []
  if (points.every(point => point.likely === null)) return ['Dashed: expected.']
  return [
    isPlain
      ? 'Dashed: expected; bands: 8 in 10, 95 in 100.'
      : 'Dashed: expected. Dark band: eight futures in ten; light band: 95 in a hundred.',
  ]
}

/** The values between which a point of the fan reaches. */
export function fanEnds({ value, likely, nearlySure }: Fan['points'][number]): number[] {
  return [value, ...[likely, nearlySure].flatMap(range => (range ? [range.lower, range.upper] : []))]
}
