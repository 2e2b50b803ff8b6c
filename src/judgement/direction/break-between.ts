import { periodInWords } from '../../shared/period/format-period.ts'
import { comparePeriods, type Period } from '../../shared/period/period.ts'
import { markedPoints, type Series } from '../series.ts'

/**
 * Why two periods of a series cannot be compared, in words: a break stands before the later one or between them, or a
 * figure from the one to the other, either included, is marked as not comparable. null when they can.
 */
export function breakBetween(series: Series, from: Period, to: Period): string | null {
  const [earlier, later] = comparePeriods(from, to) <= 0 ? [from, to] : [to, from]
  for (const { period, marks } of markedPoints(series)) {
    const sinceEarlier = comparePeriods(period, earlier)
    if (sinceEarlier < 0 || comparePeriods(period, later) > 0) continue
    if (sinceEarlier > 0 && marks.includes('break')) return `the series breaks before ${periodInWords(period)}`
    if (marks.includes('not_comparable')) return `${periodInWords(period)} is marked as not comparable`
  }
  return null
}
