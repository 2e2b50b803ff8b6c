import { breakBetween } from '../../judgement/direction/break-between.ts'
import { directionBetween } from '../../judgement/direction/direction-of-travel.ts'
import { isAnnualOrRarer, restartsInApril, valueAt } from '../../judgement/series.ts'
import type { Direction } from '../../shared/codes.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import { comparePeriods, contains, monthsElapsed, type Period, yearOf } from '../../shared/period/period.ts'
import { roundedText } from '../../shared/rounding.ts'
import { grouped } from '../../shared/words.ts'
import { periodEndingWith } from '../dashboard/columns.ts'
import type { FrameworkData } from '../framework-data.ts'
import { type IndicatorRow, indicatorRow } from '../indicator-row.ts'
import type { DashboardRow } from '../types.ts'
import { withUnit } from '../wording.ts'
import type { RoundRow } from './types.ts'

/** At the end of the year nothing is left to be carried forward. */
const monthsInYear = 12

/**
 * An indicator under a heading, with what is said of it.
 * @param year the financial year that is reported; null: that of each indicator's latest value
 * @param stated what documents say of it in words, without a figure
 */
export function roundRow(
  slug: string,
  data: FrameworkData,
  year: Period | null,
  stated: RoundRow['stated'] = [],
): RoundRow {
  const judged = indicatorRow(slug, data)
  const row = withOneReason(judged.view)
  const yearEnd = yearEndOf(slug, judged, data)
  return {
    row,
    before: beforeLatest(row),
    target: row.latest?.rating || year === null ? (row.latest?.target ?? null) : judged.viewAt(year).target,
    targetBy: targetBy(row, data),
    judged: judgedInWords(row, year),
    yearEnd,
    point: pointOf(row),
    says: saidOf(row, yearEnd),
    stated,
  }
}

/**
 * What has no earlier figure at all is said to have none: which period is missed differs between frameworks that compare with
 * different ones, and one measure can stand under several.
 */
function withOneReason(row: DashboardRow): DashboardRow {
  const { latest, travel } = row
  const isMissed = travel.direction === null && travel.reason.startsWith('no value for ')
  if (!latest || !isMissed || beforeLatest(row)) return row
  return { ...row, travel: { ...travel, reason: 'no earlier figure' } }
}

function beforeLatest({ history, latest }: DashboardRow): RoundRow['before'] {
  if (!latest) return null
  return history.findLast(cell => cell.value !== null && comparePeriods(cell.period, latest.period) < 0) ?? null
}

/** A framework that rates by forecast holds a value against the last goal of its year. */
function targetBy({ indicator, latest }: DashboardRow, data: FrameworkData): Period | null {
  if (!latest?.target || data.framework.payload.rating !== 'forecast') return null
  const { target } = latest
  const goals = (data.targets.get(indicator.slug) ?? []).filter(
    goal =>
      goal.purpose === 'rated' && Number(goal.value) === target.value && contains(yearOf(latest.period), goal.period),
  )
  const [last] = goals.map(goal => goal.period).sort((a, b) => comparePeriods(b, a))
  return last === undefined || last === latest.period ? null : last
}

/** Something to look at: short of its target, or worse. Something to be glad of: on course for it, or better, and no concern. */
function pointOf({ latest, travel }: DashboardRow): RoundRow['point'] {
  const rating = latest?.rating ?? null
  if (rating === 'Red' || rating === 'Amber' || travel.direction === 'worse') return 'concern'
  return rating === 'Green' || travel.direction === 'better' ? 'achievement' : null
}

/** Against the target; where the reported year has no value yet, when there will be one, or why there will be none. */
function judgedInWords({ latest, history }: DashboardRow, year: Period | null): string {
  if (latest?.rating) return latest.ratingReason
  const awaited = year === null ? undefined : history.find(cell => cell.period === year && cell.value === null)
  if (!awaited) return latest?.ratingReason ?? 'no value'
  const why = awaited.reason === 'not_applicable' && awaited.note !== '' ? awaited.note : awaited.reasonInWords
  return `${periodInWords(awaited.period)}: ${why}`
}

function saidOf(row: DashboardRow, yearEnd: string): string {
  const { indicator, latest, travel } = row
  if (!latest || latest.shown === null) {
    const last = row.history.at(-1)
    return last ? [last.reasonInWords, last.note].filter(Boolean).join(': ') : 'no total is recorded'
  }
  const value = `${withUnit(latest.shown, indicator)} in ${periodInWords(latest.period)}`
  // A target of zero is named by the reason itself.
  const of = latest.target?.value === 0 ? '' : ` of ${withUnit(String(latest.target?.shown), indicator)}`
  const rated = latest.rating ? `, ${latest.ratingReason}${of}` : ''
  const onward = yearEnd === '' ? '' : ` (${yearEnd})`
  const going =
    travel.direction === null ? '' : `; ${travel.sentence.charAt(0).toLowerCase()}${travel.sentence.slice(1)}`
  return `${value}${onward}${rated}${going}`
}

/** "13 admissions by Q2 2017/18, 26 by the year's end at this pace": what is cumulative, forecast in people where they are known. */
function yearEndOf(slug: string, { view, yearEndAt }: IndicatorRow, data: FrameworkData): string {
  const { latest, indicator } = view
  if (data.framework.payload.rating !== 'forecast' || !latest || monthsElapsed(latest.period) === monthsInYear)
    return ''
  const projection = yearEndAt(latest.period)
  if (projection?.method !== 'cumulative') return ''
  const when = periodInWords(latest.period)
  const end = `by the end of ${yearOf(latest.period)} at this pace`
  const soFar = indicator.unit === 'count' ? latest.value : latest.numerator
  if (projection.count === null || soFar === null)
    return `${withUnit(roundedText(projection.value, indicator.decimals), indicator)} ${end}`
  const label = data.indicators.get(slug)?.payload.numeratorLabel
  const noun = label || (indicator.unit === 'count' ? indicator.unitNote : 'people')
  const whole = (count: number) => grouped(roundedText(count, 0))
  return `${[whole(soFar), noun].filter(Boolean).join(' ')} by ${when}, ${whole(projection.count)} ${end}`
}

/**
 * Whether an indicator got better or worse from one quarter to another: null where either has no figure, where the two
 * cannot be compared, and for what begins again in April, as the second always holds the first.
 */
export function sinceQuarter(slug: string, data: FrameworkData, from: Period, to: Period): Direction | null {
  const { series } = indicatorRow(slug, data)
  if (restartsInApril(series) || isAnnualOrRarer(series.frequency)) return null
  const [first, last] = [periodEndingWith(from, series.frequency), periodEndingWith(to, series.frequency)]
  if (first === null || last === null) return null
  const [before, now] = [valueAt(series, first), valueAt(series, last)]
  if (before === null || now === null) return null
  return breakBetween(series, first, last) === null ? directionBetween(series, before, now) : null
}
