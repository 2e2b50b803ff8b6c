import { type Frequency, frequencies } from '../../shared/codes.ts'
import { monthsOf, type Period, periodOfMonths, shiftPeriod, typeOf } from '../../shared/period/period.ts'

/** The place of March among the months, from 0. */
const MARCH = 2

/** How many columns a dashboard has, by what kind of period they are. */
const columnsOf = { month: 13, quarter: 9, year: 5, span: 5 } as const
const monthsIn: Record<Frequency, number> = { monthly: 1, quarterly: 3, annual: 12, every_two_years: 12 }

/** Of each indicator of a dashboard its frequency, and the periods for which it tells anything. */
type Told = readonly { readonly frequency: Frequency; readonly periods: readonly Period[] }[]

/**
 * The columns of a dashboard: thirteen months (nine quarters, five years) that end with the latest period of which any of its
 * indicators tells anything.
 * @param end the last column instead, one of those of columnEnds()
 */
export function dashboardColumns(rows: Told, end: Period | null = null): Period[] {
  const latest = end ?? latestColumn(rows)
  if (latest === null) return []
  const columns = columnsOf[typeOf(latest)]
  return Array.from({ length: columns }, (_, at) => shiftPeriod(latest, at + 1 - columns))
}

/** The periods with which the columns of a dashboard can end, the latest first: back to the first of which anything is told. */
export function columnEnds(rows: Told): Period[] {
  const latest = latestColumn(rows)
  if (latest === null) return []
  const first = Math.min(...rows.flatMap(row => row.periods.map(period => monthsOf(period).last)))
  const { first: start, last } = monthsOf(latest)
  const steps = Math.floor((last - first) / (last - start + 1))
  return Array.from({ length: steps + 1 }, (_, at) => shiftPeriod(latest, -at))
}

function latestColumn(rows: Told): Period | null {
  const told = rows.filter(row => row.periods.length > 0)
  const finest = frequencies.find(({ code }) => told.some(row => row.frequency === code))?.code
  if (!finest) return null
  const length = monthsIn[finest]
  const last = Math.max(...told.flatMap(row => row.periods.map(period => monthsOf(period).last)))
  // Quarters end in March, June, September and December, years in March: a column ends where its own kind of period does.
  const end = finest === 'monthly' ? last : last + ((MARCH - (last % length) + length) % length)
  return periodOfMonths({ first: end - length + 1, last: end })
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
