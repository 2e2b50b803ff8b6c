/** Where a target leads that is a step on a path (rule 3: on a path, on_target is one-sided towards the goal). */
import { comparePeriods } from '../../shared/period/period.ts'
import type { Target } from '../profile/target-for.ts'

/**
 * From where the path of a target starts and where it leads; undefined where it is no step on a path. Targets with one
 * baseline are steps on one path, which leads to the last of them; where a line ends another may begin, and leads on.
 * @param targets of the same indicator; those that count for no rating lead nowhere
 */
export function wayOf(
  target: Target,
  targets: readonly Target[],
): { readonly from: number; readonly goal: number } | undefined {
  const { baselinePeriod, baselineValue } = target
  if (baselinePeriod === null || baselineValue === null) return undefined
  const rated = targets.filter(each => each.purpose === 'rated' && each.knownOn === target.knownOn)
  return { from: Number(baselineValue), goal: Number(lastStep(target, rated).value) }
}

function lastStep(target: Target, rated: readonly Target[]): Target {
  const next = rated
    .filter(each => comparePeriods(each.period, target.period) > 0)
    .filter(each => hasSameBaseline(each, target) || startsAt(each, target))
    .sort((a, b) => comparePeriods(a.period, b.period))
    .at(-1)
  return next ? lastStep(next, rated) : target
}

function hasSameBaseline(a: Target, b: Target): boolean {
  return a.baselinePeriod === b.baselinePeriod && Number(a.baselineValue) === Number(b.baselineValue)
}

function startsAt(later: Target, { period, value }: Target): boolean {
  return later.profile === 'line' && later.baselinePeriod === period && Number(later.baselineValue) === Number(value)
}
