import { describe, expect, test } from 'vitest'
import type { Frequency, Kind, Mark, Polarity } from '../../shared/codes.ts'
import type { Period } from '../../shared/period/period.ts'
import { measures } from '../leicester-ascof.data.ts'
import { juneReport, knownRow, marchReport } from '../norfolk-dashboards.data.ts'
import type { Series } from '../series.ts'
import { comparisonPeriod, directionOfTravel } from './direction-of-travel.ts'

const p = (text: string) => text as Period

type Cell = readonly [period: string, value: number | null, ...marks: Mark[]]

function series(cells: readonly Cell[], how: { frequency?: Frequency; kind?: Kind; polarity?: Polarity } = {}): Series {
  const points = cells.map(([period, value, ...marks]) => ({ period: p(period), value, marks }))
  const { frequency = 'monthly', kind = 'snapshot', polarity = 'bigger' } = how
  return { polarity, unit: 'percent', kind, frequency, decimals: 1, points }
}

describe('directionOfTravel() on real figures', () => {
  test.each([
    ['dtoc-social-care-rate', juneReport, 'worse', 'February 2017'],
    ['ld-paid-employment', juneReport, 'no_change', 'February 2017'],
    ['reablement-home-91-days', juneReport, 'better', 'February 2017'],
    ['cqc-good-or-above', juneReport, 'no_change', 'November 2016'],
    ['res-admissions-18-64-rate', marchReport, 'no_change', 'October 2016'],
    ['res-admissions-65-plus-rate', marchReport, 'worse', 'October 2016'],
  ])('directionOfTravel() of %s as known on %s is %s, compared with %s', (slug, day, direction, comparedWith) => {
    expect(directionOfTravel(knownRow(slug, day).series)).toMatchObject({ direction, comparedWith, reason: '' })
  })

  test("directionOfTravel() compares Leicester's cumulative admissions with the same quarter last year", () => {
    const admissions = measures.find(({ slug }) => slug === 'ascof-2aii')?.series as Series
    expect(directionOfTravel(admissions)).toEqual({
      direction: 'worse',
      from: { period: '2016/17-Q2', value: 289.9 },
      to: { period: '2017/18-Q2', value: 304.5 },
      comparedWith: 'the same quarter last year, Q2 2016/17',
      reason: '',
    })
  })

  test('directionOfTravel() makes nothing of two decimals in one figure: 5.89 and 5.8 are compared at one', () => {
    const admissions = measures.find(({ slug }) => slug === 'ascof-2ai')?.series as Series
    expect(directionOfTravel(admissions).direction).toBe('better')
  })

  test('directionOfTravel() tells nothing of figures marked as not comparable', () => {
    const delays = measures.find(({ slug }) => slug === 'ascof-2cii')?.series as Series
    expect(directionOfTravel(delays)).toMatchObject({
      direction: null,
      reason: 'Q1 2017/18 is marked as not comparable',
    })
  })
})

describe('comparisonPeriod()', () => {
  const monthly: readonly Cell[] = [
    ['2016-03', 1],
    ['2017-02', null],
    ['2017-03', 2],
  ]

  test.each<[Kind, string]>([
    ['snapshot', '2017-02'],
    ['in_period', '2017-02'],
    ['rolling_12', '2017-02'],
    ['not_stated', '2017-02'],
    ['cumulative', '2016-03'],
    ['ytd_average', '2016-03'],
  ])('comparisonPeriod() of a month of kind %s is %s', (kind, before) => {
    expect(comparisonPeriod(p('2017-03'), series(monthly, { kind }))).toBe(before)
  })

  test('comparisonPeriod() of annual and rarer figures is the last time collected', () => {
    const survey: readonly Cell[] = [
      ['2014/15', 7.5],
      ['2015/16', null],
      ['2016/17', 7.5],
    ]
    expect(comparisonPeriod(p('2016/17'), series(survey, { frequency: 'annual' }))).toBe('2014/15')
    expect(comparisonPeriod(p('2016/17'), series(survey, { frequency: 'annual', kind: 'cumulative' }))).toBe('2014/15')
    expect(comparisonPeriod(p('2014/15'), series(survey, { frequency: 'annual' }))).toBeNull()
  })
})

