import { expect, test } from 'vitest'
import { monthsOf } from './holdings.ts'

const quarter = (start: string, file: number | null = 1) => ({ start, file })
const year = ['2024-04-01', '2024-07-01', '2024-10-01', '2025-01-01'].map(start => quarter(start))

test('monthsOf() gives the months whose twelve months are served, the latest first', () => {
  expect(monthsOf(year)).toEqual(['2025-03'])
  expect(monthsOf([...year, quarter('2025-04-01')])).toEqual(['2025-06', '2025-05', '2025-04', '2025-03'])
})

test('monthsOf() leaves out what holds a quarter without a file', () => {
  expect(monthsOf(year.map(each => (each.start === '2024-10-01' ? quarter(each.start, null) : each)))).toEqual([])
  const later = [...year, quarter('2025-04-01', null), quarter('2025-07-01')]
  expect(monthsOf(later)).toEqual(['2025-03'])
  expect(monthsOf([])).toEqual([])
})
