import type { Chance } from '../../shared/chance.ts'

/** A number from the normal distribution around 0 with spread 1 (Box and Muller). */
export function normalFrom(chance: Chance): number {
  // 1 - chance lies above 0, where its logarithm is finite.
  return Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance())
}

/**
 * A number from the gamma distribution with scale 1 (Marsaglia and Tsang 2000).
 * @param shape above 0; below 1 it is drawn at one more and scaled down
 */
export function gammaFrom(chance: Chance, shape: number): number {
  if (shape < 1) return gammaFrom(chance, shape + 1) * (1 - chance()) ** (1 / shape)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = normalFrom(chance)
    const v = (1 + c * x) ** 3
    if (v > 0 && Math.log(1 - chance()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
  }
}

/** A number from the beta distribution: a share, from 0 to 1. */
export function betaFrom(chance: Chance, a: number, b: number): number {
  const x = gammaFrom(chance, a)
  return x / (x + gammaFrom(chance, b))
}
