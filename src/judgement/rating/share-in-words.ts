import { roundedText } from '../../shared/rounding.ts'

/**
 * A share as a percentage with one decimal, without its sign. A share under a limit never reads as if it had reached it: it
 * gets as many decimals as that takes.
 * @param share 0.08 is 8 %
 * @param below a limit under which the share lies, where it matters
 * @example shareInWords(0.0797) // '8.0 %'
 * @example shareInWords(0.0496, 0.05) // '4.96 %'
 */
export function shareInWords(share: number, below?: number): string {
  const size = Math.abs(share)
  if (size > 0 && roundedText(size * 100, 1) === '0.0') return 'less than 0.1 %'
  let decimals = 1
  if (below !== undefined && size < below)
    while (decimals < 9 && Number(roundedText(size * 100, decimals)) >= below * 100) decimals += 1
  return `${roundedText(size * 100, decimals)} %`
}
