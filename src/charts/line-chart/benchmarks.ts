/** What a series is set beside: thinner lines, each told apart by its dash and the shape of its points, never by hue alone. */
import { periodInWords } from '../../shared/period/format-period.ts'
import type { Period } from '../../shared/period/period.ts'
import { capitalised, grouped, listed } from '../../shared/words.ts'
import { type EndLabel, heightOf, keyRoom, type LabelLine } from '../drawing/end-labels.ts'
import { palette } from '../drawing/palette.ts'
import { element, pathThrough } from '../drawing/svg.ts'
import { fitted } from '../drawing/text.ts'
import type { TimeFrame } from '../drawing/time-frame.ts'
import type { Benchmark, LineChartInput } from './input.ts'
import { joinedRuns } from './runs.ts'

type Spot = { readonly x: number; readonly y: number }

const looks = [
  {
    name: 'square',
    dash: '2 3',
    corners: [
      [-3.5, -3.5],
      [3.5, -3.5],
      [3.5, 3.5],
      [-3.5, 3.5],
    ],
  },
  {
    name: 'diamond',
    dash: '10 3 2 3',
    corners: [
      [0, -5],
      [5, 0],
      [0, 5],
      [-5, 0],
    ],
  },
  {
    name: 'triangle',
    dash: '14 5',
    corners: [
      [0, -5],
      [4.5, 3.5],
      [-4.5, 3.5],
    ],
  },
] as const

/** Those benchmarks that have a value, as far as there are looks for them. */
export function benchmarksDrawn({ benchmarks = [] }: LineChartInput): readonly Benchmark[] {
  return benchmarks.filter(({ points }) => points.some(point => point.value !== null)).slice(0, looks.length)
}

/** The shape that marks the points of a benchmark, with its middle at a spot. */
export function shapeOf(benchmark: number, { x, y }: Spot, isHollow = false): string {
  const look = looks[benchmark % looks.length] as (typeof looks)[number]
  return element('path', {
    class: `chart-benchmark-point ${isHollow ? 'chart-point-hollow ' : ''}chart-${look.name}`,
    d: `${pathThrough(look.corners.map(([right, down]) => ({ x: x + right, y: y + down })))}Z`,
    fill: isHollow ? palette.paper : palette.quiet,
    stroke: palette.quiet,
    'stroke-width': 1.5,
  })
}

/** The lines and points of the benchmarks, in the order in which they are given. */
export function benchmarkLines(input: LineChartInput, frame: TimeFrame): string[] {
  return benchmarksDrawn(input).flatMap(({ points }, at) => {
    const runs = joinedRuns(points).map(run =>
      run.map(point => ({ x: frame.x(point.period), y: frame.y(point.value), marks: point.marks })),
    )
    const lines = runs
      .filter(run => run.length > 1)
      .map(run =>
        element('path', {
          class: 'chart-benchmark',
          d: pathThrough(run),
          fill: 'none',
          stroke: palette.quiet,
          'stroke-width': 1.75,
          'stroke-dasharray': looks[at]?.dash,
        }),
      )
    const shapes = runs
      .flat()
      .map(spot => shapeOf(at, spot, spot.marks.includes('provisional') || spot.marks.includes('estimated')))
    return [...lines, ...shapes]
  })
}

type Room = {
  readonly room: number
  readonly height: number
  /** What follows the name where the last value is not of the last period: ", Dec 16". */
  readonly when: (period: Period) => string
}

/** The labels of the benchmarks: value and name, in fewer lines where the height does not take all of them. */
export function benchmarkLabels(input: LineChartInput, { room, height, when }: Room): EndLabel[] {
  const labelsIn = (lines: number) =>
    benchmarksDrawn(input).map(({ name, points }, key): EndLabel => {
      const last = points.findLast(point => point.value !== null)
      const words = `${grouped(last?.shown ?? '')} ${name}${last ? when(last.period) : ''}`
      return {
        key,
        wanted: last?.value ?? 0,
        lines: fitted(words, room - keyRoom, lines, 13).map(
          (text): LabelLine => ({ text, size: 13, weight: 'regular', colour: palette.quiet, role: 'benchmark-name' }),
        ),
      }
    })
  const tries = [4, 3, 2].map(labelsIn)
  const fits = (labels: readonly EndLabel[]) => labels.reduce((sum, each) => sum + heightOf(each) + 4, 0) <= height
  return tries.find(fits) ?? labelsIn(1)
}

/** The benchmarks' last values as a sentence; empty without any. @example 'Family group 5.1 in February 2017.' */
export function benchmarksInWords(input: Pick<LineChartInput, 'benchmarks'>): string {
  const said = (input.benchmarks ?? []).flatMap(({ name, points }) => {
    const last = points.findLast(point => point.value !== null)
    return last ? [`${name} ${grouped(last.shown ?? '')} in ${periodInWords(last.period)}`] : []
  })
  return said.length === 0 ? '' : `${capitalised(listed(said))}.`
}
