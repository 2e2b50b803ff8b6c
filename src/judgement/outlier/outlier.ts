/** Whether a value lies far from a group's: the usual fences of a box plot (Tukey 1977). */
import { withoutNoise } from '../../shared/rounding.ts'
import type { GroupFigures } from '../benchmark/group-figures.ts'

/** How far beyond the middle half a value lies that is far out, in widths of that half. */
const fence = 1.5
/** In a smaller group a value that stands apart says little. */
export const fewestCouncils = 8

/**
 * On which side a value stands out of its group: below the lower quartile, or above the upper one, by more than one and a half
 * times the distance between the two. null where it does not, or where the group has fewer than eight values.
 * @example outlierSide(40, { councils: 16, lowerQuartile: 70, upperQuartile: 80, … }) // 'low': below 55
 */
export function outlierSide(
  value: number,
  { councils, lowerQuartile, upperQuartile }: Pick<GroupFigures, 'councils' | 'lowerQuartile' | 'upperQuartile'>,
): 'low' | 'high' | null {
  if (councils < fewestCouncils) return null
  const reach = fence * (upperQuartile - lowerQuartile)
  const at = withoutNoise(value)
  if (at < withoutNoise(lowerQuartile - reach)) return 'low'
  return at > withoutNoise(upperQuartile + reach) ? 'high' : null
}
