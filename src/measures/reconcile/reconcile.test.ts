import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shareExplained } from './reconcile.ts'

test.each([
  [10, -10, 1],
  [10, -4, 0.4],
  [10, -13, 0.7],
  [10, 0, 0],
  [10, 5, -0.5],
  [-8, 8, 1],
  [-8, 2, 0.25],
  [10, -25, -0.5],
])('of a difference of %s a change of %s explains %s', (difference, change, share) => {
  expect(shareExplained(difference, change)).toBeCloseTo(share, 12)
})

test('nothing is explained where nothing differs', () => {
  expect(shareExplained(0, 3)).toBe(null)
  expect(shareExplained(null, 3)).toBe(null)
})

test('never more than all of it', () => {
  const amount = fc.double({ min: -1000, max: 1000, noNaN: true })
  fc.assert(
    fc.property(amount, amount, (difference, change) => {
      expect(shareExplained(difference, change) ?? 0).toBeLessThanOrEqual(1)
    }),
  )
})
