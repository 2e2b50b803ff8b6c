import type { Tally } from '../../judgement/forecast/backtest.ts'
import type { Interval } from '../../judgement/forecast/outcomes.ts'
import { valueInWords } from '../../judgement/value/value-in-words.ts'
import type { Frequency, Unit } from '../../shared/codes.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import type { Period } from '../../shared/period/period.ts'
import { roundedText, withoutNoise } from '../../shared/rounding.ts'
import { capitalised, counted, grouped, numberWord } from '../../shared/words.ts'
import type { IndicatorView } from '../types.ts'
import { figure } from '../wording.ts'
import type { ChanceView, ForecastView, ForecastWords, MethodCode, OnTrackView, YearEndView } from './types.ts'

/** The methods as sentences name them. */
export const methodLabels: Record<MethodCode, string> = {
  straight_line: 'a straight line',
  seasonal_shares: "earlier years' shares",
  level: 'smoothing of the level',
  damped: 'smoothing of the level, with a trend that dies away',
  seasonal: 'smoothing of the level and of the seasons',
  last_value: 'the last value',
}

const nouns: Record<Frequency, string> = {
  monthly: 'month',
  quarterly: 'quarter',
  annual: 'year',
  every_two_years: 'period',
}

type Told = Omit<ForecastView, 'words' | 'sentences'>

/** A forecast with its sentences, which a councillor understands. */
export function toldInWords(view: Told): ForecastView {
  const words: ForecastWords = {
    expected: expectedSentences(view),
    caveat: caveatSentences(view),
    target: targetSentences(view),
    onTrack: [...onTrackSentence(view), ...neededSentence(view)],
    tested: testedSentences(view),
    method: methodSentences(view),
  }
  return {
    ...view,
    words,
    sentences: Object.entries(words).flatMap(([about, says]) => (about === 'caveat' ? [] : says)),
  }
}

/** What matters most of a forecast, for where there is little room: without the widest range, the rating and the method. */
export function forecastInBrief({ words }: Pick<ForecastView, 'words'>): string[] {
  return [...words.expected.slice(0, 2), ...words.caveat, ...words.target.slice(0, 1), ...words.onTrack]
}

function expectedSentences({ indicator, yearEnd, latest }: Told): string[] {
  if (!yearEnd || !latest) return []
  const { expected, period } = yearEnd
  const say = sayer(indicator)
  if (expected.method === 'last_value')
    return [
      `No forecast with a probability: ${expected.because}. The last value, ${valueInWords(latest.shown, indicator.unit)} in ${periodInWords(latest.period)}, is carried on.`,
    ]
  return [`Expected in ${periodInWords(period)}: ${say(expected.value)}.`, ...rangeSentence(expected, say)]
}

function methodSentences({ indicator, yearEnd }: Told): string[] {
  if (!yearEnd || yearEnd.expected.method === 'last_value') return []
  const { expected, others } = yearEnd
  const say = sayer(indicator)
  return [
    `Forecast by ${expected.label}: ${expected.because}.`,
    ...others.map(other => `By ${other.label} it would be ${say(other.value)} (${other.because}).`),
  ]
}

function rangeSentence({ likely, nearlySure }: YearEndView, say: (value: number) => string): string[] {
  if (!likely || !nearlySure) return ['How sure that is cannot be said: it takes more complete years.']
  const between = ({ lower, upper }: Interval) => `between ${say(lower)} and ${say(upper)}`
  return [`Eight times in ten it ends ${between(likely)}.`, `95 times in a hundred it ends ${between(nearlySure)}.`]
}

function targetSentences({ indicator, yearEnd, target, targetReason, chance, tested }: Told): string[] {
  if (!target || !yearEnd) return targetReason === '' ? [] : [`${capitalised(targetReason)}.`]
  const { rating, ratingReason } = yearEnd.expected
  const says = `The target for ${periodInWords(yearEnd.period)} is ${valueInWords(target.shown, indicator.unit)}`
  const odds = chance === null ? '' : `; the chance of meeting it is ${chanceInWords(chance, tested)}`
  const by = yearEnd.expected.method === 'last_value' ? 'that value' : 'this forecast'
  return [`${says}${odds}.`, ...(rating ? [`Rated by ${by} it is ${rating}: ${ratingReason}.`] : [])]
}

/**
 * The chance of meeting a target, for a cell of a table.
 * @param tested how such forecasts of the series did: a chance that rests on a range nobody could test is called untested
 */
