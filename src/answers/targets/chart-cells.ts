/** The periods that the chart of a path draws: history, the latest figure since, and the targets to come. */
import { type Target, targetFor } from '../../judgement/profile/target-for.ts'
import { monthsApart } from '../../judgement/series.ts'
import { comparePeriods, monthsOf, type Period, periodOfMonths, typeOf } from '../../shared/period/period.ts'
import { roundedText } from '../../shared/rounding.ts'
import { observationsThatHold } from '../indicator-cells.ts'
import { type IndicatorRow, indicatorRow } from '../indicator-row.ts'
import type { BenchmarkView, CellView } from '../types.ts'
import type { Setting } from './path-view.ts'
import type { PathView, PathYear } from './types.ts'

type Place = Pick<Setting, 'slug' | 'data'>

/**
 * What is recorded of an indicator, in the periods of its frequency. Of one that is told by years also the latest figure since the last
 * of them, which a sheet calls current performance.
 */
export function chartHistory({ slug, data }: Place): CellView[] {
  const row = indicatorRow(slug, data)
  if (!isOfYears(row)) return [...row.view.history]
  const years = row.view.history.filter(({ period }) => typeOf(period) === 'year')
  const last = years.findLast(({ value }) => value !== null)
  const latest = observationsThatHold(slug, data).findLast(({ payload }) => payload.value !== null)
  const since = latest && row.viewAt(latest.period as Period)
  const isSince = since && (!last || comparePeriods(since.period, last.period) > 0)
  return isSince && typeOf(since.period) !== 'year' ? [...years, since].sort(inTime) : years
}

/** The same with empty years, where lines beside it have a figure of a year of which nothing is recorded. */
export function withYearsOf(
  cells: readonly CellView[],
  lines: readonly BenchmarkView[],
  { slug, data }: Place,
): CellView[] {
  const row = indicatorRow(slug, data)
  if (!isOfYears(row)) return [...cells]
  const known = new Set(cells.map(({ period }) => period))
  const years = new Set(lines.flatMap(({ figures }) => figures.map(({ period }) => period)))
  const empty = [...years].filter(year => !known.has(year)).map(year => withoutTarget(row.viewAt(year)))
  return [...cells, ...empty].sort(inTime)
}

/** History without its targets, then the periods to come with those of a path. */
export function pathCells(steps: readonly Target[], years: readonly PathYear[], place: Place): CellView[] {
  const row = indicatorRow(place.slug, place.data)
  const history = chartHistory(place).map(withoutTarget)
  const known = new Map(history.map(cell => [cell.period, cell]))
  const coming = expectedPeriods(years, row).map((period): CellView => {
    const stated = isOfYears(row) ? years.find(each => each.period === period)?.target : undefined
    const found = targetFor(period, steps, row.series)
    const own = { how: 'given', derived: false, assigned: false } as const
    const target = stated
      ? { ...stated, ...own }
      : 'none' in found
        ? null
        : { ...own, value: found.value, shown: roundedText(found.value, row.series.decimals), how: found.how }
    return { ...(known.get(period) ?? row.viewAt(period)), rating: null, variance: null, target }
  })
  const shown = new Set(coming.map(cell => cell.period))
  return [...history.filter(cell => !shown.has(cell.period)), ...coming].sort(inTime)
}

/** The targets of the months or quarters of a path; empty where it has none between its years. */
export function partsOf(steps: readonly Target[], years: readonly PathYear[], row: IndicatorRow): PathView['parts'] {
  if (isOfYears(row)) return []
  return expectedPeriods(years, row).flatMap(period => {
    const found = targetFor(period, steps, row.series)
    return 'none' in found ? [] : [{ period, shown: roundedText(found.value, row.series.decimals) }]
  })
}

function isOfYears({ series }: IndicatorRow): boolean {
  return monthsApart(series.frequency) >= 12
}

/** What is recorded alone, unjudged: a path is not what it was judged by. */
function withoutTarget(cell: CellView): CellView {
  return { ...cell, target: null, targetReason: '', rating: null, variance: null }
}

function inTime(a: CellView, b: CellView): number {
  return comparePeriods(a.period, b.period)
}

/** The periods in which figures are expected between the start of the path and its end. */
function expectedPeriods(years: readonly PathYear[], { series }: IndicatorRow): Period[] {
  const apart = monthsApart(series.frequency)
  return years.flatMap(({ period }) => {
    if (apart >= 12) return [period]
    const { first } = monthsOf(period)
    return Array.from({ length: 12 / apart }, (_, at) =>
      periodOfMonths({ first: first + at * apart, last: first + (at + 1) * apart - 1 }),
    )
  })
}
