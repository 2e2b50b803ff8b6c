import type { Verdict } from '../rating/rate.ts'

/** `offTargetFrom`: adverse variance from which an indicator is off target, as a share of |target|. */
export type OffTargetSettings = { readonly offTargetFrom: number }

export const defaultOffTargetSettings: OffTargetSettings = { offTargetFrom: 0.05 }

/**
 * Whether a verdict is off target (rule 6a): Red, or adverse by 5 % or more. A value that meets its target (Green)
 * never is, even where the unrounded distance is a large share of a small target.
 */
export function isOffTarget(verdict: Verdict, settings: OffTargetSettings = defaultOffTargetSettings): boolean {
  if (verdict.rating === null || verdict.rating === 'Green') return false
  return verdict.rating === 'Red' || (verdict.variance !== null && verdict.variance >= settings.offTargetFrom)
}