export function chanceInShort(
  chance: number,
  target: string,
  { yearEnd, indicator, tested }: { yearEnd: Period; indicator: IndicatorView; tested: Tally | null },
): ChanceView {
  const shown =
    chance < 0.01 ? 'under 1 in 100' : chance > 0.99 ? 'over 99 in 100' : `${Math.round(chance * 100)} in 100`
  const goal = `the target of ${valueInWords(target, indicator.unit)} in ${periodInWords(yearEnd)}`
  const brief = chance < 0.01 ? '< 1 %' : chance > 0.99 ? '> 99 %' : `${Math.round(chance * 100)} %`
  const isUntested = neverTested(tested)
  return {
    chance,
    shown: isUntested ? `${shown}, untested` : shown,
    brief,
    isUntested,
    sentence: `The chance of meeting ${goal} is ${chanceInWords(chance, tested)}.`,
  }
}

/** "about 12 in a hundred", "about 12 in a hundred (untested)"; never none and never certain. */
export function chanceInWords(chance: number, tested: Tally | null): string {
  const untested = neverTested(tested) ? ' (untested)' : ''
  if (chance < 0.01) return `less than 1 in a hundred${untested}`
  if (chance > 0.99) return `more than 99 in a hundred${untested}`
  return `about ${Math.round(chance * 100)} in a hundred${untested}`
}

/** Whether no forecast of the series at a past point had a range. */
const neverTested = (tested: Tally | null) => tested === null || tested.held80.value === null

function onTrackSentence({ indicator, onTrack, yearEnd, latest, target }: Told): string[] {
  if (!onTrack || !yearEnd || !latest) return []
  const { code, period, metToday } = onTrack
  const latestMonth = periodInWords(latest.period)
  const path = `on the present path from ${latestMonth}, the latest figure,`
  const isCarriedOn = yearEnd.expected.method === 'last_value'
  if (metToday !== null && target && code !== 'on_track') {
    const say = (shown: string) => valueInWords(shown, indicator.unit)
    const met = `It meets the target of ${latestMonth}, ${say(metToday)}`
    const next = `the ${say(target.shown)} of ${periodInWords(yearEnd.period)}`
    if (code === 'by' && period) return [`${met}; ${path} it meets ${next} by ${periodInWords(period)}.`]
    return [`${met}; ${isCarriedOn ? 'if it stays there,' : path} it does not meet ${next}${within(code)}.`]
  }
  if (code === 'on_track')
    return [
      yearEnd.expected.rating === 'Green'
        ? 'It is on track.'
        : 'It meets that target now; on the present path it will not at the year’s end.',
    ]
  if (code === 'by' && period) return [`${capitalised(path)} it is back on track by ${periodInWords(period)}.`]
  if (isCarriedOn) return ['If the figure stays at its last value, the target is not met.']
  return [
    code === 'not_this_year'
      ? 'On the present path it does not meet the target this year.'
      : `${capitalised(path)} it is not back on track within two years.`,
  ]
}

const within = (code: OnTrackView['code']) => (code === 'not_this_year' ? '' : ' within two years')

/** When the target is met on the present path, for a cell of a table. */
export function onTrackInShort({
  onTrack,
  target,
  yearEnd,
}: Pick<ForecastView, 'onTrack' | 'target' | 'yearEnd'>): string {
  if (!onTrack) return ''
  const { code, period, metToday } = onTrack
  const isCarriedOn = yearEnd?.expected.method === 'last_value'
  const says = {
    on_track: 'meets it now',
    by: period ? `by ${periodInWords(period)}` : '',
    not_within_two_years: isCarriedOn ? 'not if the last value stays' : 'not within two years',
    not_this_year: 'not this year',
  }[code]
  return metToday === null || code === 'on_track'
    ? says
    : `meets ${figure(metToday)} now; ${figure(target?.shown ?? '')} ${says}`
}

/** What each period left must bring, in a sentence of its own. */
function neededSentence(view: Told): string[] {
  const { indicator, needed } = view
  const short = neededInShort(view)
  if (!needed || short === null) return []
  if (!addsUp(indicator)) return [`To meet it, the figure must ${short}.`]
  if (needed.each < 0) return [`${short}.`]
  return [`To end on target it ${indicator.polarity === 'smaller' ? 'may' : 'must'} ${short}.`]
}

