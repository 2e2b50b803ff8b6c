/** What a change of a rate is made of: of what is counted, and out of how many. */

/** What is counted, and out of how many. */
export type Counts = { readonly numerator: number; readonly denominator: number }

/** How much of a change each of the two brought; both together are the change. */
export type RatioChange = { readonly change: number; readonly numerator: number; readonly denominator: number }

/**
 * Parts the change of a rate between what is counted and out of how many. Each is the change that it would bring by itself,
 * halfway between doing so before the other and after it (Shapley's value for two), so that no order is preferred, and both
 * together are the change.
 * @param per 100 of a percentage, 100,000 of a rate per 100,000
 * @throws RangeError when a denominator is not above 0
 * @example ratioChange({ numerator: 50, denominator: 100 }, { numerator: 50, denominator: 125 }, 100) // { change: -10, numerator: 0, denominator: -10 }
 */
export function ratioChange(before: Counts, after: Counts, per: number): RatioChange {
  if (!(before.denominator > 0 && after.denominator > 0))
    throw new RangeError(
      `Cannot part a change as both denominators must be above 0: they are ${before.denominator} and ${after.denominator}`,
    )
  const change = per * (after.numerator / after.denominator - before.numerator / before.denominator)
  const numerator = (per * (after.numerator - before.numerator) * (1 / before.denominator + 1 / after.denominator)) / 2
  return { change, numerator, denominator: change - numerator }
}
