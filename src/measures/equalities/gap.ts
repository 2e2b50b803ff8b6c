/** Whether two groups differ by more than chance would make them. */
import { type Interval, rateInterval, wilson } from '../../judgement/intervals/interval.ts'

/** So many of so many people; or so many events among so many inhabitants. */
export type Share = { readonly numerator: number; readonly denominator: number }

/** One share minus another, with the limits of its confidence interval, as shares of 1; or figures in their own units. */
export type Difference = { readonly difference: number; readonly lower: number; readonly upper: number }

/**
 * The difference of two independent proportions with Newcombe's interval from two Wilson intervals (Newcombe 1998, method 10). It
 * holds for few people too, and where none or all are counted.
 * @throws RangeError when there is nobody to count among
 * @example differenceOfShares({ numerator: 56, denominator: 70 }, { numerator: 48, denominator: 80 }, 0.95) // 0.2, 0.0524 to 0.3339
 */
export function differenceOfShares(one: Share, other: Share, confidence: number): Difference {
  return differenceOf(wilson(counted(one), confidence), wilson(counted(other), confidence))
}

/**
 * The difference of two independent rates, each so many events among so many inhabitants, with the interval that the two intervals
 * of the rates give in the same way (Zou and Donner 2008: variance estimates recovered from limits).
 * @throws RangeError when there are no inhabitants
 */
export function differenceOfRates(one: Share, other: Share, confidence: number): Difference {
  return differenceOf(rateInterval(counted(one), confidence), rateInterval(counted(other), confidence))
}

const counted = ({ numerator, denominator }: Share) => ({ events: numerator, of: denominator, multiplier: 1 })

/**
 * The difference of two independent figures, each with its interval, in their own units; its limits are worked out from theirs
 * (Zou and Donner 2008).
 */
export function differenceOf(one: Interval, other: Interval): Difference {
  const difference = one.value - other.value
  return {
    difference,
    lower: difference - Math.hypot(one.value - one.lower, other.upper - other.value),
    upper: difference + Math.hypot(one.upper - one.value, other.value - other.lower),
  }
}

/**
 * The confidence for each of several comparisons, so that the chance that any of them seems a gap without being one stays below
 * that of one (Bonferroni).
 * @example confidenceOfEach(10, 0.95) // 0.995
 */
export function confidenceOfEach(comparisons: number, confidence: number): number {
  return 1 - (1 - confidence) / Math.max(1, comparisons)
}
