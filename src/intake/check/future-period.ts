import type { NewFact } from '../../shared/facts.ts'
import { monthNumber, monthsOf, toPeriod } from '../../shared/period/period.ts'
import { dayInWords } from '../../shared/words.ts'

/** Whether an observation has a value or counts for a period that had not begun in the month in which it was known. */
export function isOfFuture({ period, knownOn, payload }: NewFact<'observation'>): boolean {
  const { value, numerator, denominator } = payload
  if (value === null && numerator === null && denominator === null) return false
  const [year, month] = knownOn.split('-').map(Number)
  return monthsOf(toPeriod(period)).first > monthNumber(Number(year), Number(month))
}

/** The code and the words of the problem. */
export function ofFuture({ knownOn }: NewFact<'observation'>): [code: string, expected: string] {
  return [
    'future-period',
    `this period had not begun on ${dayInWords(knownOn)}, the day on which its figure was known; mend the period or the day`,
  ]
}
