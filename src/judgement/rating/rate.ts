/** Rating of a value against its target (rule 3, second half). */
import type { Polarity, Rating } from '../../shared/codes.ts'
import { roundedText, sameAt } from '../../shared/rounding.ts'
import { minus, shareOf } from '../exactly.ts'
import { shareInWords } from './share-in-words.ts'

/** Shares of |target|: 0.05 is 5 %. */
export type RatingSettings = {
  /** Adverse by less than this is Amber, by this or more Red. */
  readonly amberBelow: number
  /** For `on_target`: as near as this, on either side, is Green. */
  readonly greenBand: number
}

export const defaultRatingSettings: RatingSettings = { amberBelow: 0.05, greenBand: 0.025 }

/**
 * A rating with its reason, or none with the reason why. `variance` is the distance from target as a share of
 * |target|, adverse positive, unrounded (0.05 is 5 %); null where the target is zero, of which nothing is a share.
 */
export type Verdict =
  | { readonly rating: Rating; readonly variance: number | null; readonly reason: string }
  | { readonly rating: null; readonly variance: null; readonly reason: string }

export type RatingInput = {
  readonly value: number
  readonly target: number
  readonly polarity: Polarity
  /** The indicator's: at these a value that equals its target meets it. */
  readonly decimals: number
  /** For `on_target`, where the target is a step on a way: where the way starts and where it leads. */
  readonly path?: { readonly from: number; readonly goal: number } | undefined
}

/** No rating, and why. */
export function noRating(reason: string): Verdict {
  return { rating: null, variance: null, reason }
}

/**
 * The rating of a value against its target (rule 3): Green on or better than target, Amber adverse by less than 5 %,
 * Red adverse by 5 % or more. A value equal to its target at the indicator's decimals meets it. Target 0: Green on it
 * or better, else Red.
 * @example rate({ value: 57, target: 60, polarity: 'bigger', decimals: 0 })
 * // { rating: 'Red', variance: 0.05, reason: '5.0 % below target' }
 */
export function rate(input: RatingInput, settings: RatingSettings = defaultRatingSettings): Verdict {
  const { value, target, polarity, decimals, path } = input
  if (polarity === 'none') return noRating('for information')
  const { amberBelow } = settings
  const band = polarity === 'on_target' ? settings.greenBand : 0
  if (polarity !== 'on_target' || !path || path.from === path.goal) {
    const adverse = adverseDistance[polarity](value, target)
    return verdict({ value, target, decimals, adverse, band, amberBelow, against: 'target' })
  }
  const { from, goal } = path
  const towards = Math.sign(minus(goal, from))
  if (towards * minus(value, goal) >= -band * Math.abs(goal) || sameAt(value, goal, decimals)) {
    const adverse = adverseDistance.on_target(value, goal)
    const against = `the goal of ${roundedText(goal, decimals)}`
    return verdict({ value, target: goal, decimals, adverse, band, amberBelow, against })
  }
  const adverse = towards * minus(target, value)
  return verdict({ value, target, decimals, adverse, band, amberBelow, against: 'target' })
}

/** How far a value lies on the wrong side of its target, in the unit of both; negative when it is on the right side. */
export const adverseDistance: Record<Exclude<Polarity, 'none'>, (value: number, target: number) => number> = {
  bigger: (value, target) => minus(target, value),
  smaller: (value, target) => minus(value, target),
  on_target: (value, target) => Math.abs(minus(value, target)),
}

type Measured = Pick<RatingInput, 'value' | 'target' | 'decimals'> & {
  readonly adverse: number
  readonly band: number
  readonly amberBelow: number
  readonly against: string
}

function verdict({ value, target, decimals, adverse, band, amberBelow, against }: Measured): Verdict {
  const meets = sameAt(value, target, decimals)
  const side = value > target ? 'above' : 'below'
  if (target === 0) {
    const rating = meets || adverse <= 0 ? 'Green' : 'Red'
    return { rating, variance: null, reason: meets ? `on ${against}` : `${side} ${target0(against)}` }
  }
  const variance = shareOf(adverse, target)
  const ratingOf = (share: number) => (share <= band ? 'Green' : share < amberBelow ? 'Amber' : 'Red')
  if (meets) return { rating: 'Green', variance, reason: `on ${against}` }
  return { rating: ratingOf(variance), variance, reason: `${shareInWords(variance, ratingOf)} ${side} ${against}` }
}

function target0(against: string): string {
  return against === 'target' ? 'a target of zero' : 'a goal of zero'
}
