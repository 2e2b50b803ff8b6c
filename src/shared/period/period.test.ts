import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { periodInShort, periodInWords, periodsInWords } from './format-period.ts'
import { parsePeriod } from './parse-period.ts'
import {
  comparePeriods,
  contains,
  financialQuarter,
  financialYear,
  isPeriod,
  lastMonth,
  monthNumber,
  monthPeriod,
  monthsBetween,
  monthsElapsed,
  monthsOf,
  type Period,
  periodOfMonths,
  shiftMonths,
  shiftPeriod,
  toPeriod,
  typeOf,
  yearBefore,
  yearOf,
} from './period.ts'

const year = fc.integer({ min: 2000, max: 2097 })
const month = fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, m]) => monthPeriod(monthNumber(y, m)))
const span = fc
  .tuple(year, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 23 }))
  .map(([y, m, more]) => periodOfMonths({ first: monthNumber(y, m), last: monthNumber(y, m) + more }))
const anyPeriod: fc.Arbitrary<Period> = fc.oneof(
  month,
  fc.tuple(year, fc.integer({ min: 1, max: 4 })).map(([y, q]) => financialQuarter(y, q)),
  year.map(financialYear),
  span,
)

describe('a period', () => {
  test('parsePeriod() reads back what periodInWords() and periodInShort() say, and the canonical form', () => {
    fc.assert(
      fc.property(anyPeriod, period => {
        expect(parsePeriod(periodInWords(period))).toEqual({ ok: true, period })
        expect(parsePeriod(periodInShort(period))).toEqual({ ok: true, period })
        expect(parsePeriod(period)).toEqual({ ok: true, period })
        expect(toPeriod(period)).toBe(period)
      }),
      { numRuns: 1000 },
    )
  })

  test('shiftPeriod() goes there and back', () => {
    fc.assert(
      fc.property(anyPeriod, fc.integer({ min: -40, max: 40 }), (period, steps) => {
        expect(shiftPeriod(shiftPeriod(period, steps), -steps)).toBe(period)
        expect(shiftMonths(shiftMonths(period, steps), -steps)).toBe(period)
        expect(monthsBetween(period, shiftMonths(period, steps))).toBe(steps)
      }),
    )
  })

  test('shiftPeriod() keeps the length, and a month, quarter and year what they are', () => {
    fc.assert(
      fc.property(anyPeriod, fc.integer({ min: -8, max: 8 }), (period, steps) => {
        const [before, after] = [monthsOf(period), monthsOf(shiftPeriod(period, steps))]
        expect(after.last - after.first).toBe(before.last - before.first)
        if (typeOf(period) !== 'span') expect(typeOf(shiftPeriod(period, steps))).toBe(typeOf(period))
      }),
    )
  })

  test('yearOf() holds the last month of a period', () => {
    fc.assert(
      fc.property(anyPeriod, period => {
        expect(contains(yearOf(period), lastMonth(period))).toBe(true)
        expect(monthsElapsed(period)).toBeGreaterThanOrEqual(1)
        expect(monthsElapsed(period)).toBeLessThanOrEqual(12)
        expect(yearOf(yearBefore(period))).toBe(yearBefore(yearOf(period)))
      }),
    )
  })

  test('comparePeriods() puts periods in one order, whichever is asked first', () => {
    fc.assert(
      fc.property(anyPeriod, anyPeriod, (a, b) => {
        expect(Math.sign(comparePeriods(a, b)) + Math.sign(comparePeriods(b, a))).toBe(0)
        expect(comparePeriods(a, b) === 0).toBe(a === b)
      }),
    )
  })

  test('Period is not any text', () => {
    // @ts-expect-error a text is a period only once it has been read as one
    const unread: Period = '2016-12'
    expect(unread).toBe('2016-12')
  })
})

describe('periodOfMonths()', () => {
  test.each([
    [[2016, 12, 2016, 12], '2016-12', 'month'],
    [[2017, 7, 2017, 9], '2017/18-Q2', 'quarter'],
    [[2018, 1, 2018, 3], '2017/18-Q4', 'quarter'],
    [[2016, 4, 2017, 3], '2016/17', 'year'],
    [[2099, 4, 2100, 3], '2099/00', 'year'],
    [[2017, 4, 2017, 9], '2017-04/2017-09', 'span'],
    [[2016, 1, 2016, 12], '2016-01/2016-12', 'span'],
    [[2017, 5, 2017, 7], '2017-05/2017-07', 'span'],
  ] as const)('periodOfMonths() of %j is %s', ([y1, m1, y2, m2], period, type) => {
    const made = periodOfMonths({ first: monthNumber(y1, m1), last: monthNumber(y2, m2) })
    expect(made).toBe(period)
    expect(typeOf(made)).toBe(type)
  })

  test('periodOfMonths() refuses one that ends before it starts', () => {
    expect(() => periodOfMonths({ first: 12, last: 11 })).toThrow(/end before it starts/)
  })
})

test.each([
  '2016-13',
  '2016-00',
  '2016/18',
  '2016/17-Q0',
  '2016/17-Q5',
  '2016',
  '16/17',
  '2017-04/2017-04',
  '2017-04/2017-06',
  '2017-09/2017-04',
  '2016-03-31',
  '',
])('isPeriod() refuses %j: there is one canonical spelling', text => {
  expect(isPeriod(text)).toBe(false)
  expect(() => toPeriod(text)).toThrow(RangeError)
})

test('yearOf() begins in April', () => {
  expect(['2017-03', '2017-04', '2017/18-Q4', '2016/17'].map(text => yearOf(toPeriod(text)))).toEqual([
    '2016/17',
    '2017/18',
    '2017/18',
    '2016/17',
  ])
})

test('monthsElapsed() is 6 at the end of the second quarter', () => {
  expect(['2017-04', '2017/18-Q2', '2018-03', '2017/18'].map(text => monthsElapsed(toPeriod(text)))).toEqual([
    1, 6, 12, 12,
  ])
})

test.each([
  ['2017-03', 'March 2017', 'Mar 17'],
  ['2017/18-Q2', 'Q2 2017/18', 'Q2 2017/18'],
  ['2016/17', '2016/17', '2016/17'],
  ['2017-04/2017-09', 'April to September 2017', 'Apr to Sep 17'],
  ['2016-10/2017-02', 'October 2016 to February 2017', 'Oct 16 to Feb 17'],
])('periodInWords() of %s is %s, in short %s', (period, words, short) => {
  expect(periodInWords(toPeriod(period))).toBe(words)
  expect(periodInShort(toPeriod(period))).toBe(short)
})

test('periodsInWords() says three or more that follow one another by their ends', () => {
  const months = ['2016-12', '2017-02', '2017-03', '2017-04', '2017-06', '2017-07'].map(toPeriod)
  expect(periodsInWords(months)).toBe('December 2016, February 2017 to April 2017, June 2017 and July 2017')
  expect(periodsInWords(['2015/16', '2016/17', '2017/18'].map(toPeriod))).toBe('2015/16 to 2017/18')
  expect(periodsInWords([])).toBe('')
})
