import { type Frequency, frequencies } from '../../shared/codes.ts'
import { monthsOf, type Period, periodOfMonths, shiftPeriod } from '../../shared/period/period.ts'

/** The place of March among the months, from 0. */
const MARCH = 2

/** How many columns a dashboard has, by the finest frequency of its indicators. */
const columnsOf: Record<Frequency, number> = { monthly: 13, quarterly: 9, annual: 5, every_two_years: 5 }
const monthsIn: Record<Frequency, number> = { monthly: 1, quarterly: 3, annual: 12, every_two_years: 12 }

/**
 * The columns of a dashboard: thirteen months (nine quarters, five years) that end with the latest period for which any of
 * its indicators holds a value or a reason for none.
 * @param rows of each indicator its frequency and its periods
 */
export function dashboardColumns(rows: readonly { frequency: Frequency; periods: readonly Period[] }[]): Period[] {
  const told = rows.filter(row => row.periods.length > 0)
  const finest = frequencies.find(({ code }) => told.some(row => row.frequency === code))?.code
  if (!finest) return []
  const length = monthsIn[finest]
  const last = Math.max(...told.flatMap(row => row.periods.map(period => monthsOf(period).last)))
  // Quarters end in March, June, September and December, years in March: a column ends where its own kind of period does.
  const end = finest === 'monthly' ? last : last + ((MARCH - (last % length) + length) % length)
  const latest = periodOfMonths({ first: end - length + 1, last: end })
  return Array.from({ length: columnsOf[finest] }, (_, at) => shiftPeriod(latest, at + 1 - columnsOf[finest]))
}

/**
 * Says in which column a period's value stands: its own, or the one of the month in which it ends; -1 when there is none.
 * @example columnsByPeriod(['2017-02', '2017-03'])('2016/17') // 1
 */
export function columnsByPeriod(columns: readonly Period[]): (period: Period) => number {
  const byMonth = new Map(columns.map((column, at) => [monthsOf(column).last, at]))
  return period => byMonth.get(monthsOf(period).last) ?? -1
}

/** The period of an indicator that ends with a column; null where none does. Financial years end in March. */
export function periodEndingWith(column: Period, frequency: Frequency): Period | null {
  const { last } = monthsOf(column)
  const months = monthsIn[frequency]
  const isEnd = (last + 12 - MARCH) % months === 0
  return isEnd ? periodOfMonths({ first: last - months + 1, last }) : null
}
