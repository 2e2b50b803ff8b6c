import { describe, expect, test } from 'vitest'
import type { Cell } from '../grid.ts'
import { cellCounts, cellValue, decimalIn, looksLikeCounts, polarityIn } from './cell-value.ts'

const text = (shown: string): Cell => ({ type: shown === '' ? 'empty' : 'text', held: shown, shown })

describe('decimalIn()', () => {
  test.each([
    ['86.3%', '86.3', true],
    ['86.3 %', '86.3', true],
    ['3,523', '3523', false],
    ['1,234,567.80', '1234567.80', false],
    ['£1,200', '1200', false],
    ['-£1,200', '-1200', false],
    ['(5.0)', '-5.0', false],
    ['−2.1', '-2.1', false],
    ['+2.1', '2.1', false],
    ['.5', '0.5', false],
    ['007', '7', false],
    ['-0.0', '0.0', false],
    ['79.0', '79.0', false],
  ])('reads %s', (shown, expected, percent) => {
    expect(decimalIn(shown)).toEqual({ text: expected, percent })
  })

  test.each([
    '',
    '3,52',
    '1,2345',
    '1.2.3',
    '12 345',
    '(5',
    '5)',
    '86.3%%',
    '1e5',
    'five',
    '86.3*',
    '1,',
    '9'.repeat(400),
  ])('takes %s for no number', shown => {
    expect(decimalIn(shown)).toBeNull()
  })
})

describe('cellValue()', () => {
  test('takes what the reader sees, not the hidden digits', () => {
    const cell: Cell = { type: 'number', held: '0.863049095607235', shown: '86.3%' }
    expect(cellValue(cell)).toEqual({ kind: 'number', text: '86.3', percent: true })
  })

  test('takes what the cell holds where the column is too narrow for its number', () => {
    expect(cellValue({ type: 'number', held: '123456', shown: '1.2E+05' })).toMatchObject({ text: '123456' })
  })

  test.each(['', '/', '-', '–', '..', '…', 'n/a', 'N/A', 'tbc', '[x]', 'not available'])(
    'has no value for %s',
    shown => {
      expect(cellValue(text(shown))).toMatchObject({ kind: 'none', reason: 'not_available' })
    },
  )

  test('tells other reasons apart', () => {
    expect(cellValue(text('[c]'))).toMatchObject({ reason: 'suppressed' })
    expect(cellValue(text('*'))).toMatchObject({ reason: 'suppressed' })
    expect(cellValue(text('not applicable'))).toMatchObject({ reason: 'not_applicable' })
  })

  test('refuses errors, dates, true and false, and words', () => {
    expect(cellValue({ type: 'error', held: '#DIV/0!', shown: '#DIV/0!' })).toMatchObject({ code: 'formula-error' })
    expect(cellValue({ type: 'date', held: '2016-12-01', shown: 'Dec-16' })).toMatchObject({ code: 'not-a-number' })
    expect(cellValue({ type: 'boolean', held: 'true', shown: 'TRUE' })).toMatchObject({ code: 'not-a-number' })
    expect(cellValue(text('about 86'))).toMatchObject({ code: 'not-a-number' })
    expect(cellValue({ type: 'number', held: '1e+300', shown: '1E+300' })).toMatchObject({ code: 'not-a-number' })
  })
})

describe('cellCounts()', () => {
  test('reads a numerator and a denominator', () => {
    expect(cellCounts(text('334 / 387'))).toEqual({ kind: 'counts', numerator: '334', denominator: '387' })
    expect(cellCounts(text('8,203/12,277'))).toEqual({ kind: 'counts', numerator: '8203', denominator: '12277' })
    expect(cellCounts(text('12 out of 15'))).toMatchObject({ numerator: '12', denominator: '15' })
  })

  test('has none where there is none yet', () => {
    expect(cellCounts(text('/'))).toEqual({ kind: 'none' })
    expect(cellCounts(text(''))).toEqual({ kind: 'none' })
  })

  test('refuses half of them, and a date that the spreadsheet made of them', () => {
    expect(cellCounts(text('334 /'))).toMatchObject({ code: 'bad-counts' })
    expect(cellCounts({ type: 'date', held: '2017-04-03', shown: '03-Apr' })).toMatchObject({ code: 'bad-counts' })
    expect(cellCounts({ type: 'error', held: '#REF!', shown: '#REF!' })).toMatchObject({ code: 'formula-error' })
  })

  test('looksLikeCounts() knows them from values', () => {
    expect(['334 / 387', '/', '334 /'].every(shown => looksLikeCounts(text(shown)))).toBe(true)
    expect(['86.3%', '', 'n/a', '334'].some(shown => looksLikeCounts(text(shown)))).toBe(false)
  })
})

test('polarityIn() reads which way is good', () => {
  expect(['Bigger', 'bigger is better', 'Higher', '↑'].map(word => polarityIn(text(word)))).toEqual(
    Array(4).fill('bigger'),
  )
  expect(['Smaller', 'Lower is\nbetter', '▼'].map(word => polarityIn(text(word)))).toEqual(Array(3).fill('smaller'))
  expect(polarityIn(text('On target'))).toBe('on_target')
  expect(polarityIn(text('For information'))).toBe('none')
  expect(polarityIn(text(''))).toBeNull()
  expect(polarityIn(text('sideways'))).toBeUndefined()
})
