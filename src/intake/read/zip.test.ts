import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { Unreadable } from './problems.ts'
import { storedZip, unzipped } from './zip.ts'

const limits = { unzippedBytes: 1000 }
const all = () => true
const zip = (parts: Record<string, Uint8Array>) => Buffer.from(zipSync(parts))
const codeOf = (bytes: Buffer, wanted: (name: string) => boolean = all): string => {
  try {
    unzipped(bytes, limits, wanted)
    return ''
  } catch (error) {
    return error instanceof Unreadable ? error.code : String(error)
  }
}

test('unzipped() gives the wanted entries, and storedZip() packs them without compression', () => {
  const content = unzipped(
    zip({ 'a.xml': strToU8('<a/>'), 'b.png': new Uint8Array(900) }),
    limits,
    name => name !== 'b.png',
  )
  expect([...content].map(([name, bytes]) => [name, bytes.toString()])).toEqual([['a.xml', '<a/>']])
  const again = Buffer.from(storedZip(content))
  expect(again.includes('<a/>')).toBe(true)
  expect(unzipped(again, limits, all)).toEqual(content)
})

test('unzipped() counts what comes out, over all entries, whatever the sizes say', () => {
  expect(codeOf(zip({ a: new Uint8Array(1000) }))).toBe('')
  expect(codeOf(zip({ a: new Uint8Array(1001) }))).toBe('too-large')
  expect(codeOf(zip({ a: new Uint8Array(600), b: new Uint8Array(600) }))).toBe('too-large')
  const lying = zip({ a: new Uint8Array(100_000) })
  lying.writeUInt32LE(5, lying.indexOf('PK\x01\x02', 0, 'latin1') + 24)
  expect(codeOf(lying)).toBe('too-large')
  expect(codeOf(zip({ a: new Uint8Array(100_000) }), () => false)).toBe('')
})

test('unzipped() refuses what is damaged, doubled, locked or oddly compressed', () => {
  const sound = zip({ a: strToU8('one two three') })
  const entry = sound.indexOf('PK\x01\x02', 0, 'latin1')
  const changed = (at: number, byte: number) => {
    const copy = Buffer.from(sound)
    copy[at] = byte
    return copy
  }
  expect(codeOf(sound.subarray(0, sound.length - 10))).toBe('damaged')
  expect(codeOf(changed(36, 0xff))).toBe('damaged')
  expect(codeOf(changed(entry + 10, 12))).toBe('damaged')
  expect(codeOf(changed(entry + 16, Number(sound[entry + 16]) ^ 1))).toBe('damaged')
  expect(codeOf(changed(entry + 8, 1))).toBe('encrypted')
  expect(codeOf(zip({ a: strToU8('1'), 'a\\': strToU8('2'), 'b/c': strToU8('3'), 'b\\c': strToU8('4') }))).toBe(
    'damaged',
  )
})
