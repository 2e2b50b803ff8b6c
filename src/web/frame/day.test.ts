import { describe, expect, test } from 'vitest'
import { fieldsOf, readDay } from './day.ts'

const today = '2026-11-22'

describe('readDay()', () => {
  test('without a choice the day is today', () => {
    expect(readDay({}, today)).toEqual({ kind: 'today', asAt: today })
    expect(readDay({ 'as-at': '' }, today)).toEqual({ kind: 'today', asAt: today })
    expect(readDay({ 'as-at': today }, today)).toEqual({ kind: 'today', asAt: today })
  })

  test('takes a past day of the address', () => {
    expect(readDay({ 'as-at': '2017-06-19' }, today)).toEqual({ kind: 'past', asAt: '2017-06-19' })
  })

  test.each([
    [{ day: '19', month: '6', year: '2017' }, '2017-06-19'],
    [{ day: ' 9 ', month: 'June', year: '2017' }, '2017-06-09'],
    [{ day: '01', month: 'sept', year: '2017' }, '2017-09-01'],
    [{ day: '22', month: '11', year: '2026' }, undefined],
  ])('leads the form’s fields %o to the day %s', (fields, asAt) => {
    expect(readDay(fields, today)).toEqual({ kind: 'elsewhere', asAt })
  })

  test.each([
    [{ day: '', month: '', year: '' }, 'Enter the day as at which to look'],
    [{ day: '19', month: '', year: '' }, 'Enter the month and the year too'],
    [{ day: '', month: '6', year: '2017' }, 'Enter the day too'],
    [{ day: '31', month: '2', year: '2017' }, 'The day must be a real one, such as 19 6 2017'],
    [{ day: 'x', month: 'y', year: 'z' }, 'The day must be a real one, such as 19 6 2017'],
    [{ day: '19', month: '6', year: '17' }, 'The day must be a real one, such as 19 6 2017'],
    [{ day: '23', month: '11', year: '2026' }, 'The day must be today or earlier'],
    [{ 'as-at': '2027-01-01' }, 'The day must be today or earlier'],
    [{ 'as-at': '19/06/2017' }, 'The day must be a real one, such as 19 6 2017'],
  ])('refuses %o, shows today and says why', (query, problem) => {
    expect(readDay(query as unknown as Record<string, string>, today)).toMatchObject({
      kind: 'wrong',
      asAt: today,
      problem,
    })
  })
})

test('fieldsOf() gives a day’s parts as the form holds them', () => {
  expect(fieldsOf('2017-06-09')).toEqual({ day: '9', month: '6', year: '2017' })
})
