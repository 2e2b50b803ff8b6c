/** Better, worse or no significant change, and compared with what (rule 5). */
import type { Direction, Polarity } from '../../shared/codes.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import { comparePeriods, type Period, yearBefore } from '../../shared/period/period.ts'
import { sameAt } from '../../shared/rounding.ts'
import { minus } from '../exactly.ts'
import {
  hasValue,
  isAnnualOrRarer,
  latestPoint,
  previousExpected,
  restartsInApril,
  type Series,
  valueAt,
} from '../series.ts'
import { breakBetween } from './break-between.ts'
import { periodNoun } from './period-noun.ts'

export type Travel = {
  /** null where none can be told; `reason` says why. */
  readonly direction: Direction | null
  readonly from: { readonly period: Period; readonly value: number } | null
  readonly to: { readonly period: Period; readonly value: number } | null
  /** What it is compared with, for "compared with …": "February 2017"; empty when there is nothing to compare with. */
  readonly comparedWith: string
  readonly reason: string
}

export type TravelOptions = {
  /** The period to judge; the latest with a value when it is not given. */
  readonly at?: Period | undefined
  /** The framework's baseline year, where it compares with one. */
  readonly baseline?: Period | undefined
  /** The target of `at`, unrounded: only `on_target` needs it. */
  readonly target?: number | undefined
}

/**
 * The period with which a period is compared (rule 5): the last time collected for annual and rarer figures; the same
 * period last year for figures that restart in April; else the previous expected period, whether or not it has a
 * value.
 * @returns null when an annual or rarer figure was not collected before
 */
export function comparisonPeriod(period: Period, series: Series): Period | null {
  if (isAnnualOrRarer(series.frequency))
    return series.points.findLast(point => hasValue(point) && comparePeriods(point.period, period) < 0)?.period ?? null
  return restartsInApril(series) ? yearBefore(period) : previousExpected(period, series.frequency)
}

/**
 * The direction of travel to a period (rule 5). Equal at the indicator's decimals is no significant change.
 * `on_target` is judged by the distance from its target. A series is never compared across a break.
 */
export function directionOfTravel(series: Series, options: TravelOptions = {}): Travel {
  const at = options.at ?? latestPoint(series)?.period
  if (at === undefined) return noTravel(null, 'no value')
  const toValue = valueAt(series, at)
  const to = toValue === null ? null : { period: at, value: toValue }
  if (series.polarity === 'none') return noTravel(to, 'for information')
  if (!to) return noTravel(null, `no value for ${periodInWords(at)}`)
  const with_ = options.baseline ?? comparisonPeriod(at, series)
  if (with_ === null) return noTravel(to, 'not collected before')
  if (with_ === at) return noTravel(to, `${periodInWords(at)} is the baseline`)
  const fromValue = valueAt(series, with_)
  const comparedWith = comparisonInWords(at, with_, series, options)
  if (fromValue === null) return noTravel(to, `no value for ${periodInWords(with_)}`, comparedWith)
  const from = { period: with_, value: fromValue }
  const broken = breakBetween(series, with_, at)
  if (broken) return { direction: null, from, to, comparedWith, reason: broken }
  if (series.polarity === 'on_target' && options.target === undefined)
    return { direction: null, from, to, comparedWith, reason: 'no target to measure the distance from' }
  const direction = directionBetween(series, fromValue, to.value, options.target)
  return { direction, from, to, comparedWith, reason: '' }
}

/** No direction, and why, where there is no earlier value. */
function noTravel(to: Travel['to'], reason: string, comparedWith = ''): Travel {
  return { direction: null, from: null, to, comparedWith, reason }
}

/**
 * The direction from one value to another: no change when they are equal at the indicator's decimals; for `on_target`,
 * when their distances from target are.
 */
export function directionBetween(
  series: Pick<Series, 'polarity' | 'decimals'>,
  from: number,
  to: number,
  target?: number,
): Direction | null {
  if (series.polarity === 'none' || (series.polarity === 'on_target' && target === undefined)) return null
  if (sameAt(from, to, series.decimals)) return 'no_change'
  const gain = favourable[series.polarity](from, to, target ?? 0)
  if (series.polarity === 'on_target' && sameAt(gain, 0, series.decimals)) return 'no_change'
  return gain > 0 ? 'better' : gain < 0 ? 'worse' : 'no_change'
}

/** How far a value has moved in the right direction, in its own unit; negative in the wrong one. */
export const favourable: Record<Exclude<Polarity, 'none'>, (from: number, to: number, target: number) => number> = {
  bigger: (from, to) => minus(to, from),
  smaller: (from, to) => minus(from, to),
  on_target: (from, to, target) => minus(Math.abs(minus(from, target)), Math.abs(minus(to, target))),
}

function comparisonInWords(at: Period, with_: Period, series: Series, options: TravelOptions): string {
  const words = periodInWords(with_)
  if (options.baseline !== undefined) return `the baseline, ${words}`
  if (restartsInApril(series)) return `the same ${periodNoun(series.frequency)} last year, ${words}`
  if (with_ !== previousExpected(at, series.frequency)) return `the last time collected, ${words}`
  return words
}
