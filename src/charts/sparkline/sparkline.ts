/** A series at a glance, beside the cells that say the same: hidden from assistive technology. */
import { scaleLinear } from 'd3-scale'
import { palette } from '../drawing/palette.ts'
import { element, pathThrough } from '../drawing/svg.ts'

export type SparklineInput = {
  /** Oldest first, a place each; null where there is none. */
  readonly values: readonly (number | null)[]
  /** The target of each place; null where there is none. */
  readonly targets: readonly (number | null)[]
  /** Places before which the series breaks. */
  readonly breaks?: readonly number[] | undefined
}

export type SparklineSize = { readonly width: number; readonly height: number }

const margin = 4

/** The sparkline as SVG text: the line, its last point, and a short dash for the target of each period. */
export function sparkline(input: SparklineInput, size: SparklineSize = { width: 96, height: 30 }): string {
  const places = Math.max(input.values.length, input.targets.length)
  const numbers = [...input.values, ...input.targets].filter(value => value !== null)
  const lowest = numbers.length ? Math.min(...numbers) : 0
  const highest = numbers.length ? Math.max(...numbers) : 1
  const x = scaleLinear([0, Math.max(places - 1, 1)], [margin, size.width - margin])
  const y = lowest === highest ? () => size.height / 2 : scaleLinear([lowest, highest], [size.height - margin, margin])
  const step = (size.width - 2 * margin) / Math.max(places - 1, 1)
  const half = Math.max(Math.min(step * 0.3, 4), 2)

  const runs: { x: number; y: number }[][] = [[]]
  input.values.forEach((value, at) => {
    if (value === null || input.breaks?.includes(at)) runs.push([])
    if (value !== null) runs.at(-1)?.push({ x: x(at), y: y(value) })
  })
  const last = runs.findLast(run => run.length > 0)?.at(-1)
  const dashes = input.targets.flatMap((target, at) =>
    target === null ? [] : [`M${place(x(at) - half)} ${place(y(target))}h${place(half * 2)}`],
  )
  const content = [
    ...(dashes.length
      ? [element('path', { class: 'chart-target', d: dashes.join(''), stroke: palette.target, 'stroke-width': 2 })]
      : []),
    ...runs.flatMap(run => drawn(run)),
    ...(last ? [element('circle', { class: 'chart-point', cx: last.x, cy: last.y, r: 3, fill: palette.data })] : []),
  ]
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'sparkline',
      'aria-hidden': 'true',
      viewBox: `0 0 ${size.width} ${size.height}`,
      width: size.width,
      height: size.height,
    },
    content.join(''),
  )
}

const place = (value: number) => String(Math.round(value * 10) / 10 + 0)

function drawn(run: readonly { x: number; y: number }[]): string[] {
  const [first] = run
  if (!first) return []
  if (run.length === 1)
    return [element('circle', { class: 'chart-point', cx: first.x, cy: first.y, r: 1.5, fill: palette.data })]
  return [
    element('path', {
      class: 'chart-line',
      d: pathThrough(run),
      fill: 'none',
      stroke: palette.data,
      'stroke-width': 1.75,
      'stroke-linejoin': 'round',
    }),
  ]
}
