/** Mean and process limits of an individuals chart (XmR), for one stretch of points between two rebases. */

/** The lines that the points of one stretch are judged against. Limits are null where none can be drawn. */
export type Lines = {
  /** Arithmetic mean of the baseline; null where it has no value. Never screened. */
  readonly mean: number | null
  /** Average moving range after screening; null where no moving range is left. */
  readonly averageRange: number | null
  readonly lower: number | null
  readonly upper: number | null
  /** How many moving ranges screening left out. */
  readonly screened: number
  /** Screening left only moving ranges of 0, so that both limits would fall on the mean. */
  readonly collapsed: boolean
}

export type LineOptions = {
  /** Whether moving ranges too large to be routine are left out of their average, once. */
  readonly screening: boolean
  /** Mean and limits come from the first so many points of each stretch; null: from all of them. */
  readonly baseline: number | null
  /** Draws limits on the mean where screening has brought the average to 0, as the package does. */
  readonly keepCollapsed: boolean
}

/** Three sigma by moving ranges: 3 / 1.128, rounded as the method has it. */
const toLimit = 2.66
/** Two thirds of the way to a limit: beyond it a point is close. */
export const toClose = 2 * (toLimit / 3)
/** A moving range of this many times the average, or more, is above the upper range limit. */
const tooLarge = 3.267

/**
 * Mean and limits of a stretch, in its own unit and never clamped: mean ± 2.66 × the average moving range. A missing value
 * gives no moving range on either side. Limits are withheld where screening, not the data, brings the average to 0: every
 * point off the mean would else be outside.
 * @param values in order of time; null: recorded but missing
 */
export function linesOf(
  values: readonly (number | null)[],
  { screening, baseline, keepCollapsed }: LineOptions,
): Lines {
  const used = baseline === null ? values : values.slice(0, baseline)
  const mean = meanOf(used.filter(value => value !== null))
  const ranges = movingRanges(used)
  const first = meanOf(ranges)
  const kept = screening && first !== null ? ranges.filter(range => range < tooLarge * first) : ranges
  const averageRange = meanOf(kept)
  const collapsed = averageRange === 0 && first !== 0
  const drawn = mean !== null && averageRange !== null && (keepCollapsed || !collapsed)
  return {
    mean,
    averageRange,
    lower: drawn ? mean - toLimit * averageRange : null,
    upper: drawn ? mean + toLimit * averageRange : null,
    screened: ranges.length - kept.length,
    collapsed,
  }
}

function movingRanges(values: readonly (number | null)[]): number[] {
  return values.flatMap((value, at) => {
    const before = values[at - 1]
    return value === null || before === null || before === undefined ? [] : [Math.abs(value - before)]
  })
}

/**
 * The mean with the mean of what it leaves over added: whether a point lies exactly on the mean decides two rules, and a
 * plain sum of binary fractions puts some points on the wrong side.
 */
function meanOf(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const sum = (of: (value: number) => number) => values.reduce((total, value) => total + of(value), 0)
  const plain = sum(value => value) / values.length
  return plain + sum(value => value - plain) / values.length
}
