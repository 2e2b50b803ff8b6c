/** The axis of periods: which get a label, and how each is said. */
import { monthsOf, type Period, typeOf, yearAndMonth } from '../../shared/period/period.ts'
import { labelsApart, type PlacedText } from './labels-apart.ts'

/** Which periods get a label so that none touches the next: the last always, and from there back in equal steps. */
export function periodLabels(
  periods: readonly Period[],
  x: (period: Period) => number,
  textSize: number,
): readonly PlacedText[] {
  const textOf = (at: number, before: number | undefined) =>
    shortPeriod(periods[at] as Period, before === undefined ? undefined : periods[before])
  return labelsApart(periods.map(x), textOf, textSize)
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A period as its axis says it: the year only with the first month shown of each. */
export function shortPeriod(period: Period, before: Period | undefined): string {
  const type = typeOf(period)
  const { year, month } = yearAndMonth(monthsOf(period).last)
  if (type === 'year') return period
  if (type === 'quarter') return `${period.slice(-2)} ${period.slice(2, 7)}`
  const sameYear = before !== undefined && yearAndMonth(monthsOf(before).last).year === year
  return sameYear ? String(months[month - 1]) : `${months[month - 1]} ${String(year % 100).padStart(2, '0')}`
}
