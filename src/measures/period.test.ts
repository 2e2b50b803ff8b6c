import { expect, test } from 'vitest'
import { daysLater, labelOf, quarterOf, quartersBetween, yearTo } from './period.ts'

test('daysLater() counts over the end of a month and of a leap February', () => {
  expect(daysLater('2026-03-31', 35)).toBe('2026-05-05')
  expect(daysLater('2024-02-28', 1)).toBe('2024-02-29')
  expect(daysLater('2024-03-01', -1)).toBe('2024-02-29')
})

test('yearTo() is the twelve months up to the last day of a month', () => {
  expect(yearTo('2026-03')).toEqual({ start: '2025-04-01', end: '2026-03-31' })
  expect(yearTo('2024-02')).toEqual({ start: '2023-03-01', end: '2024-02-29' })
})

test('quartersBetween() cuts a span into quarters, the last one whole', () => {
  expect(quartersBetween('2025-10-01', '2026-03-31')).toEqual([
    { start: '2025-10-01', end: '2025-12-31' },
    { start: '2026-01-01', end: '2026-03-31' },
  ])
})

test('labelOf() names a span as the national files do', () => {
  expect(labelOf({ start: '2025-04-01', end: '2026-03-31' })).toBe('1 Apr 25 - 31 Mar 26')
})

test('quarterOf() is the calendar quarter of a day', () => {
  expect(quarterOf('2025-11-30')).toEqual({ start: '2025-10-01', end: '2025-12-31' })
  expect(quarterOf('2026-01-01')).toEqual({ start: '2026-01-01', end: '2026-03-31' })
})
