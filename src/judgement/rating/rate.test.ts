import { describe, expect, test } from 'vitest'
import type { Polarity, Rating } from '../../shared/codes.ts'
import type { Period } from '../../shared/period/period.ts'
import { rounded } from '../../shared/rounding.ts'
import { juneReport, knownRow, marchReport } from '../norfolk-dashboards.data.ts'
import { latestPoint } from '../series.ts'
import { noRating, rate, type Verdict } from './rate.ts'
import { shareInWords } from './share-in-words.ts'

describe('rate() on the Norfolk dashboards', () => {
  test.each<[string, string, string, Rating, number, string]>([
    [marchReport, 'dtoc-social-care-rate', '2016-11', 'Red', 106.7, '106.7 % above target'],
    [marchReport, 'ld-paid-employment', '2016-12', 'Red', 13.2, '13.2 % below target'],
    [marchReport, 'mh-paid-employment', '2016-12', 'Red', 28.1, '28.1 % below target'],
    [marchReport, 'res-admissions-65-plus-rate', '2016-11', 'Red', 8.0, '8.0 % above target'],
    [marchReport, 'res-admissions-18-64-rate', '2016-11', 'Green', -8.8, '8.8 % below target'],
    [marchReport, 'reablement-home-91-days', '2016-11', 'Green', -3.3, '3.3 % above target'],
    [juneReport, 'dtoc-social-care-rate', '2017-03', 'Red', 137.3, '137.3 % above target'],
    [juneReport, 'ld-paid-employment', '2017-03', 'Red', 18.7, '18.7 % below target'],
    [juneReport, 'mh-paid-employment', '2017-03', 'Red', 44.8, '44.8 % below target'],
    [juneReport, 'res-admissions-18-64-rate', '2017-03', 'Red', 17.0, '17.0 % above target'],
    [juneReport, 'res-admissions-65-plus-rate', '2017-03', 'Red', 10.5, '10.5 % above target'],
    [juneReport, 'reablement-home-91-days', '2017-03', 'Green', -4.7, '4.7 % above target'],
  ])('rate() as known on %s: %s in %s is %s', (day, slug, period, rating, variance, reason) => {
    const { series, verdict } = knownRow(slug, day)
    expect(latestPoint(series)?.period).toBe(period)
    expect(verdict).toMatchObject({ rating, reason })
    expect(rounded((verdict.variance ?? 0) * 100, 1)).toBe(variance)
  })

  test('rate() finds admissions 18 to 64 on or below target from April to December 2016, as the card says, and Red since', () => {
    const { verdictAt } = knownRow('res-admissions-18-64-rate', juneReport)
    const months = ['04', '05', '06', '07', '08', '09', '10', '11', '12'].map(month => `2016-${month}`)
    expect(months.map(month => verdictAt(month as Period).rating)).toEqual(Array(9).fill('Green'))
    const since = ['2017-01', '2017-02', '2017-03'].map(month => verdictAt(month as Period).rating)
    expect(since).toEqual(['Red', 'Red', 'Red'])
  })

  test('rate() has nothing to say of the baseline month', () => {
    const { verdictAt } = knownRow('res-admissions-18-64-rate', juneReport)
    expect(verdictAt('2016-03' as Period)).toEqual(
      noRating('no target for March 2016: the baseline itself is not rated'),
    )
  })
})

