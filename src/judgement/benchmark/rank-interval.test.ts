import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chanceFrom } from '../../shared/chance.ts'
import { betaFrom, gammaFrom, normalFrom } from './draws.ts'
import { rankInterval, type Uncertainty } from './rank-interval.ts'
import { ranksOf } from './ranks.ts'

const margin = (half: number): Uncertainty => ({ kind: 'margin', half })

describe('rankInterval()', () => {
  test('rankInterval() is the place itself where chance is nothing beside the differences', () => {
    const entrants = [70, 60, 80, 50].map(value => ({ value, uncertainty: margin(0.001) }))
    expect(rankInterval(entrants, 0, 'bigger')).toEqual({ lower: 2, upper: 2 })
    expect(rankInterval(entrants, 0, 'smaller')).toEqual({ lower: 3, upper: 3 })
  })

  test('rankInterval() reaches from first to last where values differ by nothing beside their chance', () => {
    const entrants = Array.from({ length: 40 }, (_, at) => ({ value: 70 + at / 1000, uncertainty: margin(5) }))
    const interval = rankInterval(entrants, 20, 'bigger')
    // Each place is as likely as any other: of 40, the middle 95 % are places 2 to 39 or 40.
    expect(interval?.lower).toBeLessThanOrEqual(2)
    expect(interval?.upper).toBeGreaterThanOrEqual(39)
  })

  test('rankInterval() agrees with what can be worked out for two: overtaken with a known chance', () => {
    // The difference of two has the spread 1.4142 × 1: at 2 apart, the other is ahead in 7.9 % of draws, more than 2.5 %.
    const near = [2, 0].map(value => ({ value, uncertainty: margin(1.96) }))
    expect(rankInterval(near, 0, 'bigger')).toEqual({ lower: 1, upper: 2 })
    // At 4 apart in 0.23 %, fewer than 2.5 %.
    const far = [4, 0].map(value => ({ value, uncertainty: margin(1.96) }))
    expect(rankInterval(far, 0, 'bigger')).toEqual({ lower: 1, upper: 1 })
  })

  test('rankInterval() is narrower for a share of more people', () => {
    const of = (people: number) =>
      [60, 62, 64, 66, 68, 70, 72].map(value => ({
        value,
        uncertainty: { kind: 'share', numerator: (value / 100) * people, denominator: people, per: 100 } as const,
      }))
    const width = (people: number) => {
      const interval = rankInterval(of(people), 3, 'bigger')
      return Number(interval?.upper) - Number(interval?.lower)
    }
    expect(width(100)).toBeGreaterThan(width(1000))
    expect(width(1_000_000)).toBe(0)
  })

  test('rankInterval() of a rate of few cases is wide, and none is told where no chance is known', () => {
    const rate = (cases: number): Uncertainty => ({
      kind: 'events',
      numerator: cases,
      denominator: 100_000,
      per: 100_000,
    })
    const entrants = [3, 5, 7, 9].map(value => ({ value, uncertainty: rate(value) }))
    expect(rankInterval(entrants, 1, 'smaller')).toEqual({ lower: 1, upper: 4 })
    const none = [{ value: 1, uncertainty: { kind: 'none' } as const }, ...entrants]
    expect(rankInterval(none, 0, 'smaller')).toBeNull()
    expect(rankInterval(none, 9, 'smaller')).toBeNull()
  })

  test('rankInterval() is the same each time, and the published place of the best and worst lies at its edge', () => {
    const group = fc.array(
      fc.record({ value: fc.integer({ min: 0, max: 1000 }), half: fc.integer({ min: 1, max: 50 }) }),
      {
        minLength: 2,
        maxLength: 15,
      },
    )
    fc.assert(
      fc.property(group, group => {
        const entrants = group.map(({ value, half }) => ({ value, uncertainty: margin(half) }))
        const ranks = ranksOf(
          group.map(({ value }) => value),
          'bigger',
        )
        ranks.forEach(({ rank, of, tied }, own) => {
          const interval = rankInterval(entrants, own, 'bigger')
          expect(interval).toEqual(rankInterval(entrants, own, 'bigger'))
          expect(interval?.lower).toBeGreaterThanOrEqual(1)
          expect(interval?.upper).toBeLessThanOrEqual(of)
          expect(Number(interval?.lower)).toBeLessThanOrEqual(Number(interval?.upper))
          if (!tied && rank === of) expect(interval?.upper).toBe(of)
          if (!tied && rank === 1) expect(interval?.lower).toBe(1)
        })
      }),
      { numRuns: 20 },
    )
  })
})

describe('draws', () => {
  const many = 20_000
  const moments = (draw: (chance: () => number) => number) => {
    const chance = chanceFrom(7)
    const values = Array.from({ length: many }, () => draw(chance))
    const mean = values.reduce((sum, value) => sum + value, 0) / many
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / many
    return { mean, variance }
  }

  test('normalFrom(), gammaFrom() and betaFrom() have the mean and the variance of their distributions', () => {
    const normal = moments(normalFrom)
    expect(normal.mean).toBeCloseTo(0, 1)
    expect(normal.variance).toBeCloseTo(1, 1)
    for (const shape of [0.5, 3]) {
      const gamma = moments(chance => gammaFrom(chance, shape))
      expect(gamma.mean / shape).toBeCloseTo(1, 1)
      expect(gamma.variance / shape).toBeCloseTo(1, 1)
    }
    // Beta(2, 3): mean 2/5, variance 6/(25 × 6) = 0.04
    const beta = moments(chance => betaFrom(chance, 2, 3))
    expect(beta.mean).toBeCloseTo(0.4, 2)
    expect(beta.variance).toBeCloseTo(0.04, 2)
  })
})
