import type { Polarity } from '../../shared/codes.ts'
import { isRanked } from './ranks.ts'

/** How a figure stands to that of a whole, beyond what chance explains. Of measures without a good end it is only higher or lower. */
export type Standing = 'better' | 'similar' | 'worse' | 'higher' | 'lower'

/**
 * How a figure stands to that of a whole: it differs only where the whole's figure lies strictly outside of its 95 % interval. The
 * whole's own chance is left out, as it is small beside that of a part (as public health in England compares areas).
 * @example standingAgainst({ lower: 75.8, upper: 82.8 }, 77.7, 'bigger') // similar
 */
export function standingAgainst(
  { lower, upper }: { readonly lower: number; readonly upper: number },
  whole: number,
  polarity: Polarity,
): Standing {
  if (lower <= whole && whole <= upper) return 'similar'
  const isHigher = lower > whole
  if (!isRanked(polarity)) return isHigher ? 'higher' : 'lower'
  return isHigher === (polarity === 'bigger') ? 'better' : 'worse'
}
