/** What a forecast means for a target: how likely it is met, when, and what it would take. */
import type { Polarity } from '../../shared/codes.ts'

import { sameAt, withoutNoise } from '../../shared/rounding.ts'

/** A target as a forecast is held against it; `decimals`: those at which equality is decided. */
export type Aim = { readonly target: number; readonly polarity: Polarity; readonly decimals: number }

/** Whether a value meets a target: on its good side, or equal at the decimals. False where no way is good. */
function meets(value: number, { target, polarity, decimals }: Aim): boolean {
  if (sameAt(value, target, decimals)) return polarity !== 'none'
  return (polarity === 'bigger' && value > target) || (polarity === 'smaller' && value < target)
}

/**
 * The share of outcomes that meet a target; null where there are none, or no way is good.
 * @example chanceOfMeeting(Float64Array.of(1, 2, 3, 4), { target: 3, polarity: 'bigger', decimals: 0 }) // 0.5
 */
export function chanceOfMeeting(outcomes: Float64Array | null, aim: Aim): number | null {
  if (outcomes === null || (aim.polarity !== 'bigger' && aim.polarity !== 'smaller')) return null
  return outcomes.filter(outcome => meets(outcome, aim)).length / outcomes.length
}

/** How many steps ahead the target is first met on the path expected; 0: it is met now; null: not on this path. */
export function stepsToTarget(latest: number, path: readonly number[], aim: Aim): number | null {
  if (meets(latest, aim)) return 0
  const at = path.findIndex(value => meets(value, aim))
  return at < 0 ? null : at + 1
}

/**
 * By how much a figure must change in each period to reach its target, in the figure's unit; 0 where it meets it already.
 * @param periods how many are left, 1 or more
 */
export function neededPerPeriod(latest: number, periods: number, aim: Aim): number {
  return meets(latest, aim) ? 0 : withoutNoise((aim.target - latest) / periods)
}
