import { expect, test } from 'vitest'
import { fixtureServices } from '../fixtures/services.ts'
import { chosenRows, dashboardLink, readChoice } from './chosen-rows.ts'

const { rows } = (await fixtureServices().overview('norfolk', { asAt: '2017-06-19' }, 'officer')).dashboard

test('readChoice() reads back what dashboardLink() writes, and nothing else', () => {
  const choice = { rating: 'Amber', travel: 'no_change' } as const
  const link = dashboardLink('norfolk', choice, '2017-06-19')
  expect(link).toBe('/norfolk/dashboard?as-at=2017-06-19&rating=amber&travel=no-change')
  expect(readChoice(Object.fromEntries(new URL(link, 'http://localhost').searchParams))).toEqual(choice)
  expect(readChoice({ rating: 'Red', travel: 'sideways' })).toEqual({})
})

test('chosenRows() gives the rows that are rated so and go that way, and every row without a choice', () => {
  expect(chosenRows(rows, {})).toEqual(rows)
  expect(chosenRows(rows, { rating: 'Red' }).map(row => row.latest?.rating)).toEqual(Array(5).fill('Red'))
  const worse = chosenRows(rows, { rating: 'Red', travel: 'worse' })
  expect(worse.length).toBeGreaterThan(0)
  expect(worse.length).toBeLessThan(5)
  expect(worse.every(row => row.travel.direction === 'worse')).toBe(true)
})
