/** The forecast of a series as at one of its periods: which figures it rests on, or why there is none. */
import type { Unit } from '../../shared/codes.ts'
import { lastMonth, monthsBetween, type Period, shiftMonths, yearOf } from '../../shared/period/period.ts'
import { hasValue, monthsApart, nextExpected, restartsInApril, type Series } from '../series.ts'
import type { Forecasting } from './forecast.ts'
import type { PerYear } from './method.ts'
import type { Bounds } from './outcomes.ts'
import type { Figures } from './smoothing.ts'

/** Figures of every expected period from a first one on, as smoothing reads them. */
export type Grid = { readonly first: Period; readonly figures: Figures; readonly of: Forecasting }

/** Counts, rates, days and money are at or above 0; percentages lie within 0 and 100 unless they may exceed it. */
export function boundsOf(unit: Unit, mayExceed100 = false): Bounds {
  if (unit === 'percent') return mayExceed100 ? { least: null, most: null } : { least: 0, most: 100 }
  return unit === 'score' || unit === 'pounds' ? { least: null, most: null } : { least: 0, most: null }
}

/**
 * The figures of a series since it last broke, with a gap (null) where an expected period has none or is not comparable.
 * A break tells nothing of what came before it.
 */
export function gridOf(series: Series, bounds: Bounds): Grid | null {
  const broken = series.points.findLastIndex((point, at) => at > 0 && point.marks.includes('break'))
  const points = series.points.slice(Math.max(broken, 0))
  const valued = points.filter(hasValue).filter(point => !point.marks.includes('not_comparable'))
  const [first, last] = [valued[0], valued.at(-1)]
  if (!first || !last) return null
  const apart = monthsApart(series.frequency)
  const figures = new Array<number | null>(monthsBetween(first.period, last.period) / apart + 1).fill(null)
  for (const { period, value } of valued) figures[monthsBetween(first.period, period) / apart] = value
  return { first: first.period, figures, of: { perYear: Math.max(12 / apart, 1) as PerYear, bounds } }
}

/** The period of a grid at a place, which may lie beyond its end. */
export function periodAt({ first }: Grid, place: number, series: Series): Period {
  return shiftMonths(first, place * monthsApart(series.frequency))
}

/**
 * The period in which the year of a forecast ends: for months and quarters the last of the financial year in which the next
 * figure falls (of cumulative figures: the latest), for rarer figures the next.
 */
export function yearEndAfter(latest: Period, series: Series): Period {
  const next = nextExpected(latest, series.frequency)
  if (monthsApart(series.frequency) >= 12) return next
  const year = yearOf(series.kind === 'cumulative' ? latest : next)
  return shiftMonths(latest, monthsBetween(latest, lastMonth(year)))
}

/** Why a series is not smoothed, whatever its length; null where it may be. */
export function notSmoothed(series: Series): string | null {
  if (series.kind === 'not_stated') return 'it is not stated whether its figures add up over the year'
  if (series.kind !== 'cumulative' && restartsInApril(series))
    return 'an average of the year to date begins anew every April'
  return null
}
