import type { TargetAt } from '../judgement/profile/target-for.ts'
import type { Verdict } from '../judgement/rating/rate.ts'
import type { Period } from '../shared/period/period.ts'
import { decimalsOf, roundedText } from '../shared/rounding.ts'
import type { Cell } from './indicator-cells.ts'
import { reasonInWords } from './sentences.ts'
import type { CellView, TargetView } from './types.ts'

type Beside = {
  readonly target: TargetAt | { readonly none: string }
  readonly verdict: Verdict
  readonly decimals: number
  readonly asAt: string
}

/** One period of an indicator as every answer shows it: the figure or why there is none, its target and its rating. */
export function cellView(
  period: Period,
  cell: Cell | undefined,
  { target, verdict, decimals, asAt }: Beside,
): CellView {
  const judged = cell?.judged ?? null
  const said = cell?.fact.payload
  return {
    period,
    value: judged?.value ?? null,
    shown: judged?.shown ?? null,
    numerator: numberOf(said?.numerator),
    denominator: numberOf(said?.denominator),
    reason: judged ? null : (said?.reason ?? null),
    reasonInWords: judged ? '' : reasonInWords(said?.reason ?? null, said?.until ?? '', asAt),
    marks: cell?.marks ?? [],
    note: said?.note ?? '',
    suppressedFor: cell?.fact.suppressedFor ?? [],
    ...(judged?.mismatch ? { mismatch: judged.mismatch } : {}),
    target: 'none' in target ? null : targetView(target, decimals),
    targetReason: 'none' in target ? target.none : '',
    rating: verdict.rating,
    variance: verdict.variance,
    ratingReason: verdict.reason,
    knownOn: cell?.fact.knownOn ?? null,
    from: cell?.fact.from ?? null,
  }
}

function targetView(target: TargetAt, decimals: number): TargetView {
  const { value, how, derived, assigned, goal } = target
  // A stated target is shown as it was printed, a derived one at the indicator's decimals.
  const shown = derived ? roundedText(value, decimals) : roundedText(value, Math.max(decimals, decimalsOf(goal.value)))
  return { value, shown, how, derived, assigned }
}

function numberOf(text: string | null | undefined): number | null {
  return text === null || text === undefined ? null : Number(text)
}
