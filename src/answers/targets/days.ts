/** What a path of days means in beds or people, at a time. */
import { type DaysCounted, daysOver, placesTaken } from '../../judgement/path/days.ts'
import { monthsApart, type Series } from '../../judgement/series.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import { lastMonth, monthsOf, type Period, periodOfMonths, typeOf } from '../../shared/period/period.ts'
import { roundedText } from '../../shared/rounding.ts'
import { grouped } from '../../shared/words.ts'

/** The period in which the figure of a year's target is counted: its last month or quarter, or the year itself. */
function countedIn(period: Period, { frequency }: Pick<Series, 'frequency'>): Period {
  const apart = monthsApart(frequency)
  if (typeOf(period) !== 'year' || apart >= 12) return period
  const { last } = monthsOf(period)
  return apart === 1 ? lastMonth(period) : periodOfMonths({ first: last - 2, last })
}

/** How many places days take at a time, as it is shown; null where that cannot be told. */
export function placesShown(days: number, period: Period, counted: DaysCounted, series: Series): string | null {
  const places = placesTaken(days, countedIn(period, series), counted.over)
  return places === null ? null : inPlaces(places)
}

/** A small number of places with a decimal, a large one whole. */
function inPlaces(places: number): string {
  return grouped(roundedText(places, places < 100 ? 1 : 0))
}

type End = { readonly period: Period; readonly days: number }

/** What days come to at a time, now and with the last target; empty where that cannot be told. */
export function placesSentences(now: End, then: End, counted: DaysCounted, series: Series): string[] {
  const { over, places } = counted
  if (typeof over !== 'string' || over === 'each_day') return []
  const what = places === 'beds' ? 'beds taken' : 'people'
  const at = (end: End, named: string) => {
    const period = countedIn(end.period, series)
    const shown = placesShown(end.days, end.period, counted, series)
    const sum = `${grouped(roundedText(end.days, 0))} days ÷ ${daysOver(period, over)}`
    return `about ${shown}${named} in ${periodInWords(period)} (${sum})`
  }
  return [`That is ${at(now, ` ${what} on an average day`)}, and ${at(then, '')}.`]
}
