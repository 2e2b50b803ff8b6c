import { restartsInApril } from '../../judgement/series.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import { comparePeriods, monthsBetween, type Period, yearBefore, yearOf } from '../../shared/period/period.ts'
import type { IndicatorRow } from '../indicator-row.ts'
import type { CellView } from '../types.ts'

/** A value that the latest is compared with, and why that one. */
export type Base = {
  readonly from: CellView
  readonly to: CellView
  /** "in March 2025, when it was last on target", "in March 2024, a year before". */
  readonly when: string
}

/** Over how many months the last value on target is looked for. */
const monthsBack = 24

/**
 * The values from which a change is explained, each with a decomposition of its own: the last on target within two years, where the
 * latest is not, as that is what is asked; and that of the same period a year before, or else the earliest in the year before. Never
 * across a break, nor with what is not comparable. Where counting begins anew each April, only with the same month of another year;
 * an average of the year to date also with an earlier month of its own year, of which it is a continuation.
 */
export function basesOf({ view, series }: IndicatorRow): Base[] {
  const { latest, history } = view
  if (!latest || latest.marks.includes('not_comparable')) return []
  const at = history.indexOf(latest)
  const broken = history.slice(0, at + 1).findLastIndex(cell => cell.marks.includes('break'))
  const isSame = (cell: CellView) => monthsBetween(cell.period, latest.period) % 12 === 0
  const isContinued = (cell: CellView) => series.kind === 'ytd_average' && yearOf(cell.period) === yearOf(latest.period)
  const earlier = history
    .slice(Math.max(broken, 0), at)
    .filter(cell => cell.value !== null && !cell.marks.includes('not_comparable'))
  const alike = earlier.filter(cell => !restartsInApril(series) || isSame(cell))
  const within = (months: number) => (cell: CellView) => monthsBetween(cell.period, latest.period) <= months
  const isMissed = latest.rating !== 'Green' && latest.rating !== null
  const onTarget = earlier
    .filter(cell => alike.includes(cell) || isContinued(cell))
    .findLast(cell => isMissed && cell.rating === 'Green' && within(monthsBack)(cell))
  const before = latestBefore(alike, yearBefore(latest.period))
  const earliest = alike.find(within(12))
  const whenIn = ({ period }: CellView) => `in ${periodInWords(period)}`
  const compared = [
    ...(onTarget ? [{ from: onTarget, when: `${whenIn(onTarget)}, when it was last on target` }] : []),
    ...(before ? [{ from: before, when: `${whenIn(before)}, a year before` }] : []),
  ]
  const different = compared.filter(({ from }, place) => place === 0 || from !== compared[0]?.from)
  if (different.length === 0 && earliest) different.push({ from: earliest, when: whenIn(earliest) })
  return different.map(each => ({ ...each, to: latest }))
}

function latestBefore(cells: readonly CellView[], period: Period): CellView | null {
  return cells.find(cell => comparePeriods(cell.period, period) === 0) ?? null
}
