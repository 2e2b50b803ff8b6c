import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRanked, placesOf, quarterOf, rankDirection, ranksOf } from './ranks.ts'

const published = fc.array(
  fc.integer({ min: 0, max: 40 }).map(tenths => tenths / 10),
  { minLength: 1, maxLength: 60 },
)
const polarity = fc.constantFrom('bigger', 'smaller')

describe('ranksOf()', () => {
  test('ranksOf() counts, for each value, those that are better: an independent oracle', () => {
    fc.assert(
      fc.property(published, polarity, (values, polarity) => {
        const ranks = ranksOf(values, polarity)
        values.forEach((own, at) => {
          const isBetter = (other: number) => (polarity === 'bigger' ? other > own : other < own)
          expect(ranks[at]).toEqual({
            rank: values.filter(isBetter).length + 1,
            of: values.length,
            tied: values.filter(other => other === own).length > 1,
          })
        })
      }),
    )
  })

  test('ranksOf() gives the opposite order for the opposite polarity', () => {
    const distinct = [3, 1, 2]
    expect(ranksOf(distinct, 'bigger').map(each => each.rank)).toEqual([1, 3, 2])
    expect(ranksOf(distinct, 'smaller').map(each => each.rank)).toEqual([3, 1, 2])
  })

  test('ranksOf() lets a shared place be the best of those it takes, and the next one comes after them all', () => {
    expect(ranksOf([70, 80, 70, 60], 'bigger')).toEqual([
      { rank: 2, of: 4, tied: true },
      { rank: 1, of: 4, tied: false },
      { rank: 2, of: 4, tied: true },
      { rank: 4, of: 4, tied: false },
    ])
    expect(ranksOf([], 'bigger')).toEqual([])
  })
})

test('placesOf() gives no place among fewer than three, nor where no end is the good one', () => {
  expect(placesOf([70], 'bigger')).toBeNull()
  expect(placesOf([70, 80], 'smaller')).toBeNull()
  expect(placesOf([70, 80, 90], 'none')).toBeNull()
  expect(placesOf([70, 80, 90], 'smaller')).toEqual(ranksOf([70, 80, 90], 'smaller'))
})

test('isRanked() leaves out figures for information and those with a value to keep to', () => {
  expect((['bigger', 'smaller', 'on_target', 'none'] as const).filter(isRanked)).toEqual(['bigger', 'smaller'])
})

test('quarterOf() puts the quarters apart where the group divides by four, and never beyond the fourth', () => {
  expect([1, 38, 39, 76, 77, 114, 115, 152].map(rank => quarterOf({ rank, of: 152 }))).toEqual([1, 1, 2, 2, 3, 3, 4, 4])
  expect(quarterOf({ rank: 1, of: 1 })).toBe(4)
  expect([1, 2, 3].map(rank => quarterOf({ rank, of: 3 }))).toEqual([2, 3, 4])
})

test('rankDirection() takes a smaller number for better', () => {
  expect([rankDirection(126, 147), rankDirection(1, 1), rankDirection(148, 142)]).toEqual([
    'improved',
    'unchanged',
    'declined',
  ])
})
