import type { Bounds } from '../../judgement/forecast/outcomes.ts'
import { boundsOf } from '../../judgement/forecast/series-forecast.ts'
import { hasValue, type Series } from '../../judgement/series.ts'
import type { FrameworkData } from '../framework-data.ts'
import { type IndicatorRow, indicatorRow } from '../indicator-row.ts'

/** What a forecast of an indicator may rest on. */
export type Forecastable = {
  readonly row: IndicatorRow
  readonly series: Series
  readonly bounds: Bounds
  /** Why it may not be forecast, as a sentence part; empty where it may. */
  readonly reason: string
}

/**
 * The series of an indicator, without what is not comparable with its target. Where a figure of it is hidden from the audience
 * nothing is forecast, as the path of the others would help to guess it.
 */
export function forecastable(slug: string, data: FrameworkData): Forecastable {
  const row = indicatorRow(slug, data)
  const { unit } = row.series
  const bounds = boundsOf(unit, data.indicators.get(slug)?.payload.mayExceed100)
  const points = row.series.points.filter(point => !point.marks.includes('not_comparable'))
  const series = { ...row.series, points }
  const isHidden = row.view.history.some(cell => cell.reason === 'suppressed')
  const none = row.series.points.some(hasValue) ? 'every value of it is marked as not comparable' : 'there is no value'
  const reason = isHidden ? 'a figure of it is suppressed' : points.some(hasValue) ? '' : none
  return { row, series, bounds, reason }
}
