import { monthNames } from '../months.data.ts'
import { remembered } from '../remembered.ts'
import { listed } from '../words.ts'
import { monthsOf, type Period, shiftPeriod, typeOf, yearAndMonth } from './period.ts'

/** A period as a sentence says it. @example periodInWords('2017-03') // 'March 2017' */
export const periodInWords: (period: Period) => string = remembered(period =>
  say(
    period,
    month => String(monthNames[month - 1]),
    year => String(year),
  ),
)

/**
 * Several periods in their order, as a sentence says them: three or more that follow one another are said by their ends.
 * @example periodsInWords(['2017-01', '2017-03', '2017-04', '2017-05']) // 'January 2017 and March 2017 to May 2017'
 */
export function periodsInWords(periods: readonly Period[]): string {
  const runs: Period[][] = []
  for (const period of periods) {
    const last = runs.at(-1)
    if (last?.length && shiftPeriod(last.at(-1) as Period, 1) === period) last.push(period)
    else runs.push([period])
  }
  const saidAs = (run: readonly Period[]) =>
    run.length < 3
      ? run.map(periodInWords)
      : `${periodInWords(run[0] as Period)} to ${periodInWords(run.at(-1) as Period)}`
  return listed(runs.flatMap(saidAs))
}

/** A period as a column heading says it. @example periodInShort('2017-03') // 'Mar 17' */
export const periodInShort: (period: Period) => string = remembered(period =>
  say(
    period,
    month => String(monthNames[month - 1]).slice(0, 3),
    year => String(year % 100).padStart(2, '0'),
  ),
)

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