describe('directionOfTravel()', () => {
  const two: readonly Cell[] = [
    ['2017-02', 50],
    ['2017-03', 60],
  ]

  test.each<[Polarity, string | null, string]>([
    ['bigger', 'better', ''],
    ['smaller', 'worse', ''],
    ['none', null, 'for information'],
    ['on_target', null, 'no target to measure the distance from'],
  ])('directionOfTravel() from 50 to 60 with polarity %s is %s', (polarity, direction, reason) => {
    expect(directionOfTravel(series(two, { polarity }))).toMatchObject({ direction, reason })
  })

  test.each([
    [58, 'better'],
    [51, 'worse'],
    [55, 'no_change'],
  ])('directionOfTravel() of on_target from 50 to 60 with a target of %d is %s', (target, direction) => {
    expect(directionOfTravel(series(two, { polarity: 'on_target' }), { target }).direction).toBe(direction)
  })

  test('directionOfTravel() calls values that are equal at the decimals shown no change', () => {
    const level: readonly Cell[] = [
      ['2017-02', 3.3],
      ['2017-03', 3.2516],
    ]
    expect(directionOfTravel(series(level)).direction).toBe('no_change')
  })

  test('directionOfTravel() looks no further back than the previous expected period', () => {
    const gap: readonly Cell[] = [
      ['2017-01', 50],
      ['2017-02', null],
      ['2017-03', 60],
    ]
    expect(directionOfTravel(series(gap))).toEqual({
      direction: null,
      from: null,
      to: { period: '2017-03', value: 60 },
      comparedWith: 'February 2017',
      reason: 'no value for February 2017',
    })
  })

  test('directionOfTravel() names the last time collected where a year was left out', () => {
    const survey: readonly Cell[] = [
      ['2014/15', 41.5],
      ['2016/17', 37.1],
    ]
    expect(directionOfTravel(series(survey, { frequency: 'annual' }))).toMatchObject({
      direction: 'worse',
      comparedWith: 'the last time collected, 2014/15',
    })
    expect(directionOfTravel(series(survey, { frequency: 'every_two_years' })).comparedWith).toBe('2014/15')
  })

  test('directionOfTravel() compares with the baseline year of a framework', () => {
    const years: readonly Cell[] = [
      ['2014/15', 10],
      ['2015/16', 30],
      ['2016/17', 20],
    ]
    const annual = series(years, { frequency: 'annual' })
    expect(directionOfTravel(annual, { baseline: p('2014/15') })).toMatchObject({
      direction: 'better',
      comparedWith: 'the baseline, 2014/15',
    })
    expect(directionOfTravel(annual, { baseline: p('2014/15'), at: p('2014/15') })).toMatchObject({
      direction: null,
      reason: '2014/15 is the baseline',
    })
  })

  test('directionOfTravel() says the month last year', () => {
    const year: readonly Cell[] = [
      ['2016-03', 100],
      ['2017-03', 90],
    ]
    expect(directionOfTravel(series(year, { kind: 'cumulative', polarity: 'smaller' }))).toMatchObject({
      direction: 'better',
      comparedWith: 'the same month last year, March 2016',
    })
  })

  test.each<[string, readonly Cell[], string]>([
    [
      'before the later',
      [
        ['2017-02', 50],
        ['2017-03', 60, 'break'],
      ],
      'the series breaks before March 2017',
    ],
    [
      'as not comparable',
      [
        ['2017-02', 50],
        ['2017-03', 60, 'not_comparable'],
      ],
      'March 2017 is marked as not comparable',
    ],
    [
      'as not comparable at the earlier',
      [
        ['2017-02', 50, 'not_comparable'],
        ['2017-03', 60],
      ],
      'February 2017 is marked as not comparable',
    ],
  ])('directionOfTravel() stops at a mark %s', (_, cells, reason) => {
    expect(directionOfTravel(series(cells))).toMatchObject({ direction: null, reason, comparedWith: 'February 2017' })
  })

  test('directionOfTravel() stops at a break between the two, and not at one before the earlier', () => {
    const broken = (at: string): readonly Cell[] =>
      ['2015/16-Q4', '2016/17-Q1', '2016/17-Q2', '2016/17-Q3', '2016/17-Q4'].map(period =>
        period === at ? [period, 5, 'break'] : [period, 4],
      )
    const yearly = (at: string) =>
      directionOfTravel(series(broken(at), { frequency: 'quarterly', kind: 'ytd_average' }))
    expect(yearly('2016/17-Q2')).toMatchObject({ direction: null, reason: 'the series breaks before Q2 2016/17' })
    expect(yearly('2015/16-Q4').direction).toBe('worse')
  })

  test('directionOfTravel() of an empty series, and of a period without value', () => {
    expect(directionOfTravel(series([]))).toMatchObject({ direction: null, to: null, reason: 'no value' })
    expect(directionOfTravel(series(two), { at: p('2016-12') }).reason).toBe('no value for December 2016')
    expect(directionOfTravel(series([['2016/17', 1]], { frequency: 'annual' })).reason).toBe('not collected before')
  })
})
