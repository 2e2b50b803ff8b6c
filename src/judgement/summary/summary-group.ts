/** In which of the four groups of the summary an indicator stands (rule 7). */
import type { SummaryGroup } from '../../shared/codes.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import { comparePeriods, monthsBetween, type Period, yearBefore } from '../../shared/period/period.ts'
import { breakBetween } from '../direction/break-between.ts'
import { favourable } from '../direction/direction-of-travel.ts'
import { shareOf } from '../exactly.ts'
import { defaultOffTargetSettings, isOffTarget, type OffTargetSettings } from '../exceptions/off-target.ts'
import type { Verdict } from '../rating/rate.ts'
import { shareInWords } from '../rating/share-in-words.ts'
import {
  hasValue,
  isAnnualOrRarer,
  latestPoint,
  type Point,
  previousExpected,
  restartsInApril,
  type Series,
  type ValuedPoint,
} from '../series.ts'

export type SummarySettings = OffTargetSettings & {
  /** A change of this share of the earlier |value| or more is significant. */
  readonly significant: number
  /** The share of rated periods that must be Green for good performance to be sustained. */
  readonly sustained: number
}

export const defaultSummarySettings: SummarySettings = {
  ...defaultOffTargetSettings,
  significant: 0.025,
  sustained: 0.75,
}

export type SummaryInput = {
  readonly series: Series
  /** The verdict of any period of the series. */
  readonly verdictAt: (period: Period) => Verdict
  /** The target of the latest period, unrounded: only `on_target` needs it. */
  readonly target?: number | undefined
  readonly settings?: SummarySettings | undefined
}

export type Summary = {
  /** null: there is nothing to judge by; `reason` says why. */
  readonly group: SummaryGroup | null
  /** c of rule 7: favourable change as a share of the earlier |value|, unrounded; null where there is none. */
  readonly change: number | null
  readonly from: Point | null
  readonly to: Point | null
  /** Periods with a rating from `from` to `to`, both included. */
  readonly ratedPeriods: number
  readonly greenPeriods: number
  /** Which step of the rule decided, in words. */
  readonly reason: string
}

/**
 * The group of an indicator in the summary (rule 7), the first step that fits: sustained good, improved, worsened,
 * remains challenging, no significant change. Without an earlier value to compare with, only "remains challenging" can
 * be told.
 */
export function summaryGroup(input: SummaryInput): Summary {
  const { series, verdictAt, settings = defaultSummarySettings } = input
  const to = latestPoint(series)
  const nothing = { group: null, change: null, from: null, to, ratedPeriods: 0, greenPeriods: 0 }
  if (!to) return { ...nothing, reason: 'no value' }
  if (series.polarity === 'none') return { ...nothing, reason: 'for information' }
  const verdict = verdictAt(to.period)
  const compared = comparison(input, to)
  if ('none' in compared) {
    const challenging = isOffTarget(verdict, settings)
    const also = `${challenging ? `off target (${verdict.rating}, ${verdict.reason}); ` : ''}${compared.none}`
    return { ...nothing, ...counted(input, to, to), group: challenging ? 'challenging' : null, reason: also }
  }
  const { from, change, gain } = compared
  const periods = counted(input, from, to)
  const facts: Facts = {
    verdict,
    settings,
    ...periods,
    gain: gain === 0 || Math.abs(change ?? 1) < settings.significant ? 0 : Math.sign(gain),
    moved: movedInWords(from, gain, change, settings),
  }
  const step = steps.find(({ holds }) => holds(facts)) ?? lastStep
  return { group: step.group, change, from, to, ...periods, reason: step.says(facts) }
}

/** What the steps decide by. `gain`: 1 significant and favourable, −1 significant and adverse, 0 not significant. */
type Facts = {
  readonly verdict: Verdict
  readonly settings: SummarySettings
  readonly ratedPeriods: number
  readonly greenPeriods: number
  readonly gain: number
  readonly moved: string
}

type Step = {
  readonly group: SummaryGroup
  readonly holds: (facts: Facts) => boolean
  readonly says: (facts: Facts) => string
}

const lastStep: Step = {
  group: 'no_change',
  holds: () => true,
  says: ({ moved }) => moved,
}

const steps: readonly Step[] = [
  {
    group: 'sustained',
    holds: ({ verdict, greenPeriods, ratedPeriods, settings, gain }) =>
      verdict.rating === 'Green' && greenPeriods >= settings.sustained * ratedPeriods && gain >= 0,
    says: ({ greenPeriods, ratedPeriods, moved }) =>
      `Green at the latest and in ${greenPeriods} of ${ratedPeriods} rated periods; ${moved}`,
  },
  { group: 'improved', holds: ({ gain }) => gain > 0, says: ({ moved }) => moved },
  { group: 'worsened', holds: ({ gain }) => gain < 0, says: ({ moved }) => moved },
  {
    group: 'challenging',
    holds: ({ verdict, settings }) => isOffTarget(verdict, settings),
    says: ({ verdict, moved }) => `off target (${verdict.rating}, ${verdict.reason}); ${moved}`,
  },
  lastStep,
]

type Comparison = { readonly from: ValuedPoint; readonly change: number | null; readonly gain: number }

function comparison({ series, target }: SummaryInput, to: ValuedPoint): Comparison | { readonly none: string } {
  const from = earlierPoint(series, to.period)
  if (!from) return { none: `no earlier value to compare ${periodInWords(to.period)} with` }
  const broken = breakBetween(series, from.period, to.period)
  if (broken) return { none: `no comparison: ${broken}` }
  if (series.polarity === 'none') return { none: 'for information' }
  if (series.polarity === 'on_target' && target === undefined)
    return { none: 'no target to measure the change of distance from' }
  const gain = favourable[series.polarity](from.value, to.value, target ?? 0)
  return { from, gain, change: from.value === 0 ? (gain === 0 ? 0 : null) : shareOf(gain, from.value) }
}

/**
 * The earliest point with a value in the twelve months before, at least nine months earlier; of annual or rarer
 * figures the one before.
 */
function earlierPoint(series: Series, to: Period): ValuedPoint | null {
  const valued = series.points.filter(hasValue)
  if (isAnnualOrRarer(series.frequency)) {
    const before = previousExpected(to, series.frequency)
    return valued.find(point => point.period === before) ?? null
  }
  // Figures that restart in April are never compared across it.
  if (restartsInApril(series)) return valued.find(point => point.period === yearBefore(to)) ?? null
  const back = (point: Point) => monthsBetween(point.period, to)
  return valued.find(point => back(point) <= 12 && back(point) >= 9) ?? null
}

function counted({ series, verdictAt }: SummaryInput, from: Point, to: Point) {
  const ratings = series.points
    .filter(({ period }) => comparePeriods(from.period, period) <= 0 && comparePeriods(period, to.period) <= 0)
    .filter(hasValue)
    .map(({ period }) => verdictAt(period).rating)
    .filter(rating => rating !== null)
  return { ratedPeriods: ratings.length, greenPeriods: ratings.filter(rating => rating === 'Green').length }
}

function movedInWords(from: Point, gain: number, change: number | null, { significant }: SummarySettings): string {
  const since = `since ${periodInWords(from.period)}`
  if (gain === 0) return `unchanged ${since}`
  const way = gain > 0 ? 'better' : 'worse'
  if (change === null) return `${way} ${since}, when it was zero`
  const size = `${shareInWords(change, share => Math.abs(share) < significant)} ${way} ${since}`
  return Math.abs(change) < significant ? `no significant change: ${size}` : size
}
