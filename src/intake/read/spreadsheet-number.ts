import { withoutNoise } from '../../shared/rounding.ts'

const msOfDay = 86_400_000
const lastDay = 2_958_465 // 31 December 9999, the last that a spreadsheet knows

/** A number as its shortest plain decimal, by the 15 digits that a spreadsheet shows. @example numberText(0.1 + 0.2) // '0.3' */
export function numberText(value: number): string {
  const text = String(withoutNoise(value))
  const small = /^(-?)(\d)(?:\.(\d+))?e-(\d+)$/.exec(text)
  if (!small) return text === '-0' ? '0' : text
  const [, sign, first, rest = '', exponent] = small
  return Number(exponent) > 20 ? text : `${sign}0.${'0'.repeat(Number(exponent) - 1)}${first}${rest}`
}

/**
 * The day that a spreadsheet's number of days stands for; with its time where it has one. Null where it is no day: a time alone,
 * a negative number, or one past the year 9999.
 * @example spreadsheetDay(42705, false) // '2016-12-01'
 */
export function spreadsheetDay(serial: number, date1904: boolean): string | null {
  const days = date1904 ? serial + 1462 : serial
  if (!(days >= 1 && days < lastDay + 1)) return null
  // The first spreadsheets took 1900 for a leap year; its 29 February is day 60.
  const since1900 = days < 60 ? days : days - 1
  const at = new Date(Date.UTC(1899, 11, 31) + Math.round((since1900 * msOfDay) / 1000) * 1000)
  const text = at.toISOString()
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19)
}
