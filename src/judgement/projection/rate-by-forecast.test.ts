import { describe, expect, test } from 'vitest'
import type { Period } from '../../shared/period/period.ts'
import { rounded } from '../../shared/rounding.ts'
import { measures } from '../leicester-ascof.data.ts'
import type { Series } from '../series.ts'
import { projectYearEnd } from './project-year-end.ts'
import { forecastOfYear, rateByForecast } from './rate-by-forecast.ts'

const year = '2017/18' as Period
const q2 = '2017/18-Q2' as Period

function measure(slug: string) {
  const found = measures.find(each => each.slug === slug)
  if (!found) throw new RangeError(`Cannot find the measure ${slug}`)
  return found
}

describe('forecastOfYear() on the Leicester report of 12 December 2017', () => {
  const ratings = measures.map(each => [each.slug, forecastOfYear({ ...each, year }).verdict] as const)
  const rated = (rating: string | null) => ratings.filter(([, verdict]) => verdict.rating === rating)

  test('forecastOfYear() gives the stated counts: 7 meet, none within 0.5 %, 5 miss, 16 without a judgement', () => {
    expect(measures).toHaveLength(28)
    expect([rated('Green'), rated('Amber'), rated('Red'), rated(null)].map(list => list.length)).toEqual([7, 0, 5, 16])
  })

  test('forecastOfYear() names the measures that meet and those that miss', () => {
    expect(rated('Green').map(([slug]) => slug)).toEqual([
      'ascof-1cia',
      'ascof-1cib',
      'ascof-1ciia',
      'ascof-1ciib',
      'ascof-2ai',
      'ascof-2aii',
      'ascof-2d',
    ])
    expect(rated('Red').map(([slug]) => slug)).toEqual([
      'ascof-1e',
      'ascof-1f',
      'ascof-1g',
      'ascof-1h',
      'ascof-2bi-local',
    ])
  })

  test('forecastOfYear() says why there is no judgement', () => {
    const why = new Map(rated(null).map(([slug, verdict]) => [slug, verdict.reason]))
    expect(why.get('ascof-1a')).toBe('no value in 2017/18 yet')
    expect(why.get('ascof-2ci')).toBe('no target for 2017/18')
    expect(why.get('ascof-2cii')).toBe('Q2 2017/18 is marked as not comparable with the target')
    expect(why.get('ascof-2bii-local')).toBe('Q2 2017/18 is marked as not comparable with the target')
  })

  test.each([
    ['ascof-2ai', 13, 26, 11.6],
    ['ascof-2aii', 124, 248, 609],
  ])('projectYearEnd() of %s carries the count on in a straight line', (slug, numerator, count, value) => {
    const { series } = measure(slug)
    expect(measure(slug).numeratorAt(q2)).toBe(numerator)
    expect(projectYearEnd(series, { at: q2, numerator })).toEqual({
      value,
      count,
      method: 'cumulative',
      reason: 'six months to Q2 2017/18, carried forward to twelve at the same pace',
    })
  })
})

describe('projectYearEnd()', () => {
  const { series } = measure('ascof-2ai')

  test('projectYearEnd() works from the count where the population is known', () => {
    const { value } = projectYearEnd(series, { at: q2, numerator: 13, population: 224_000 })
    expect(rounded(value, 4)).toBe(11.6071)
  })

  test('projectYearEnd() leaves the count unknown where it is not given', () => {
    expect(projectYearEnd(series, { at: '2017/18-Q1' as Period })).toMatchObject({ value: 10.8, count: null })
  })

  test('projectYearEnd() takes the value of a cumulative count as the count', () => {
    const counts: Series = { ...series, unit: 'count', decimals: 0 }
    expect(projectYearEnd(counts, { at: q2 })).toMatchObject({ value: 11.6, count: 11.6 })
  })

  test('projectYearEnd() keeps the latest value of what does not add up over the year', () => {
    expect(projectYearEnd(measure('ascof-2d').series, { at: q2 })).toEqual({
      value: 69.4,
      count: null,
      method: 'latest',
      reason: 'the latest value, Q2 2017/18',
    })
  })

  test('projectYearEnd() refuses a period without a value', () => {
    expect(() => projectYearEnd(series, { at: '2017/18-Q3' as Period })).toThrow(/no value for 2017\/18-Q3/)
  })
})

describe('rateByForecast()', () => {
  const bigger = { polarity: 'bigger' as const, decimals: 2 }

  test.each([
    [80, 'Green', 'forecast on target'],
    [84, 'Green', 'forecast 5.0 % above target'],
    [79.996, 'Green', 'forecast on target'],
    [79.6, 'Amber', 'forecast 0.5 % below target'],
    [79.59, 'Red', 'forecast 0.51 % below target'],
    [70, 'Red', 'forecast 12.5 % below target'],
  ])('rateByForecast() of %d against 80 is %s', (projected, rating, reason) => {
    expect(rateByForecast({ ...bigger, projected, target: 80 })).toMatchObject({ rating, reason })
  })

  test('rateByForecast() has no share of a target of zero', () => {
    const smaller = { polarity: 'smaller' as const, decimals: 0, target: 0 }
    expect(rateByForecast({ ...smaller, projected: 0 })).toMatchObject({ rating: 'Green', variance: null })
    expect(rateByForecast({ ...smaller, projected: 2 })).toEqual({
      rating: 'Red',
      variance: null,
      reason: 'forecast above a target of zero',
    })
  })

  test('rateByForecast() never rates what is for information', () => {
    expect(rateByForecast({ projected: 1, target: 1, polarity: 'none', decimals: 0 }).rating).toBeNull()
  })
})
