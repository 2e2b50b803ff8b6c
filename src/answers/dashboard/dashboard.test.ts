import { describe, expect, test } from 'vitest'
import { type MadeUp, madeUpFramework, monthsFrom } from '../made-up.data.ts'
import { dashboard } from './dashboard.ts'

const flat = (slug: string, value: string, target?: string): MadeUp => ({
  slug,
  cells: monthsFrom('2016-04', [value, value, value, value]),
  ...(target === undefined ? {} : { targets: { '2017-03': target } }),
})
const falling = (slug: string, name = slug): MadeUp => ({
  slug,
  name,
  cells: monthsFrom('2016-04', ['4', '3', '2', '1']),
})
const headline = (given: readonly MadeUp[], framework = {}) => dashboard(madeUpFramework(given, framework)).headline

describe('the headline of dashboard()', () => {
  const green = (slug: string) => flat(slug, '90', '80')
  const red = (slug: string) => flat(slug, '50', '80')
  const none = (slug: string) => flat(slug, '50')
  test.each([
    [[], 'This framework holds no indicators yet'],
    [[none('a')], 'The only indicator cannot be rated against a target'],
    [[none('a'), none('b')], 'None of the 2 indicators can be rated against a target'],
    [[green('a')], 'The only indicator with a target is not off target'],
    [[red('a'), none('b')], 'The only indicator with a target is off target'],
    [[green('a'), green('b')], 'None of the 2 indicators with a target is off target'],
    [[red('a'), red('b')], 'All 2 indicators with a target are off target'],
    [[red('a'), green('b')], '1 of the 2 indicators with a target is off target'],
    [[red('a'), red('b'), green('c')], '2 of the 3 indicators with a target are off target'],
  ] as const)('headline %#: %j', (given, title) => {
    expect(headline(given).title).toBe(title)
  })

  test('names those that got worse three times in a row, one or more', () => {
    expect(headline([flat('a', '5')]).lead).toBe('No indicator has got worse three times in a row.')
    expect(headline([falling('a', 'Stays')]).lead).toBe(
      '1 indicator has got worse at least three times in a row: “Stays”.',
    )
    expect(headline([falling('a', 'Stays'), falling('b', 'Falls')]).lead).toBe(
      '2 indicators have got worse at least three times in a row: “Stays” and “Falls”.',
    )
  })

  test('speaks of the forecast where the framework rates by it', () => {
    const given = [flat('a', '50', '80'), flat('b', '90', '80')].map(each => ({
      ...each,
      targets: { '2016/17': '80' },
    }))
    expect(headline(given, { rating: 'forecast' }).title).toBe(
      '1 of the 2 indicators with a target is forecast to miss it',
    )
  })
})

describe('the cells of dashboard()', () => {
  test('put a quarter and a year into the month in which they end, and nothing into the others', () => {
    const board = dashboard(
      madeUpFramework([
        { slug: 'monthly', cells: monthsFrom('2016-12', ['1', '2', '3', '4']) },
        { slug: 'quarterly', frequency: 'quarterly', cells: { '2016/17-Q3': '7', '2016/17-Q4': '8' } },
        { slug: 'annual', frequency: 'annual', cells: { '2016/17': '9' } },
      ]),
    )
    const shown = board.rows.map(row =>
      row.cells
        .map(cell => cell?.shown ?? '')
        .join(' ')
        .trimStart(),
    )
    expect(board.periods.at(-1)).toBe('2017-03')
    expect(shown).toEqual(['1.0 2.0 3.0 4.0', '7.0   8.0', '9.0'])
  })

  test('say of an expected period that nothing is recorded, and of one with a reason which it is', () => {
    const cells = { '2016-12': '1', '2017-02': 'not_available', '2017-03': '2' }
    const [row] = dashboard(madeUpFramework([{ slug: 'a', cells }, flat('b', '1')])).rows
    expect(row?.cells.slice(-4).map(cell => [cell?.period, cell?.shown, cell?.reason, cell?.reasonInWords])).toEqual([
      ['2016-12', '1.0', null, ''],
      ['2017-01', null, null, 'nothing recorded'],
      ['2017-02', null, 'not_available', 'not available'],
      ['2017-03', '2.0', null, ''],
    ])
  })

  test('never show what is missing as zero, and judge by the counts', () => {
    const cells = { '2017-01': '=0:0', '2017-02': '=0:5', '2017-03': '79.0=10269:12951' }
    const [row] = dashboard(madeUpFramework([{ slug: 'a', cells }])).rows
    expect(row?.cells.slice(-3).map(cell => [cell?.value, cell?.shown])).toEqual([
      [null, null],
      [0, '0.0'],
      [79.2911744266852, '79.3'],
    ])
  })
})

test('a figure that was withdrawn leaves the dashboard, its months and its history as they were', () => {
  const before = flat('a', '90', '80')
  const undone = { ...before, cells: { ...before.cells, '2016-08': '' } }
  const answer = dashboard(madeUpFramework([undone]))
  expect(answer).toEqual(dashboard(madeUpFramework([before])))
  expect([answer.periods.at(-1), answer.rows[0]?.history.length]).toEqual(['2016-07', 4])
})
