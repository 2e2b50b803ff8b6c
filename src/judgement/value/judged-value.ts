import { entryOf, type Unit, units } from '../../shared/codes.ts'
import { type DecimalText, decimalsOf, roundedText, sameAt, withoutNoise } from '../../shared/rounding.ts'

/** What a source says of one period: the value as published and the counts behind it, each where it is known. */
export type Recorded = {
  readonly published: DecimalText | null
  readonly numerator: DecimalText | null
  readonly denominator: DecimalText | null
}

/** The value that the rules judge, and how it is shown. */
export type JudgedValue = {
  /** Unrounded, in the indicator's unit. */
  readonly value: number
  /** At the indicator's decimals, or at the published number's own where it has more. */
  readonly shown: DecimalText
  readonly from: 'counts' | 'published'
  /** Both at the published decimals, where what was published is not what the counts give. */
  readonly mismatch: { readonly published: DecimalText; readonly computed: DecimalText } | null
}

/** How an indicator's values are read. `counts` says whether its source gives exact counts or rounded ones. */
export type ValueRule = { readonly unit: Unit; readonly counts: 'exact' | 'rounded'; readonly decimals: number }

/**
 * The value that counts for judging (rule 1). From exact counts it is numerator ÷ denominator in the indicator's unit,
 * and the published figure is only compared with it; from rounded counts it is always the published figure. A count is
 * the published number, or the numerator where no number is published.
 * @returns null where there is neither a published value nor counts that give one: missing, never zero
 * @example judgedValue({ published: '79.0', numerator: '10269', denominator: '12951' }, percentToOneDecimal)
 * // { value: 79.291…, shown: '79.3', from: 'counts', mismatch: { published: '79.0', computed: '79.3' } }
 */
export function judgedValue(recorded: Recorded, how: ValueRule): JudgedValue | null {
  const { published } = recorded
  const computed = how.counts === 'exact' ? fromCounts(recorded, how.unit) : null
  const printed = published === null ? null : Number(published)
  const mismatch = published !== null && computed !== null ? mismatchOf(published, Number(printed), computed) : null
  if (printed !== null && (computed === null || how.unit === 'count'))
    return { value: printed, shown: shownAs(printed, recorded, how), from: 'published', mismatch }
  if (computed === null) return null
  return { value: computed, shown: shownAs(computed, recorded, how), from: 'counts', mismatch }
}

function fromCounts({ numerator, denominator }: Recorded, unit: Unit): number | null {
  if (numerator === null) return null
  const { per } = entryOf(units, unit)
  if (per === null) return Number(numerator)
  if (denominator === null || Number(denominator) <= 0) return null
  return withoutNoise((Number(numerator) * per) / Number(denominator))
}

function shownAs(value: number, { published }: Recorded, { decimals }: ValueRule): DecimalText {
  return roundedText(value, published === null ? decimals : Math.max(decimals, decimalsOf(published)))
}

function mismatchOf(published: DecimalText, printed: number, computed: number): JudgedValue['mismatch'] {
  const decimals = decimalsOf(published)
  if (sameAt(computed, printed, decimals)) return null
  return { published, computed: roundedText(computed, decimals) }
}
