import { expect, test } from 'vitest'
import {
  directions,
  entryOf,
  frequencies,
  kinds,
  marks,
  type Polarity,
  polarities,
  profiles,
  purposes,
  ratings,
  reasons,
  summaryGroups,
  units,
} from './codes.ts'

const lists = {
  polarities,
  units,
  frequencies,
  kinds,
  reasons,
  marks,
  profiles,
  purposes,
  ratings,
  directions,
  summaryGroups,
}

test.each(Object.entries(lists))('%s has each code once, with a label where people read it', (_, list) => {
  const codes = list.map(entry => entry.code)
  expect(new Set<string>(codes).size).toBe(codes.length)
})

test('entryOf() finds a code, and names those there are when it does not', () => {
  expect(entryOf(units, 'per_100k').per).toBe(100_000)
  expect(() => entryOf(polarities, 'higher')).toThrow('the list holds bigger, smaller, on_target, none')
})

test('a table by polarity does not compile without one of them', () => {
  // @ts-expect-error there is no entry for on_target
  const side: Record<Polarity, number> = { bigger: 1, smaller: -1, none: 0 }
  expect(Object.keys(side)).toHaveLength(3)
})
