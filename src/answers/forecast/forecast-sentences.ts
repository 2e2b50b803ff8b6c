import type { Interval } from '../../judgement/forecast/outcomes.ts'
import { valueInWords } from '../../judgement/value/value-in-words.ts'
import type { Frequency, Unit } from '../../shared/codes.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import { roundedText } from '../../shared/rounding.ts'
import { capitalised, counted, numberWord } from '../../shared/words.ts'
import type { ForecastView, MethodCode, YearEndView } from './types.ts'

/** The methods as sentences name them. */
export const methodLabels: Record<MethodCode, string> = {
  straight_line: 'a straight line',
  seasonal_shares: "earlier years' shares",
  level: 'smoothing of the level',
  damped: 'smoothing of the level and a slope that dies away',
  seasonal: 'smoothing of the level and the seasons',
  last_value: 'the last value',
}

const nouns: Record<Frequency, string> = {
  monthly: 'month',
  quarterly: 'quarter',
  annual: 'year',
  every_two_years: 'period',
}

type Told = Omit<ForecastView, 'sentences'>

/** A forecast in sentences that a councillor understands. */
export function forecastInSentences(view: Told): string[] {
  return [...yearEndSentences(view), ...targetSentences(view), ...testedSentences(view)]
}

function yearEndSentences({ indicator, yearEnd, latest }: Told): string[] {
  if (!yearEnd || !latest) return []
  const { expected, others, period } = yearEnd
  const say = sayer(indicator)
  const when = periodInWords(period)
  if (expected.method === 'last_value')
    return [
      `No forecast with a probability: ${expected.because}. The last value, ${valueInWords(latest.shown, indicator.unit)} in ${periodInWords(latest.period)}, is carried on.`,
    ]
  const byOthers = others.map(other => `By ${other.label} it would be ${say(other.value)} (${other.because}).`)
  return [
    `Expected in ${when}: ${say(expected.value)}, by ${expected.label}: ${expected.because}.`,
    ...rangeSentence(expected, say),
    ...byOthers,
  ]
}

function rangeSentence({ likely, nearlySure }: YearEndView, say: (value: number) => string): string[] {
  if (!likely || !nearlySure) return ['How sure that is cannot be said: it takes more complete years.']
  const between = ({ lower, upper }: Interval) => `between ${say(lower)} and ${say(upper)}`
  return [`Eight times in ten it ends ${between(likely)}, and 95 times in a hundred ${between(nearlySure)}.`]
}

function targetSentences(view: Told): string[] {
  const { indicator, yearEnd, target, targetReason, chance, onTrack, needed } = view
  if (!target || !yearEnd) return targetReason === '' ? [] : [`${capitalised(targetReason)}.`]
  const { rating, ratingReason } = yearEnd.expected
  const says = `The target for ${periodInWords(yearEnd.period)} is ${valueInWords(target.shown, indicator.unit)}`
  const odds = chance === null ? '' : `; the chance of meeting it is ${chanceInWords(chance)}`
  const rated = rating ? ` Rated by this forecast it is ${rating}: ${ratingReason}.` : ''
  return [`${says}${odds}.${rated}`, ...onTrackSentence(onTrack), ...neededSentence(indicator, onTrack, needed)]
}

/** "about 12 in a hundred"; never none and never certain. */
function chanceInWords(chance: number): string {
  if (chance < 0.01) return 'less than 1 in a hundred'
  if (chance > 0.99) return 'more than 99 in a hundred'
  return `about ${Math.round(chance * 100)} in a hundred`
}

function onTrackSentence(onTrack: ForecastView['onTrack']): string[] {
  if (!onTrack) return []
  const { code, period } = onTrack
  if (code === 'on_track') return ['It is on track.']
  if (code === 'by' && period) return [`On the present path it is back on track by ${periodInWords(period)}.`]
  return [
    code === 'not_this_year'
      ? 'On the present path it does not meet the target this year.'
      : 'It is not back on track within two years on the present path.',
  ]
}

function neededSentence(
  indicator: ForecastView['indicator'],
  onTrack: ForecastView['onTrack'],
  needed: ForecastView['needed'],
): string[] {
  if (!needed || needed.each === 0 || onTrack?.code === 'on_track') return []
  const { unit, decimals, kind, frequency } = indicator
  const amount = valueInWords(roundedText(Math.abs(needed.each), Math.min(decimals + 1, 12)), unit)
  const points = unit === 'percent' ? amount.replace(/ ?%/, ' percentage points') : amount
  const noun = nouns[frequency]
  const people =
    needed.people === null
      ? ''
      : `: about ${counted(Math.max(Math.round(Math.abs(needed.people)), 1), 'person', 'people')}`
  const left =
    needed.periods === 1 ? `in the one ${noun} left` : `in each of the ${numberWord(needed.periods)} ${noun}s left`
  if (kind === 'cumulative' && frequency !== 'annual' && needed.each < 0) return ['The target has been passed already.']
  if (kind === 'cumulative' && frequency !== 'annual')
    return [
      `To end on target there ${indicator.polarity === 'smaller' ? 'may' : 'must'} be ${points} ${left}${people}.`,
    ]
  const way = needed.each > 0 ? 'rise' : 'fall'
  return [
    `To meet it, the figure must ${way} by ${points} ${left}${people && (needed.periods === 1 ? people : `${people} a ${noun}`)}.`,
  ]
}

function testedSentences({ tested, yearEnd }: Told): string[] {
  if (!tested || !yearEnd) return []
  const { held80, mase, forecasts } = tested
  if (yearEnd.expected.likely === null) return []
  if (held80.value === null || forecasts === 0)
    return ['Such a forecast of this series has not been tested: no earlier point had enough figures before it.']
  const held = `Tested at past points, the range of eight in ten held ${Math.round(held80.value * 100)} times in a hundred (n = ${held80.n})`
  return [
    mase.value === null
      ? `${held}.`
      : `${held}, and the error was ${mase.value.toFixed(2)} of that of simply taking last year's value (n = ${mase.n}).`,
  ]
}

function sayer({ unit, decimals }: { unit: Unit; decimals: number }): (value: number) => string {
  return value => valueInWords(roundedText(value, decimals), unit)
}
