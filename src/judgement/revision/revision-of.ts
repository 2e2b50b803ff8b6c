/** What changed between two versions of a figure (rule 11). */
import type { Mark } from '../../shared/codes.ts'

/** What was recorded of one figure at one time. */
export type Version = {
  /** Unrounded; null where there is none. */
  readonly value: number | null
  /** As it is shown, at its decimals. */
  readonly shown: string | null
  readonly numerator: string | null
  readonly denominator: string | null
  /** The code of the reason for no value. */
  readonly reason: string | null
  readonly marks: readonly Mark[]
}

export type Revision = 'added' | 'withdrawn' | 'revised' | 'detail'

type Rule = { readonly code: Revision; readonly holds: (before: Version | null, after: Version | null) => boolean }

const revisionRules: readonly Rule[] = [
  { code: 'added', holds: (before, after) => !hasValue(before) && hasValue(after) },
  { code: 'withdrawn', holds: (before, after) => hasValue(before) && !hasValue(after) },
  {
    code: 'revised',
    holds: (before, after) =>
      before !== null && after !== null && (!sameNumber(before.shown, after.shown) || !sameMarks(before, after)),
  },
  {
    code: 'detail',
    holds: (before, after) =>
      before !== null &&
      after !== null &&
      (before.value !== after.value ||
        before.shown !== after.shown ||
        before.reason !== after.reason ||
        !sameNumber(before.numerator, after.numerator) ||
        !sameNumber(before.denominator, after.denominator)),
  },
]

/**
 * What happened to a figure from one moment to another (rule 11), the first that fits: *added* (no value before, one
 * now), *withdrawn*, *revised* (the value shown or a mark differs), *detail* (counts, hidden decimals or the reason
 * for no value differ). A value shown with more decimals that is the same number is detail. null: nothing happened, or
 * a new cell has no value.
 * @param before null: nothing was recorded
 */
export function revisionOf(before: Version | null, after: Version | null): Revision | null {
  return revisionRules.find(rule => rule.holds(before, after))?.code ?? null
}

function hasValue(version: Version | null): boolean {
  return version !== null && version.value !== null
}

function sameNumber(a: string | null, b: string | null): boolean {
  return a === b || (a !== null && b !== null && Number(a) === Number(b))
}

function sameMarks(a: Version, b: Version): boolean {
  return a.marks.every(mark => b.marks.includes(mark)) && b.marks.every(mark => a.marks.includes(mark))
}
