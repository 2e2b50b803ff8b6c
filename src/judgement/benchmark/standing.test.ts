import fc from 'fast-check'
import { expect, test } from 'vitest'
import { standingAgainst } from './standing.ts'

const polarities = ['bigger', 'smaller', 'on_target', 'none'] as const

test('standingAgainst() is similar wherever the interval reaches the figure of the whole, its ends included', () => {
  for (const polarity of polarities) {
    expect(standingAgainst({ lower: 75.8, upper: 82.8 }, 77.7, polarity)).toBe('similar')
    expect(standingAgainst({ lower: 75.8, upper: 82.8 }, 75.8, polarity)).toBe('similar')
    expect(standingAgainst({ lower: 75.8, upper: 82.8 }, 82.8, polarity)).toBe('similar')
  }
})

test('standingAgainst() says better or worse by the way that is good, and only higher or lower where none is', () => {
  const [above, below] = [
    { lower: 80, upper: 90 },
    { lower: 60, upper: 70 },
  ]
  expect(polarities.map(polarity => standingAgainst(above, 75, polarity))).toEqual([
    'better',
    'worse',
    'higher',
    'higher',
  ])
  expect(polarities.map(polarity => standingAgainst(below, 75, polarity))).toEqual([
    'worse',
    'better',
    'lower',
    'lower',
  ])
})

test('standingAgainst() turns round when everything is counted the other way', () => {
  const value = fc.double({ min: -1000, max: 1000, noNaN: true })
  fc.assert(
    fc.property(value, value, value, (a, b, whole) => {
      const [lower, upper] = [Math.min(a, b), Math.max(a, b)]
      expect(standingAgainst({ lower, upper }, whole, 'bigger')).toBe(
        standingAgainst({ lower: -upper, upper: -lower }, -whole, 'smaller'),
      )
    }),
  )
})
