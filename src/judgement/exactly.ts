/**
 * Differences and shares of decimals without the dust of binary fractions, so that a value that is adverse by exactly
 * 5 % is judged as 5 %.
 */
import { magnitudeOf, nearestDecimal, withoutNoise } from '../shared/rounding.ts'

/** a − b, kept to the digits that two numbers of this size can carry. @example minus(1000.1, 1000.05) // 0.05 */
export function minus(a: number, b: number): number {
  const larger = Math.max(Math.abs(a), Math.abs(b))
  if (larger === 0) return 0
  const decimals = 14 - magnitudeOf(larger)
  if (decimals > 100 || decimals < 0) return a - b
  return nearestDecimal(a - b, decimals) ?? Number((a - b).toFixed(decimals))
}

/**
 * A part as a share of |whole|: 0.05 is 5 %.
 * @throws RangeError when the whole is zero, of which nothing is a share
 * @example shareOf(3, 60) // 0.05
 */
export function shareOf(part: number, whole: number): number {
  if (whole === 0) throw new RangeError(`Cannot take ${part} as a share of zero`)
  return withoutNoise(part / Math.abs(whole))
}
