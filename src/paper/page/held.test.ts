import { expect, test } from 'vitest'
import { heldUnits } from './held.ts'

test('heldUnits() keeps a number and its percent sign or its days on one line', () => {
  expect(heldUnits('Red: 8.0 % below a target of 4.0 %; 3 days, 1 day')).toBe(
    'Red: 8.0\u00a0% below a target of 4.0\u00a0%; 3\u00a0days, 1\u00a0day',
  )
})

test('heldUnits() leaves other words apart', () => {
  expect(heldUnits('5 people of 10 in 2017')).toBe('5 people of 10 in 2017')
})
