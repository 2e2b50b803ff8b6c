import { rounded, roundedText } from '../../shared/rounding.ts'

/**
 * A share as a percentage with one decimal, without its sign. A share near a limit never reads as if it lay on the
 * other side: it gets as many decimals as that takes.
 * @param share 0.08 is 8 %
 * @param sideOf on which side of the limits that matter a share lies
 * @example shareInWords(0.0797) // '8.0 %'
 * @example shareInWords(0.0496, share => share < 0.05) // '4.96 %'
 */
export function shareInWords(share: number, sideOf: (share: number) => unknown = () => null): string {
  const size = Math.abs(share) * 100
  if (size > 0 && rounded(size, 1) === 0) return 'less than 0.1 %'
  const side = sideOf(share)
  let decimals = 1
  while (decimals < 9 && sideOf((Math.sign(share) * rounded(size, decimals)) / 100) !== side) decimals += 1
  return `${roundedText(size, decimals)} %`
}
