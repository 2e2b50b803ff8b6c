import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DecimalText, decimalsOf, isDecimalText, rounded, roundedText, sameAt, withoutNoise } from './rounding.ts'

/** A ratio of whole numbers rounded half away from zero, in whole numbers throughout: the oracle. */
function oracle(numerator: bigint, denominator: bigint, decimals: number): string {
  const negative = numerator < 0n !== denominator < 0n
  const size = (n: bigint) => (n < 0n ? -n : n)
  const scaled = size(numerator) * 10n ** BigInt(decimals) * 2n
  const digits = String((scaled + size(denominator)) / (size(denominator) * 2n)).padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const text = decimals === 0 ? whole : `${whole}.${digits.slice(-decimals)}`
  return negative && /[1-9]/.test(text) ? `-${text}` : text
}

const decimals = fc.integer({ min: 0, max: 6 })
/** A decimal text with up to nine digits before the point and six after it, as papers print. */
const decimalText = fc
  .tuple(fc.boolean(), fc.integer({ min: 0, max: 999_999_999 }), fc.stringMatching(/^(?:\.\d{1,6})?$/))
  .map(([minus, whole, fraction]) => `${minus ? '-' : ''}${whole}${fraction}`)

describe('roundedText() on figures of the documents', () => {
  // Norfolk's target sheets: 20.42 to 66.00 in four steps passes through 31.815 and 54.605 exactly.
  test.each([
    [31.815, 2, '31.82'],
    [54.605, 2, '54.61'],
    [31.814999999999998, 2, '31.82'],
    [54.604999999999997, 2, '54.61'],
    [(10269 * 100) / 12951, 1, '79.3'],
    [(17 * 100) / 832, 1, '2.0'],
    [3.56, 1, '3.6'],
    [-31.815, 2, '-31.82'],
    [-0.04, 1, '0.0'],
    [0.5, 0, '1'],
    [-0.5, 0, '-1'],
    [0.05, 1, '0.1'],
    [0.049, 1, '0.0'],
    [999.95, 1, '1000.0'],
    [1.005, 2, '1.01'],
    [(192847 * 1e4) / 110, 6, '17531545.454545'],
    [123456789.00005, 4, '123456789.0001'],
    [1e-9, 3, '0.000'],
    [123456789012, 2, '123456789012.00'],
    [1e21, 0, '1000000000000000000000'],
    [0, 2, '0.00'],
  ])('roundedText(%d, %d) is %s', (value, places, text) => {
    expect(roundedText(value, places)).toBe(text)
  })
})

describe('roundedText()', () => {
  test('roundedText() is what whole-number arithmetic gives, for any decimal text', () => {
    fc.assert(
      fc.property(decimalText, decimals, (text, places) => {
        const shift = decimalsOf(text)
        const whole = BigInt(text.replace('.', ''))
        expect(roundedText(Number(text), places)).toBe(oracle(whole, 10n ** BigInt(shift), places))
      }),
      { numRuns: 2000 },
    )
  })

  test('roundedText() is what whole-number arithmetic gives, for any percentage of counts', () => {
    const count = fc.integer({ min: 0, max: 2_000_000 })
    fc.assert(
      fc.property(count, fc.integer({ min: 1, max: 2_000_000 }), decimals, (numerator, denominator, places) => {
        const text = roundedText((numerator * 100) / denominator, places)
        expect(text).toBe(oracle(BigInt(numerator) * 100n, BigInt(denominator), places))
      }),
      { numRuns: 2000 },
    )
  })

  test('roundedText() of what is rounded changes nothing', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), decimals, (value, places) => {
        expect(rounded(rounded(value, places), places)).toBe(rounded(value, places))
      }),
    )
  })

  test('roundedText() is the same on both sides of zero', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1e9, noNaN: true }), decimals, (value, places) => {
        expect(roundedText(-value, places).replace('-', '')).toBe(roundedText(value, places))
      }),
    )
  })

  test('roundedText() never turns the order of two numbers round', () => {
    const value = fc.double({ min: -1e6, max: 1e6, noNaN: true })
    fc.assert(
      fc.property(value, value, decimals, (a, b, places) => {
        expect(rounded(Math.min(a, b), places)).toBeLessThanOrEqual(rounded(Math.max(a, b), places))
      }),
    )
  })

  test('roundedText() gives a decimal text with exactly the decimals asked for', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e12, max: 1e12, noNaN: true }), decimals, (value, places) => {
        const text = roundedText(value, places)
        expect(isDecimalText(text)).toBe(true)
        expect(decimalsOf(text)).toBe(places)
      }),
    )
  })

  test.each([Number.NaN, Number.POSITIVE_INFINITY])('roundedText() refuses %d', value => {
    expect(() => roundedText(value, 1)).toThrow(RangeError)
  })

  test.each([-1, 0.5, 13])('roundedText() refuses %d decimals', places => {
    expect(() => roundedText(1, places)).toThrow(/whole number from 0 to 12/)
  })
})

describe('isDecimalText()', () => {
  test.each(['0', '79.0', '-3.56', '12951', '0.396', '-0'])('isDecimalText() reads %s', text => {
    expect(isDecimalText(text)).toBe(true)
  })

  test.each(['', ' 1', '1 ', '1,234', '1e5', '.5', '5.', '007', '+1', '--1', '1.2.3', 'NaN', 'Infinity', '١', '79%'])(
    'isDecimalText() refuses %j',
    text => {
      expect(isDecimalText(text)).toBe(false)
    },
  )

  test('isDecimalText() refuses a number too large to be one', () => {
    expect(isDecimalText('9'.repeat(400))).toBe(false)
  })

  test('DecimalText is not any text', () => {
    // @ts-expect-error a text is a decimal only once it has been read as one
    const unread: DecimalText = '79.0'
    expect(unread).toBe('79.0')
  })
})

test('decimalsOf() counts what was printed', () => {
  expect([decimalsOf('79'), decimalsOf('79.0'), decimalsOf('-3.56')]).toEqual([0, 1, 2])
})

test('sameAt() compares as shown', () => {
  expect(sameAt(3.2516, 3.3, 1)).toBe(true)
  expect(sameAt(3.2516, 3.3, 2)).toBe(false)
  expect(sameAt(-0.01, 0.01, 1)).toBe(true)
})

test('withoutNoise() drops binary dust and nothing else', () => {
  expect(withoutNoise(0.1 + 0.2)).toBe(0.3)
  expect(withoutNoise(31.814999999999998)).toBe(31.815)
  expect(withoutNoise(12345678.9012345)).toBe(12345678.9012345)
})
