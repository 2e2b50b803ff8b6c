/** Days and quarters of the client-level collection, as text. */

const day = (text: string): Date => new Date(`${text}T00:00:00Z`)
const text = (date: Date): string => date.toISOString().slice(0, 10)

/** The day so many days later. @example daysLater('2026-03-31', 35) // '2026-05-05' */
export function daysLater(from: string, days: number): string {
  const date = day(from)
  date.setUTCDate(date.getUTCDate() + days)
  return text(date)
}

/** The first day of the month so many months later. @example monthsLater('2026-03-31', 1) // '2026-04-01' */
function monthsLater(from: string, months: number): string {
  const date = day(`${from.slice(0, 7)}-01`)
  date.setUTCMonth(date.getUTCMonth() + months)
  return text(date)
}

/** The last day of the month of a day. */
const monthEnd = (of: string): string => daysLater(monthsLater(of, 1), -1)

export type Quarter = { readonly start: string; readonly end: string }

/** The quarters from one day up to the quarter that ends on another. */
export function quartersBetween(start: string, end: string): Quarter[] {
  const quarters: Quarter[] = []
  for (let from = start; from <= end; from = monthsLater(from, 3))
    quarters.push({ start: from, end: daysLater(monthsLater(from, 3), -1) })
  return quarters
}

/** The calendar quarter in which a day lies. @example quarterOf('2025-11-30') // { start: '2025-10-01', end: '2025-12-31' } */
export function quarterOf(of: string): Quarter {
  const start = monthsLater(of, -((Number(of.slice(5, 7)) - 1) % 3))
  return { start, end: monthEnd(monthsLater(start, 2)) }
}

/** A span of days that a measure speaks of. */
export type Span = { readonly start: string; readonly end: string }

/** The twelve months up to the end of a month. @example yearTo('2026-03') // { start: '2025-04-01', end: '2026-03-31' } */
export function yearTo(month: string): Span {
  const end = monthEnd(`${month}-01`)
  return { start: monthsLater(end, -11), end }
}

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** How the national files name a span. @example labelOf({ start: '2025-04-01', end: '2026-03-31' }) // '1 Apr 25 - 31 Mar 26' */
export function labelOf({ start, end }: Span): string {
  const inWords = (of: string) => `${Number(of.slice(8))} ${monthNames[Number(of.slice(5, 7)) - 1]} ${of.slice(2, 4)}`
  return `${inWords(start)} - ${inWords(end)}`
}
