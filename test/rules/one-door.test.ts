import { expect, test } from 'vitest'
import { parse, parsedSources } from '../support/source-files.ts'
import { doorFaults } from './one-door.ts'

test('the answers read observations through one door', () => {
  const files = parsedSources().filter(file => file.path.startsWith('src/answers/'))
  expect(files.length).toBeGreaterThan(20)
  expect(files.flatMap(doorFaults)).toEqual([])
})

test.each([
  `const a = reader.current(['observation'], moment)`,
  `const a = reader.history(["card", "observation"])`,
  `const kinds = ['observation'] as const; const a = reader.current(kinds, moment)`,
  `const a = reader.everything(100)`,
  `const a = reader['everything'](100)`,
])('doorFaults() finds %s', text => {
  expect(doorFaults(parse({ path: 'src/answers/card/card.ts', text }))).toHaveLength(1)
  expect(doorFaults(parse({ path: 'src/answers/observations.ts', text }))).toEqual([])
})

test('doorFaults() lets types and other facts pass', () => {
  const text = `const a = (fact: Fact<'observation'>) => reader.current(['card', 'target'], moment)`
  expect(doorFaults(parse({ path: 'src/answers/card/card.ts', text }))).toEqual([])
})
