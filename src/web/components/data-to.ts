import type { OverviewAnswer } from '../../answers/types.ts'
import { comparePeriods, type Period } from '../../shared/period/period.ts'

/** The latest period with a value anywhere in the dashboard; null where there is none. */
export function dataTo({ dashboard }: Pick<OverviewAnswer, 'dashboard'>): Period | null {
  const periods = dashboard.rows.flatMap(row => (row.latest ? [row.latest.period] : []))
  return periods.toSorted(comparePeriods).at(-1) ?? null
}
