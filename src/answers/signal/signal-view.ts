import { isCoarse, roundingStep } from '../../judgement/signal/rounding-step.ts'
import { type Signal, type SignalOptions, type Stretch, signalOf } from '../../judgement/signal/signal.ts'
import { signalFor } from '../../judgement/signal/signal-for.ts'
import { suggestedRebase } from '../../judgement/signal/suggested-rebase.ts'
import { pointInWords, variationSentence, warningsOf } from '../../judgement/signal/words.ts'
import { valueInWords } from '../../judgement/value/value-in-words.ts'
import type { Polarity } from '../../shared/codes.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import { comparePeriods, monthsOf, type Period, toPeriod } from '../../shared/period/period.ts'
import { roundedText } from '../../shared/rounding.ts'
import { capitalised, numberWord } from '../../shared/words.ts'
import type { FrameworkData } from '../framework-data.ts'
import { type IndicatorRow, indicatorRow } from '../indicator-row.ts'
import { assuranceView, noAssurance } from './assurance-view.ts'
import type { SignalView, StretchView } from './types.ts'
import { underlyingOf } from './underlying.ts'

const better: Record<Polarity, SignalOptions['better']> = {
  bigger: 'up',
  smaller: 'down',
  on_target: 'neither',
  none: 'neither',
}

/**
 * What signal says of an indicator: its points, limits and verdicts with their sentences, or the reason for none. Where its
 * values share data with their neighbours, the figures that underlie it are judged, if the register has them. Where the
 * audience may not see one of the values, it is told nothing of the kind.
 */
export function signalView(slug: string, data: FrameworkData): SignalView {
  const own = indicatorRow(slug, data)
  const underlying = underlyingOf(slug, data.indicators)
  const row = underlying !== null && data.observations.has(underlying) ? indicatorRow(underlying, data) : own
  const { kind, frequency, points } = row.series
  const rebases = rebasesOf(row, data)
  const used = points.filter(isUsed)
  const start = points.findLast(point => rebases.has(point.period))
  const sinceRebase = used.filter(point => !start || comparePeriods(point.period, start.period) >= 0).length
  const may = signalFor(kind, frequency, { inAll: used.length, sinceRebase })
  const about = { indicator: own.view.indicator, figures: row.view.indicator }
  if (hidesAny(row, data)) return withoutSignal(about, hiddenReason)
  if (!may.chart) return withoutSignal(about, may.reason)
  const found = judged(row, own === row, rebases)
  if (may.icons) return { ...about, icons: true, reason: '', ...found }
  // A chart whose limits bear no verdict is drawn all the same; it is no ground for starting anew either.
  return { ...withoutSignal(about, may.reason), chart: found.chart, notes: found.notes }
}

/** A figure marked as not comparable is as good as missing: no limit may rest on it. */
const isUsed = (point: IndicatorRow['series']['points'][number]) =>
  point.value !== null && !point.marks.includes('not_comparable')

const hiddenReason =
  'No control chart: a value of this series is hidden as few people stand behind it, and the mean and limits could give it away.'

/** Limits rest on every value, so where one is hidden from the audience they might be solved for it. */
function hidesAny({ view }: IndicatorRow, { audience }: FrameworkData): boolean {
  return view.history.some(cell => cell.suppressedFor.includes(audience))
}

/** No chart, no verdict, and the reason in place of all. */
function withoutSignal(about: Pick<SignalView, 'indicator' | 'figures'>, reason: string): SignalView {
  return {
    ...about,
    icons: false,
    reason,
    chart: null,
    variation: { meaning: null, way: null, sentence: reason },
    assurance: noAssurance(reason),
    notes: [],
    suggestion: null,
  }
}

type Judged = Pick<SignalView, 'chart' | 'variation' | 'assurance' | 'notes' | 'suggestion'>

function judged(row: IndicatorRow, isOwn: boolean, rebases: ReadonlyMap<string, string>): Judged {
  const { indicator, latest } = row.view
  const { polarity, decimals } = row.series
  // What was not collected yet is no gap.
  const points = row.series.points.slice(row.series.points.findIndex(isUsed))
  const target = isOwn ? (latest?.target ?? null) : null
  const signal = signalOf(
    points.map(point => ({ date: point.period, value: isUsed(point) ? point.value : null })),
    {
      better: better[polarity],
      target: target?.value ?? null,
      rebases: [...rebases.keys()],
      baseline: null,
      screening: row.settings.signal.screening,
    },
  )
  const last = signal.points.findLast(point => point.value !== null)
  return {
    chart: {
      points: signal.points.map(point => ({
        period: toPeriod(point.date),
        value: point.value,
        shown: point.value === null ? null : row.viewAt(toPeriod(point.date)).shown,
        stretch: point.stretch,
        cause: point.flag?.cause ?? null,
        way: point.flag?.way ?? null,
        meaning: point.meaning,
        says: pointInWords(point),
      })),
      stretches: signal.stretches.map(stretch => stretchView(stretch, decimals, rebases.get(stretch.from) ?? '')),
      screening: row.settings.signal.screening,
      target: target && latest ? { value: target.value, shown: target.shown, period: latest.period } : null,
    },
    variation: last
      ? { meaning: last.meaning, way: last.flag?.way ?? null, sentence: variationSentence(last) }
      : { meaning: null, way: null, sentence: 'There is no value to judge.' },
    assurance: assuranceView(signal, { better: better[polarity], isOwn, target: target?.value ?? null }),
    notes: notesOf(signal, row, isOwn ? null : indicator.shortName),
    suggestion: suggestionOf(signal, row),
  }
}

