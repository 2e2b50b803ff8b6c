import { describe, expect, test } from 'vitest'
import { type MadeUp, madeUpFramework, monthsFrom } from '../made-up.data.ts'
import { board } from './board.ts'

/** Better until June 2016, then worse three times in a row and off target. */
const turning: MadeUp = {
  slug: 'turning',
  cells: monthsFrom('2016-04', ['80', '82', '84', '79', '74', '70']),
  targets: { '2016/17': '80' },
}
const short: MadeUp = { slug: 'short', cells: monthsFrom('2016-04', ['5', '6']) }

describe('board()', () => {
  const data = madeUpFramework([turning, short])

  test('without a period ends with the latest month of which anything is told', () => {
    const { dashboard, ends } = board(data, null)
    expect([dashboard.periods.length, dashboard.periods.at(-1)]).toEqual([13, '2016-09'])
    expect(ends).toEqual(['2016-09', '2016-08', '2016-07', '2016-06', '2016-05', '2016-04'])
    expect(dashboard.rows[0]?.latest?.shown).toBe('70.0')
    expect(dashboard.rows[0]?.reasons.map(({ rule }) => rule)).toContain('deteriorating')
  })

  test('with a period judges by what is told up to it: latest value, direction, exceptions, headline', () => {
    const { dashboard, ends } = board(data, '2016-06')
    expect([dashboard.periods.length, dashboard.periods.at(-1)]).toEqual([13, '2016-06'])
    const [row, other] = dashboard.rows
    expect([row?.latest?.period, row?.latest?.shown, row?.travel.direction, row?.reasons]).toEqual([
      '2016-06',
      '84.0',
      'better',
      [],
    ])
    expect(row?.history.map(cell => cell.period)).toEqual(['2016-04', '2016-05', '2016-06'])
    expect(dashboard.headline.counts.deteriorating).toBe(0)
    // What was told longer ago stays the latest of its indicator.
    expect(other?.latest?.period).toBe('2016-05')
    expect(ends).toHaveLength(6)
  })

  test('takes a period that it does not have for none', () => {
    for (const end of ['2016-10', '2016-03', '2016/17', 'June', ''])
      expect(board(data, end), end).toEqual(board(data, null))
  })

  test('ends quarters with a quarter, also where a year is told beside them', () => {
    const quarterly = madeUpFramework([
      { slug: 'q', frequency: 'quarterly', cells: { '2016/17-Q1': '1', '2016/17-Q2': '2', '2016/17-Q3': '3' } },
      { slug: 'y', frequency: 'annual', cells: { '2015/16': '1' } },
    ])
    const { dashboard, ends } = board(quarterly, '2016/17-Q1')
    expect(ends).toEqual(['2016/17-Q3', '2016/17-Q2', '2016/17-Q1', '2015/16-Q4'])
    expect([dashboard.periods.length, dashboard.periods.at(-1), dashboard.rows[0]?.latest?.shown]).toEqual([
      9,
      '2016/17-Q1',
      '1.0',
    ])
  })

  test('ends with the last period that tells anything: not one that is not due yet, but one whose figure is missing', () => {
    const quarters = (given: Record<string, string>) =>
      board(madeUpFramework([{ slug: 'q', frequency: 'quarterly', cells: { '2017/18-Q1': '1', ...given } }]), null)
    const endOf = ({ dashboard, ends }: ReturnType<typeof board>) => [dashboard.periods.at(-1), ends[0]]
    expect(endOf(quarters({ '2017/18-Q3': 'not_due', '2017/18-Q4': 'not_applicable' }))).toEqual([
      '2017/18-Q1',
      '2017/18-Q1',
    ])
    expect(endOf(quarters({ '2017/18-Q2': 'not_available' }))).toEqual(['2017/18-Q2', '2017/18-Q2'])
    const onlyDue = madeUpFramework([{ slug: 'q', frequency: 'quarterly', cells: { '2017/18-Q1': 'not_due' } }])
    expect(board(onlyDue, null).dashboard.periods.at(-1)).toBe('2017/18-Q1')
  })

  test('has no period to end with where nothing is told', () => {
    expect(board(madeUpFramework([]), '2016-06')).toMatchObject({ ends: [], dashboard: { periods: [], rows: [] } })
  })
})
