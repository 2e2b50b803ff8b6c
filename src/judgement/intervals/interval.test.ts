import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gammaQuantile } from './gamma-quantile.ts'
import { type Interval, rateInterval, standardDeviations, wilson } from './interval.ts'

type Case = {
  readonly id: string
  readonly method: 'wilson' | 'byar' | 'exact_chi_squared'
  readonly numerator: number
  readonly denominator: number
  readonly multiplier: number
  readonly confidence: number
  readonly expected: Interval
}
const path = new URL('../../../test/fixtures/statistics/stats-vectors.json', import.meta.url)
const { cases } = JSON.parse(readFileSync(path, 'utf8')) as { cases: Case[] }

describe('wilson() and rateInterval()', () => {
  test('the fixture holds thirty cases, of each method some', () => {
    expect(cases).toHaveLength(30)
    expect(new Set(cases.map(each => each.method)).size).toBe(3)
  })

  test.each(cases)('agree with $id: $numerator of $denominator by $method', each => {
    const interval = each.method === 'wilson' ? wilson : rateInterval
    const { numerator: events, denominator: of, multiplier, confidence, expected } = each
    const actual = interval({ events, of, multiplier }, confidence)
    for (const key of ['value', 'lower', 'upper'] as const)
      expect(Math.abs(actual[key] - expected[key]), key).toBeLessThanOrEqual(Math.max(1e-9 * expected[key], 1e-9))
  })

  test('always hold the value, and more confidence gives a wider interval', () => {
    const counted = fc
      .tuple(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([of, share]) => ({ events: Math.round(of * share), of, multiplier: 100 }))
    fc.assert(
      fc.property(counted, fc.constantFrom(wilson, rateInterval), (each, interval) => {
        const [narrow, wide] = [interval(each, 0.95), interval(each, 0.998)]
        expect(narrow.lower).toBeLessThanOrEqual(narrow.value)
        expect(narrow.upper).toBeGreaterThanOrEqual(narrow.value)
        expect(wide.lower).toBeLessThanOrEqual(narrow.lower)
        expect(wide.upper).toBeGreaterThanOrEqual(narrow.upper)
        expect(wide.lower).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  test('refuse what is no count', () => {
    expect(() => wilson({ events: 5, of: 4, multiplier: 100 }, 0.95)).toThrow('between none and all')
    expect(() => wilson({ events: 0, of: 0, multiplier: 100 }, 0.95)).toThrow(RangeError)
    expect(() => rateInterval({ events: -1, of: 10, multiplier: 1 }, 0.95)).toThrow(RangeError)
    expect(() => rateInterval({ events: Number.NaN, of: 10, multiplier: 1 }, 0.95)).toThrow(RangeError)
    expect(() => wilson({ events: 1, of: 2, multiplier: 1 }, 95)).toThrow('as 0.95')
  })
})

describe('gammaQuantile()', () => {
  test('gives the known quantiles of the normal', () => {
    expect(standardDeviations(0.95)).toBeCloseTo(1.959963984540054, 13)
    expect(standardDeviations(0.998)).toBeCloseTo(3.090232306167813, 12)
  })

  test('gives those of the exponential, whose formula is known', () => {
    for (const share of [1e-9, 0.001, 0.3, 0.9, 0.999999])
      expect(gammaQuantile(share, 1) / -Math.log1p(-share)).toBeCloseTo(1, 11)
  })

  test('is the count at which a Poisson sum, added up term by term, reaches the share', () => {
    for (const count of [1, 2, 7, 40, 150]) {
      const mean = gammaQuantile(0.025, count)
      let [term, below] = [Math.exp(-mean), 0]
      for (let k = 0; k < count; k += 1) {
        below += term
        term *= mean / (k + 1)
      }
      expect(1 - below).toBeCloseTo(0.025, 11)
    }
  })

  test('lies near the normal at large shapes', () => {
    expect(gammaQuantile(0.975, 1e6)).toBeCloseTo(1e6 + 1.959964 * 1e3 + (1.959964 ** 2 - 1) / 3, 1)
  })
})
