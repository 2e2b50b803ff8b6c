import { expect, test } from 'vitest'
import { planOf } from './action-plan.ts'
import type { ListedAction } from './actions.ts'

/** An action with the days on which something was said of it, the latest first as the log has them. */
const action = (slug: string, ...days: string[]): ListedAction => ({
  slug,
  description: slug,
  ownerRole: '',
  raisedOn: '',
  dueOn: '',
  state: 'open',
  updates: days.map(date => ({ date, text: `on ${date}`, complete: true })),
  listedOn: [],
  indicators: [],
  note: '',
})
const days = (plan: ReturnType<typeof planOf>) =>
  plan.actions.map(({ slug, told }) => [slug, told.map(updates => updates.map(update => update.date))])

const meetings = ['2017-03-31', '2017-06-19', '2017-11-30']

test('planOf() puts each update under the first meeting that could hear of it, the earliest first', () => {
  const plan = planOf([action('a', '2017-11-02', '2017-06-20', '2017-06-19', '2017-06-01'), action('b')], meetings)
  expect(plan.stretches).toEqual([{ until: '2017-06-19' }, { until: '2017-11-30' }])
  expect(days(plan)).toEqual([
    [
      'a',
      [
        ['2017-06-01', '2017-06-19'],
        ['2017-06-20', '2017-11-02'],
      ],
    ],
    ['b', [[], []]],
  ])
})

test('planOf() takes an update of a month to the meeting in that month', () => {
  const plan = planOf([action('a', '2017-11', '2017-07', '2017-06')], meetings)
  expect(days(plan)).toEqual([['a', [['2017-06'], ['2017-07', '2017-11']]]])
})

test('planOf() keeps apart what was said after the last meeting, and needs no meeting', () => {
  expect(planOf([action('a', '2018-01-01')], meetings).stretches).toEqual([{ until: null }])
  const plan = planOf([action('a-10', '2018-01-01'), action('a-2')], [])
  expect([plan.stretches, days(plan)]).toEqual([
    [{ until: null }],
    [
      ['a-2', [[]]],
      ['a-10', [['2018-01-01']]],
    ],
  ])
})
