/** Parts of a sum as they are printed, so that they add up to what is printed of the whole. */
import { roundedText, withoutNoise } from '../../shared/rounding.ts'

/**
 * Rounds parts so that they add up to the whole as printed: each is rounded down, and what is then missing goes to those that
 * lost most (the method of the largest remainder).
 * @param total the whole as printed, at these decimals
 * @example shownToAddUp([1.26, 1.26, 1.26], '3.8', 1) // ['1.3', '1.3', '1.2']
 */
export function shownToAddUp(parts: readonly number[], total: string, decimals: number): string[] {
  const power = 10 ** decimals
  const steps = parts.map(part => withoutNoise(part * power))
  const floors = steps.map(Math.floor)
  const missing = Math.round(Number(total) * power) - floors.reduce((sum, floor) => sum + floor, 0)
  const byLoss = steps
    .map((step, at) => ({ at, lost: step - Number(floors[at]) }))
    .sort((a, b) => b.lost - a.lost || a.at - b.at)
  const each = parts.length === 0 ? 0 : Math.floor(missing / parts.length)
  const more = new Set(byLoss.slice(0, missing - each * parts.length).map(({ at }) => at))
  return floors.map((floor, at) => roundedText((floor + each + Number(more.has(at))) / power, decimals))
}
