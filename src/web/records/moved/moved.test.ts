import fc from 'fast-check'
import { expect, test } from 'vitest'
import { counts } from '../../../measures/compared/difference.ts'
import { movementOf } from '../../../measures/moved/moved.ts'
import { changesOf } from './steps.ts'
import { movedInWords } from './view.tsx'

const months = { from: '2025-03', to: '2026-03' }

test('the steps of the bridge add up exactly, whoever came and went', () => {
  const names = fc.constantFrom<string>('a', 'b', 'c', 'd', 'e', 'f', 'g')
  const people = fc.array(names, { maxLength: 12 }).map(counts)
  const some = fc.uniqueArray(names)
  fc.assert(
    fc.property(people, people, people, some, some, (before, restated, last, known, dead) => {
      const isKnown = (person: string) => known.includes(person)
      const movement = movementOf({ before, restated, last, isKnown, isDead: person => dead.includes(person) })
      const end = changesOf(movement).reduce((sum, { change }) => sum + change, movement.from)
      expect(end).toBe(movement.to)
    }),
  )
})

test('movedInWords() says what moved, and that nobody did', () => {
  const still = { from: 65, late: 0, correctedIn: 0, correctedOut: 0, new: 0, left: 0, died: 0, to: 65 }
  expect(movedInWords(still, 'spells', months)).toBe('65 spells in March 2025, 65 in March 2026: nobody moved.')
  expect(movedInWords({ ...still, late: 2, correctedOut: 1, new: 1200, died: 4, to: 1262 }, 'people', months)).toBe(
    '65 people in March 2025, 1,262 in March 2026: 2 known late, 1 no longer counted after a correction, 1,200 new and 4 died.',
  )
})
