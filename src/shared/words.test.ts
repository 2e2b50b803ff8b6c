import { expect, test } from 'vitest'
import {
  capitalised,
  counted,
  dateInWords,
  dayInWords,
  grouped,
  isDay,
  isOverAQuarterOld,
  listed,
  numberWord,
} from './words.ts'

test.each([
  ['3523', '3,523'],
  ['1234567.5', '1,234,567.5'],
  ['-3523.5', '−3,523.5'],
  ['999', '999'],
  ['0.12345', '0.12345'],
])('grouped(%s) is %s', (text, words) => {
  expect(grouped(text)).toBe(words)
})

test('dayInWords() has no leading zero', () => {
  expect(dayInWords('2017-03-06')).toBe('6 March 2017')
})

test('a date of which only the month is known is said as a month, and never as a day', () => {
  expect([dateInWords('2017-11'), dateInWords('2017-11-30')]).toEqual(['November 2017', '30 November 2017'])
  for (const none of ['2017-11', '2017', '', '2017-02-30']) expect(() => dayInWords(none)).toThrow(RangeError)
  expect(() => dateInWords('2017-13')).toThrow(RangeError)
})

test('counted() and numberWord() speak of one, none and many', () => {
  expect([counted(1, 'indicator'), counted(1500, 'indicator'), counted(0, 'reply', 'replies')]).toEqual([
    '1 indicator',
    '1,500 indicators',
    '0 replies',
  ])
  expect([numberWord(0), numberWord(4), numberWord(12), numberWord(1200)]).toEqual(['none', 'four', '12', '1,200'])
})

test('listed() puts "and" before the last', () => {
  expect([listed([]), listed(['a']), listed(['a', 'b']), listed(['a', 'b', 'c'])]).toEqual([
    '',
    'a',
    'a and b',
    'a, b and c',
  ])
})

test('capitalised() touches the first letter only', () => {
  expect(capitalised('delays in NHS care')).toBe('Delays in NHS care')
})

test.each([
  ['2017-03-06', true],
  ['2016-02-29', true],
  ['2017-02-29', false],
  ['2017-13-01', false],
  ['2017-3-6', false],
  ['06/03/2017', false],
  ['', false],
])('isDay(%j) is %s', (text, expected) => {
  expect(isDay(text)).toBe(expected)
})

test('isOverAQuarterOld() counts three months of the calendar, to the day', () => {
  expect(isOverAQuarterOld('2017-03-06', '2017-06-06')).toBe(false)
  expect(isOverAQuarterOld('2017-03-06', '2017-06-07')).toBe(true)
  expect(isOverAQuarterOld('2016-11-30', '2017-02-28')).toBe(false)
  expect(isOverAQuarterOld('2016-11-30', '2017-03-01')).toBe(true)
  expect(isOverAQuarterOld('2016-12-31', '2017-03-31')).toBe(false)
})
