import { expect, test } from 'vitest'
import type { Frequency, ReasonCode } from '../../shared/codes.ts'
import type { CellView } from '../types.ts'
import { latenessOf } from './lateness.ts'

const cell = (period: string, value: number | null, reason: ReasonCode | null = null) =>
  ({ period, value, reason }) as unknown as CellView
const notDue = (period: string, reasonInWords: string) => ({ ...cell(period, null, 'not_due'), reasonInWords })
const late = (history: readonly CellView[], frequency: Frequency, asAt: string, timeLag = 0) =>
  latenessOf(history, { frequency, timeLag, asAt })

test.each([
  ['2017-04-30', 0],
  ['2017-05-01', 1],
  ['2017-05-31', 1],
  ['2017-06-01', 2],
  ['2018-05-01', 13],
])('a monthly figure of March 2017 is on %s late by %i', (asAt, periods) => {
  expect(late([cell('2017-03', 1)], 'monthly', asAt)).toEqual({ next: '2017-04', dueFrom: '2017-05-01', periods })
})

test('a figure is not late before its time lag has passed', () => {
  expect(late([cell('2017-03', 1)], 'monthly', '2017-06-30', 2)).toEqual({
    next: '2017-04',
    dueFrom: '2017-07-01',
    periods: 0,
  })
  expect(late([cell('2017-03', 1)], 'monthly', '2017-07-01', 2).periods).toBe(1)
})

test('quarters, years and every second year are expected at their own pace', () => {
  expect(late([cell('2016/17-Q4', 1)], 'quarterly', '2017-10-01')).toMatchObject({ next: '2017/18-Q1', periods: 2 })
  expect(late([cell('2015/16', 1)], 'annual', '2017-04-01')).toMatchObject({ next: '2016/17', periods: 1 })
  expect(late([cell('2014/15', 1)], 'every_two_years', '2017-04-01')).toMatchObject({ next: '2016/17', periods: 1 })
})

test('what is not applicable, withheld or suppressed is not late; what is not available is', () => {
  const history = [cell('2017-03', 1), cell('2017-04', null, 'not_applicable'), cell('2017-05', null, 'not_available')]
  expect(late(history, 'monthly', '2017-07-01').periods).toBe(2)
})

test('what is not due until a later day is not late; what was due is', () => {
  const history = [
    cell('2017-03', 1),
    notDue('2017-04', 'was due on 1 June 2017'),
    notDue('2017-05', 'not due until 1 July 2017'),
  ]
  expect(late(history, 'monthly', '2017-06-15').periods).toBe(1)
})

test('nothing is late of what has never had a value, or has one for a span that is no period of its frequency', () => {
  expect(late([], 'monthly', '2030-01-01')).toEqual({ next: null, dueFrom: null, periods: 0 })
  expect(late([cell('2016/17', 1)], 'monthly', '2030-01-01').periods).toBe(0)
})

test('an indicator that never had a value is late from the first period of which anything is said', () => {
  const never = [cell('2017-03', null, 'not_available'), cell('2017-04', null, 'not_available')]
  expect(late(never, 'monthly', '2017-06-01')).toEqual({ next: '2017-03', dueFrom: '2017-04-01', periods: 3 })
  expect(late([], 'monthly', '2017-06-01')).toEqual({ next: null, dueFrom: null, periods: 0 })
})
