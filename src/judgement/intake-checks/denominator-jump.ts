import { minus, shareOf } from '../exactly.ts'

/** A change of the denominator by this share or more is asked about. */
const jumpFrom = 0.25

/**
 * A warning at intake: the change of a denominator from one period to the next, as a share of the previous (0.25 is a
 * quarter more), where it is a quarter or more; null where it is less, or where the previous is zero or either is
 * missing.
 * @example denominatorJump(400, 300) // -0.25
 */
export function denominatorJump(previous: number | null, current: number | null): number | null {
  if (previous === null || current === null || previous === 0) return null
  const change = shareOf(minus(current, previous), previous)
  return Math.abs(change) >= jumpFrom ? change : null
}
