/** What a path means, in sentences that a councillor understands. */
import type { Pace } from '../../judgement/path/pace.ts'
import { valueInWords } from '../../judgement/value/value-in-words.ts'
import type { VolumeRule } from '../../shared/codes.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import { monthsBetween } from '../../shared/period/period.ts'
import { roundedText } from '../../shared/rounding.ts'
import { capitalised, counted, grouped, listed, numberWord } from '../../shared/words.ts'
import type { ForecastView } from '../forecast/types.ts'
import type { IndicatorView } from '../types.ts'
import type { PathView, PathYear } from './types.ts'

type Told = Omit<PathView, 'meaning' | 'forecast' | 'band' | 'paceSentence'>
type Labels = {
  readonly counted: string
  readonly outOf: string
  readonly rule: VolumeRule
  /** What one of a number is, where the figure is no rate: "people a month", "requests"; null where it is a rate. */
  readonly number: string | null
}

/** What the last target means in people, beside now. */
export function meaningSentences({ years, baseline, peopleNow, noPeople }: Told, labels: Labels): string[] {
  if (labels.number !== null) return numberSentences({ years, baseline }, labels.number)
  const last = years.findLast(({ people }) => people !== null)
  if (!last?.people || !peopleNow) return [`What it means in people cannot be told: ${noPeople}.`]
  const { people } = last
  const [then, when] = [periodInWords(baseline.period), periodInWords(last.period)]
  if (labels.rule === 'same_count')
    return [
      `With as many ${labels.counted} as in ${then}, about ${peopleNow.countShown}, the ${labels.outOf} would go from about ${peopleNow.outOfShown} to about ${people.outOfShown} in ${when}.`,
      `How many ${labels.outOf} there are now: ${peopleNow.source}.`,
    ]
  const moved = movedInWords(people.count - peopleNow.count, 0, 'about ')
  return [
    `${capitalised(labels.counted)}: about ${peopleNow.countShown} in ${then}, about ${people.countShown} in ${when} if the target is met (${moved}).`,
    `${capitalised(people.said)}.`,
  ]
}

/** A number means itself: the last target beside the start. */
function numberSentences({ years, baseline }: Pick<Told, 'years' | 'baseline'>, what: string): string[] {
  const last = years.findLast(({ target }) => target !== null)
  if (!last?.target) return []
  const { target } = last
  const decimals = target.shown.split('.')[1]?.length ?? 0
  const moved = movedInWords(target.value - baseline.value, decimals, '')
  return [
    `${capitalised(what)}: ${grouped(baseline.shown)} in ${periodInWords(baseline.period)}, ${grouped(target.shown)} in ${periodInWords(last.period)} if the target is met (${moved}).`,
  ]
}

function movedInWords(change: number, decimals: number, about: string): string {
  const size = grouped(roundedText(Math.abs(change), decimals))
  return Number(roundedText(Math.abs(change), decimals)) === 0
    ? 'the same number'
    : `${about}${size} ${change < 0 ? 'fewer' : 'more'}`
}

/** How the path compares with where the figures are heading. */
export function forecastSentences({ years }: Told, forecast: ForecastView): string[] {
  if (!forecast.yearEnd || !forecast.latest) return [forecast.reason || 'There is no forecast.']
  const { period, expected } = forecast.yearEnd
  const { unit } = forecast.indicator
  if (period === forecast.latest.period)
    return [`Nothing is forecast yet beyond ${periodInWords(period)}, with which its year ends.`]
  const year = years.find(each => each.period === period || monthsBetween(each.period, period) === 0)
  const when = periodInWords(period)
  const how =
    expected.method === 'last_value'
      ? `No forecast with a probability: ${expected.because}. The last value carried on is ${valueInWords(expected.shown, unit)} in ${when}`
      : `The forecast for ${when} is ${valueInWords(expected.shown, unit)}, by ${expected.label}`
  if (!year?.target) {
    const next = years.find(({ target }) => target !== null)
    const asks = next?.target
      ? `; the path asks for ${valueInWords(next.target.shown, unit)} in ${periodInWords(next.period)}`
      : ''
    return [`${how}${asks}.`]
  }
  const apart = expected.value - year.target.value
  const distance = distanceInWords(apart, forecast.indicator)
  const { likely } = expected
  const range = likely
    ? [
        `Eight times in ten it ends between ${valueInWords(roundedText(likely.lower, forecast.indicator.decimals), unit)} and ${valueInWords(roundedText(likely.upper, forecast.indicator.decimals), unit)}.`,
      ]
    : []
  const side =
    apart === 0
      ? 'which is what the path asks'
      : `${distance} ${apart > 0 ? 'above' : 'below'} what the path asks, ${valueInWords(year.target.shown, unit)}`
  return [`${how}, ${side}.`, ...range]
}

