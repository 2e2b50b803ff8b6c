import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { monthPeriod, type Period } from '../../shared/period/period.ts'
import { daysCounted, daysOver, placesTaken } from './days.ts'

const period = (text: string) => text as Period
const plain = { unit: 'per_100k', unitNote: '', kind: 'in_period', numeratorLabel: '', name: 'A measure' } as const

describe('daysCounted()', () => {
  test.each([
    ['what is noted of its unit', { unitNote: 'days of delay' }, { over: 'the_period', places: 'beds' }],
    ['days a calendar day', { numeratorLabel: 'delayed days per calendar day' }, { over: 'each_day', places: 'beds' }],
    [
      'a count that adds up',
      { unit: 'count', unitNote: 'days of sickness', kind: 'cumulative' },
      { over: 'the_year_so_far', places: 'people' },
    ],
    ['twelve months', { unitNote: 'bed days', kind: 'rolling_12' }, { over: 'twelve_months', places: 'beds' }],
  ] as const)('daysCounted() reads %s', (_, given, said) => {
    expect(daysCounted({ ...plain, ...given })).toEqual(said)
  })

  test('daysCounted() says why the days of Norfolk’s delays are no beds: its document does not say over how long they are', () => {
    const name = 'Number of days delay in transfers of care per 100,000 population (attributable to social care)'
    expect(daysCounted({ ...plain, kind: 'not_stated', name })?.over).toEqual({
      unknown: 'it counts days, and does not say over how long: a day, a month, or the year so far',
    })
  })

  test('daysCounted() turns no average length into people', () => {
    expect(daysCounted({ ...plain, unit: 'days' })?.over).toHaveProperty('unknown')
  })

  test.each([
    ['a share with days in its name', { unit: 'percent', name: 'At home 91 days after leaving hospital' }],
    ['people counted after some days', { unit: 'count', name: 'People at home after 91 days' }],
    ['people', { unitNote: 'people', numeratorLabel: 'admissions' }],
  ] as const)('daysCounted() is null for %s', (_, given) => {
    expect(daysCounted({ ...plain, ...given })).toBeNull()
  })
})

describe('placesTaken()', () => {
  test.each([
    [310, '2017-03', 'the_period', 10],
    [280, '2017-02', 'the_period', 10],
    [290, '2016-02', 'the_period', 10],
    [920, '2017/18-Q2', 'the_period', 10],
    [3650, '2016/17', 'the_period', 10],
    [3660, '2015/16', 'the_period', 10],
    [610, '2017-05', 'the_year_so_far', 10],
    [3650, '2017-05', 'twelve_months', 10],
    [10, '2017-05', 'each_day', 10],
  ] as const)('placesTaken(%d, %s, %s) is %d', (days, when, over, places) => {
    expect(placesTaken(days, period(when), over)).toBe(places)
  })

  test('placesTaken() knows no places where nobody says over how long', () => {
    expect(placesTaken(310, period('2017-03'), { unknown: 'it does not say' })).toBeNull()
  })

  test('one person who waits every day of a time takes one place, and twice the days take twice the places', () => {
    const months = fc.integer({ min: 1990 * 12, max: 2060 * 12 }).map(monthPeriod)
    const over = fc.constantFrom('the_period' as const, 'the_year_so_far' as const, 'twelve_months' as const)
    fc.assert(
      fc.property(months, over, fc.integer({ min: 1, max: 5000 }), (month, how, people) => {
        const days = daysOver(month, how)
        expect(placesTaken(days, month, how)).toBe(1)
        expect(placesTaken(days * people, month, how)).toBeCloseTo(people, 6)
      }),
    )
  })
})
