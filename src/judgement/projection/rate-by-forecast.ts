/** Rating of the projected year end against the year's target (rule 4). */
import { periodInWords } from '../../shared/period/format-period.ts'
import { contains, type Period } from '../../shared/period/period.ts'
import { sameAt } from '../../shared/rounding.ts'
import { shareOf } from '../exactly.ts'
import { adverseDistance, noRating, type RatingInput, type Verdict } from '../rating/rate.ts'
import { shareInWords } from '../rating/share-in-words.ts'
import { hasValue, type Series } from '../series.ts'
import { type Projection, projectYearEnd } from './project-year-end.ts'

/** `amberWithin`: short of the target by no more than this share of |target| is Amber. */
export type ForecastSettings = { readonly amberWithin: number }

export const defaultForecastSettings: ForecastSettings = { amberWithin: 0.005 }

export type ForecastInput = Omit<RatingInput, 'value' | 'path'> & { readonly projected: number }

/**
 * The rating of a projected year end (rule 4): Green meets the target, Amber falls short by no more than 0.5 % of
 * |target|, Red by more. Equal at the indicator's decimals meets it. A target of zero: Green on it or better, else
 * Red.
 */
export function rateByForecast(input: ForecastInput, settings: ForecastSettings = defaultForecastSettings): Verdict {
  const { projected, target, polarity, decimals } = input
  if (polarity === 'none') return noRating('for information')
  const adverse = adverseDistance[polarity](projected, target)
  const meets = adverse <= 0 || sameAt(projected, target, decimals)
  const on = sameAt(projected, target, decimals)
  const side = projected > target ? 'above' : 'below'
  if (target === 0) {
    const reason = on ? 'forecast on target' : `forecast ${side} a target of zero`
    return { rating: meets ? 'Green' : 'Red', variance: null, reason }
  }
  const variance = shareOf(adverse, target)
  const isShort = (share: number) => share > settings.amberWithin
  const rating = meets ? 'Green' : isShort(variance) ? 'Red' : 'Amber'
  return { rating, variance, reason: `forecast ${on ? 'on' : `${shareInWords(variance, isShort)} ${side}`} target` }
}

export type YearForecastInput = {
  readonly series: Series
  /** The financial year that the target is for. */
  readonly year: Period
  /** In the series' unit; undefined: none is set. */
  readonly target: number | undefined
  /** The count behind the value of a period, where it is known. */
  readonly numeratorAt?: ((period: Period) => number | null) | undefined
  readonly population?: number | null | undefined
  readonly settings?: ForecastSettings | undefined
}

/**
 * The forecast of a target's year and its rating (rule 4): projected from the latest value in that year. There is no
 * rating, and the reason is said, without a target, without a value in the year, or where an officer has marked the
 * figure as not comparable.
 */
export function forecastOfYear(input: YearForecastInput): { projection: Projection | null; verdict: Verdict } {
  const { series, year, target, population, settings } = input
  const latest = series.points.findLast(point => hasValue(point) && contains(year, point.period))
  if (!latest) return { projection: null, verdict: noRating(`no value in ${periodInWords(year)} yet`) }
  const at = latest.period
  const projection = projectYearEnd(series, { at, numerator: input.numeratorAt?.(at), population })
  if (series.polarity === 'none') return { projection, verdict: noRating('for information') }
  if (target === undefined) return { projection, verdict: noRating(`no target for ${periodInWords(year)}`) }
  if (latest.marks.includes('not_comparable'))
    return { projection, verdict: noRating(`${periodInWords(at)} is marked as not comparable with the target`) }
  const { polarity, decimals } = series
  return { projection, verdict: rateByForecast({ projected: projection.value, target, polarity, decimals }, settings) }
}
