/** One indicator's figures over time, as the rules of judgement read them. */
import { type Frequency, frequencies, type Kind, type Mark, type Polarity, type Unit } from '../shared/codes.ts'
import { type Period, shiftMonths } from '../shared/period/period.ts'
import { lastRemembered } from '../shared/remembered.ts'

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

type Lookup = {
  readonly byPeriod: ReadonlyMap<Period, Point>
  readonly marked: readonly Point[]
}

// To judge every period of a series is to look for others again and again.
const lookupIn = lastRemembered((points: Series['points']): Lookup => {
  const byPeriod = new Map<Period, Point>()
  for (const point of points) byPeriod.set(point.period, point)
  return { byPeriod, marked: points.filter(point => point.marks.length > 0) }
})

/** The value of a period in the series' unit, unrounded; null when it is missing. */
export function valueAt(series: Series, period: Period): number | null {
  return lookupIn(series.points).byPeriod.get(period)?.value ?? null
}

/** The points that have a mark, such as a break, in order of time. */
export function markedPoints(series: Series): readonly Point[] {
  return lookupIn(series.points).marked
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

const apart = Object.fromEntries(frequencies.map(({ code, months }) => [code, months])) as Record<Frequency, number>

/** Months from one expected figure to the next. @example monthsApart('quarterly') // 3 */
export function monthsApart(frequency: Frequency): number {
  return apart[frequency]
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
