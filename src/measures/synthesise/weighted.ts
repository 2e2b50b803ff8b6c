import type { Chance } from '../../shared/chance.ts'

/** Things and how often each comes, in parts of any sum. */
export type Weighted<T> = readonly (readonly [weight: number, thing: T])[]

/** One of several things, each as often as its weight says. */
export function oneOf<T>(chance: Chance, things: Weighted<T>): T {
  const sum = things.reduce((all, [weight]) => all + weight, 0)
  let left = chance() * sum
  for (const [weight, thing] of things) {
    left -= weight
    if (left < 0) return thing
  }
  throw new RangeError('Cannot choose among nothing')
}
