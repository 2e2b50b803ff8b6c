/** Why an indicator goes to committee (rule 6): every reason is kept. */
import { periodInWords } from '../../shared/period/format-period.ts'
import type { Period } from '../../shared/period/period.ts'
import { roundedText } from '../../shared/rounding.ts'
import { capitalised, numberWord } from '../../shared/words.ts'
import { periodNoun, periodNouns } from '../direction/period-noun.ts'
import type { Verdict } from '../rating/rate.ts'
import { latestPoint, restartsInApril, type Series, valueAt } from '../series.ts'
import { valueInWords } from '../value/value-in-words.ts'
import { type Deterioration, deteriorating, movesNeeded } from './deteriorating.ts'
import { defaultOffTargetSettings, isOffTarget, type OffTargetSettings } from './off-target.ts'

export type ExceptionReason = {
  readonly rule: 'off-target' | 'deteriorating' | 'budget' | 'risk'
  /** A British sentence fragment with the figures that decided. */
  readonly detail: string
}

/** `movesNeeded`: how many moves in a row in the wrong direction make a deterioration. */
export type ExceptionSettings = OffTargetSettings & { readonly movesNeeded: number }

export const defaultExceptionSettings: ExceptionSettings = { ...defaultOffTargetSettings, movesNeeded }

export type ExceptionInput = {
  readonly series: Series
  /** Of the latest period with a value. */
  readonly verdict: Verdict
  /** What an officer has linked to the indicator, with a reason. */
  readonly links: readonly { readonly rule: 'budget' | 'risk'; readonly to: string; readonly reason: string }[]
  /** The target of the latest period: a number, or its text as printed. */
  readonly target?: number | string | undefined
  /** A period's value as shown, where it may have more decimals than the indicator (3.56). */
  readonly shown?: ((period: Period) => string) | undefined
}

/**
 * The reasons for which an indicator is an exception (rule 6), in the order of the rule: off target, deteriorating,
 * budget, corporate risk. Empty when it is none.
 * @example // [{ rule: 'off-target', detail: '3.56 against a target of 1.5 in March 2017, 137.3 % above target' }]
 */
export function exceptionReasons(
  input: ExceptionInput,
  settings: ExceptionSettings = defaultExceptionSettings,
): ExceptionReason[] {
  const latest = latestPoint(input.series)
  const run = deteriorating(input.series, settings.movesNeeded)
  const judged = input.series.polarity !== 'none'
  return [
    ...(judged && latest && isOffTarget(input.verdict, settings)
      ? [{ rule: 'off-target' as const, detail: offTargetInWords(input, latest.period) }]
      : []),
    ...(run ? [{ rule: 'deteriorating' as const, detail: deteriorationInWords(run, input) }] : []),
    ...input.links.map(({ rule, to, reason }) => ({
      rule,
      detail: reason === '' ? to : `${to.replace(/\.$/, '')}. ${capitalised(reason)}`,
    })),
  ].sort((a, b) => order.indexOf(a.rule) - order.indexOf(b.rule))
}

const order: readonly ExceptionReason['rule'][] = ['off-target', 'deteriorating', 'budget', 'risk']

function offTargetInWords(input: ExceptionInput, at: Period): string {
  const { verdict, series, target } = input
  const text = typeof target === 'number' ? roundedText(target, series.decimals) : target
  const against = text === undefined ? '' : ` against a target of ${valueInWords(text, series.unit)}`
  return `${said(at, input)}${against} in ${periodInWords(at)}, ${verdict.reason}`
}

/** @example 'worse in each of the last four months: 3.1 (November 2016), 3.2, 3.4, 3.5, 3.56 (March 2017)' */
function deteriorationInWords({ from, to, moves }: Deterioration, input: ExceptionInput): string {
  const { series } = input
  const than = restartsInApril(series) ? ` than in the same ${periodNoun(series.frequency)} last year` : ''
  const periods = series.points.map(point => point.period)
  const values = periods.slice(periods.indexOf(from), periods.indexOf(to) + 1).map(period => {
    const dated = period === from || period === to
    return dated ? `${said(period, input)} (${periodInWords(period)})` : said(period, input)
  })
  const last =
    moves === 1
      ? `the last ${periodNoun(series.frequency)}`
      : `each of the last ${numberWord(moves)} ${periodNouns(series.frequency)}`
  return `worse${than} in ${last}: ${values.join(', ')}`
}

function said(period: Period, { series, shown }: ExceptionInput): string {
  const text = shown ? shown(period) : roundedText(valueAt(series, period) ?? Number.NaN, series.decimals)
  return valueInWords(text, series.unit)
}
