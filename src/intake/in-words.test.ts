import { expect, test } from 'vitest'
import { subjectInWords, titleInWords, titlesIn } from './in-words.ts'

const key = { owner: 'norfolk', indicator: 'employment', geography: 'norfolk', breakdown: '', period: '2017-03' }
const fact = { ...key, kind: 'observation', version: '1', name: '' } as const
const titles = titlesIn([
  { ...fact, kind: 'indicator', period: '', payload: { name: 'Adults in paid employment' } },
  { ...fact, owner: 'somerset', kind: 'indicator', period: '', payload: { name: 'Another council’s' } },
  { ...fact, indicator: 'redacted', kind: 'indicator', period: '', payload: null },
])

test('titleInWords() says the name of the indicator, the group and the period in words', () => {
  expect(titleInWords(fact, titles)).toBe('Adults in paid employment, March 2017')
  expect(titleInWords({ ...fact, breakdown: 'sex=female', period: '2016/17' }, titles)).toBe(
    'Adults in paid employment, sex=female, 2016/17',
  )
  expect(titleInWords({ ...fact, period: '' }, titles)).toBe('Adults in paid employment')
})

test('titleInWords() says nothing of what has no name, and never another owner’s name', () => {
  expect(titleInWords({ ...fact, indicator: '' }, titles)).toBe('')
  expect(titleInWords({ ...fact, indicator: 'redacted' }, titles)).toBe('')
  expect(titleInWords({ ...fact, owner: 'somerset' }, titles)).toBe('Another council’s, March 2017')
  expect(titleInWords({ ...fact, owner: 'leicester' }, titles)).toBe('')
})

test('subjectInWords() names a fact as files do', () => {
  expect(subjectInWords(fact)).toBe('observation employment 2017-03')
})
