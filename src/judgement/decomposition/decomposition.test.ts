import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { partsChange } from './parts-change.ts'
import { ratioChange } from './ratio-change.ts'
import { shownToAddUp } from './shown-to-add-up.ts'

const counts = fc.record({ numerator: fc.nat({ max: 5000 }), denominator: fc.integer({ min: 1, max: 5000 }) })
const part = fc
  .tuple(fc.nat({ max: 500 }), fc.nat({ max: 500 }))
  .map(([some, more]) => ({ numerator: Math.min(some, more), denominator: more }))
const groups = fc
  .array(fc.tuple(part, part), { minLength: 1, maxLength: 6 })
  .map(pairs => ({
    before: pairs.map(([old], at) => ({ name: String(at), ...old })),
    after: pairs.map(([, now], at) => ({ name: String(at), ...now })),
  }))
  .filter(({ before, after }) => [before, after].every(parts => parts.some(each => each.denominator > 0)))
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)
const rate = (parts: readonly { numerator: number; denominator: number }[]) =>
  (100 * sum(parts.map(each => each.numerator))) / sum(parts.map(each => each.denominator))

describe('ratioChange()', () => {
  test('ratioChange() gives known parts', () => {
    expect(ratioChange({ numerator: 50, denominator: 100 }, { numerator: 60, denominator: 100 }, 100)).toEqual({
      change: expect.closeTo(10, 9),
      numerator: expect.closeTo(10, 9),
      denominator: expect.closeTo(0, 9),
    })
    // By itself the numerator brings 20 (before) or 16 (after), the denominator -10 or -14.
    expect(ratioChange({ numerator: 50, denominator: 100 }, { numerator: 70, denominator: 125 }, 100)).toEqual({
      change: expect.closeTo(6, 9),
      numerator: expect.closeTo(18, 9),
      denominator: expect.closeTo(-12, 9),
    })
  })

  test('ratioChange() adds up to the change, turns round with the periods, and is each alone where the other stays', () => {
    fc.assert(
      fc.property(counts, counts, (before, after) => {
        const found = ratioChange(before, after, 100)
        expect(found.numerator + found.denominator).toBeCloseTo(rate([after]) - rate([before]), 6)
        const back = ratioChange(after, before, 100)
        expect(back.numerator).toBeCloseTo(-found.numerator, 6)
        expect(back.denominator).toBeCloseTo(-found.denominator, 6)
        const sameWhole = ratioChange(before, { ...after, denominator: before.denominator }, 100)
        expect(sameWhole.denominator).toBeCloseTo(0, 6)
        const sameCount = ratioChange(before, { ...after, numerator: before.numerator }, 100)
        expect(sameCount.numerator).toBe(0)
      }),
    )
  })

  test('ratioChange() refuses a denominator of nobody', () => {
    expect(() => ratioChange({ numerator: 0, denominator: 0 }, { numerator: 1, denominator: 2 }, 100)).toThrow(
      RangeError,
    )
  })
})

describe('partsChange()', () => {
  test('partsChange() tells what a part did from how many were in it', () => {
    const before = [
      { name: 'north', numerator: 90, denominator: 100 },
      { name: 'south', numerator: 50, denominator: 100 },
    ]
    // Neither did better or worse, but more people live where less is achieved: all of it is their shares.
    const moved = [
      { name: 'north', numerator: 45, denominator: 50 },
      { name: 'south', numerator: 75, denominator: 150 },
    ]
    const [north, south] = partsChange(before, moved, 100)
    expect(north).toEqual({
      name: 'north',
      own: expect.closeTo(0, 9),
      share: expect.closeTo(-6.25, 9),
      contribution: expect.closeTo(-6.25, 9),
    })
    expect(south?.contribution).toBeCloseTo(-3.75, 9)
    expect(rate(moved) - rate(before)).toBeCloseTo(-10, 9)
  })

  test('partsChange() adds up to the change of the whole, and turns round with the periods', () => {
    fc.assert(
      fc.property(groups, ({ before, after }) => {
        const found = partsChange(before, after, 100)
        expect(sum(found.map(each => each.contribution))).toBeCloseTo(rate(after) - rate(before), 6)
        const back = partsChange(after, before, 100)
        for (const [at, each] of found.entries()) expect(back[at]?.contribution).toBeCloseTo(-each.contribution, 6)
      }),
    )
  })

  test('partsChange() refuses parts that are not the same, and parts of nobody', () => {
    const one = { name: 'one', numerator: 1, denominator: 2 }
    expect(() => partsChange([one], [{ ...one, name: 'two' }], 100)).toThrow('the parts must be the same')
    expect(() => partsChange([{ ...one, numerator: 0, denominator: 0 }], [one], 100)).toThrow('nobody')
    expect(() =>
      partsChange([one, { ...one, name: 'two', denominator: 0 }], [one, { ...one, name: 'two' }], 100),
    ).toThrow('counted in two')
  })
})

describe('shownToAddUp()', () => {
  test('shownToAddUp() adds up exactly to the whole as printed, each within one of its own rounding', () => {
    expect(shownToAddUp([1.26, 1.26, 1.26], '3.8', 1)).toEqual(['1.3', '1.3', '1.2'])
    expect(shownToAddUp([-1.27, 2.06], '0.8', 1)).toEqual(['-1.3', '2.1'])
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e4, max: 1e4, noNaN: true }), { minLength: 1, maxLength: 9 }),
        fc.nat({ max: 3 }),
        (parts, decimals) => {
          const total = sum(parts).toFixed(decimals)
          const shown = shownToAddUp(parts, total, decimals)
          const steps = (text: string) => Math.round(Number(text) * 10 ** decimals) + 0
          expect(sum(shown.map(steps))).toBe(steps(total))
          for (const [at, text] of shown.entries())
            expect(Math.abs(Number(text) - Number(parts[at]))).toBeLessThan(2.001 / 10 ** decimals)
        },
      ),
    )
  })
})
