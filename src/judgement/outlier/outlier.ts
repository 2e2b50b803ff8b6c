/** Whether a value lies far from a group's: the usual fences of a box plot (Tukey 1977), where few lie beyond them. */
import { withoutNoise } from '../../shared/rounding.ts'
import { groupFigures } from '../benchmark/group-figures.ts'

/** How far beyond the middle half a value lies that is far out, in widths of that half. */
const fence = 1.5
/** In a smaller group a value that stands apart says little. */
export const fewestCouncils = 8
/** Where more than this share lies beyond a fence, the group is spread out on that side, and nobody stands apart. */
const mostBeyond = 0.1

/**
 * On which side a value stands out of a group: below the lower quartile, or above the upper one, by more than one and a half
 * times the distance between the two, with no more than a tenth of the group. null where it does not, or where the group has fewer
 * than eight values.
 * @param group its values, the council's own among them where it belongs to the group
 * @example outlierSide(9, [50, 51, 52, 53, 54, 55, 56, 57, 58, 9]) // 'low'
 */
export function outlierSide(value: number, group: readonly number[]): 'low' | 'high' | null {
  const figures = groupFigures(group)
  if (!figures || figures.councils < fewestCouncils) return null
  const { lowerQuartile, upperQuartile } = figures
  const reach = fence * (upperQuartile - lowerQuartile)
  const isLow = (each: number) => withoutNoise(each) < withoutNoise(lowerQuartile - reach)
  const isHigh = (each: number) => withoutNoise(each) > withoutNoise(upperQuartile + reach)
  const isRare = (is: (each: number) => boolean) => group.filter(is).length <= mostBeyond * group.length
  if (isLow(value)) return isRare(isLow) ? 'low' : null
  return isHigh(value) && isRare(isHigh) ? 'high' : null
}
