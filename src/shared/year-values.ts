import { comparePeriods, isPeriod, type Period, typeOf } from './period/period.ts'
import { type DecimalText, isDecimalText } from './rounding.ts'

/** A value of a financial year, as it was written. */
export type YearValue = { readonly period: Period; readonly value: DecimalText }

/**
 * The values of years that a text states, in the order of the years; null where it is none, or says a year twice.
 * @example yearValuesOf('2017/18=28.86; 2018/19=25.00') // two values
 */
export function yearValuesOf(text: string): YearValue[] | null {
  const parts = text
    .split(';')
    .map(part => part.trim())
    .filter(part => part !== '')
    .map(part => yearValue(part))
  const values = parts.filter(part => part !== null)
  const isWhole = values.length === parts.length && new Set(values.map(({ period }) => period)).size === parts.length
  return isWhole ? values.sort((a, b) => comparePeriods(a.period, b.period)) : null
}

/** The same as text. @example yearValuesText([{ period: '2017/18', value: '28.86' }]) // '2017/18=28.86' */
export function yearValuesText(values: readonly YearValue[]): string {
  return values.map(({ period, value }) => `${period}=${value}`).join('; ')
}

function yearValue(part: string): YearValue | null {
  const [period = '', value = '', ...more] = part.split('=').map(each => each.trim())
  if (more.length > 0 || !isPeriod(period) || typeOf(period) !== 'year' || !isDecimalText(value)) return null
  return { period, value }
}
