/** What lies behind a series: the band in which the middle half of a group lies, parted wherever its years cannot be compared. */
import { palette } from '../drawing/palette.ts'
import { element, pathThrough } from '../drawing/svg.ts'
import type { TimeFrame } from '../drawing/time-frame.ts'
import type { Band, LineChartInput } from './input.ts'

/** Half the width of a year that stands alone. */
const alone = 7

/** The band as SVG, a piece for each run of years that can be compared; light, with an edge that keeps its contrast. */
export function bandOf({ band }: LineChartInput, frame: TimeFrame): string[] {
  return runsOf(band?.points ?? []).map(run => {
    const [first] = run
    const at =
      run.length === 1 && first
        ? [-alone, alone].map(aside => ({ ...first, aside }))
        : run.map(each => ({ ...each, aside: 0 }))
    const upper = at.map(({ period, upper, aside }) => ({ x: frame.x(period) + aside, y: frame.y(upper) }))
    const lower = at.map(({ period, lower, aside }) => ({ x: frame.x(period) + aside, y: frame.y(lower) }))
    return element('path', {
      class: 'chart-band',
      d: `${pathThrough([...upper, ...lower.toReversed()])}Z`,
      fill: palette.grid,
      'fill-opacity': 0.6,
      stroke: palette.quiet,
      'stroke-width': 0.75,
    })
  })
}

function runsOf(points: Band['points']): Band['points'][] {
  const runs: Band['points'][number][][] = []
  for (const point of points) {
    const run = runs.at(-1)
    if (run && point.joined) run.push(point)
    else runs.push([point])
  }
  return runs
}
