/** Targets year by year on the way to a goal, in each of the shapes that a path can have (rule 8). */
import type { PathShape, Polarity } from '../../shared/codes.ts'
import { comparePeriods, type Period } from '../../shared/period/period.ts'
import { roundedText } from '../../shared/rounding.ts'
import type { YearValue } from '../../shared/year-values.ts'
import type { GroupFigures } from '../benchmark/group-figures.ts'
import type { LineEnd } from '../profile/along-line.ts'
import { type OwnPoint, ownPoints, pathTargets } from '../profile/path.ts'

/** What somebody asks of a path. Values are in the indicator's unit. */
export type AskedPath = {
  readonly shape: PathShape
  /** From where it starts: it has no target of its own. */
  readonly baseline: LineEnd
  /** The goal of a line or of a group, or the rate that is held; null: where the shape needs none, the baseline is held. */
  readonly goal: number | null
  /** The year in which the goal is reached. */
  readonly by: Period
  /** The targets of a path of own points. */
  readonly own: readonly YearValue[]
}

/**
 * The target of each of these years (rule 8): on a line, or towards the figure of a group, by months and flat once the goal is
 * reached; each its own, where a missing year stays missing; or the same in every year.
 * @param years financial years after the baseline, in order
 * @param decimals how many are shown
 * @returns null where the shape needs a goal and has none, or the goal's year does not end after the baseline
 */
export function proposePath(asked: AskedPath, years: readonly Period[], decimals: number): readonly OwnPoint[] | null {
  const { shape, baseline, goal, by, own } = asked
  if (shape === 'points') return ownPoints(own, years)
  if (shape === 'hold') {
    const value = goal ?? baseline.value
    return years.map(period => ({ period, value, shown: roundedText(value, decimals) }))
  }
  if (goal === null || comparePeriods(by, baseline.period) <= 0) return null
  return pathTargets(baseline, { period: by, value: goal }, years, decimals)
}

/**
 * The goal that a group gives: its mean, or the quartile on the good side of its values (rule 10). Null for the best quarter
 * where no side is the good one.
 */
export function groupGoal(
  shape: 'group_average' | 'top_quartile',
  figures: GroupFigures,
  polarity: Polarity,
): number | null {
  if (shape === 'group_average') return figures.mean
  if (polarity === 'bigger') return figures.upperQuartile
  return polarity === 'smaller' ? figures.lowerQuartile : null
}
