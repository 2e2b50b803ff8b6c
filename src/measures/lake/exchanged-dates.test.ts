import { expect, test } from 'vitest'
import { sentenceOf, type Tally } from './exchanged-dates.ts'

const none: Tally = {
  dates: 0,
  days: 0,
  unread: 0,
  late: 0,
  lateMisfits: 0,
  early: 0,
  earlyMisfits: 0,
  fits: 0,
}
const saidOf = (tally: Partial<Tally>) => sentenceOf({ ...none, ...tally })

test('sentenceOf: hundreds of dates of which none is after the 12th are exchanged', () => {
  expect(saidOf({ dates: 200, days: 12 })?.text).toContain('none of 200 dates lies after the 12th')
  expect(saidOf({ dates: 120, days: 12, unread: 180 })?.text).toContain('and 180 dates cannot be read')
})

test('sentenceOf: a few dates, a day that all share, and one date after the 12th say nothing', () => {
  expect(saidOf({ dates: 199, days: 12 })).toBe(null)
  expect(saidOf({ dates: 90_000, days: 1 })).toBe(null)
  expect(saidOf({ dates: 90_000, days: 12, late: 1 })).toBe(null)
  expect(saidOf({})).toBe(null)
})

test('sentenceOf: dates that fit only when exchanged are told, unless late dates miss the period as often', () => {
  const exchanged = { dates: 1000, days: 31, late: 600, early: 380, earlyMisfits: 140, fits: 140 }
  expect(saidOf(exchanged)?.text).toContain('140 dates up to the 12th')
  expect(saidOf({ ...exchanged, lateMisfits: 200 })).toBe(null)
  expect(saidOf({ ...exchanged, fits: 100 })).toBe(null)
  expect(saidOf({ ...exchanged, earlyMisfits: 49, fits: 49 })).toBe(null)
})
