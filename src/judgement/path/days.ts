/** What days come to: whoever waits or is away takes a place on each day of it, so days ÷ days of the time are places (rule 9). */
import type { Kind, Unit } from '../../shared/codes.ts'
import type { Indicator } from '../../shared/indicator.ts'
import { monthsOf, type Period, yearAndMonth, yearOf } from '../../shared/period/period.ts'
import { withoutNoise } from '../../shared/rounding.ts'

/** Over how long days are counted, or in a sentence part why nobody can say. */
export type CountedOver = 'each_day' | 'the_period' | 'the_year_so_far' | 'twelve_months' | { readonly unknown: string }

export type DaysCounted = {
  readonly over: CountedOver
  /** What takes the places: beds, where the days are of delays in hospital. */
  readonly places: 'beds' | 'people'
}

const whole: readonly Unit[] = ['per_100k', 'per_1k', 'count']

const overOfKind: Record<Kind, CountedOver> = {
  in_period: 'the_period',
  cumulative: 'the_year_so_far',
  rolling_12: 'twelve_months',
  snapshot: { unknown: 'it counts days at one moment, not over a time' },
  ytd_average: {
    unknown: 'it is an average of the year to date, and does not say over how long each of its days is counted',
  },
  not_stated: { unknown: 'it counts days, and does not say over how long: a day, a month, or the year so far' },
}

type Words = Pick<Indicator, 'unit' | 'unitNote' | 'kind' | 'numeratorLabel' | 'name'>

/**
 * How an indicator counts days, by its unit and its words; null where it counts none.
 * @example daysCounted({ unit: 'per_100k', unitNote: 'days of delay', kind: 'in_period', … }) // { over: 'the_period', places: 'beds' }
 */
export function daysCounted({ unit, unitNote, kind, numeratorLabel, name }: Words): DaysCounted | null {
  const words = `${unitNote} ${numeratorLabel} ${name}`
  const places = /\b(?:delay|bed|hospital|discharge)/i.test(words) ? 'beds' : 'people'
  if (unit === 'days')
    return {
      over: {
        unknown: 'it is a number of days for each person, and how many people there will be is not promised with it',
      },
      places,
    }
  const isOfDays =
    /\bdays?\b/i.test(`${unitNote} ${numeratorLabel}`) ||
    /\b(?:days?(?: of)? delay|delayed days|bed days)\b/i.test(name)
  if (!isOfDays || !whole.includes(unit)) return null
  return { over: /\b(?:per|a|each|every) (?:calendar )?day\b/i.test(words) ? 'each_day' : overOfKind[kind], places }
}

/**
 * How many places days take at a time, unrounded; null where nobody can say over how long they are counted.
 * @param period in which they are counted: the month itself where they are counted by the month
 * @example placesTaken(310, '2017-03', 'the_period') // 10
 */
export function placesTaken(days: number, period: Period, over: CountedOver): number | null {
  if (typeof over !== 'string') return null
  return over === 'each_day' ? days : withoutNoise(days / daysOver(period, over))
}

/** How many days the time has over which days are counted. @example daysOver('2017-02', 'the_period') // 28 */
export function daysOver(period: Period, over: Exclude<CountedOver, 'each_day' | object>): number {
  const { first, last } = monthsOf(period)
  if (over === 'the_period') return daysBetween(first, last)
  return daysBetween(over === 'twelve_months' ? last - 11 : monthsOf(yearOf(period)).first, last)
}

function daysBetween(first: number, last: number): number {
  const startOf = (number: number) => {
    const { year, month } = yearAndMonth(number)
    return Date.UTC(year, month - 1, 1)
  }
  return Math.round((startOf(last + 1) - startOf(first)) / 86_400_000)
}
