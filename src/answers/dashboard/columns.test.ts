import { describe, expect, test } from 'vitest'
import type { Frequency } from '../../shared/codes.ts'
import { toPeriod } from '../../shared/period/period.ts'
import { columnsByPeriod, dashboardColumns } from './columns.ts'

const row = (frequency: Frequency, ...periods: string[]) => ({ frequency, periods: periods.map(toPeriod) })

describe('dashboardColumns()', () => {
  test('dashboardColumns() of months are thirteen up to the latest of any indicator', () => {
    const columns = dashboardColumns([row('monthly', '2016-12', '2017-01'), row('monthly', '2016-03')])
    expect([columns.length, columns[0], columns.at(-1)]).toEqual([13, '2016-01', '2017-01'])
  })

  test('dashboardColumns() of quarters are nine, and end where a quarter ends', () => {
    expect(dashboardColumns([row('quarterly', '2017/18-Q2'), row('annual', '2016/17')])).toEqual([
      '2015/16-Q2',
      '2015/16-Q3',
      '2015/16-Q4',
      '2016/17-Q1',
      '2016/17-Q2',
      '2016/17-Q3',
      '2016/17-Q4',
      '2017/18-Q1',
      '2017/18-Q2',
    ])
  })

  test('dashboardColumns() of years are five, also where some are collected every two years', () => {
    const years = ['2012/13', '2013/14', '2014/15', '2015/16', '2016/17']
    expect(dashboardColumns([row('annual', '2016/17', '2010/11'), row('every_two_years', '2014/15')])).toEqual(years)
    expect(dashboardColumns([row('every_two_years', '2016/17')])).toEqual(years)
  })

  test('dashboardColumns() are those of the finest frequency that holds anything', () => {
    expect(dashboardColumns([row('monthly'), row('quarterly', '2016/17-Q4')]).at(-1)).toBe('2016/17-Q4')
    // A year that is told beyond the months reaches as far as its last month.
    expect(dashboardColumns([row('monthly', '2016-11'), row('annual', '2016/17')]).at(-1)).toBe('2017-03')
    // A quarter that is not over when its year is told still ends in March.
    expect(dashboardColumns([row('quarterly', '2016/17-Q1'), row('annual', '2016/17')]).at(-1)).toBe('2016/17-Q4')
  })

  test('dashboardColumns() are none where nothing is told', () => {
    expect(dashboardColumns([])).toEqual([])
    expect(dashboardColumns([row('monthly')])).toEqual([])
  })
})

describe('columnsByPeriod()', () => {
  const months = dashboardColumns([row('monthly', '2017-03')])
  test.each([
    ['2017-03', 12],
    ['2016-03', 0],
    ['2016/17-Q3', 9],
    ['2016/17', 12],
    ['2016-02', -1],
    ['2017-04', -1],
  ])('columnsByPeriod() puts %s among the months to March 2017 at %d', (period, at) => {
    expect(columnsByPeriod(months)(toPeriod(period))).toBe(at)
  })
})
