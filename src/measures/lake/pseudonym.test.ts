import { createHmac, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Engine, openEngine, quoted } from '../engine.ts'
import { paddedKeys, pseudonym, pseudonymSql } from './pseudonym.ts'

let engine: Engine
beforeAll(async () => {
  engine = await openEngine({ memory: '256MB', overflow: null })
})
afterAll(() => engine.close())

const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

async function bySql(key: Uint8Array, texts: readonly string[]): Promise<unknown[]> {
  const { inner, outer } = paddedKeys(key)
  await engine.run(
    `set variable inner_pad = unhex('${hexOf(inner)}'); set variable outer_pad = unhex('${hexOf(outer)}')`,
  )
  const rows = await engine.rows(
    `select cast(${pseudonymSql('t.text')} as varchar) as made from (values ${texts
      .map((text, at) => `(${at}, ${quoted(text)})`)
      .join(', ')}) as t(place, text) order by t.place`,
  )
  return rows.map(row => row['made'])
}

test('pseudonym() is HMAC-SHA256 as RFC 4231 has it, cut to 128 bits', () => {
  const key = Buffer.from('4a656665', 'hex') // "Jefe"
  expect(pseudonym(key, 'x')).toBe(
    createHmac('sha256', key)
      .update('X')
      .digest('hex')
      .slice(0, 32)
      .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
  )
  expect(createHmac('sha256', key).update('what do ya want for nothing?').digest('hex')).toMatch(/^5bdcc146bf60754e/)
})

test('pseudonym() takes an identifier whatever its blanks and capitals, and another under another key', () => {
  const [one, other] = [randomBytes(32), randomBytes(32)]
  expect(pseudonym(one, ' e100 ')).toBe(pseudonym(one, 'E100'))
  expect(pseudonym(one, 'E100')).not.toBe(pseudonym(other, 'E100'))
  expect(pseudonym(one, 'E100')).not.toBe(pseudonym(one, 'E101'))
})

test('pseudonymSql() makes in DuckDB what pseudonym() makes here', async () => {
  const identifier = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }).map(text => text.trim().toUpperCase())
  const texts = fc.array(
    identifier.filter(text => text !== '' && !text.includes('\0')),
    { minLength: 1, maxLength: 20 },
  )
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 64 }), texts, async (key, some) => {
      expect(await bySql(key, some)).toEqual(some.map(text => pseudonym(key, text)))
    }),
    { numRuns: 30 },
  )
})

test('paddedKeys() refuses a key longer than a block, which HMAC would hash first', () => {
  expect(() => paddedKeys(new Uint8Array(65))).toThrow('longer than 64 bytes: 65')
})
