import { describe, expect, test } from 'vitest'
import type { Frequency } from '../../shared/codes.ts'
import type { Period } from '../../shared/period/period.ts'
import { juneReport, knownRow } from '../norfolk-dashboards.data.ts'
import { denominatorJump } from './denominator-jump.ts'
import { missingPeriods } from './missing-periods.ts'
import { unusualMove, unusualMoves } from './unusual-move.ts'

describe('unusualMove()', () => {
  const steady = [10, 11, 10, 11, 10, 11, 10]

  test('unusualMove() finds a last value that moves beyond 3.267 × the mean moving range', () => {
    expect(unusualMove([...steady, 30])).toMatchObject({ at: 7, from: 10, to: 30, size: 20 })
    expect(unusualMove([...steady, 12])).toBeNull()
  })

  test('unusualMove() has nothing to say of fewer than eight values', () => {
    expect(unusualMove([...steady.slice(1), 30])).toBeNull()
    expect(unusualMove([...steady.slice(1), null, 30])).toBeNull()
  })

  test('unusualMove() is not a move from or to a missing value', () => {
    expect(unusualMove([...steady, 11, null, 30])).toBeNull()
  })

  test('unusualMoves() finds the move in the middle of a series', () => {
    expect(unusualMoves([...steady, 60, 61, 60, 61, 60, 61]).map(move => move.at)).toEqual([7])
  })

  test('unusualMoves() of a series that never moves are none', () => {
    expect(unusualMoves(Array(9).fill(5))).toEqual([])
  })

  test('unusualMoves() finds the jump of delays in April 2016, when Norfolk went from 1.5 to 2.9', () => {
    const { series } = knownRow('dtoc-social-care-rate', juneReport)
    const found = unusualMoves(series.points.map(point => point.value))
    expect(found.map(move => series.points[move.at]?.period)).toEqual(['2016-04'])
  })
})

test.each([
  [400, 500, 0.25],
  [400, 300, -0.25],
  [400, 499, null],
  [400, 301, null],
  [0, 10, null],
  [null, 10, null],
  [10, null, null],
])('denominatorJump(%s, %s) is %s', (previous, current, jump) => {
  expect(denominatorJump(previous, current)).toBe(jump)
})

describe('missingPeriods()', () => {
  const of = (...periods: string[]) => periods.map(period => ({ period: period as Period }))

  test.each<[string, ReturnType<typeof of>, Frequency, number, string, string[]]>([
    ['inside a series', of('2016-10', '2017-01', '2016-12'), 'monthly', 1, '2017-01-31', ['2016-11']],
    ['that should be known by the day', of('2016-10'), 'monthly', 1, '2017-01-01', ['2016-11']],
    ['no sooner than the time lag allows', of('2016-10'), 'monthly', 1, '2016-12-31', []],
    ['at once where there is no lag', of('2016-10'), 'monthly', 0, '2016-12-01', ['2016-11']],
    ['of quarters', of('2016/17-Q1', '2016/17-Q4'), 'quarterly', 2, '2017-04-01', ['2016/17-Q2', '2016/17-Q3']],
    ['of surveys every two years', of('2012/13', '2016/17'), 'every_two_years', 6, '2017-06-01', ['2014/15']],
    ['of an empty series', of(), 'monthly', 0, '2017-06-01', []],
  ])('missingPeriods() finds those %s', (_, points, frequency, timeLag, knownOn, missing) => {
    expect(missingPeriods(points, frequency, timeLag, knownOn)).toEqual(missing)
  })
})
