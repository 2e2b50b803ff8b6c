import { decimalsOf } from '../../shared/rounding.ts'

/**
 * How many decimals an indicator's values are shown with, and decided at (rule 1): those declared, else the most
 * common among the printed values. A tie goes to more decimals, so that nothing printed is hidden; with nothing
 * printed it is 1.
 * @example decimalsShown(null, ['3.4', '3.5', '3.56']) // 1
 */
export function decimalsShown(declared: number | null, printed: readonly string[]): number {
  if (declared !== null) return declared
  const times = new Map<number, number>()
  for (const text of printed) times.set(decimalsOf(text), (times.get(decimalsOf(text)) ?? 0) + 1)
  const [commonest] = [...times].sort(([fewer, a], [more, b]) => b - a || more - fewer)
  return commonest ? commonest[0] : 1
}
