/** What a target means in people, where something stays as it is (rule 9). */
import type { Unit, VolumeRule } from '../../shared/codes.ts'
import { peopleAtRate, populationAtRate } from '../profile/people-at-rate.ts'

/** How many are counted, and out of how many, unrounded. */
export type Volumes = { readonly count: number; readonly outOf: number }

/**
 * What a rate means in people: out of as many as are given (same_total), or with as many counted as at the rate of now, so that
 * the number out of which they are counted changes (same_count).
 * @param base the rate of now, and how many it is of
 * @returns null where the rate leaves nobody out of whom to count
 * @throws RangeError for a unit that is no rate
 * @example volumesAt(25, 'percent', { rate: 32.72, outOf: 61000 }, 'same_total') // { count: 15250, outOf: 61000 }
 */
export function volumesAt(
  rate: number,
  unit: Unit,
  base: { readonly rate: number; readonly outOf: number },
  rule: VolumeRule,
): Volumes | null {
  if (rule === 'same_total') return { count: peopleAtRate(rate, unit, base.outOf), outOf: base.outOf }
  const count = peopleAtRate(base.rate, unit, base.outOf)
  return rate > 0 ? { count, outOf: populationAtRate(count, unit, rate) } : null
}
