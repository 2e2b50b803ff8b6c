import { expect, test } from 'vitest'
import { ordinal, placeInWords } from './place-in-words.ts'

const says = (better: number, worse: number, of: number, polarity: 'bigger' | 'smaller' = 'bigger') =>
  placeInWords({ better, worse, of }, polarity)

test('placeInWords() names the three places next to an end by that end, and by the value', () => {
  expect(says(0, 15, 16)).toBe('highest of 16')
  expect(says(1, 14, 16)).toBe('second highest of 16')
  expect(says(1, 14, 16, 'smaller')).toBe('second lowest of 16')
  expect(says(14, 1, 16)).toBe('second lowest of 16')
  expect(says(13, 2, 16, 'smaller')).toBe('third highest of 16')
  expect(says(15, 0, 16)).toBe('lowest of 16')
})

test('placeInWords() counts every other place from the best, whichever way is good', () => {
  expect(says(128, 23, 152, 'smaller')).toBe('129th of 152 (1 is best)')
  expect(says(128, 23, 152)).toBe('129th of 152 (1 is best)')
  expect(says(3, 12, 16)).toBe('4th of 16 (1 is best)')
  expect(says(12, 3, 16)).toBe('13th of 16 (1 is best)')
})

test('placeInWords() says which places are shared', () => {
  expect(says(3, 10, 16)).toBe('joint 4th of 16 (1 is best)')
  expect(says(147, 0, 151)).toBe('joint lowest of 151')
})

test('ordinal() has the ending that is spoken', () => {
  expect([1, 2, 3, 4, 11, 12, 13, 21, 22, 23, 101, 111, 112].map(ordinal)).toEqual(
    '1st 2nd 3rd 4th 11th 12th 13th 21st 22nd 23rd 101st 111th 112th'.split(' '),
  )
})
