import { remembered } from '../remembered.ts'

/**
 * A period is what a figure speaks of. Written canonically as
 * - a month `2016-12`
 * - a quarter of a financial year `2017/18-Q2` (July to September 2017)
 * - a financial year `2016/17` (April 2016 to March 2017)
 * - a span of months `2017-04/2017-09`, for what is none of those.
 */
export type Period = string & { readonly brand: 'Period' }
export type PeriodType = 'month' | 'quarter' | 'year' | 'span'

/** First and last month of a period, as month numbers (year × 12 + month − 1). */
export type MonthRange = { readonly first: number; readonly last: number }

const monthPattern = /^(\d{4})-(0[1-9]|1[0-2])$/
const quarterPattern = /^(\d{4})\/(\d{2})-Q([1-4])$/
const yearPattern = /^(\d{4})\/(\d{2})$/
const spanPattern = /^(\d{4}-\d{2})\/(\d{4}-\d{2})$/

const APRIL = 3

/** Month number of a calendar month. @example monthNumber(2016, 12) // 24203 */
export function monthNumber(year: number, month: number): number {
  return year * 12 + month - 1
}

/** The calendar year and month (1 to 12) of a month number. */
export function yearAndMonth(number: number): { year: number; month: number } {
  return { year: Math.floor(number / 12), month: (number % 12) + 1 }
}

/** The month with this number, as a period. @example monthPeriod(24203) // '2016-12' */
export const monthPeriod: (number: number) => Period = remembered(number => {
  const { year, month } = yearAndMonth(number)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}` as Period
})

/** The financial year that begins in April of this calendar year. @example financialYear(2016) // '2016/17' */
export const financialYear: (startYear: number) => Period = remembered(
  startYear => `${String(startYear).padStart(4, '0')}/${String((startYear + 1) % 100).padStart(2, '0')}` as Period,
)

/** The quarter (1 is April to June) of the financial year that begins in this calendar year. */
export function financialQuarter(startYear: number, quarter: number): Period {
  return `${financialYear(startYear)}-Q${quarter}` as Period
}

/**
 * The period that covers these months, in its shortest form: a month, a quarter, a financial year, else a span.
 * @throws RangeError when the range ends before it starts
 */
export function periodOfMonths({ first, last }: MonthRange): Period {
  if (last < first)
    throw new RangeError(
      `Cannot make a period as it would end before it starts: ${monthPeriod(first)} to ${monthPeriod(last)}`,
    )
  if (first === last) return monthPeriod(first)
  const sinceApril = (first - APRIL) % 12
  const startYear = Math.floor((first - APRIL) / 12)
  if (last - first === 11 && sinceApril === 0) return financialYear(startYear)
  if (last - first === 2 && sinceApril % 3 === 0) return financialQuarter(startYear, sinceApril / 3 + 1)
  return `${monthPeriod(first)}/${monthPeriod(last)}` as Period
}

/** Whether a text is a period in canonical form. */
export function isPeriod(text: string): text is Period {
  return monthsIn(text) !== null
}

/**
 * A canonical text as a period.
 * @throws RangeError when it is not one; use parsePeriod() for the spellings of papers
 */
export function toPeriod(text: string): Period {
  if (!isPeriod(text))
    throw new RangeError(
      `Cannot read the period ${JSON.stringify(text)}: it must be written as 2016-12, 2017/18-Q2 or 2016/17`,
    )
  return text
}

/** The months of a text that is a canonical period; null of any other. A canonical text is unambiguous. */
const monthsIn = remembered(readMonths)

function readMonths(text: string): (MonthRange & { type: PeriodType }) | null {
  const month = monthPattern.exec(text)
  if (month) {
    const number = monthNumber(Number(month[1]), Number(month[2]))
    return { type: 'month', first: number, last: number }
  }
  const quarter = quarterPattern.exec(text)
  if (quarter && isNextYear(quarter[1], quarter[2])) {
    const first = monthNumber(Number(quarter[1]), 4) + (Number(quarter[3]) - 1) * 3
    return { type: 'quarter', first, last: first + 2 }
  }
  const year = yearPattern.exec(text)
  if (year && isNextYear(year[1], year[2])) {
    const first = monthNumber(Number(year[1]), 4)
    return { type: 'year', first, last: first + 11 }
  }
  const span = spanPattern.exec(text)
  if (span) {
    const first = readMonths(String(span[1]))
    const last = readMonths(String(span[2]))
    if (first && last && first.first <= last.first) {
      const range = { first: first.first, last: last.first }
      if (periodOfMonths(range) === text) return { type: 'span', ...range }
    }
  }
  return null
}

function isNextYear(year: string | undefined, next: string | undefined): boolean {
  return (Number(year) + 1) % 100 === Number(next)
}

/** First and last month of a period. */
export function monthsOf(period: Period): MonthRange {
  return knownMonths(period)
}

/** Whether a period is a month, a quarter, a financial year or another span of months. */
export function typeOf(period: Period): PeriodType {
  return knownMonths(period).type
}

function knownMonths(period: Period): MonthRange & { type: PeriodType } {
  const months = monthsIn(period)
  if (!months) throw new RangeError(`Cannot work with the period ${JSON.stringify(period)}: it is not one`)
  return months
}

/** Orders periods by their last month, then by their first. Negative when `a` is earlier. */
export function comparePeriods(a: Period, b: Period): number {
  const left = knownMonths(a)
  const right = knownMonths(b)
  return left.last - right.last || left.first - right.first
}

/** The period of the same length, `steps` of its own length later (or earlier, when negative). */
export function shiftPeriod(period: Period, steps: number): Period {
  const { first, last } = knownMonths(period)
  const length = last - first + 1
  return periodOfMonths({ first: first + steps * length, last: last + steps * length })
}

/** The same period a number of months later (or earlier, when negative). @example shiftMonths('2016-12', 3) // '2017-03' */
export function shiftMonths(period: Period, months: number): Period {
  const { first, last } = knownMonths(period)
  return periodOfMonths({ first: first + months, last: last + months })
}

/** The same period in the year before. */
export function yearBefore(period: Period): Period {
  return shiftMonths(period, -12)
}

/** The same month, quarter or year of another financial year. @example samePeriodIn('2016/17', '2017/18-Q2') // '2016/17-Q2' */
export function samePeriodIn(year: Period, period: Period): Period {
  return shiftMonths(period, knownMonths(year).last - knownMonths(yearOf(period)).last)
}

/** The financial year in which a period ends. @example yearOf('2017-03') // '2016/17' */
export const yearOf: (period: Period) => Period = remembered(period =>
  financialYear(Math.floor((knownMonths(period).last - APRIL) / 12)),
)

/** How many of the twelve months of its financial year have passed when the period ends: 1 for April, 12 for March. */
export function monthsElapsed(period: Period): number {
  return ((knownMonths(period).last - APRIL) % 12) + 1
}

/** Months between the ends of two periods; positive when `later` ends later. */
export function monthsBetween(earlier: Period, later: Period): number {
  return knownMonths(later).last - knownMonths(earlier).last
}

/** Whether all months of `inner` lie in `outer`. */
export function contains(outer: Period, inner: Period): boolean {
  const around = knownMonths(outer)
  const within = knownMonths(inner)
  return around.first <= within.first && within.last <= around.last
}

/** The last month of a period, as a period. */
export function lastMonth(period: Period): Period {
  return monthPeriod(knownMonths(period).last)
}
