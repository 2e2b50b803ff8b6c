import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rateInterval, wilson } from '../intervals/interval.ts'
import { baselineOf, funnelLevels, placeOfProportion, placeOfRate, proportionLimits, ratioLimits } from './funnel.ts'

const levels = fc.constantFrom(...funnelLevels)
const size = fc.integer({ min: 5, max: 20_000 })
const share = fc.double({ min: 0.02, max: 0.98, noNaN: true })

describe('a funnel of proportions', () => {
  test('has a baseline of all areas together, not of their means', () => {
    expect(
      baselineOf([
        { events: 1, of: 10 },
        { events: 89, of: 90 },
      ]),
    ).toBe(0.9)
    expect(() => baselineOf([])).toThrow('add up to 0')
  })

  test('narrows with size and stays between none and all', () => {
    expect(proportionLimits(0.5, 100, 100, 0.95).lower).toBeCloseTo(50 - 9.799819922700268, 10)
    expect(proportionLimits(0.5, 10_000, 100, 0.95).upper).toBeCloseTo(50.97998199227003, 10)
    expect(proportionLimits(0.02, 10, 100, 0.998)).toMatchObject({ lower: 0 })
    expect(proportionLimits(0.98, 10, 100, 0.998)).toMatchObject({ upper: 100 })
  })

  test('is the inverse of Wilson: an area on a limit has an interval that just reaches the baseline', () => {
    fc.assert(
      fc.property(share, size, levels, (baseline, of, level) => {
        const { lower, upper } = proportionLimits(baseline, of, 1, level)
        if (lower > 0) expect(wilson({ events: lower * of, of, multiplier: 1 }, level).upper).toBeCloseTo(baseline, 9)
        if (upper < 1) expect(wilson({ events: upper * of, of, multiplier: 1 }, level).lower).toBeCloseTo(baseline, 9)
      }),
    )
  })

  test('places an area low or high only strictly beyond its limit', () => {
    expect(placeOfProportion({ events: 40, of: 100 }, 0.5, 0.95)).toBe('low')
    expect(placeOfProportion({ events: 41, of: 100 }, 0.5, 0.95)).toBe('within')
    expect(placeOfProportion({ events: 60, of: 100 }, 0.5, 0.95)).toBe('high')
    expect(placeOfProportion({ events: 60, of: 100 }, 0.5, 0.998)).toBe('within')
  })
})

describe('a funnel of rates', () => {
  test('has on its lower line nothing at no events, and no upper line there', () => {
    const { lower, upper } = ratioLimits(0, 0.95)
    expect(lower.expected).toBeCloseTo(3.688879454113936, 12) // −ln 0.025
    expect(lower.ratio).toBe(0)
    expect(upper).toBeNull()
  })

  test('agrees with the exact interval: its limits are the expected counts of the lines', () => {
    const { lower, upper } = rateInterval({ events: 7, of: 1, multiplier: 1 }, 0.998)
    const lines = ratioLimits(7, 0.998)
    expect(lines.upper?.expected).toBe(lower)
    expect(lines.lower.expected).toBe(upper)
  })

  test('closes in on 1 as counts grow, one line from each side', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), levels, (count, level) => {
        const [few, more] = [ratioLimits(count, level), ratioLimits(count * 2, level)]
        expect(few.lower.ratio).toBeLessThan(more.lower.ratio)
        expect(more.lower.ratio).toBeLessThan(1)
        expect(Number(few.upper?.ratio)).toBeGreaterThan(Number(more.upper?.ratio))
        expect(Number(more.upper?.ratio)).toBeGreaterThan(1)
      }),
      { numRuns: 30 },
    )
  })

  test('places an area by its own interval, strictly', () => {
    expect(placeOfRate({ events: 3, of: 1000 }, 0.01, 0.95)).toBe('low')
    expect(placeOfRate({ events: 10, of: 1000 }, 0.01, 0.95)).toBe('within')
    expect(placeOfRate({ events: 20, of: 1000 }, 0.01, 0.95)).toBe('high')
    expect(placeOfRate({ events: 20, of: 1000 }, 0.01, 0.998)).toBe('within')
  })
})