/**
 * How a path is rated where neither too high nor too low is good (rule 3): one-sided on the way, and on both sides from the band of its
 * goal on; null for other indicators.
 * @param greenBand as a share of the goal: 0.025 is 2.5 %
 */
export function bandSentence(
  { baseline, goal, years }: Pick<PathView, 'baseline' | 'goal' | 'years'>,
  { polarity, unit, decimals }: Pick<IndicatorView, 'polarity' | 'unit' | 'decimals'>,
  greenBand: number,
): string | null {
  const end = goal?.value ?? years.findLast(({ target }) => target !== null)?.target?.value
  if (polarity !== 'on_target' || end === undefined) return null
  const said = (value: number) => valueInWords(roundedText(value, decimals), unit)
  const [low, high] = [end - greenBand * Math.abs(end), end + greenBand * Math.abs(end)]
  const band = `${roundedText(greenBand * 100, 1)} % of ${said(end)}`
  if (end === baseline.value) return `Green is from ${said(low)} to ${said(high)}, within ${band} on either side.`
  const isUp = end > baseline.value
  return `On the way only a result ${isUp ? 'below' : 'above'} the path is off target. From ${said(isUp ? low : high)} on, within ${band}, a result is judged against that goal, and ${isUp ? `more than ${said(high)} is too high` : `less than ${said(low)} is too low`}.`
}

/** The first year of the path with its last target: what is held from then on takes no more years. */
export function reachedIn(years: readonly PathYear[]): PathYear | undefined {
  const last = years.findLast(({ target }) => target !== null)?.target
  return years.find(({ target }) => target !== null && target.value === last?.value)
}

/** How many councils are named at most: more are only counted. */
const mostNamed = 5

/** How many councils ever improved that fast, or why it cannot be known. */
export function paceInWords(
  pace: Pace,
  { years, baseline }: Told,
  indicator: IndicatorView,
  nameOf: (council: string) => string,
): string {
  if (pace.kind === 'unknown') {
    if (pace.because === 'the path asks for no improvement') return 'The path asks for no improvement on its start.'
    return `How many councils ever improved as fast cannot be known: ${pace.because}.`
  }
  const last = reachedIn(years)
  const span = last ? Math.max(1, Math.round(monthsBetween(baseline.period, last.period) / 12)) : 1
  const change = last?.target ? distanceInWords(last.target.value - baseline.value, indicator) : ''
  const within = span === 1 ? 'one year' : `${numberWord(span)} years`
  const names = pace.councils.length <= mostNamed ? pace.councils.map(nameOf) : []
  const who = names.length === 0 ? '' : `: ${listed(names)}`
  return `${pace.improved} of ${counted(pace.of, 'council')} improved by ${change} or more within ${within}, between ${periodInWords(pace.from)} and ${periodInWords(pace.to)}${who}.`
}

/** How far two figures lie apart: percentages by points. */
function distanceInWords(apart: number, { unit, decimals }: Pick<IndicatorView, 'unit' | 'decimals'>): string {
  const size = roundedText(Math.abs(apart), decimals)
  return unit === 'percent' ? `${grouped(size)} percentage points` : valueInWords(size, unit)
}
