import { describe, expect, test } from 'vitest'
import type { Frequency, Kind, Mark, Polarity } from '../../shared/codes.ts'
import { type Period, shiftPeriod } from '../../shared/period/period.ts'
import { juneReport, knownRow, marchReport } from '../norfolk-dashboards.data.ts'
import { noRating } from '../rating/rate.ts'
import type { Series } from '../series.ts'
import { deteriorating } from './deteriorating.ts'
import { exceptionReasons } from './exception-reasons.ts'

/** Values from a first period on, one a period. */
function from(
  first: string,
  values: readonly (number | null)[],
  how: { frequency?: Frequency; kind?: Kind; polarity?: Polarity; marks?: Record<number, Mark[]> } = {},
): Series {
  const { frequency = 'monthly', kind = 'snapshot', polarity = 'bigger', marks = {} } = how
  const points = values.map((value, at) => ({
    period: shiftPeriod(first as Period, at),
    value,
    marks: marks[at] ?? [],
  }))
  return { polarity, unit: 'count', kind, frequency, decimals: 0, points }
}

describe('deteriorating() on the Norfolk dashboards', () => {
  test('deteriorating() finds delays worse in four months up to March 2017', () => {
    expect(deteriorating(knownRow('dtoc-social-care-rate', juneReport).series)).toEqual({
      from: '2016-11',
      to: '2017-03',
      values: [3.1, 3.2, 3.4, 3.5, 3.56],
      moves: 4,
    })
  })

  test('deteriorating() finds admissions 65+ worse up to November 2016, the latest then known', () => {
    expect(deteriorating(knownRow('res-admissions-65-plus-rate', marchReport).series)).toMatchObject({
      from: '2016-08',
      to: '2016-11',
      moves: 3,
    })
  })
})

describe('deteriorating()', () => {
  test.each<[string, readonly (number | null)[], number | null]>([
    ['three falls', [9, 8, 7, 6], 3],
    ['five falls', [9, 8, 7, 6, 5, 4], 5],
    ['two falls', [9, 8, 7], null],
    ['three falls and then a rise', [9, 8, 7, 6, 7], null],
    ['a tie at the decimals shown', [9, 8, 7.4, 7.3, 6], null],
    ['a tie before three falls', [9, 9, 8, 7, 6], 3],
    ['a missing month among the falls', [9, 8, null, 7, 6], null],
    ['a missing month after the falls', [9, 8, 7, 6, null], 3],
    ['no values', [null, null], null],
  ])('deteriorating() of %s', (_, values, moves) => {
    expect(deteriorating(from('2016-06', values))?.moves ?? null).toBe(moves)
  })

  test.each<[Polarity, boolean]>([
    ['bigger', true],
    ['smaller', false],
    ['on_target', false],
    ['none', false],
  ])('deteriorating() of three falls with polarity %s is %s', (polarity, found) => {
    expect(deteriorating(from('2016-06', [9, 8, 7, 6], { polarity })) !== null).toBe(found)
  })

  test('deteriorating() crosses 1 April with figures that do not restart there', () => {
    expect(deteriorating(from('2016-02', [9, 8, 7, 6]))?.moves).toBe(3)
  })

  test('deteriorating() stops at a break and at a figure that is not comparable', () => {
    expect(deteriorating(from('2016-06', [9, 8, 7, 6], { marks: { 2: ['break'] } }))).toBeNull()
    expect(deteriorating(from('2016-06', [9, 8, 7, 6], { marks: { 1: ['not_comparable'] } }))).toBeNull()
    expect(deteriorating(from('2016-06', [9, 8, 7, 6], { marks: { 0: ['break'], 3: ['provisional'] } }))?.moves).toBe(3)
  })

  test('deteriorating() of annual figures needs every year', () => {
    const annual = { frequency: 'annual' as const }
    expect(deteriorating(from('2012/13', [9, 8, 7, 6], annual))).toMatchObject({ from: '2012/13', moves: 3 })
    expect(deteriorating(from('2012/13', [9, 8, null, 7, 6], annual))).toBeNull()
  })
})

describe('deteriorating() of figures that restart in April', () => {
  const cumulative = { kind: 'cumulative' as const, polarity: 'smaller' as const }
  const lastYear = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120]

  test('deteriorating() compares each month with a year before, not with the month before', () => {
    expect(deteriorating(from('2015-04', [...lastYear, 9, 19, 29, 39], cumulative))).toBeNull()
    expect(deteriorating(from('2015-04', [...lastYear, 9, 21, 31, 41], cumulative))).toEqual({
      from: '2016-05',
      to: '2016-07',
      values: [21, 31, 41],
      moves: 3,
    })
  })

  test('deteriorating() never crosses 1 April', () => {
    const earlier = lastYear.map(value => value - 5)
    const worse = lastYear.map(value => value + 5)
    const years = [...earlier, ...lastYear, ...worse.slice(0, 2)]
    expect(deteriorating(from('2014-04', years, cumulative))).toBeNull()
    expect(deteriorating(from('2014-04', [...years, ...worse.slice(2, 3)], cumulative))).toMatchObject({
      from: '2016-04',
      moves: 3,
    })
  })

  test('deteriorating() is said as a comparison with last year', () => {
    const series = from('2015-04', [...lastYear, 9, 21, 31, 41], cumulative)
    expect(exceptionReasons({ series, verdict: noRating('no target'), links: [] })).toEqual([
      {
        rule: 'deteriorating',
        detail:
          'worse than in the same month last year in each of the last three months: 21 (May 2016), 31, 41 (July 2016)',
      },
    ])
  })

  test('deteriorating() treats a whole year of a cumulative figure as what it is: annual', () => {
    expect(deteriorating(from('2012/13', [6, 7, 8, 9], { ...cumulative, frequency: 'annual' }))?.moves).toBe(3)
  })
})