describe('rate()', () => {
  type Case = [
    value: number,
    target: number,
    polarity: Polarity,
    decimals: number,
    rating: Rating,
    variance: number | null,
  ]

  test.each<Case>([
    [60, 60, 'bigger', 0, 'Green', 0],
    [57, 60, 'bigger', 0, 'Red', 0.05],
    [57.01, 60, 'bigger', 2, 'Amber', 0.0498333333333333],
    [63, 60, 'smaller', 0, 'Red', 0.05],
    [62, 60, 'smaller', 0, 'Amber', 0.0333333333333333],
    [0.57, 0.6, 'bigger', 2, 'Red', 0.05],
    [2.1, 2, 'smaller', 1, 'Red', 0.05],
    [3.36, 3.2, 'smaller', 2, 'Red', 0.05],
    [66, 60, 'bigger', 0, 'Green', -0.1],
    [-9.5, -10, 'smaller', 1, 'Red', 0.05],
    [-10.5, -10, 'smaller', 1, 'Green', -0.05],
    [64, 66, 'on_target', 1, 'Amber', 0.0303030303030303],
    [65, 66, 'on_target', 1, 'Green', 0.0151515151515152],
    [39, 40, 'on_target', 0, 'Green', 0.025],
    [41, 40, 'on_target', 0, 'Green', 0.025],
    [41.1, 40, 'on_target', 1, 'Amber', 0.0275],
    [42, 40, 'on_target', 0, 'Red', 0.05],
    [38, 40, 'on_target', 0, 'Red', 0.05],
  ])('rate() of %d against %d, %s, at %d decimals is %s', (value, target, polarity, decimals, rating, variance) => {
    expect(rate({ value, target, polarity, decimals })).toMatchObject({ rating, variance })
  })

  test('rate() meets a target that equals the value at the decimals shown, and keeps the true variance', () => {
    expect(rate({ value: 3.2516, target: 3.3, polarity: 'bigger', decimals: 1 })).toEqual({
      rating: 'Green',
      variance: 0.0146666666666667,
      reason: 'on target',
    })
    expect(rate({ value: 0.44, target: 0.4, polarity: 'smaller', decimals: 1 })).toMatchObject({ rating: 'Green' })
  })

  test.each<[number, Polarity, Rating, string]>([
    [0, 'smaller', 'Green', 'on target'],
    [0.04, 'smaller', 'Green', 'on target'],
    [3, 'smaller', 'Red', 'above a target of zero'],
    [-3, 'smaller', 'Green', 'below a target of zero'],
    [-3, 'bigger', 'Red', 'below a target of zero'],
    [3, 'bigger', 'Green', 'above a target of zero'],
    [3, 'on_target', 'Red', 'above a target of zero'],
  ])('rate() of %d against a target of zero, %s, is %s', (value, polarity, rating, reason) => {
    expect(rate({ value, target: 0, polarity, decimals: 1 })).toEqual({ rating, variance: null, reason })
  })

  test('rate() never rates what is for information', () => {
    expect(rate({ value: 1, target: 2, polarity: 'none', decimals: 0 })).toEqual(noRating('for information'))
  })

  test('rate() takes the limits of an organisation', () => {
    const strict = { amberBelow: 0.02, greenBand: 0.01 }
    expect(rate({ value: 98, target: 100, polarity: 'bigger', decimals: 0 }, strict).rating).toBe('Red')
    expect(rate({ value: 98.5, target: 100, polarity: 'on_target', decimals: 1 }, strict).rating).toBe('Amber')
  })

  test('Verdict refuses a rating of none with a variance, and a rating without its reason', () => {
    // @ts-expect-error what is not rated has no variance
    const leak: Verdict = { rating: null, variance: 0.1, reason: 'no target' }
    // @ts-expect-error every verdict says why
    const silent: Verdict = { rating: 'Red', variance: 0.1 }
    // @ts-expect-error there are three ratings
    const blue: Verdict = { rating: 'Blue', variance: 0.1, reason: 'above target' }
    expect([leak, silent, blue]).toHaveLength(3)
  })
})

describe('rate() of on_target on a path', () => {
  // Norfolk, reviews that reduce or cease a service, 65+: from 26.96 in 2016/17 down to 15.00 in 2020/21.
  const path = { from: 26.96, goal: 15 }
  const of = (value: number, target: number) => rate({ value, target, polarity: 'on_target', decimals: 2, path })

  test.each<[number, number, Rating, string]>([
    [23.97, 23.97, 'Green', 'on target'],
    [20, 23.97, 'Green', '16.6 % below target'],
    [24.5, 23.97, 'Green', '2.2 % above target'],
    [24.8, 23.97, 'Amber', '3.5 % above target'],
    [25.5, 23.97, 'Red', '6.4 % above target'],
    [15.3, 23.97, 'Green', '2.0 % above the goal of 15.00'],
    [14.7, 17.99, 'Green', '2.0 % below the goal of 15.00'],
    [14.5, 17.99, 'Amber', '3.3 % below the goal of 15.00'],
    [14, 20.98, 'Red', '6.7 % below the goal of 15.00'],
    [15, 20.98, 'Green', 'on the goal of 15.00'],
  ])('rate() of %d against a step of %d is %s', (value, target, rating, reason) => {
    expect(of(value, target)).toMatchObject({ rating, reason })
  })

  test('rate() is favourable ahead of the path and adverse short of it', () => {
    expect(of(20, 23.97).variance).toBeLessThan(0)
    expect(of(25.5, 23.97).variance).toBeGreaterThan(0)
  })

  test('rate() works the same on a path that rises', () => {
    const rising = { polarity: 'on_target' as const, decimals: 2, path: { from: 20.42, goal: 66 } }
    expect(rate({ ...rising, value: 40, target: 31.815 }).rating).toBe('Green')
    expect(rate({ ...rising, value: 28, target: 31.815 }).rating).toBe('Red')
    expect(rate({ ...rising, value: 70, target: 54.605 })).toMatchObject({
      rating: 'Red',
      reason: '6.1 % above the goal of 66.00',
    })
  })

  test('rate() judges both sides where the path leads nowhere', () => {
    const flat = { polarity: 'on_target' as const, decimals: 1, path: { from: 40, goal: 40 } }
    expect(rate({ ...flat, value: 50, target: 40 })).toMatchObject({ rating: 'Red', reason: '25.0 % above target' })
  })
})

test.each([
  [0.0797, '8.0 %'],
  [-0.0797, '8.0 %'],
  [1.37333, '137.3 %'],
  [0.0605, '6.1 %'],
  [0.0004, 'less than 0.1 %'],
])('shareInWords(%d) is %s', (share, words) => {
  expect(shareInWords(share)).toBe(words)
})

test('shareInWords() never reads as if a share had reached a limit that it has not', () => {
  expect(rate({ value: 95.04, target: 100, polarity: 'bigger', decimals: 2 })).toMatchObject({
    rating: 'Amber',
    reason: '4.96 % below target',
  })
})
