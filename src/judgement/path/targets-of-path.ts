/** The targets that a path comes to once it is agreed: what ratings read. */
import type { PathShape, Profile } from '../../shared/codes.ts'
import { monthsBetween, type Period } from '../../shared/period/period.ts'
import { type DecimalText, roundedText, withoutNoise } from '../../shared/rounding.ts'
import type { YearValue } from '../../shared/year-values.ts'

/** A path as it is kept. */
export type KeptPath = {
  readonly shape: PathShape
  readonly baselinePeriod: Period
  readonly baselineValue: DecimalText
  readonly goal: DecimalText | null
  readonly goalBy: Period | null
  /** As each year's target is stated. */
  readonly targets: readonly YearValue[]
  readonly profile: Profile
}

/** One target, as the register keeps it. */
export type PathStep = {
  readonly period: Period
  readonly value: DecimalText
  readonly profile: Profile
  readonly baselinePeriod: Period
  readonly baselineValue: DecimalText
}

/**
 * The targets of a path, a step for each of its years (rules 3 and 8). A line that also spreads over months is one target, the
 * goal, from which every period's is worked out unrounded; the years after it hold the goal. Other paths are a target for each
 * year that has one; where those spread along a line, each begins where the one before ends,
 * unless a year without a target lies between. What is held is the same in every month: no line leads to it.
 */
export function targetsOfPath(path: KeptPath): PathStep[] {
  const { baselinePeriod, baselineValue, goal, goalBy, targets } = path
  const profile = path.shape === 'hold' && path.profile === 'line' ? 'flat' : path.profile
  const start = { baselinePeriod, baselineValue }
  const isLine = path.shape !== 'points' && path.shape !== 'hold'
  if (isLine && profile === 'line' && goal !== null && goalBy !== null) {
    const after = targets.filter(each => each.period > goalBy)
    return [
      { period: goalBy, value: goal, profile: 'line', ...start },
      ...after.map(({ period }): PathStep => ({ period, value: goal, profile: 'flat', ...start })),
    ]
  }
  let before = start
  return targets.map(({ period, value }) => {
    // No line leads across a year that has no target: it stays missing.
    const isNext = monthsBetween(before.baselinePeriod, period) <= 12
    const isOnLine = profile === 'line' && isNext
    const step: PathStep = {
      period,
      value,
      profile: profile === 'line' && !isNext ? 'points' : profile,
      ...(isOnLine ? before : start),
    }
    before = { baselinePeriod: period, baselineValue: value }
    return step
  })
}

/** A number as the register keeps it, without binary noise. @example asDecimal(31.814999999999998) // '31.815' */
export function asDecimal(value: number): DecimalText {
  return roundedText(withoutNoise(value), 12).replace(/\.?0+$/, '') as DecimalText
}
