import type { Frequency, ReasonCode } from '../../shared/codes.ts'
import { entryOf, frequencies } from '../../shared/codes.ts'
import { lastMonth, monthsOf, type Period, shiftPeriod, yearAndMonth } from '../../shared/period/period.ts'
import type { CellView } from '../types.ts'

/** How far behind an indicator is. */
export type Lateness = {
  /** The next period to be expected after the latest with a value; null where nothing tells which it is. */
  readonly next: Period | null
  /** The day from which it can be expected: YYYY-MM-DD. */
  readonly dueFrom: string | null
  /** How many periods should have a value by now and have none. */
  readonly periods: number
}

type Expecting = {
  readonly frequency: Frequency
  /** Months after the end of a period until its figure can be expected. */
  readonly timeLag: number
  /** YYYY-MM-DD */
  readonly asAt: string
}

/**
 * What is late of a series on a day: the periods after its latest value that ended, with the time lag, before that day. Periods
 * recorded as not applicable, withheld, suppressed, or not due until a later day, are not late.
 * @param history in order of time
 */
export function latenessOf(history: readonly CellView[], { frequency, timeLag, asAt }: Expecting): Lateness {
  const latest = history.findLast(cell => cell.value !== null)
  const known = latest ?? history[0]
  if (!known) return { next: null, dueFrom: null, periods: 0 }
  const excused = new Set(history.filter(isExcused).map(cell => cell.period))
  const { months } = entryOf(frequencies, frequency)
  const length = monthsOf(known.period)
  const step = months / (length.last - length.first + 1)
  if (!Number.isInteger(step)) return { next: null, dueFrom: null, periods: 0 }
  // Where no value ever came, the first period of which anything is said was the first to be expected.
  const next = latest ? shiftPeriod(latest.period, step) : known.period
  let periods = 0
  for (let period = next; dueOn(period, timeLag) <= asAt; period = shiftPeriod(period, step)) {
    if (!excused.has(period)) periods += 1
  }
  return { next, dueFrom: dueOn(next, timeLag), periods }
}

const excuses: readonly (ReasonCode | null)[] = ['not_applicable', 'withheld', 'suppressed']

function isExcused({ reason, reasonInWords }: CellView): boolean {
  return excuses.includes(reason) || (reason === 'not_due' && !reasonInWords.startsWith('was due'))
}

/** The first day of the month after a period and its lag. @example dueOn('2017-03', 1) // '2017-05-01' */
function dueOn(period: Period, timeLag: number): string {
  const { year, month } = yearAndMonth(monthsOf(lastMonth(period)).last + 1 + timeLag)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`
}
