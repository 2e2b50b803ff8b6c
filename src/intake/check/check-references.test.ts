import { expect, test } from 'vitest'
import { keyOf, type NewFact } from '../../shared/facts.ts'
import { checkReferences } from './check-references.ts'

const place = { file: 'a.csv', sheet: '', row: 2, letters: { to: 'C' } }
const from = { document: '', file: 'a.csv', place: 'row 2' }
const link = (rule: 'budget' | 'risk', to: string): NewFact => ({
  kind: 'link',
  ...keyOf('demo', { indicator: 'delays', name: `${rule} ${to}` }),
  knownOn: '2017-03-06',
  payload: { rule, to, reason: 'why', active: true },
  from,
})
const names = new Set(['budget_line demo care-homes', 'risk norfolk floods', 'group demo family'])
const problems = (fact: NewFact) =>
  checkReferences({ fact, place, row: {} }, names).map(({ code, found }) => [code, found])

test('checkReferences() takes what the owner has a row for', () => {
  expect(problems(link('budget', 'care-homes'))).toEqual([])
})

test('checkReferences() refuses a slug of another kind, or of another owner', () => {
  expect(problems(link('risk', 'care-homes'))).toEqual([['unknown-risk', 'care-homes']])
  expect(problems(link('risk', 'floods'))).toEqual([['unknown-risk', 'floods']])
  expect(problems(link('budget', 'beds'))).toEqual([['unknown-budget-line', 'beds']])
})

test('checkReferences() lets a meeting be without a framework', () => {
  const meeting: NewFact = {
    kind: 'meeting',
    ...keyOf('demo', { name: 'm' }),
    knownOn: '2017-03-06',
    payload: { framework: '', committee: 'A committee', date: '2017-03-06', title: '' },
    from,
  }
  expect(problems(meeting)).toEqual([])
  expect(problems({ ...meeting, payload: { ...meeting.payload, framework: 'none' } })).toEqual([
    ['unknown-framework', 'none'],
  ])
})

test('checkReferences() does not tell again what stood in a row that was refused', () => {
  const told = (refused: string) =>
    checkReferences({ fact: link('budget', 'beds'), place, row: {} }, names, new Set([refused]))
  expect(told('budget_line beds')).toEqual([])
  expect(told('budget_line *')).toEqual([])
  expect(told('risk beds')).toHaveLength(1)
})
