import { expect, test } from 'vitest'
import type { NationalData } from '../national/national-data.ts'
import { isClearChange } from './change.ts'
import type { Observation } from './field.ts'

type Payload = { value?: string; marginOfError?: string; numerator?: string; denominator?: string }

const data = { indicators: new Map() } as unknown as NationalData
const blank = { value: '0', marginOfError: null, numerator: null, denominator: null }

/** One year's figure; counts are taken as they are unless they are rounded. */
function told(payload: Payload, { unit = 'percent', rounded = false } = {}) {
  const fact = { owner: 'somebody', indicator: 'share', payload: { ...blank, ...payload } } as unknown as Observation
  const rounds = { numerator: rounded, denominator: rounded }
  return { fact, comparison: { unit: unit as 'percent', polarity: 'bigger' as const, england: null, rounds } }
}

const score = (value: string, marginOfError: string) => told({ value, marginOfError }, { unit: 'score' })
const share = (numerator: string, denominator: string, rounded = false) => told({ numerator, denominator }, { rounded })

test('isClearChange() does not take 19.1 after 19.2 for a change where each may be off by 0.4', () => {
  expect(isClearChange(data, score('19.1', '0.4'), score('19.2', '0.4'))).toBe(false)
  expect(isClearChange(data, score('19.1', '0.4'), score('19.1', '0.4'))).toBe(false)
})

test('isClearChange() holds the difference against its own interval: margins of 3 each make one of 4.24', () => {
  expect(isClearChange(data, score('77', '3'), score('73', '3'))).toBe(false)
  // The two intervals overlap, and still the years differ.
  expect(isClearChange(data, score('77', '3'), score('72.5', '3'))).toBe(true)
  expect(isClearChange(data, score('72.5', '3'), score('77', '3'))).toBe(true)
})

test('isClearChange() tests shares by Newcombe’s interval: 56 of 70 against 48 of 80 differ by 5.2 to 33.4 points', () => {
  expect(isClearChange(data, share('56', '70'), share('48', '80'))).toBe(true)
  // 54 of 70 against 50 of 80 differ by −0.2 to 28.4 points: what rounding took away decides.
  expect(isClearChange(data, share('54', '70'), share('50', '80'))).toBe(false)
  expect(isClearChange(data, share('56', '70', true), share('48', '80', true))).toBe(false)
})

test('isClearChange() cannot tell where one of the years has neither a margin nor counts', () => {
  expect(isClearChange(data, score('77', '3'), told({ value: '73' }))).toBeNull()
  expect(isClearChange(data, told({ value: '73' }), share('56', '70'))).toBeNull()
})
