import { expect, test } from 'vitest'
import type { DecimalText } from '../../shared/rounding.ts'
import { roundedCount } from './rounded-count.ts'

test.each([
  ['0', 5, '0'],
  ['5', 5, '5'],
  ['7', 5, '5'],
  ['8', 5, '10'],
  ['43', 5, '45'],
  ['43', 1, '43'],
  ['44.5', 10, '40'],
  ['1234', 100, '1200'],
])('roundedCount(%s, %s) is %s', (count, to, expected) => {
  expect(roundedCount(count as DecimalText, to)).toBe(expected)
})
