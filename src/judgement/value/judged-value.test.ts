import { describe, expect, test } from 'vitest'
import type { DecimalText } from '../../shared/rounding.ts'
import { juneReport, marchReport, printed, rows } from '../norfolk-dashboards.data.ts'
import { decimalsShown } from './decimals-shown.ts'
import { judgedValue, type Recorded } from './judged-value.ts'
import { valueInWords } from './value-in-words.ts'

const percent = { unit: 'percent', counts: 'exact', decimals: 1 } as const

function said(published: string | null, numerator: string | null = null, denominator: string | null = null): Recorded {
  return { published, numerator, denominator } as Recorded
}

describe('judgedValue() of figures of Norfolk and Leicester', () => {
  // Norfolk, June 2017, provisional ASCOF results 2016/17; Leicester, December 2017, ASCOF results 2016/17.
  test.each([
    ['1B control over daily life', '79.0', '10269', '12951', '79.3'],
    ['1I1 social contact', '49.0', '6381', '12951', '49.3'],
    ['3A satisfaction', '65.0', '8387', '12951', '64.8'],
    ['3D1 easy to find information', '73.0', '9473', '12951', '73.1'],
    ['4A feel safe', '70.0', '9101', '12951', '70.3'],
    ['4B services make people feel safe', '83.0', '10786', '12951', '83.3'],
    ['1Cia self-directed support', '99.7', '3689', '3698', '99.8'],
    ['1Ciia direct payments', '46.8', '1733', '3698', '46.9'],
  ])(
    'judgedValue() judges %s by its counts and reports what was printed',
    (_, published, numerator, denominator, computed) => {
      const judged = judgedValue(said(published, numerator, denominator), percent)
      expect(judged).toMatchObject({ shown: computed, from: 'counts', mismatch: { published, computed } })
    },
  )

  test('judgedValue() agrees with all 99 dashboard values of June 2017 that have counts', () => {
    const cells = rows
      .filter(row => row.unit === 'percent')
      .flatMap(row => [...printed(row, juneReport).values()])
      .filter(cell => cell.numerator !== null)
    expect(cells).toHaveLength(99)
    expect(cells.filter(cell => judgedValue(cell, percent)?.mismatch !== null)).toEqual([])
  })

  test('judgedValue() gives rates per 100,000 and scores from their counts', () => {
    const rate = { unit: 'per_100k', counts: 'exact', decimals: 1 } as const
    expect(judgedValue(said('15.8', '80', '507180'), rate)).toMatchObject({ shown: '15.8', mismatch: null })
    expect(judgedValue(said('618.0', '1321', '213765'), rate)).toMatchObject({ shown: '618.0', mismatch: null })
    const score = { unit: 'score', counts: 'exact', decimals: 1 } as const
    expect(judgedValue(said('19.3', '249678', '12951'), score)).toMatchObject({ shown: '19.3', mismatch: null })
  })

  test('judgedValue() shows a value printed with more decimals with its own', () => {
    const rate = { unit: 'per_100k', counts: 'exact', decimals: 1 } as const
    expect(judgedValue(said('3.56'), rate)).toEqual({ value: 3.56, shown: '3.56', from: 'published', mismatch: null })
    expect(judgedValue(said('5.89', '13'), rate)).toMatchObject({ shown: '5.89', from: 'published' })
    expect(judgedValue(said('100', '147', '147'), percent)).toMatchObject({ shown: '100.0', mismatch: null })
  })
})

describe('judgedValue()', () => {
  test('judgedValue() judges the published value where counts are rounded, and makes none from rounded counts', () => {
    const rounded = { ...percent, counts: 'rounded' } as const
    expect(judgedValue(said('61.9', '310', '500'), rounded)).toMatchObject({
      value: 61.9,
      from: 'published',
      mismatch: null,
    })
    expect(judgedValue(said(null, '310', '500'), rounded)).toBeNull()
  })

  test('judgedValue() takes fractional counts, which monthly averages have', () => {
    expect(judgedValue(said('2.4', '19.5', '820'), percent)).toMatchObject({ shown: '2.4', from: 'counts' })
  })

  test('judgedValue() of a count is the published number, else the numerator', () => {
    const count = { unit: 'count', counts: 'exact', decimals: 0 } as const
    expect(judgedValue(said('40'), count)).toMatchObject({ value: 40, from: 'published', mismatch: null })
    expect(judgedValue(said(null, '41'), count)).toMatchObject({ value: 41, shown: '41', from: 'counts' })
    expect(judgedValue(said('40', '41'), count)).toMatchObject({
      value: 40,
      mismatch: { published: '40', computed: '41' },
    })
  })

  test.each([
    ['nothing at all', said(null)],
    ['a numerator alone', said(null, '12')],
    ['a denominator alone', said(null, null, '12')],
    ['a denominator of zero', said(null, '0', '0')],
  ])('judgedValue() is missing, never zero, with %s', (_, recorded) => {
    expect(judgedValue(recorded, percent)).toBeNull()
  })

  test('judgedValue() keeps the published value where the denominator is zero', () => {
    expect(judgedValue(said('0.0', '0', '0'), percent)).toMatchObject({ value: 0, from: 'published', mismatch: null })
  })

  test('judgedValue() takes texts that have been read as decimals, not any text', () => {
    // @ts-expect-error '79.0' must be read as a decimal at the door
    const unread: Recorded = { published: '79.0', numerator: null, denominator: null }
    expect(unread.published).toBe('79.0' as DecimalText)
  })
})

describe('decimalsShown()', () => {
  const delays = rows.find(row => row.slug === 'dtoc-social-care-rate')

  test('decimalsShown() is the most common printed: one decimal for delays, though March 2017 has two', () => {
    const published = [marchReport, juneReport].flatMap(report =>
      delays ? [...printed(delays, report).values()].flatMap(cell => cell.published ?? []) : [],
    )
    expect(published).toContain('3.56')
    expect(decimalsShown(null, published)).toBe(1)
  })

  test.each([
    [null, [], 1],
    [null, ['623', '616', '31.0'], 0],
    [null, ['1.5', '3.56'], 2],
    [0, ['1.5', '3.56'], 0],
  ])('decimalsShown(%s, %j) is %d', (declared, texts, decimals) => {
    expect(decimalsShown(declared, texts)).toBe(decimals)
  })
})

test.each([
  ['79.3', 'percent', '79.3 %'],
  ['3523', 'per_100k', '3,523'],
  ['-12345.6', 'pounds', '−£12,345.6'],
  ['1', 'days', '1 day'],
  ['2.5', 'days', '2.5 days'],
] as const)('valueInWords(%s, %s) is %s', (shown, unit, words) => {
  expect(valueInWords(shown, unit)).toBe(words)
})
