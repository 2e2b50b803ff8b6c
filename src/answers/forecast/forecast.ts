import { backtest, tally } from '../../judgement/forecast/backtest.ts'
import { type Expected, type Forecast, forecaster } from '../../judgement/forecast/forecast.ts'
import { type Aim, chanceOfMeeting, neededPerPeriod, stepsToTarget } from '../../judgement/forecast/prospect.ts'
import { gridOf, notSmoothed, periodAt, yearEndAfter } from '../../judgement/forecast/series-forecast.ts'
import { yearEndsOf } from '../../judgement/forecast/year-end.ts'
import { peopleAtRate } from '../../judgement/profile/people-at-rate.ts'
import { rateByForecast } from '../../judgement/projection/rate-by-forecast.ts'
import { noRating } from '../../judgement/rating/rate.ts'
import { latestPoint, monthsApart, type ValuedPoint } from '../../judgement/series.ts'
import { monthsBetween, type Period } from '../../shared/period/period.ts'
import { roundedText } from '../../shared/rounding.ts'
import { type FrameworkData, frameworkView } from '../framework-data.ts'
import { forecastInSentences, methodLabels } from './forecast-sentences.ts'
import { type Forecastable, forecastable } from './forecastable.ts'
import type { ForecastAnswer, ForecastView, MethodCode, OnTrackView, YearEndView } from './types.ts'

/** Where every indicator of a framework will stand at its year's end, as known at the moment of the data. */
export function forecastAnswer(data: FrameworkData): ForecastAnswer {
  return {
    organisation: data.organisation,
    framework: frameworkView(data.framework),
    moment: data.moment,
    forecasts: data.members.map(({ indicator }) => forecastView(indicator.indicator, data)),
  }
}

/**
 * The forecast of one indicator: expected year end, how sure it is, what it means for the target, and how such forecasts did.
 * @throws RangeError when the data holds no such indicator
 */
export function forecastView(slug: string, data: FrameworkData): ForecastView {
  const given = forecastable(slug, data)
  const { row, series } = given
  const latest = given.reason === '' ? latestPoint(series) : null
  if (!latest) return nothing(given)
  const isCumulative = series.kind === 'cumulative' && monthsApart(series.frequency) < 12
  const path = isCumulative ? cumulativePath(given, latest, data) : smoothedPath(given, latest)
  const period = yearEndAfter(latest.period, series)
  const { target, targetReason } = row.viewAt(period)
  const aim = target && { target: target.value, polarity: series.polarity, decimals: series.decimals }
  const { shown } = row.viewAt(latest.period)
  const periods = monthsBetween(latest.period, period) / monthsApart(series.frequency)
  const [expected, ...others] = path.ends.map(({ method, because, expected: end }): YearEndView => {
    const { polarity, decimals } = series
    const verdict = target
      ? rateByForecast({ projected: end.value, target: target.value, polarity, decimals }, row.settings.forecast)
      : noRating(targetReason)
    return {
      ...end,
      method,
      label: methodLabels[method],
      because,
      shown: roundedText(end.value, decimals),
      rating: verdict.rating,
      ratingReason: verdict.reason,
    }
  })
  if (!expected) return nothing(given)
  const needed = aim && periods > 0 ? neededOf(given, latest, { aim, periods, isCumulative, data }) : null
  const view: Omit<ForecastView, 'sentences'> = {
    indicator: row.view.indicator,
    reason: '',
    latest: { period: latest.period, value: latest.value, shown: String(shown) },
    yearEnd: { period, expected, others },
    target: target && { value: target.value, shown: target.shown },
    targetReason,
    chance: aim && chanceOfMeeting(path.outcomes, aim),
    onTrack: aim && isRatable(aim) ? path.onTrack(aim) : null,
    needed,
    tested: tally(backtest(series, given.bounds).said),
  }
  return { ...view, sentences: forecastInSentences(view) }
}

const isRatable = ({ polarity }: Aim) => polarity === 'bigger' || polarity === 'smaller'

