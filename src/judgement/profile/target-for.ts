/** Which target counts for a period (rule 3, first half). */

import type { Profile, Purpose } from '../../shared/codes.ts'
import { compareText } from '../../shared/compare-text.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import { contains, monthsBetween, type Period, yearOf } from '../../shared/period/period.ts'
import { type DecimalText, withoutNoise } from '../../shared/rounding.ts'
import type { Series } from '../series.ts'
import { alongLine } from './along-line.ts'
import { seasonalShare, yearOfGoal } from './seasonal-share.ts'

/** What the organisation promised: a goal for a period, and how it spreads over other periods. */
export type Target = {
  /** The goal's period. */
  readonly period: Period
  readonly value: DecimalText
  readonly profile: Profile
  readonly purpose: Purpose
  readonly baselinePeriod: Period | null
  readonly baselineValue: DecimalText | null
  /** Which parts a person chose where the document is silent: "period", "profile". */
  readonly assigned: readonly string[]
  /** The day on which it was known: YYYY-MM-DD. */
  readonly knownOn: string
}

/** The target of one period. */
export type TargetAt = {
  /** In the indicator's unit, unrounded. */
  readonly value: number
  /** `given`: set for this very period; else by which profile it follows from its goal. */
  readonly how: 'given' | 'flat' | 'line' | 'seasonal'
  /** Whether the number is worked out by us (line, seasonal) and printed nowhere. */
  readonly derived: boolean
  /** Whether a person assigned a part of it where the document is silent. */
  readonly assigned: boolean
  readonly goal: Target
}

/**
 * The target of a period (rule 3): the one set for that very period; else the one that the profile of another gives
 * it. Of several, the one known latest counts, then the one with the nearest goal. Only targets that are to be rated
 * count.
 * @param earlier the indicator's own figures, needed for seasonal profiles
 * @returns the target, or in words why the period has none; it is never given another year's
 */
export function targetFor(
  period: Period,
  targets: readonly Target[],
  earlier?: Series,
): TargetAt | { readonly none: string } {
  const rated = targets.filter(target => target.purpose === 'rated')
  if (rated.length === 0)
    return { none: targets.length === 0 ? 'no target' : 'no target: an ambition is shown but not rated' }
  const given = ofFirst(rated, period, target => (target.period === period ? target : null))
  if (given) return targetAt(given, Number(given.value), 'given')
  const resultOf = (target: Target) => byProfile[target.profile](period, target, earlier)
  const reached = ofFirst(rated, period, target => {
    const result = resultOf(target)
    return typeof result === 'string' ? null : result
  })
  if (reached) return reached
  const why = ofFirst(rated, period, target => {
    const result = resultOf(target)
    return typeof result === 'string' ? result : null
  })
  return { none: `no target for ${periodInWords(period)}${why === null ? '' : `: ${why}`}` }
}

/**
 * The target that a profile gives a period; a sentence part why it could not be worked out; null when out of its
 * reach.
 */
type Reach = (period: Period, target: Target, earlier: Series | undefined) => TargetAt | string | null

const byProfile: Record<Profile, Reach> = {
  points: () => null,
  flat: (period, target) =>
    contains(yearOf(target.period), period) ? targetAt(target, Number(target.value), 'flat') : null,
  line: (period, target) => {
    const { baselinePeriod, baselineValue } = target
    if (baselinePeriod === null || baselineValue === null) return 'a line needs a baseline with its period and value'
    if (baselinePeriod === period) return 'the baseline itself is not rated'
    const within = monthsBetween(baselinePeriod, period) > 0 && monthsBetween(period, target.period) >= 0
    if (!within) return null
    const baseline = { period: baselinePeriod, value: Number(baselineValue) }
    return targetAt(target, alongLine(baseline, { period: target.period, value: Number(target.value) }, period), 'line')
  },
  seasonal: (period, target, earlier) => {
    const year = yearOfGoal(target.period)
    if (!year) return 'a seasonal target needs a goal for a financial year'
    if (!contains(year, period)) return null
    const share = seasonalShare(period, year, earlier)
    return typeof share === 'number'
      ? targetAt(target, withoutNoise(Number(target.value) * share), 'seasonal')
      : share.none
  },
}

function targetAt(goal: Target, value: number, how: TargetAt['how']): TargetAt {
  return { value, how, derived: how === 'line' || how === 'seasonal', assigned: goal.assigned.length > 0, goal }
}

/** What is asked of targets, from the one that counts first of those that have it; null where none has. */
function ofFirst<T>(targets: readonly Target[], period: Period, ask: (target: Target) => T | null): T | null {
  let first: Target | null = null
  let answer: T | null = null
  for (const target of targets) {
    const own = ask(target)
    if (own === null || (first && !comesFirst(target, first, period))) continue
    first = target
    answer = own
  }
  return answer
}

/**
 * Whether a target counts before another: the one known later; of those known on one day, the one with the goal nearer to the
 * period, and of two as near the later goal.
 */
function comesFirst(target: Target, other: Target, period: Period): boolean {
  const away = (each: Target) => Math.abs(monthsBetween(each.period, period))
  const order =
    compareText(other.knownOn, target.knownOn) ||
    away(target) - away(other) ||
    monthsBetween(target.period, other.period)
  return order < 0
}
