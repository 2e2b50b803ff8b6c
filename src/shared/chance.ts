/** Chance from a seed: the same numbers every time, from 0 up to 1. */
export type Chance = () => number

/** A source of chance. @example chanceFrom(1)() // the same number in every run */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A whole number from `least` to `most`, both included. */
export function wholeFrom(chance: Chance, least: number, most: number): number {
  return least + Math.floor(chance() * (most - least + 1))
}
