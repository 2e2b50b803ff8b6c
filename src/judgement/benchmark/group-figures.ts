import { withoutNoise } from '../../shared/rounding.ts'

/** What a group's values come to, each council counting once. */
export type GroupFigures = {
  readonly councils: number
  readonly mean: number
  readonly median: number
  readonly lowerQuartile: number
  readonly upperQuartile: number
  readonly least: number
  readonly most: number
}

/**
 * Mean, median, quartiles and range of a group's values; null where it has none. Councils are not weighted by their size, so
 * the mean differs from what the publisher gives for the whole area. Quartiles lie between two values in proportion
 * (Hyndman and Fan's type 7, as spreadsheets have it).
 */
export function groupFigures(values: readonly number[]): GroupFigures | null {
  const sorted = [...values].sort((a, b) => a - b)
  const [least] = sorted
  const most = sorted.at(-1)
  if (least === undefined || most === undefined) return null
  return {
    councils: sorted.length,
    mean: withoutNoise(sorted.reduce((sum, value) => sum + value, 0) / sorted.length),
    median: quantileOf(sorted, 0.5),
    lowerQuartile: quantileOf(sorted, 0.25),
    upperQuartile: quantileOf(sorted, 0.75),
    least,
    most,
  }
}

/**
 * The value below which a share of sorted values lies, in proportion between two of them (Hyndman and Fan's type 7).
 * @param sorted from the least to the most, at least one
 * @example quantileOf([1, 2, 4], 0.75) // 3
 */
export function quantileOf(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share
  const below = Number(sorted[Math.floor(at)])
  const above = Number(sorted[Math.ceil(at)])
  return withoutNoise(below + (above - below) * (at - Math.floor(at)))
}
