import { expect, test } from 'vitest'
import { outcomeOf } from './figures.ts'

test('outcomeOf() rounds halves away from zero, by decimal', () => {
  expect(outcomeOf(1, 80, { unit: 'percent', decimals: 1 })).toBe(1.3) // 1.25
  expect(outcomeOf(57, 65, { unit: 'percent', decimals: 1 })).toBe(87.7)
  expect(outcomeOf(1333, 2000, { unit: 'percent', decimals: 1 })).toBe(66.7) // 66.65, which binary takes for less
  expect(outcomeOf(14, 41_250, { unit: 'per 100,000', decimals: 1 })).toBe(33.9)
})

test('outcomeOf() is 0 where there is nobody to divide by, and none where the population is not known', () => {
  expect(outcomeOf(0, 0, { unit: 'percent', decimals: 1 })).toBe(0)
  expect(outcomeOf(5, null, { unit: 'per 100,000', decimals: 1 })).toBeNull()
})
