/** How far a picture of a group reaches, so that one value far out does not squeeze all others together. */
import { withoutNoise } from '../../shared/rounding.ts'
import { groupFigures } from './group-figures.ts'

/** How far beyond the middle half, in widths of that half, a value is drawn: the outer fences of a box plot (Tukey 1977). */
const outerFence = 3

/** Between which of its values a group is drawn, and how many lie further out. */
export type Reach = { readonly from: number; readonly to: number; readonly below: number; readonly above: number }

/**
 * The values that lie no further beyond the middle half than three times its width, and how many do on each side; null of a
 * group without values. Where half of a group has one value, all are drawn: what differs there is no oddity.
 * @example reachOf([1, 2, 3, 4, 5, 40]) // { from: 1, to: 5, below: 0, above: 1 }
 */
export function reachOf(values: readonly number[]): Reach | null {
  const figures = groupFigures(values)
  if (!figures) return null
  const { least, most, lowerQuartile, upperQuartile } = figures
  const width = upperQuartile - lowerQuartile
  if (withoutNoise(width) === 0) return { from: least, to: most, below: 0, above: 0 }
  const [low, high] = [lowerQuartile - outerFence * width, upperQuartile + outerFence * width].map(withoutNoise)
  const below = values.filter(value => withoutNoise(value) < Number(low))
  const above = values.filter(value => withoutNoise(value) > Number(high))
  const drawn = values.filter(value => !below.includes(value) && !above.includes(value))
  return { from: Math.min(...drawn), to: Math.max(...drawn), below: below.length, above: above.length }
}
