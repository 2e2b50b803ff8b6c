/** Sums as a reader can follow them: figures of an answer put into a rule. What does not come out as the rule said is no example. */
import { entryOf, units } from '../../shared/codes.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import { monthsElapsed } from '../../shared/period/period.ts'
import { roundedText, withoutNoise } from '../../shared/rounding.ts'
import { capitalised, grouped } from '../../shared/words.ts'
import type { CellView, DashboardRow, SummaryItem } from '../types.ts'
import { withUnit } from '../wording.ts'
import type { WorkedExample } from './types.ts'

/** A figure in a sum: whole, or cut to four decimals. @example inSum(69 * 100 / 2122) // '3.2516…' */
function inSum(value: number): string {
  const text = String(withoutNoise(value))
  const [whole = '', decimals = ''] = text.split('.')
  if (text.includes('e')) return grouped(roundedText(value, 4))
  return decimals.length > 4 ? `${grouped(`${whole}.${decimals.slice(0, 4)}`)}…` : grouped(text)
}

/** A share as a percentage with one decimal. @example asPercent(0.12) // '12.0 %' */
function asPercent(share: number): string {
  return `${grouped(roundedText(share * 100, 1))}\u00a0%`
}

/** Whether two results of one sum are the same but for the noise of binary numbers. */
function isSame(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one), Math.abs(other))
}

const nameOf = ({ indicator: { slug, shortName } }: DashboardRow) => ({ slug, name: shortName })

const behind = (value: number) => (value < 0 ? `(${inSum(value)})` : inSum(value))

/** A value made from its counts; null where it was not. */
export function fromCounts(row: DashboardRow, cell: CellView): WorkedExample | null {
  const { numerator, denominator, value, shown, period } = cell
  const { per } = entryOf(units, row.indicator.unit)
  if (numerator === null || denominator === null || value === null || shown === null || per === null) return null
  if (denominator <= 0 || !isSame((numerator * per) / denominator, value)) return null
  const times = per === 1 ? '' : ` × ${inSum(per)}`
  return {
    indicator: nameOf(row),
    given: `${inSum(numerator)} of ${inSum(denominator)} in ${periodInWords(period)}`,
    sum: [`${inSum(numerator)}${times} ÷ ${inSum(denominator)} = ${inSum(value)}`],
    verdict: `${inSum(value)} is judged, and shown as ${withUnit(shown, row.indicator)}`,
    rating: null,
  }
}

/** The distance of a latest value from its target as the rule has it; null where it comes out otherwise. */
export function againstTarget(row: DashboardRow): WorkedExample | null {
  const { latest, indicator } = row
  if (latest?.value == null || !latest.target || indicator.polarity === 'none') return null
  const { value: target } = latest.target
  const projected = isForecast(latest) ? projectedFrom(row, latest) : { value: latest.value, sum: [] }
  const { value } = projected
  const steps = {
    bigger: { adverse: target - value, sum: `${inSum(target)} − ${behind(value)}` },
    smaller: { adverse: value - target, sum: `${inSum(value)} − ${behind(target)}` },
    on_target: { adverse: Math.abs(value - target), sum: `distance of ${inSum(value)} from ${inSum(target)}` },
  }
  const { adverse, sum } = steps[indicator.polarity]
  if (latest.variance === null ? target !== 0 : !isSame(adverse / Math.abs(target), latest.variance)) return null
  const share =
    latest.variance === null
      ? []
      : [
          `(${sum}) ÷ ${inSum(Math.abs(target))} = ${asPercent(latest.variance)}${latest.variance < 0 ? ', on the right side' : ''}`,
        ]
  const how = {
    given: '',
    flat: ', the same all year',
    line: ', on a straight line',
    seasonal: ', by earlier years’ shares',
  }
  return {
    indicator: nameOf(row),
    given: `${withUnit(String(latest.shown), indicator)} in ${periodInWords(latest.period)}, target ${withUnit(latest.target.shown, indicator)}${how[latest.target.how]}; ${ways[indicator.polarity]}`,
    sum: [...projected.sum, ...share],
    verdict: latest.rating ? `${latest.rating}: ${latest.ratingReason}` : capitalised(latest.ratingReason),
    rating: latest.rating,
  }
}

const ways = {
  bigger: 'bigger is better',
  smaller: 'smaller is better',
  on_target: 'neither too high nor too low',
} as const

const isForecast = (cell: CellView) => cell.ratingReason.startsWith('forecast ')

/** The year end from the latest value: a cumulative figure goes on at its pace, any other stays. */
function projectedFrom({ indicator: { kind } }: DashboardRow, latest: CellView) {
  const value = Number(latest.value)
  if (kind !== 'cumulative') return { value, sum: [`The year is expected to end at ${inSum(value)}, as now`] }
  const months = monthsElapsed(latest.period)
  const year = withoutNoise((value / months) * 12)
  return { value: year, sum: [`${inSum(value)} ÷ ${months} × 12 = ${inSum(year)} expected at the end of the year`] }
}

/** A direction of travel with the two figures that it was told from; null where they are not both here. */
export function travelled(row: DashboardRow): WorkedExample | null {
  const { travel, latest, indicator, history } = row
  if (latest?.value == null) return null
  const verdict = travel.sentence.replace(/\.$/, '')
  const before = history.findLast(
    cell => cell.value !== null && travel.comparedWith.endsWith(periodInWords(cell.period)),
  )
  const given = `${withUnit(String(latest.shown), indicator)} in ${periodInWords(latest.period)}`
  if (travel.direction === null) return { indicator: nameOf(row), given, sum: [], verdict, rating: null }
  if (before?.value == null || indicator.polarity === 'none') return null
  const change = withoutNoise(latest.value - before.value)
  const sum = `${inSum(latest.value)} − ${behind(before.value)} = ${inSum(change).replace('-', '−')}`
  return {
    indicator: nameOf(row),
    given: `${given}, ${withUnit(String(before.shown), indicator)} in ${periodInWords(before.period)}; ${ways[indicator.polarity]}`,
    sum: indicator.polarity === 'on_target' ? [] : [sum],
    verdict,
    rating: null,
  }
}

/** The change that placed an indicator in the summary; the step that decided, where nothing could be compared. */
export function placed({ row, change, because, evidence, override, group }: SummaryItem, label: string): WorkedExample {
  const { latest, indicator, history } = row
  const step = because.startsWith(label) ? because : `${label}: ${because}`
  const verdict = override ? `${label}, put there by an officer: ${override.reason}` : step
  const plain = { indicator: nameOf(row), given: evidence, sum: [], verdict, rating: null }
  if (latest?.value == null || change === null || indicator.polarity === 'on_target' || group === null) return plain
  const now = latest.value
  const gain = (before: number) => (indicator.polarity === 'smaller' ? before - now : now - before)
  const from = history.find(
    ({ value, period }) =>
      value !== null &&
      value !== 0 &&
      evidence.includes(periodInWords(period)) &&
      period !== latest.period &&
      isSame(gain(value) / Math.abs(value), change),
  )
  if (from?.value == null) return plain
  const [first, second] = indicator.polarity === 'smaller' ? [from.value, now] : [now, from.value]
  const better = change >= 0 ? 'better' : 'worse'
  const sum = `(${inSum(first)} − ${behind(second)}) ÷ ${inSum(Math.abs(from.value))} = ${asPercent(change)}`
  return { ...plain, sum: [change === 0 ? sum : `${sum}: ${asPercent(Math.abs(change))} ${better}`] }
}
