import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editsBetween, folded, nearestWord } from './folded.ts'

test('folded() takes away capitals, accents and curled quotation marks, and nothing else', () => {
  expect(folded('Café’s 2A(1) – İ ﬁt').text).toBe("cafe's 2a(1) – i fit")
})

test('folded() knows for each letter where it was written', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), written => {
      const { text, places } = folded(written)
      expect(places).toHaveLength(text.length + 1)
      expect(places.at(-1)).toBe(written.length)
      expect(places.every((place, at) => at === 0 || place >= (places[at - 1] ?? 0))).toBe(true)
    }),
  )
})

test.each([
  ['dashboard', 'dashboard', 0],
  ['dashbaord', 'dashboard', 1],
  ['kitten', 'sitting', 3],
  ['', 'abc', 3],
  ['abc', '', 3],
])('editsBetween(%j, %j) is %i', (one, other, edits) => {
  expect(editsBetween(one, other)).toBe(edits)
})

test('editsBetween() is the same both ways, and none only between equal words', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (one, other) => {
      expect(editsBetween(one, other)).toBe(editsBetween(other, one))
      expect(editsBetween(one, other) === 0).toBe(one === other)
    }),
  )
})

test('nearestWord() finds what was meant, and nothing where nothing is near', () => {
  const known = ['dashboard', 'papers', 'summary', 'norfolk']
  expect(nearestWord('Dashbord', known)).toBe('dashboard')
  expect(nearestWord('norflok', known)).toBe('norfolk')
  expect(nearestWord('wp-admin', known)).toBeNull()
  expect(nearestWord('a'.repeat(100_000), known)).toBeNull()
})
