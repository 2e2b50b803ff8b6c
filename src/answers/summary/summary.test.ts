import { describe, expect, test } from 'vitest'
import { type Fact, keyOf } from '../../shared/facts.ts'
import { dashboard, judgedRows } from '../dashboard/dashboard.ts'
import { type MadeUp, madeUpFramework } from '../made-up.data.ts'
import { summary } from './summary.ts'

function summaryOf(given: readonly MadeUp[], overrides: readonly Fact<'override'>[] = [], settings = {}) {
  const data = { ...madeUpFramework(given, { settings }), overrides }
  const judged = judgedRows(data)
  return summary(data, judged, dashboard(data, judged))
}

const moved = (slug: string, before: string, now: string, target?: string): MadeUp => ({
  slug,
  cells: { '2016-03': before, '2017-03': now },
  ...(target === undefined ? {} : { targets: { '2017-03': target } }),
})
const override = (indicator: string, period: string): Fact<'override'> =>
  ({
    kind: 'override',
    ...keyOf('anywhere', { indicator, period, name: 'all' }),
    payload: { group: 'challenging', reason: 'The winter was mild' },
  }) as unknown as Fact<'override'>

const placed = (answer: ReturnType<typeof summaryOf>) =>
  answer.groups.flatMap(group => group.items.map(item => [item.row.indicator.slug, group.group]))

describe('summary()', () => {
  test('summary() has all five groups, in their order, also those that hold nothing', () => {
    const { groups } = summaryOf([moved('a', '50', '60')])
    expect(groups.map(group => [group.group, group.items.length])).toEqual([
      ['sustained', 0],
      ['improved', 1],
      ['worsened', 0],
      ['challenging', 0],
      ['no_change', 0],
    ])
  })

  test('summary() places by the steps of rule 7, at the border of 2.5 %', () => {
    const given = [
      moved('improved', '40', '41'),
      moved('no-change', '40', '40.9'),
      moved('worsened', '40', '39'),
      moved('challenging', '40', '40.1', '50'),
      moved('sustained', '40', '41', '30'),
      moved('worse-yet-green', '40', '39', '30'),
    ]
    expect(placed(summaryOf(given))).toEqual([
      ['sustained', 'sustained'],
      ['improved', 'improved'],
      ['worsened', 'worsened'],
      ['worse-yet-green', 'worsened'],
      ['challenging', 'challenging'],
      ['no-change', 'no_change'],
    ])
  })

  test("summary() follows the framework's own numbers, and says them in the rule", () => {
    const { groups } = summaryOf([moved('a', '40', '41')], [], { significant: 0.05 })
    expect(groups.map(group => group.items.length)).toEqual([0, 0, 0, 0, 1])
    expect(groups[1]?.rule).toBe('Better than a year before by 5 % or more.')
  })

  test('summary() places where an officer says, tells where the rule had it, and only for the latest period', () => {
    const answer = summaryOf([moved('a', '40', '41')], [override('a', '2017-03')])
    expect(placed(answer)).toEqual([['a', 'challenging']])
    expect(answer.groups[3]?.items[0]?.override).toEqual({ ruleGroup: 'improved', reason: 'The winter was mild' })
    expect(placed(summaryOf([moved('a', '40', '41')], [override('a', '2017-02')]))).toEqual([['a', 'improved']])
  })

  test('summary() says of what it cannot place why: no value, nothing to compare with, for information', () => {
    const { unplaced, groups } = summaryOf([
      { slug: 'none', cells: { '2017-03': 'not_available' } },
      { slug: 'first', cells: { '2017-03': '5' } },
      { ...moved('information', '40', '50'), polarity: 'none' },
    ])
    expect(groups.flatMap(group => group.items)).toEqual([])
    expect(unplaced.map(item => [item.row.indicator.slug, item.because])).toEqual([
      ['none', 'No value'],
      ['first', 'No earlier value to compare March 2017 with'],
      ['information', 'For information'],
    ])
  })
})
