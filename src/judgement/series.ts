/** One indicator's figures over time, as the rules of judgement read them. */
import {
  entryOf,
  type Frequency,
  frequencies,
  type Kind,
  type Mark,
  type Polarity,
  type Unit,
} from '../shared/codes.ts'
import { type Period, shiftMonths } from '../shared/period/period.ts'

/**
 * One period's figure. `value` is the judged value of rule 1, unrounded, in the series' unit; null: missing, never
 * zero.
 */
export type Point = { readonly period: Period; readonly value: number | null; readonly marks: readonly Mark[] }

/** A point that has a value. */
export type ValuedPoint = Point & { readonly value: number }

/**
 * The figures of one indicator for one place. `points` are sorted by period and hold only periods of the frequency's
 * type; `decimals` are the indicator's: equality and ties are decided at them.
 */
export type Series = {
  readonly polarity: Polarity
  readonly unit: Unit
  readonly kind: Kind
  readonly frequency: Frequency
  readonly decimals: number
  readonly points: readonly Point[]
}

/** Whether a point has a value. */
export function hasValue(point: Point): point is ValuedPoint {
  return point.value !== null
}

/** The latest point with a value, which is the one that is judged (rule 2); null when no point has one. */
export function latestPoint(series: Series): ValuedPoint | null {
  return series.points.findLast(hasValue) ?? null
}

/** The point of a period, with or without a value; null when nothing is recorded for it. */
function pointAt(series: Series, period: Period): Point | null {
  return series.points.find(point => point.period === period) ?? null
}

/** The value of a period in the series' unit, unrounded; null when it is missing. */
export function valueAt(series: Series, period: Period): number | null {
  return pointAt(series, period)?.value ?? null
}

/**
 * The period in which the figure before this one is expected.
 * @example previousExpected('2017-03', 'monthly') // '2017-02'
 */
export function previousExpected(period: Period, frequency: Frequency): Period {
  return shiftMonths(period, -monthsApart(frequency))
}

/** The period in which the figure after this one is expected. */
export function nextExpected(period: Period, frequency: Frequency): Period {
  return shiftMonths(period, monthsApart(frequency))
}

/** Months from one expected figure to the next. @example monthsApart('quarterly') // 3 */
export function monthsApart(frequency: Frequency): number {
  return entryOf(frequencies, frequency).months
}

/** Whether figures come once a year or more rarely, so that each speaks of a whole year. */
export function isAnnualOrRarer(frequency: Frequency): boolean {
  return monthsApart(frequency) >= 12
}

/**
 * Whether values restart every April: cumulative in the year and average of the year to date, more often than annual.
 */
export function restartsInApril(series: Series): boolean {
  return (series.kind === 'cumulative' || series.kind === 'ytd_average') && !isAnnualOrRarer(series.frequency)
}
