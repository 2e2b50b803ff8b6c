import { expect, test } from 'vitest'
import { marks, reasons } from '../../shared/codes.ts'
import { compareText } from '../../shared/compare-text.ts'
import { signs, terms, words } from './terms.data.ts'

test('every term has its own anchor and name, and leads only to terms that there are', () => {
  const slugs = terms.map(({ slug }) => slug)
  expect(new Set(slugs).size).toBe(terms.length)
  expect(new Set(terms.map(({ term }) => term)).size).toBe(terms.length)
  for (const slug of slugs) expect(slug).toMatch(/^[a-z][a-z-]*$/)
  for (const { slug, see } of terms)
    for (const other of see) expect([slug, slugs.includes(other)]).toEqual([slug, true])
})

test('words stand in the order of the alphabet', () => {
  const names = words.map(({ term }) => term.toLowerCase())
  expect(names).toEqual(names.toSorted(compareText))
})

test('every sign that pages show is explained', () => {
  const explained = signs.map(({ term }) => term.split(' ')[0])
  for (const { shorthand } of [...reasons, ...marks]) expect(explained).toContain(shorthand)
})

test('no explanation says the same as another', () => {
  const first = terms.map(({ means }) => means[0])
  expect(new Set(first).size).toBe(terms.length)
})
