import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { confidenceOfEach, differenceOfRates, differenceOfShares, type Share } from './gap.ts'

const share = (numerator: number, denominator: number): Share => ({ numerator, denominator })

describe('differenceOfShares()', () => {
  // The worked examples of Newcombe 1998 (Statistics in Medicine 17, 873–890), table II, method 10.
  test.each([
    [share(56, 70), share(48, 80), 0.2, 0.0524, 0.3339],
    [share(9, 10), share(3, 10), 0.6, 0.1705, 0.809],
    [share(6, 7), share(2, 7), 0.5714, 0.0582, 0.8062],
    [share(5, 56), share(0, 29), 0.0893, -0.0381, 0.1926],
    [share(0, 10), share(0, 20), 0, -0.1611, 0.2775],
    [share(0, 10), share(0, 10), 0, -0.2775, 0.2775],
    [share(10, 10), share(0, 20), 1, 0.6791, 1],
    [share(10, 10), share(0, 10), 1, 0.6075, 1],
  ])('agrees with the published interval of %o less %o', (one, other, difference, lower, upper) => {
    const found = differenceOfShares(one, other, 0.95)
    expect(found.difference).toBeCloseTo(difference, 4)
    expect(found.lower).toBeCloseTo(lower, 4)
    expect(found.upper).toBeCloseTo(upper, 4)
  })

  test('is turned round where the two are changed over, and holds the difference', () => {
    const some = fc
      .tuple(fc.integer({ min: 1, max: 3000 }), fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([of, part]) => share(Math.round(of * part), of))
    fc.assert(
      fc.property(some, some, (one, other) => {
        const [there, back] = [differenceOfShares(one, other, 0.99), differenceOfShares(other, one, 0.99)]
        expect(there.lower).toBeCloseTo(-back.upper, 12)
        expect(there.upper).toBeCloseTo(-back.lower, 12)
        expect(there.lower).toBeLessThanOrEqual(there.difference + 1e-12)
        expect(there.upper).toBeGreaterThanOrEqual(there.difference - 1e-12)
      }),
    )
  })

  test('refuses a group of nobody', () => {
    expect(() => differenceOfShares(share(0, 0), share(1, 2), 0.95)).toThrow(RangeError)
  })
})

test('rates that are far apart differ by more than chance, and equal ones do not', () => {
  expect(differenceOfRates(share(100, 10_000), share(40, 10_000), 0.95).lower).toBeGreaterThan(0)
  const same = differenceOfRates(share(12, 5000), share(24, 10_000), 0.95)
  expect(same.difference).toBe(0)
  expect(same.lower).toBeLessThan(0)
  expect(same.upper).toBeGreaterThan(0)
})

test('many comparisons of groups that do not differ seldom name a gap: in about one table of twenty at most', () => {
  const tables = 600
  const groups = 12
  let state = 7
  const chance = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  const confidence = confidenceOfEach(groups, 0.95)
  let wrong = 0
  for (let at = 0; at < tables; at += 1) {
    const all = Array.from({ length: groups }, () => {
      const of = 40 + Math.floor(chance() * 60)
      return share(Array.from({ length: of }, chance).filter(each => each < 0.4).length, of)
    })
    const total = (of: keyof Share) => all.reduce((sum, each) => sum + each[of], 0)
    const isGap = (each: Share) => {
      const others = share(total('numerator') - each.numerator, total('denominator') - each.denominator)
      const { lower, upper } = differenceOfShares(each, others, confidence)
      return lower > 0 || upper < 0
    }
    if (all.some(isGap)) wrong += 1
  }
  expect(confidence).toBeCloseTo(0.995833, 6)
  expect(wrong / tables).toBeLessThan(0.075)
  expect(wrong).toBeGreaterThan(0)
})