/** The same as a part of a sentence: "rise by 0.58 percentage points in each of the five months after October 2016: about 14 more people each month". */
export function neededInShort({ indicator, onTrack, needed, latest }: Told): string | null {
  if (!needed || !latest || needed.each === 0 || onTrack?.code === 'on_track') return null
  const { unit, decimals, frequency } = indicator
  if (addsUp(indicator) && needed.each < 0) return 'The target has been passed already'
  const amount = wholeNumber(needed.each, indicator) ?? amountInWords(Math.abs(needed.each), { unit, decimals })
  const noun = nouns[frequency]
  const left =
    needed.periods === 1
      ? `in the ${noun} after ${periodInWords(latest.period)}`
      : `in each of the ${numberWord(needed.periods)} ${noun}s after ${periodInWords(latest.period)}`
  const each = needed.periods > 1 ? ` each ${noun}` : ''
  const people = (way: string) =>
    needed.people === null ? '' : `: about ${morePeople(Math.abs(needed.people), way)}${each}`
  if (addsUp(indicator))
    return `grow by at ${indicator.polarity === 'smaller' ? 'most' : 'least'} ${amount} ${left}${people('')}`
  const [way, more] = needed.each > 0 ? ['rise', 'more'] : ['fall', 'fewer']
  return `${way} by ${amount} ${left}${people(more)}`
}

/** "14 more people": rounded up, so that all periods together cover what is needed. */
function morePeople(people: number, way: string): string {
  const whole = Math.max(Math.ceil(withoutNoise(people)), 1)
  return [grouped(String(whole)), way, whole === 1 ? 'person' : 'people'].filter(Boolean).join(' ')
}

/** A change of a figure: small ones with a decimal more than the figure has; never as none at all. */
function amountInWords(amount: number, { unit, decimals }: { unit: Unit; decimals: number }): string {
  const own = amount >= 100 || unit === 'pounds' ? decimals : Math.min(decimals + 1, 12)
  const text = roundedText(amount, own)
  const words =
    Number(text) === 0 ? `less than ${valueInWords(roundedText(10 ** -own, own), unit)}` : valueInWords(text, unit)
  return unit === 'percent' ? words.replace(/\s?%/, ' percentage points') : words
}

/**
 * So many of what is counted in whole numbers that all periods together cover what is needed; null where it is not. What may be at
 * most is rounded down.
 */
function wholeNumber(each: number, indicator: IndicatorView): string | null {
  const { unit, unitNote, decimals, polarity } = indicator
  if (unit !== 'count' || decimals !== 0) return null
  const size = withoutNoise(Math.abs(each))
  const whole = addsUp(indicator) && polarity === 'smaller' ? Math.floor(size) : Math.ceil(size)
  if (unitNote === 'people') return counted(whole, 'person', 'people')
  return unitNote === '' ? grouped(String(whole)) : `${grouped(String(whole))} ${unitNote}`
}

const addsUp = ({ kind, frequency }: IndicatorView) => kind === 'cumulative' && frequency !== 'annual'

function testedSentences({ indicator, tested, yearEnd }: Told): string[] {
  if (!tested || !yearEnd) return []
  const { held80, mase, forecasts } = tested
  if (yearEnd.expected.likely === null) return []
  if (forecasts === 0)
    return ['Such a forecast of this series has not been tested: no earlier point had enough figures before it.']
  if (held80.value === null)
    return [
      `At ${forecasts === 1 ? 'the one past point' : `all ${forecasts} past points`} ${addsUp(indicator) ? 'no range could be given' : 'only the last value could be given'}, so a range for this series has never been tested.`,
    ]
  const held = `Tested at past points, the range of eight in ten held ${Math.round(held80.value * 100)} times in a hundred (n = ${held80.n})`
  return [
    mase.value === null
      ? `${held}.`
      : `${held}, and the error was ${mase.value.toFixed(2)} times that of simply taking last year's value (n = ${mase.n}).`,
  ]
}

/** Where ranges have held less often than this share, that stands with every one of them; they should hold 80 times in 100. */
const heldLeast = 0.75

/** How often ranges of the series have held, where that is too seldom; null where it is not, or none was tested. */
export function heldTooSeldom({ tested }: Pick<ForecastView, 'tested'>): string | null {
  const { value, n } = tested?.held80 ?? { value: null, n: 0 }
  return value === null || value >= heldLeast ? null : `held only ${Math.round(value * 100)} in 100 (n = ${n})`
}

function caveatSentences(view: Told): string[] {
  const held = heldTooSeldom(view)
  return held === null || !view.yearEnd?.expected.likely
    ? []
    : [`Take that range as too narrow: at past points such ranges ${held}.`]
}

function sayer({ unit, decimals }: { unit: Unit; decimals: number }): (value: number) => string {
  return value => valueInWords(roundedText(value, decimals), unit)
}
