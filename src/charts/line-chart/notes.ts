import { grouped, listed } from '../../shared/words.ts'
import { shortPeriod } from '../drawing/period-axis.ts'
import type { ValueAxis } from '../drawing/value-axis.ts'
import { pointsOf } from './axes.ts'
import { fanNotes } from './fan.ts'
import type { LineChartInput, PointMark } from './input.ts'

/** What the reader must know to read the chart rightly, a sentence each. */
export function notesBelow(input: LineChartInput, axis: ValueAxis): string[] {
  const drawn = pointsOf(input).filter(point => point.value !== null)
  const has = (mark: PointMark) => drawn.some(point => point.marks.includes(mark))
  const hollow = (['provisional', 'estimated'] as const).filter(has)
  const breaks = input.points
    .slice(1)
    .filter(point => point.marks.includes('break'))
    .map(point => shortPeriod(point.period, undefined))
  const first = axis.ticks[0]
  const others = (input.benchmarks ?? []).flatMap(({ name, points }) => {
    const before = points.slice(1).filter(point => point.marks.includes('break'))
    return before.length === 0
      ? []
      : [`The series of ${name} breaks before ${listed(before.map(point => shortPeriod(point.period, undefined)))}.`]
  })
  return [
    ...(input.band && input.band.points.length > 0 ? [`The grey band holds ${input.band.name}.`] : []),
    ...(input.fan ? fanNotes(input.fan) : []),
    ...(drawn.length === 0 ? ['There are no values to draw.'] : []),
    ...(axis.cut ? [`The axis starts at ${first?.label ?? grouped(String(axis.from))}, not at zero.`] : []),
    ...(hollow.length ? [`Hollow points are ${hollow.join(' or ')}.`] : []),
    ...(breaks.length ? [`The series breaks before ${listed(breaks)}.`] : []),
    ...others,
  ]
}
