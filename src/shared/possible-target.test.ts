import { expect, test } from 'vitest'
import { whyImpossible } from './possible-target.ts'

test.each([
  ['percent', 160, 'A percentage lies from 0 to 100, so 160 cannot be a target'],
  ['percent', -5, 'A percentage lies from 0 to 100, so -5 cannot be a target'],
  ['percent', 100, null],
  ['percent', 0, null],
  ['count', -20, 'A number is never below 0, so -20 cannot be a target'],
  ['count', 0, null],
  ['per_100k', -0.1, 'A rate per 100,000 is never below 0, so -0.1 cannot be a target'],
  ['per_1k', -1, 'A rate per 1,000 is never below 0, so -1 cannot be a target'],
  ['days', -1, 'A number of days is never below 0, so -1 cannot be a target'],
  ['score', -1, null],
  ['pounds', -1, null],
] as const)('whyImpossible() of a target counted in %s says of %d: %s', (unit, value, said) => {
  expect(whyImpossible(value, { unit, mayExceed100: false })).toBe(said)
})

test('whyImpossible() takes a percentage of any size where the indicator allows it', () => {
  expect(whyImpossible(-12, { unit: 'percent', mayExceed100: true })).toBeNull()
})
