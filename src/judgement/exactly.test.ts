import { expect, test } from 'vitest'
import { minus, shareOf } from './exactly.ts'

test.each([
  [1000.1, 1000.05, 0.05],
  [0.6, 0.57, 0.03],
  [0.3, 0.1, 0.2],
  [0, 0, 0],
  [-1.1, 2.2, -3.3],
  [1e15, 1, 999999999999999],
])('minus(%d, %d) is %d without binary dust', (a, b, difference) => {
  expect(minus(a, b)).toBe(difference)
})

test('shareOf() is of the size of the whole, and refuses zero', () => {
  expect(shareOf(3, 60)).toBe(0.05)
  expect(shareOf(3, -60)).toBe(0.05)
  expect(() => shareOf(1, 0)).toThrow(RangeError)
})