/** The periods from which a new stretch begins, with the reason: breaks of the series, and what officers have decided. */
function rebasesOf(row: IndicatorRow, data: FrameworkData): ReadonlyMap<string, string> {
  const breaks = row.series.points
    .slice(1)
    .filter(point => point.marks.includes('break'))
    .map(point => [point.period as string, breakReason(row, point.period, data)] as const)
  const decided = data.rebases
    .filter(fact => fact.indicator === row.view.indicator.slug)
    .map(fact => [fact.period, fact.payload.reason] as const)
  return new Map([...breaks, ...decided])
}

/** What the definition says that begins between a break and the point before it. */
function breakReason(row: IndicatorRow, period: Period, data: FrameworkData): string {
  const before = row.series.points.findLast(point => comparePeriods(point.period, period) < 0)
  const definition = data.definitions.get(row.view.indicator.slug)?.find(({ payload: { breaks, from } }) => {
    const begins = breaks && from !== '' ? monthsOf(toPeriod(from)).first : null
    return begins !== null && begins <= monthsOf(period).last && (!before || begins > monthsOf(before.period).last)
  })
  return definition?.payload.text || 'The series breaks here'
}

function stretchView(stretch: Stretch, decimals: number, reason: string): StretchView {
  const { mean, lower, upper, screened } = stretch.lines
  // With one decimal more than values have: a value just beyond a limit must not look equal to it.
  const text = (value: number | null) => (value === null ? null : roundedText(value, Math.min(decimals + 1, 12)))
  return {
    number: stretch.number,
    from: toPeriod(stretch.from),
    to: toPeriod(stretch.to),
    points: stretch.points,
    mean,
    lower,
    upper,
    shown: { mean: text(mean), lower: text(lower), upper: text(upper) },
    reason,
    screened,
    warnings: warningsOf(stretch),
  }
}

function notesOf(signal: Signal, row: IndicatorRow, underlying: string | null): string[] {
  const latest = signal.points.findLast(point => point.value !== null)
  const isBehind = latest !== undefined && latest !== signal.points.at(-1)
  const leftOut = row.series.points.filter(point => point.value !== null && !isUsed(point)).length
  return [
    ...(underlying === null ? [] : [`Judged by the figures that underlie it: ${underlying}.`]),
    ...(isBehind
      ? [`Judged is ${periodInWords(toPeriod(latest.date))}, the latest with a value; later ones are missing.`]
      : []),
    ...(leftOut > 0
      ? [`${capitalised(numberWord(leftOut))} marked as not comparable ${leftOut === 1 ? 'is' : 'are'} left out.`]
      : []),
    ...roundingNote(signal, row),
    ...signal.unusedRebases.map(
      date => `A new stretch was decided from ${periodInWords(toPeriod(date))}, of which there is no point.`,
    ),
  ]
}

/** Rounded values make ties, which end trends, and points on the mean, which end shifts. */
function roundingNote({ points, stretches }: Signal, { view, series }: IndicatorRow): string[] {
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]))
  const step = roundingStep(values, series.unit === 'count')
  const range = stretches.at(-1)?.lines.averageRange ?? null
  if (step === null || range === null || !isCoarse(step, range)) return []
  const { unit, decimals } = view.indicator
  const say = (value: number, more: number) => valueInWords(roundedText(value, Math.min(decimals + more, 12)), unit)
  return [
    `Values are rounded to ${say(step, 0)} and move by ${say(range, 1)} from one to the next: some ties and points on the mean come of rounding, and can hide a trend or a shift.`,
  ]
}

function suggestionOf(signal: Signal, row: IndicatorRow): SignalView['suggestion'] {
  const found = suggestedRebase(signal)
  if (!found) return null
  const period = toPeriod(found.date)
  const { shortName } = row.view.indicator
  return {
    period,
    sentence: `The latest ${numberWord(found.points)} values of ${shortName} lie ${found.side} the mean, from ${periodInWords(period)} on. If the way of working changed then, rebase from there, with the reason.`,
  }
}
