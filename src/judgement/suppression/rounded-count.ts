import { type DecimalText, decimalsOf, roundedText } from '../../shared/rounding.ts'

/**
 * A count of people to the nearest multiple of a step, halves up. Zero stays zero; a step of 1 leaves whole numbers alone.
 * @example roundedCount('43', 5) // '45'
 */
export function roundedCount(count: DecimalText, to: number): DecimalText {
  return to <= 1 && decimalsOf(count) === 0 ? count : roundedText(Math.round(Number(count) / to) * to, 0)
}
