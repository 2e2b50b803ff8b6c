import { entryOf, units } from './codes.ts'
import type { Indicator } from './indicator.ts'

/**
 * Why a figure can be no target of an indicator, in a sentence without its full stop; null where it can. Shares lie from 0 to 100
 * unless the indicator says otherwise; counts, rates and days are never below 0; scores and pounds may be anything.
 * @example whyImpossible(160, { unit: 'percent', mayExceed100: false }) // 'A percentage lies from 0 to 100, so 160 cannot be a target'
 */
export function whyImpossible(
  value: number,
  { unit, mayExceed100 }: Pick<Indicator, 'unit' | 'mayExceed100'>,
): string | null {
  if (unit === 'percent')
    return !mayExceed100 && (value < 0 || value > 100)
      ? `A percentage lies from 0 to 100, so ${value} cannot be a target`
      : null
  const isFree = unit === 'score' || unit === 'pounds'
  if (isFree || value >= 0) return null
  const what =
    unit === 'count' ? 'A number' : unit === 'days' ? 'A number of days' : `A rate ${entryOf(units, unit).label}`
  return `${what} is never below 0, so ${value} cannot be a target`
}
