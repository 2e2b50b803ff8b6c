import { expect, test } from 'vitest'
import { numberText, spreadsheetDay } from './spreadsheet-number.ts'

test('numberText() is the shortest decimal of what a spreadsheet holds', () => {
  const numbers = [0.1 + 0.2, 334 / 387, 3523, -0, 1e-7, -2.5e-10, 1e21, 1e300]
  expect(numbers.map(numberText)).toEqual([
    '0.3',
    '0.863049095607235',
    '3523',
    '0',
    '0.0000001',
    '-0.00000000025',
    '1e+21',
    '1e+300',
  ])
})

test('spreadsheetDay() counts days as spreadsheets do, with the day that 1900 did not have', () => {
  expect(spreadsheetDay(42_705, false)).toBe('2016-12-01')
  expect(spreadsheetDay(1, false)).toBe('1900-01-01')
  expect(spreadsheetDay(59, false)).toBe('1900-02-28')
  expect(spreadsheetDay(61, false)).toBe('1900-03-01')
  expect(spreadsheetDay(41_243, true)).toBe('2016-12-01')
  expect(spreadsheetDay(42_705.604166666664, false)).toBe('2016-12-01T14:30:00')
  expect(spreadsheetDay(2_958_465, false)).toBe('9999-12-31')
})

test('spreadsheetDay() is null for what is no day', () => {
  expect([0.604, -3, 2_958_466, 1e300, Number.NaN].map(serial => spreadsheetDay(serial, false))).toEqual(
    Array(5).fill(null),
  )
})
