import { type Aim, chanceOfMeeting, neededPerPeriod, stepsToTarget } from '../../judgement/forecast/prospect.ts'
import { yearEndAfter } from '../../judgement/forecast/series-forecast.ts'
import { peopleAtRate } from '../../judgement/profile/people-at-rate.ts'
import { rateByForecast } from '../../judgement/projection/rate-by-forecast.ts'
import { noRating } from '../../judgement/rating/rate.ts'
import { latestPoint, monthsApart, type Series, type ValuedPoint } from '../../judgement/series.ts'
import { valueInWords } from '../../judgement/value/value-in-words.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import { monthsBetween, type Period, shiftMonths } from '../../shared/period/period.ts'
import { roundedText } from '../../shared/rounding.ts'
import { type FrameworkData, frameworkView } from '../framework-data.ts'
import { chanceInShort, methodLabels, toldInWords } from './forecast-sentences.ts'
import { type Forecastable, forecastable } from './forecastable.ts'
import { addsUpOverTheYear, type Given, type Outlook, outlookOf, testedOf } from './outlook.ts'
import type { ChanceView, ForecastAnswer, ForecastView, OnTrackView, YearEndView } from './types.ts'

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
  const figures = figuresOf(given, latest, data)
  const isCumulative = addsUpOverTheYear(series)
  const outlook = outlookOf(figures)
  const { yearEnd, ends, path, outcomes } = outlook
  const { shown } = row.viewAt(latest.period)
  const periods = monthsBetween(latest.period, yearEnd) / monthsApart(series.frequency)
  if (periods === 0)
    return nothing({
      row,
      reason: `the year is complete, at ${valueInWords(String(shown), series.unit)} in ${periodInWords(latest.period)}, and nothing is known of the next`,
    })
  const { target, targetReason } = row.viewAt(yearEnd)
  const aim = target && aimAt(target.value, series)
  const [expected, ...others] = ends.map(end => yearEndView(end, given, target ? target.value : targetReason))
  if (!expected) return nothing(given)
  const view: Omit<ForecastView, 'words' | 'sentences'> = {
    indicator: row.view.indicator,
    reason: '',
    latest: { period: latest.period, value: latest.value, shown: String(shown) },
    yearEnd: { period: yearEnd, expected, others },
    path,
    target: target && { value: target.value, shown: target.shown },
    targetReason,
    chance: aim && chanceOfMeeting(outcomes, aim),
    onTrack: aim && isRatable(aim) ? onTrackOf(given, latest, outlook, aim) : null,
    needed: aim && neededOf(given, latest, { aim, periods, isCumulative, data }),
    tested: testedOf(figures),
  }
  return toldInWords(view)
}

/**
 * How likely an indicator meets the target of its year's end, and whether a range was ever tested; null where there is no
 * probability or no target.
 */
export function chanceView(slug: string, data: FrameworkData): ChanceView | null {
  const given = forecastable(slug, data)
  const { row, series } = given
  const latest = given.reason === '' ? latestPoint(series) : null
  if (!latest || !isRatable(series)) return null
  const yearEnd = yearEndAfter(latest.period, series)
  const { target } = row.viewAt(yearEnd)
  if (!target || yearEnd === latest.period) return null
  const figures = figuresOf(given, latest, data)
  const { outcomes } = outlookOf(figures)
  const chance = chanceOfMeeting(outcomes, aimAt(target.value, series))
  if (chance === null) return null
  return chanceInShort(chance, target.shown, { yearEnd, indicator: row.view.indicator, tested: testedOf(figures) })
}

/**
 * Works out ahead what the chances of a whole framework rest on, one indicator after another.
 * @param pause lets others have their turn in between: the first time it takes a tenth of a second or more, later nothing
 */
export async function chancesAhead(data: FrameworkData, pause: () => Promise<void>): Promise<void> {
  for (const { indicator } of data.members) {
    chanceView(indicator.indicator, data)
    await pause()
  }
}

function figuresOf({ row, series, bounds }: Forecastable, latest: ValuedPoint, data: FrameworkData): Given {
  const numerator = addsUpOverTheYear(series) ? countAt(row.view.indicator.slug, latest.period, data) : null
  return { series, bounds, latest, numerator }
}

function aimAt(target: number, { polarity, decimals }: Series): Aim {
  return { target, polarity, decimals }
}

const isRatable = ({ polarity }: Pick<Aim, 'polarity'>) => polarity === 'bigger' || polarity === 'smaller'

/** @param target its value, or why there is none */
function yearEndView(
  { method, because, expected }: Outlook['ends'][number],
  { row, series }: Forecastable,
  target: number | string,
): YearEndView {
  const { polarity, decimals } = series
  const verdict =
    typeof target === 'number'
      ? rateByForecast({ projected: expected.value, target, polarity, decimals }, row.settings.forecast)
      : noRating(target)
  return {
    ...expected,
    method,
    label: methodLabels[method],
    because,
    shown: roundedText(expected.value, decimals),
    rating: verdict.rating,
    ratingReason: verdict.reason,
  }
}

function nothing({ row, reason }: Pick<Forecastable, 'row' | 'reason'>): ForecastView {
  const sentence = `No forecast: ${reason || 'there is no value'}.`
  return {
    indicator: row.view.indicator,
    reason: sentence,
    latest: null,
    yearEnd: null,
    path: [],
    target: null,
    targetReason: '',
    chance: null,
    onTrack: null,
    needed: null,
    tested: null,
    words: { expected: [sentence], caveat: [], target: [], onTrack: [], tested: [], method: [] },
    sentences: [sentence],
  }
}

function countAt(slug: string, period: Period, data: FrameworkData): number | null {
  const numerator = data.observations.get(slug)?.find(fact => fact.period === period)?.payload.numerator ?? null
  return numerator === null ? null : Number(numerator)
}

/** Of what adds up over the year: whether its end meets the target. Of others: when the path expected first does. */
function onTrackOf(
  { row, series }: Forecastable,
  latest: ValuedPoint,
  { ends, values }: Outlook,
  aim: Aim,
): OnTrackView {
  if (addsUpOverTheYear(series)) {
    const isMet = stepsToTarget(Number(ends[0]?.expected.value), [], aim) === 0
    return { code: isMet ? 'on_track' : 'not_this_year', period: null, metToday: null }
  }
  const steps = stepsToTarget(latest.value, values, aim)
  const today = row.viewAt(latest.period)
  const metToday =
    today.rating === 'Green' && today.target && today.target.value !== aim.target ? today.target.shown : null
  if (steps === 0) return { code: 'on_track', period: null, metToday }
  if (steps === null) return { code: 'not_within_two_years', period: null, metToday }
  return { code: 'by', metToday, period: shiftMonths(latest.period, steps * monthsApart(series.frequency)) }
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
