import { expect, test } from 'vitest'
import { paperFonts } from '../../../test/support/fonts.ts'
import { coverageOf } from './coverage.ts'
import { printable } from './printable.ts'

const covers = coverageOf(paperFonts().regular)

test('coverageOf() knows the letters of a typeface', () => {
  for (const letter of 'azŵŷÉ£€–—≥±½') expect([letter, covers(letter.codePointAt(0) as number)]).toEqual([letter, true])
  for (const other of ['\u{1f600}', '\u0645', '\uffff']) expect(covers(other.codePointAt(0) as number)).toBe(false)
})

test('coverageOf() refuses what is no typeface', () => {
  expect(() => coverageOf(new Uint8Array(12))).toThrow(/no table of characters/)
})

test('printable() writes what the typeface lacks as its number', () => {
  expect(printable('up \u{1f600}', covers)).toBe('up [U+1F600]')
})

test('printable() takes out what cannot be seen and puts plain for fine spaces and hyphens', () => {
  expect(printable('a\u202eb\u202c\u200b\u0007 65\u201174\u2009%\tend', covers)).toBe('ab 65-74 % end')
})

test('printable() joins letters and their accents', () => {
  expect(printable('w\u0302', covers)).toBe('ŵ')
})

test('printable() leaves no half of a pair', () => {
  expect(printable('\ud83d', covers)).toBe('[U+FFFD]')
})
