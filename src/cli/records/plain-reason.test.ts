import { expect, test } from 'vitest'
import { plainReason, withoutPeople } from './plain-reason.ts'

const person = '3f2a0c1d-9b8e-4f7a-8c6d-5e4f3a2b1c0d'

test('plainReason() says what was written for a reader', () => {
  const words = '1 Apr 25 - 31 Mar 26 is not covered yet: the records serve quarters up to 2025-12-31'
  expect(plainReason(new Error(words))).toBe(words)
  expect(plainReason(new Error('Out of Memory Error: could not allocate block'))).toMatch(/serve --memory 8GB/)
})

test.each([
  new Error('Binder Error: Referenced column "x" not found'),
  new Error(`Conversion Error: Could not convert string '${person}' to INT32`),
  new Error('IO Error: No files found'),
  new Error('Constraint Error: Duplicate key'),
  new TypeError('undefined is not a function'),
  Object.assign(new Error('ENOENT: no such file'), { code: 'ENOENT' }),
  'text',
])('plainReason() keeps what a machine says from readers: %s', error => {
  expect(plainReason(error)).toBeNull()
})

test('withoutPeople() takes pseudonyms out, however they are written', () => {
  expect(withoutPeople(`of ${person} and ${person.replaceAll('-', '').toUpperCase()}`)).toBe(
    'of (a person) and (a person)',
  )
})
