import { monthNames } from '../months.data.ts'
import { monthsOf, type Period, typeOf, yearAndMonth } from './period.ts'

/** A period as a sentence says it. @example periodInWords('2017-03') // 'March 2017' */
export function periodInWords(period: Period): string {
  return say(
    period,
    month => String(monthNames[month - 1]),
    year => String(year),
  )
}

/** A period as a column heading says it. @example periodInShort('2017-03') // 'Mar 17' */
export function periodInShort(period: Period): string {
  return say(
    period,
    month => String(monthNames[month - 1]).slice(0, 3),
    year => String(year % 100).padStart(2, '0'),
  )
}

function say(period: Period, month: (month: number) => string, year: (year: number) => string): string {
  const type = typeOf(period)
  if (type === 'year') return period
  if (type === 'quarter') return `Q${period.slice(-1)} ${period.slice(0, 7)}`
  const { first, last } = monthsOf(period)
  const start = yearAndMonth(first)
  const end = yearAndMonth(last)
  const ending = `${month(end.month)} ${year(end.year)}`
  if (first === last) return ending
  return start.year === end.year
    ? `${month(start.month)} to ${ending}`
    : `${month(start.month)} ${year(start.year)} to ${ending}`
}
