import { describe, expect, test } from 'vitest'
import { toPeriod } from '../shared/period/period.ts'
import { indicatorRow } from './indicator-row.ts'
import { type MadeUp, madeUpFramework, monthsFrom } from './made-up.data.ts'

const row = (given: Omit<MadeUp, 'slug'>) => indicatorRow('a', madeUpFramework([{ slug: 'a', ...given }]))
const broken = (given: Omit<MadeUp, 'slug'>) =>
  row(given)
    .view.history.filter(cell => cell.marks.includes('break'))
    .map(cell => cell.period)

const quarters = { '2015/16-Q4': '50', '2016/17-Q1': '49', '2016/17-Q2': '48', '2016/17-Q3': '47', '2016/17-Q4': '46' }

describe('indicatorRow() marks the first figure under a definition that breaks the series', () => {
  test('in the month itself, or in the first month that has a figure', () => {
    const months = monthsFrom('2016-08', ['1', '2', '3', '4'])
    expect(broken({ cells: months, breaksFrom: '2016-10' })).toEqual(['2016-10'])
    const { '2016-10': _, ...gap } = months
    expect(broken({ cells: gap, breaksFrom: '2016-10' })).toEqual(['2016-11'])
  })

  test('in the quarter or year that holds the month', () => {
    expect(broken({ frequency: 'quarterly', cells: quarters, breaksFrom: '2016-10' })).toEqual(['2016/17-Q3'])
    expect(broken({ frequency: 'quarterly', cells: quarters, breaksFrom: '2016/17' })).toEqual(['2016/17-Q1'])
    const years = { '2014/15': '1', '2015/16': '2', '2016/17': '3' }
    expect(broken({ frequency: 'annual', cells: years, breaksFrom: '2015-06' })).toEqual(['2015/16'])
  })

  test('nowhere where nothing stands before', () => {
    expect(broken({ cells: monthsFrom('2016-10', ['1', '2']), breaksFrom: '2016-04' })).toEqual([])
  })

  test('and no deterioration leads across it', () => {
    expect(row({ frequency: 'quarterly', cells: quarters }).view.reasons).toMatchObject([{ rule: 'deteriorating' }])
    expect(row({ frequency: 'quarterly', cells: quarters, breaksFrom: '2016-10' }).view.reasons).toEqual([])
  })
})

test('indicatorRow() says of a period without a record what its target is', () => {
  const { viewAt, cellAt } = row({ cells: { '2016-05': '80' }, targets: { '2017-03': '85' } })
  expect(cellAt(toPeriod('2016-06'))).toBeNull()
  expect(viewAt(toPeriod('2016-06'))).toMatchObject({
    value: null,
    reason: null,
    reasonInWords: 'nothing recorded',
    target: { value: 85, how: 'flat' },
    rating: null,
    ratingReason: 'no value',
  })
})

describe('indicatorRow() of a framework that rates by forecast holds a year against its target', () => {
  const cells = { '2017-08': '8.42' }
  const latest = (targets: Record<string, string>) =>
    indicatorRow(
      'a',
      madeUpFramework([{ slug: 'a', polarity: 'smaller', decimals: 2, cells, targets }], { rating: 'forecast' }),
    ).view.latest

  test('the one set for the year itself', () => {
    expect(latest({ '2017/18': '9', '2017-11': '3.8' })).toMatchObject({ rating: 'Green', target: { value: 9 } })
  })

  test('else the last goal in it, of whatever month or quarter', () => {
    // Somerset, November 2017: 8.42 ÷ 3.8 − 1 = 1.2158.
    expect(latest({ '2017-11': '3.8' })).toMatchObject({
      rating: 'Red',
      ratingReason: 'forecast 121.6 % above target',
      target: { value: 3.8 },
    })
    expect(latest({ '2017-09': '9', '2017/18-Q3': '5', '2017-11': '9' })).toMatchObject({ target: { value: 5 } })
  })

  test('and no goal of another year', () => {
    expect(latest({ '2018-04': '3.8', '2017-03': '3.8' })).toMatchObject({ rating: null, target: null })
  })
})
