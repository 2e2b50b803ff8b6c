/** How numbers, dates and lists read in a British sentence. */
import { monthNames } from './months.data.ts'

/** A decimal text with thousands separators and a true minus. @example grouped('-3523.5') // '−3,523.5' */
export function grouped(text: string): string {
  const [whole = '', fraction] = text.replace(/^-/, '').split('.')
  const separated = whole.replace(/\B(?=(?:\d{3})+$)/g, ',')
  return `${text.startsWith('-') ? '−' : ''}${separated}${fraction === undefined ? '' : `.${fraction}`}`
}

/**
 * A day as a sentence says it. @example dayInWords('2017-03-06') // '6 March 2017'
 * @throws RangeError for what is no day, such as a month: a date that may be one is said by `dateInWords()`
 */
export function dayInWords(day: string): string {
  if (!isDay(day)) throw new RangeError(`Cannot say “${day}” as a day: it is not one written as 2017-03-06`)
  const [year, month, date] = day.split('-').map(Number)
  return `${date} ${monthNames[Number(month) - 1]} ${year}`
}

/** A date as its document gives it, a day or only a month. @example dateInWords('2017-11') // 'November 2017' */
export function dateInWords(date: string): string {
  const [year, month] = /^\d{4}-(?:0[1-9]|1[0-2])$/.test(date) ? date.split('-') : []
  return year === undefined ? dayInWords(date) : `${monthNames[Number(month) - 1]} ${year}`
}

/** A count with its noun in the right number. @example counted(1, 'indicator') // '1 indicator' */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${grouped(String(count))} ${count === 1 ? singular : plural}`
}

const small = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

/** A small whole number in words, a larger one in digits. @example numberWord(5) // 'five' */
export function numberWord(count: number): string {
  return small[count] ?? grouped(String(count))
}

/** The items as a sentence lists them. @example listed(['a', 'b', 'c']) // 'a, b and c' */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}

/** The text with its first letter as a capital. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Whether a text is a day of the calendar in the form 2017-03-06. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

/**
 * Whether more than three months lie between two days, by the calendar.
 * @example isOverAQuarterOld('2017-03-06', '2017-06-07') // true
 */
export function isOverAQuarterOld(day: string, asAt: string): boolean {
  const [year = 0, month = 0] = day.split('-').map(Number)
  const later = year * 12 + month - 1 + 3
  const quarterLater = `${Math.floor(later / 12)}-${String((later % 12) + 1).padStart(2, '0')}-${day.slice(8)}`
  return asAt > quarterLater
}
