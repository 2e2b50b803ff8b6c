import type { Chance } from '../../src/shared/chance.ts'

/** A whole number from `least` to `most`, both included. */
export function wholeFrom(chance: Chance, least: number, most: number): number {
  return least + Math.floor(chance() * (most - least + 1))
}
