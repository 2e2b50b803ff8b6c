import { expect, test } from 'vitest'
import { KeptAnswers } from './kept-answers.ts'

const counting = () => {
  let asked = 0
  return async () => {
    asked += 1
    return asked
  }
}

test('KeptAnswers asks once for the same question at the same head', async () => {
  const kept = new KeptAnswers()
  const ask = counting()
  expect(await kept.get('a', ['overview', 'norfolk', '2017-03-06', undefined], ask)).toBe(1)
  expect(await kept.get('a', ['overview', 'norfolk', '2017-03-06', undefined], ask)).toBe(1)
  expect(await kept.get('a', ['overview', 'norfolk', '2017-06-19', undefined], ask)).toBe(2)
})

test('KeptAnswers forgets everything when the head moves', async () => {
  const kept = new KeptAnswers()
  const ask = counting()
  await kept.get('a', ['x'], ask)
  expect(await kept.get('b', ['x'], ask)).toBe(2)
  expect(await kept.get('a', ['x'], ask)).toBe(3)
})

test('KeptAnswers asks again after a failure', async () => {
  const kept = new KeptAnswers()
  await expect(kept.get('a', ['x'], () => Promise.reject(new Error('no such council')))).rejects.toThrow('no such')
  expect(await kept.get('a', ['x'], async () => 1)).toBe(1)
})

test('KeptAnswers keeps those asked for last, and no more than forty', async () => {
  const kept = new KeptAnswers()
  const ask = counting()
  for (let question = 1; question <= 40; question += 1) await kept.get('a', [String(question)], ask)
  expect(await kept.get('a', ['1'], ask)).toBe(1)
  await kept.get('a', ['41'], ask)
  expect(await kept.get('a', ['1'], ask)).toBe(1)
  expect(await kept.get('a', ['2'], ask)).toBe(42)
})
