import { expect, test } from 'vitest'
import { placeInWords } from './place-in-words.ts'

const says = (better: number, worse: number, of: number, polarity: 'bigger' | 'smaller' = 'bigger') =>
  placeInWords({ better, worse, of }, polarity)

test('placeInWords() counts from the nearer end and names it by the value', () => {
  expect(says(0, 15, 16)).toBe('highest of 16')
  expect(says(1, 14, 16)).toBe('second highest of 16')
  expect(says(1, 14, 16, 'smaller')).toBe('second lowest of 16')
  expect(says(14, 1, 16)).toBe('second lowest of 16')
  expect(says(14, 1, 16, 'smaller')).toBe('second highest of 16')
  expect(says(15, 0, 16)).toBe('lowest of 16')
})

test('placeInWords() writes places beyond the tenth with a number, and says which are shared', () => {
  expect([10, 11, 12, 20, 21, 22, 23].map(better => says(better, 120, better + 121))).toEqual([
    '11th highest of 131',
    '12th highest of 132',
    '13th highest of 133',
    '21st highest of 141',
    '22nd highest of 142',
    '23rd highest of 143',
    '24th highest of 144',
  ])
  expect(says(110, 120, 231)).toBe('111th highest of 231')
  expect(says(3, 10, 16)).toBe('joint fourth highest of 16')
})
