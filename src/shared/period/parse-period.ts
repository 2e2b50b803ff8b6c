import { monthNames } from '../months.data.ts'
import { financialQuarter, financialYear, isPeriod, monthNumber, type Period, periodOfMonths } from './period.ts'

export type ParsedPeriod =
  | { readonly ok: true; readonly period: Period }
  | { readonly ok: false; readonly problem: string }

const fullNames = monthNames.map(name => name.toLowerCase())

/**
 * Reads a period in any spelling that council papers use and gives it in canonical form.
 * `2011-12` is the month December 2011, as ISO 8601 has it; the financial year is written `2011/12`.
 * @param text `Mar 16`, `Mar-16`, `2016-03`, `March 2016`, `03/2016`, `2016/17`, `16/17`, `Q2 2017/18`, `Apr–Sep 2017`, `P12 2016/17`, `period 9`
 * @param within the financial year that a bare `P12`, `Q2` or `Mar` belongs to, where the reader knows it
 * @returns the period, or a sentence that says what stands there and what is expected
 * @example parsePeriod('Sept-16') // { ok: true, period: '2016-09' }
 */
export function parsePeriod(text: string, within?: Period): ParsedPeriod {
  const tidy = text
    .normalize('NFKC')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/[’']/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
  if (tidy === '') return refuse(text, 'The period is empty')
  if (isPeriod(tidy.toUpperCase())) return { ok: true, period: tidy.toUpperCase() as Period }
  for (const read of [readDate, readMonth, readYear, readQuarter, readNumbered, readSpan]) {
    const result = read(tidy, text, within)
    if (result) return result
  }
  return refuse(text)
}

type Reader = (tidy: string, original: string, within: Period | undefined) => ParsedPeriod | null

const readDate: Reader = (tidy, original) =>
  /^\d{4}-\d{1,2}-\d{1,2}/.test(tidy) || /^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$/.test(tidy)
    ? refuse(original, `${quoted(original)} is a date, not a period`)
    : null

const readMonth: Reader = (tidy, original, within) => {
  const iso = /^(\d{4})[-/](\d{1,2})$/.exec(tidy)
  if (iso && String(iso[2]).length === 2 && !isMonth(iso[2])) return null // 2016/17 and 2016-17 are years
  if (iso && tidy.includes('-') && isMonth(iso[2])) return month(Number(iso[1]), Number(iso[2]))
  const numeric = /^(\d{1,2})[-/](\d{4})$/.exec(tidy)
  if (numeric)
    return isMonth(numeric[1])
      ? month(Number(numeric[2]), Number(numeric[1]))
      : refuse(original, `${quoted(original)} has no month ${numeric[1]}`)
  const named = /^([a-z]+)\.?[ -]?(\d{4}|\d{2})$/.exec(tidy)
  if (named) {
    const number = monthNamed(String(named[1]))
    return number ? month(fullYear(String(named[2])), number) : null
  }
  const bare = /^([a-z]+)\.?$/.exec(tidy)
  const number = bare && monthNamed(String(bare[1]))
  if (!number) return null
  if (!within) return refuse(original, `${quoted(original)} names a month without its year`)
  const start = startOf(within)
  return month(number >= 4 ? start : start + 1, number)
}

const yearText = String.raw`(?:fy ?)?(\d{4}|\d{2})[/-](\d{4}|\d{2})`

const readYear: Reader = (tidy, original) => {
  const year = new RegExp(`^${yearText}$`).exec(tidy)
  return year ? spoken(original, year[1], year[2], financialYear) : null
}

const readQuarter: Reader = (tidy, original, within) => {
  const quarter =
    new RegExp(`^(?:q|qtr ?|quarter ?)(?<n>\\d)(?:[ ,-]+${yearText})?$`).exec(tidy) ??
    new RegExp(`^${yearText}[ ,-]*(?:q|qtr ?|quarter ?)(?<n>\\d)$`).exec(tidy)
  if (!quarter) return null
  const number = Number(quarter.groups?.['n'])
  if (number < 1 || number > 4) return refuse(original, `${quoted(original)} is no quarter: a year has quarters 1 to 4`)
  const years = quarter.slice(1).filter(part => part !== undefined && part !== quarter.groups?.['n'])
  const [from, to] = years.length === 2 ? years : [quarter[2], quarter[3]]
  if (from === undefined || to === undefined) {
    if (!within) return refuse(original, `${quoted(original)} names a quarter without its financial year`)
    return { ok: true, period: financialQuarter(startOf(within), number) }
  }
  return spoken(original, from, to, start => financialQuarter(start, number))
}

const readNumbered: Reader = (tidy, original, within) => {
  const numbered = new RegExp(`^(?:p|period ?|month ?|m)(\\d{1,2})(?:[ ,-]+${yearText})?$`).exec(tidy)
  if (!numbered) return null
  const number = Number(numbered[1])
  if (number < 1 || number > 12)
    return refuse(original, `${quoted(original)} is no period: a financial year has periods 1 (April) to 12 (March)`)
  const monthOf = (start: number) => periodOfMonths(single(monthNumber(start, 4) + number - 1))
  if (numbered[2] === undefined) {
    if (!within) return refuse(original, `${quoted(original)} names a period without its financial year`)
    return { ok: true, period: monthOf(startOf(within)) }
  }
  return spoken(original, numbered[2], numbered[3], monthOf)
}

const readSpan: Reader = (tidy, original) => {
  const span = /^([a-z]+)\.?(?: ?-?(\d{4}|\d{2}))? ?(?:-|to) ?([a-z]+)\.?[ -]?(\d{4}|\d{2})$/.exec(tidy)
  if (!span) return null
  const first = monthNamed(String(span[1]))
  const last = monthNamed(String(span[3]))
  if (!first || !last) return null
  const endYear = fullYear(String(span[4]))
  const startYear = span[2] ? fullYear(span[2]) : first > last ? endYear - 1 : endYear
  const range = { first: monthNumber(startYear, first), last: monthNumber(endYear, last) }
  if (range.last < range.first) return refuse(original, `${quoted(original)} ends before it starts`)
  return { ok: true, period: periodOfMonths(range) }
}

function spoken(
  original: string,
  from: string | undefined,
  to: string | undefined,
  make: (startYear: number) => Period,
): ParsedPeriod {
  const start = fullYear(String(from))
  const end = String(to)
  const next = start + 1
  const fits = end.length === 4 ? Number(end) === next : Number(end) === next % 100
  if (!fits)
    return refuse(
      original,
      `${quoted(original)} is no financial year: after ${start} comes ${String(next % 100).padStart(2, '0')}`,
    )
  return { ok: true, period: make(start) }
}

/** A two-digit year is of this century: the papers that we read are. */
function fullYear(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text)
}

function startOf(year: Period): number {
  return Number(year.slice(0, 4))
}

function single(number: number) {
  return { first: number, last: number }
}

function month(year: number, number: number): ParsedPeriod {
  return { ok: true, period: periodOfMonths(single(monthNumber(year, number))) }
}

function isMonth(text: string | undefined): boolean {
  const number = Number(text)
  return number >= 1 && number <= 12
}

function monthNamed(name: string): number | null {
  const index = fullNames.findIndex(full => name === full || name === full.slice(0, 3))
  if (index >= 0) return index + 1
  return name === 'sept' ? 9 : null
}

function quoted(text: string): string {
  const shown = text.length > 60 ? `${text.slice(0, 57)}...` : text
  return `“${shown}”`
}

function refuse(original: string, why = `${quoted(original)} is not a period`): ParsedPeriod {
  return {
    ok: false,
    problem: `${why}; write a month as 2016-12, a quarter as 2017/18-Q2, a financial year as 2016/17`,
  }
}
