import { describe, expect, test } from 'vitest'
import type { Reader } from '../../register/index.ts'
import { type Fact, keyOf } from '../../shared/facts.ts'
import { madeUpFramework } from '../made-up.data.ts'
import { actionLog, chosenActions, logStates } from './action-log.ts'

type Given = { raised?: string; due?: string; owner?: string; indicators?: string[]; listed?: string[] }

function action(
  name: string,
  { raised = '2017-01-10', due = '', owner = 'Head', indicators = ['stays'], listed = [] }: Given = {},
) {
  const payload = {
    indicators,
    description: name,
    ownerRole: owner,
    raisedOn: raised,
    dueOn: due,
    listedOn: listed,
    note: '',
  }
  return { kind: 'action', ...keyOf('anywhere', { name }), seq: 1, payload } as unknown as Fact<'action'>
}

function update(of: string, date: string, state: Fact<'action_update'>['payload']['state'] = 'open') {
  const payload = { action: of, date, state, text: `on ${date}`, complete: true }
  return {
    kind: 'action_update',
    ...keyOf('anywhere', { name: `${of} ${date}` }),
    seq: 1,
    payload,
  } as unknown as Fact<'action_update'>
}

const meeting = (date: string) =>
  ({
    kind: 'meeting',
    ...keyOf('anywhere', { name: date }),
    payload: { framework: '', committee: 'Care', date, title: '' },
  }) as unknown as Fact<'meeting'>

// As known on 19 June 2017, a day of a meeting; the last one before it was on 6 March.
async function logOf(facts: readonly Fact[], meetings = ['2017-03-06', '2017-06-19']) {
  const data = { ...madeUpFramework([{ slug: 'stays', name: 'Stays', cells: {} }]), meetings: meetings.map(meeting) }
  return actionLog({ current: async () => facts } as unknown as Reader, data)
}
const names = (all: readonly { slug: string }[]) => all.map(each => each.slug)

describe('actionLog()', () => {
  test('orders by urgency: overdue, open by the day due, then what is finished', async () => {
    const { actions } = await logOf([
      action('done'),
      update('done', '2017-06-01', 'done'),
      action('no-day'),
      action('later', { due: '2017-09-01' }),
      action('sooner', { due: '2017-07-01' }),
      action('overdue', { due: '2017-05-31' }),
      action('given-up'),
      update('given-up', '2017-06-01', 'cannot_be_completed'),
    ])
    expect(names(actions)).toEqual(['overdue', 'sooner', 'later', 'no-day', 'given-up', 'done'])
  })

  test('has no update since the last meeting: not finished, there by then, and no word after it', async () => {
    const { actions, lastMeeting } = await logOf([
      action('silent'),
      action('told-at-it', { due: '2017-05-31' }),
      update('told-at-it', '2017-03-06'),
      action('told-after'),
      update('told-after', '2017-03-07'),
      action('raised-after', { raised: '2017-03-07' }),
      action('finished'),
      update('finished', '2017-02-01', 'done'),
    ])
    expect(lastMeeting?.date).toBe('2017-03-06')
    expect(names(actions.filter(each => each.isQuiet)).sort()).toEqual(['silent', 'told-at-it'])
    expect(actions.find(each => each.slug === 'told-at-it')?.state).toBe('overdue')
  })

  test('nothing is silent where there was no meeting before', async () => {
    const { actions, lastMeeting } = await logOf([action('silent')], ['2017-06-19'])
    expect([lastMeeting, actions.some(each => each.isQuiet)]).toEqual([null, false])
  })

  test('offers as choices only what some action has, each role by itself', async () => {
    const { choices } = await logOf([
      action('one', { owner: 'Head; Director', listed: ['2017-03-06'] }),
      action('two', { owner: 'Head', indicators: ['unknown', 'stays'] }),
    ])
    expect(choices.owners).toEqual(['Director', 'Head'])
    expect(choices.meetings.map(each => each.date)).toEqual(['2017-03-06'])
    expect(choices.indicators).toEqual([
      { slug: 'stays', name: 'Stays' },
      { slug: 'unknown', name: 'unknown' },
    ])
  })
})

test('chosenActions() takes those that fit every part of the choice', async () => {
  const { actions } = await logOf([
    action('one', { owner: 'Head; Director', listed: ['2017-03-06'], due: '2017-05-31' }),
    action('two', { owner: 'Head', indicators: ['beds'] }),
    action('three', { owner: 'Director', raised: '2017-06-19' }),
    update('three', '2017-06-19', 'done'),
  ])
  const chosen = (choice: Parameters<typeof chosenActions>[1]) => names(chosenActions(actions, choice)).sort()
  expect(chosen({})).toEqual(['one', 'three', 'two'])
  expect(chosen({ indicator: 'beds' })).toEqual(['two'])
  expect(chosen({ owner: 'Director' })).toEqual(['one', 'three'])
  expect(chosen({ meeting: '2017-03-06' })).toEqual(['one'])
  expect(chosen({ meeting: '2017-06-19' })).toEqual(['three'])
  expect(chosen({ state: 'no_update' })).toEqual(['one', 'two'])
  expect(chosen({ owner: 'Director', state: 'done' })).toEqual(['three'])
  expect(chosen({ owner: 'Nobody' })).toEqual([])
  const counts = logStates.map(({ code }) => chosen({ state: code }).length)
  // One that is overdue is open too.
  expect(counts).toEqual([2, 1, 1, 0, 2])
})
