import { restartsInApril } from '../../judgement/series.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import { comparePeriods, monthsBetween, type Period, yearBefore } from '../../shared/period/period.ts'
import type { IndicatorRow } from '../indicator-row.ts'
import type { CellView } from '../types.ts'

/** A value that the latest is compared with, and why that one. */
export type Base = {
  readonly from: CellView
  readonly to: CellView
  /** "in March 2025, when it was last on target", "in the same month a year before". */
  readonly when: string
}

/** Over how many months the last value on target is looked for. */
const monthsBack = 24

/**
 * The value from which a change is explained: the last on target within two years, where the latest is not; else that of the
 * same period a year before; else the earliest in the year before. Never across a break, nor with what is not comparable, nor,
 * where counting begins anew each April, with another month. Null where there is none.
 */
export function baseOf({ view, series }: IndicatorRow): Base | null {
  const { latest, history } = view
  if (!latest || latest.marks.includes('not_comparable')) return null
  const at = history.indexOf(latest)
  const broken = history.slice(0, at + 1).findLastIndex(cell => cell.marks.includes('break'))
  const isSame = (cell: CellView) => monthsBetween(cell.period, latest.period) % 12 === 0
  const earlier = history
    .slice(Math.max(broken, 0), at)
    .filter(cell => cell.value !== null && !cell.marks.includes('not_comparable'))
    .filter(cell => !restartsInApril(series) || isSame(cell))
  const within = (months: number) => (cell: CellView) => monthsBetween(cell.period, latest.period) <= months
  const onTarget = earlier.findLast(cell => cell.rating === 'Green' && within(monthsBack)(cell))
  const before = latestBefore(earlier, yearBefore(latest.period))
  const earliest = earlier.find(within(12))
  if (latest.rating !== 'Green' && latest.rating !== null && onTarget)
    return { from: onTarget, to: latest, when: `in ${periodInWords(onTarget.period)}, when it was last on target` }
  if (before) return { from: before, to: latest, when: `in ${periodInWords(before.period)}, a year before` }
  return earliest ? { from: earliest, to: latest, when: `in ${periodInWords(earliest.period)}` } : null
}

function latestBefore(cells: readonly CellView[], period: Period): CellView | null {
  return cells.find(cell => comparePeriods(cell.period, period) === 0) ?? null
}