function nothing({ row, reason }: Forecastable): ForecastView {
  const sentence = `No forecast: ${reason || 'there is no value'}.`
  return {
    indicator: row.view.indicator,
    reason: sentence,
    latest: null,
    yearEnd: null,
    target: null,
    targetReason: '',
    chance: null,
    onTrack: null,
    needed: null,
    tested: null,
    sentences: [sentence],
  }
}

type Path = {
  readonly ends: readonly { readonly method: MethodCode; readonly because: string; readonly expected: Expected }[]
  readonly outcomes: Float64Array | null
  readonly onTrack: (aim: Aim) => OnTrackView
}

function cumulativePath({ row, series, bounds }: Forecastable, latest: ValuedPoint, data: FrameworkData): Path {
  const numerator = countAt(row.view.indicator.slug, latest.period, data)
  const ends = yearEndsOf(series, { at: latest.period, numerator }, bounds)
  const end = Number(ends[0]?.expected.value)
  return {
    ends: ends.map(({ method, reason, expected }) => ({ method, because: reason, expected })),
    outcomes: ends[0]?.outcomes ?? null,
    onTrack: aim => ({ code: stepsToTarget(end, [], aim) === 0 ? 'on_track' : 'not_this_year', period: null }),
  }
}

function countAt(slug: string, period: Period, data: FrameworkData): number | null {
  const numerator = data.observations.get(slug)?.find(fact => fact.period === period)?.payload.numerator ?? null
  return numerator === null ? null : Number(numerator)
}

function smoothedPath({ series, bounds }: Forecastable, latest: ValuedPoint): Path {
  const forecast = forecastNow({ series, bounds }, latest)
  const period = yearEndAfter(latest.period, series)
  const ahead = monthsBetween(latest.period, period) / monthsApart(series.frequency)
  const { method, reason, expectedAt, outcomesAt, furthest, periodOf } = forecast
  return {
    ends: [{ method, because: reason, expected: expectedAt(ahead) }],
    outcomes: outcomesAt(ahead),
    onTrack: aim => {
      const path = Array.from({ length: furthest }, (_, step) => expectedAt(step + 1).value)
      const steps = stepsToTarget(latest.value, path, aim)
      if (steps === 0) return { code: 'on_track', period: null }
      return steps === null ? { code: 'not_within_two_years', period: null } : { code: 'by', period: periodOf(steps) }
    },
  }
}

type Now = Forecast & { readonly furthest: number; readonly periodOf: (steps: number) => Period }

function forecastNow({ series, bounds }: Pick<Forecastable, 'series' | 'bounds'>, latest: ValuedPoint): Now {
  const grid = gridOf(series, bounds)
  const none = notSmoothed(series)
  const found = grid && none === null ? forecaster(grid.figures, grid.of)(grid.figures.length) : null
  const furthest = 24 / monthsApart(series.frequency)
  const periodOf = (steps: number) => (grid ? periodAt(grid, grid.figures.length - 1 + steps, series) : latest.period)
  if (found) return { ...found, furthest, periodOf }
  const expected = { value: latest.value, likely: null, nearlySure: null }
  const reason = none ?? 'there is no value'
  return { method: 'last_value', reason, expectedAt: () => expected, outcomesAt: () => null, furthest, periodOf }
}

type Needing = {
  readonly aim: Aim
  readonly periods: number
  readonly isCumulative: boolean
  readonly data: FrameworkData
}

/** Of cumulative figures what each period left must bring; of others the change that each must bring. */
function neededOf(
  { row, series }: Forecastable,
  latest: ValuedPoint,
  { aim, periods, isCumulative, data }: Needing,
): ForecastView['needed'] {
  if (!isRatable(aim)) return null
  const each = isCumulative ? (aim.target - latest.value) / periods : neededPerPeriod(latest.value, periods, aim)
  const population = row.viewAt(latest.period).denominator
  const people = data.indicators.get(row.view.indicator.slug)?.payload.peopleIn ?? 'both'
  const isOfPeople = people === 'both' || people === 'numerator'
  const isRate = series.unit === 'percent' || series.unit === 'per_100k' || series.unit === 'per_1k'
  const known = isRate && isOfPeople && population !== null && population > 0
  return { each, periods, people: known ? peopleAtRate(each, series.unit, population) : null }
}
