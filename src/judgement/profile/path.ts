/** Targets for several periods on the way to a goal (rule 8). */
import { monthsBetween, type Period } from '../../shared/period/period.ts'
import { type DecimalText, roundedText } from '../../shared/rounding.ts'
import { alongLine, type LineEnd } from './along-line.ts'

/** A period's target on a path: exact for judging, rounded only to be shown. */
export type PathTarget = { readonly period: Period; readonly value: number; readonly shown: DecimalText }

/** A period's own target, or nulls where none was set: a missing year stays missing. */
export type OwnPoint = PathTarget | { readonly period: Period; readonly value: null; readonly shown: null }

/**
 * The targets of these periods on a straight line from baseline to goal, and flat at the goal once it is reached (rule
 * 8). Each is worked out from the unrounded line. The baseline's own period, and any before it, has no target and is
 * left out.
 * @param decimals how many are shown
 */
export function pathTargets(
  baseline: LineEnd,
  goal: LineEnd,
  periods: readonly Period[],
  decimals: number,
): PathTarget[] {
  return periods
    .filter(period => monthsBetween(baseline.period, period) > 0)
    .map(period => {
      const reached = monthsBetween(goal.period, period) >= 0
      const value = reached ? goal.value : alongLine(baseline, goal, period)
      return { period, value, shown: roundedText(value, decimals) }
    })
}

/**
 * The targets of these periods where each has its own (rule 8). A period without one stays missing: nothing is filled
 * in.
 */
export function ownPoints(
  points: readonly { readonly period: Period; readonly value: DecimalText }[],
  periods: readonly Period[],
): OwnPoint[] {
  return periods.map(period => {
    const own = points.find(point => point.period === period)
    return own ? { period, value: Number(own.value), shown: own.value } : { period, value: null, shown: null }
  })
}
