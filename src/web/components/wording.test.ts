import { expect, test } from 'vitest'
import { figure, legendOf, linkTo, ownerOf, withUnit } from './wording.ts'

const unit = (code: Parameters<typeof withUnit>[1]['unit'], unitLabel = '') => ({ unit: code, unitLabel })

test('figure() has separators and a true minus, and leaves what is written already', () => {
  expect(['3523', '-12.5', '3,523', '−2', '3.56'].map(figure)).toEqual(['3,523', '−12.5', '3,523', '−2', '3.56'])
})

test('withUnit() reads as a sentence says it', () => {
  expect(withUnit('88.6', unit('percent'))).toBe('88.6\u00a0%')
  expect(withUnit('3523', unit('per_100k', 'per 100,000'))).toBe('3,523\u00a0per 100,000')
  expect(withUnit('-131700', unit('pounds'))).toBe('−£131,700')
  expect(withUnit('95', unit('count', 'number'))).toBe('95')
  expect(withUnit('12', unit('days', 'days'))).toBe('12\u00a0days')
})

test('linkTo() leaves out what is not chosen', () => {
  expect(linkTo('/norfolk', {})).toBe('/norfolk')
  expect(linkTo('/norfolk', { 'as-at': '2017-06-19', counts: undefined })).toBe('/norfolk?as-at=2017-06-19')
})

test('ownerOf() takes away what every council’s name has', () => {
  expect(['Norfolk County Council', 'Leicester City Council', 'Harrowmere Council', 'England'].map(ownerOf)).toEqual([
    'Norfolk',
    'Leicester',
    'Harrowmere',
    'England',
  ])
})

test('legendOf() explains only the symbols that are used, each once', () => {
  const cell = (reason: 'not_available' | 'not_due' | null, marks: readonly 'provisional'[] = []) =>
    ({ reason, marks }) as unknown as Parameters<typeof legendOf>[0][number]
  expect(legendOf([cell('not_available'), cell('not_due'), cell(null, ['provisional'])])).toEqual([
    { symbol: '[x]', means: 'not available or not due yet' },
    { symbol: '[p]', means: 'provisional' },
  ])
  expect(legendOf([cell('not_due'), cell(null)])).toEqual([{ symbol: '[x]', means: 'not due yet' }])
})
