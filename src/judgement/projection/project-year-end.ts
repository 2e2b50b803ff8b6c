/** Where a year will end if it goes on as it has begun (rule 4). */
import { entryOf, units } from '../../shared/codes.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import { monthsElapsed, type Period } from '../../shared/period/period.ts'
import { withoutNoise } from '../../shared/rounding.ts'
import { numberWord } from '../../shared/words.ts'
import { type Series, valueAt } from '../series.ts'

export type Projection = {
  /** At the year's end, unrounded, in the indicator's unit, which is the target's. */
  readonly value: number
  /** The count at the year's end, unrounded, where the count to date is known. */
  readonly count: number | null
  readonly method: 'cumulative' | 'latest'
  readonly reason: string
}

export type ProjectionOptions = {
  /** The period whose value is carried forward. */
  readonly at: Period
  /** The count to date behind the value. */
  readonly numerator?: number | null | undefined
  /** The population that the rate is of. */
  readonly population?: number | null | undefined
}

/**
 * The value at the end of the financial year in which `at` lies (rule 4). Figures that are cumulative in the year go
 * on at the same pace: to date ÷ months elapsed × 12, from the count and its population where both are known; all
 * others stay at the latest value.
 * @throws RangeError when `at` has no value: nothing is projected from nothing
 * @example // 124 admissions, 304.5 per 100,000, at Q2: { value: 609, count: 248, method: 'cumulative', … }
 */
export function projectYearEnd(series: Series, { at, numerator, population }: ProjectionOptions): Projection {
  const value = valueAt(series, at)
  if (value === null) throw new RangeError(`Cannot project the year's end as there is no value for ${at}`)
  if (series.kind !== 'cumulative')
    return { value, count: numerator ?? null, method: 'latest', reason: `the latest value, ${periodInWords(at)}` }
  const elapsed = monthsElapsed(at)
  const atYearEnd = (toDate: number) => withoutNoise((toDate * 12) / elapsed)
  const known = series.unit === 'count' ? value : numerator
  const count = known === null || known === undefined ? null : atYearEnd(known)
  const { per } = entryOf(units, series.unit)
  const fromPopulation = count !== null && per !== null && population !== null && population !== undefined
  return {
    value: fromPopulation && population > 0 ? withoutNoise((count * per) / population) : atYearEnd(value),
    count,
    method: 'cumulative',
    reason: `${numberWord(elapsed)} months to ${periodInWords(at)}, carried forward to twelve at the same pace`,
  }
}
