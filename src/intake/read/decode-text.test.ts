import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asUtf8 } from './decode-text.ts'
import { Unreadable } from './problems.ts'

const fault = (bytes: Buffer): string => {
  try {
    asUtf8(bytes)
    return ''
  } catch (error) {
    return error instanceof Unreadable ? `${error.code} row ${error.where.row}: ${error.message}` : 'another error'
  }
}

test('asUtf8() takes UTF-8 with and without its mark, and UTF-16 with it', () => {
  expect(asUtf8(Buffer.from('é£')).toString()).toBe('é£')
  expect(asUtf8(Buffer.from('\ufeffé')).toString()).toBe('é')
  expect(asUtf8(Buffer.from('\ufeffé🙂', 'utf16le')).toString()).toBe('é🙂')
  expect(asUtf8(Buffer.from('\ufeffé', 'utf16le').swap16()).toString()).toBe('é')
})

test('asUtf8() names the line and byte of what is not UTF-8', () => {
  expect(fault(Buffer.from('a\nbé\nab£c', 'latin1'))).toMatch(
    /^wrong-encoding row 2: line 2, byte 2 \(0xE9, “é” in Windows-1252\)/,
  )
  expect(fault(Buffer.from([0x61, 0xc3]))).toMatch(/line 1, byte 2/)
  expect(fault(Buffer.from([0xe2, 0x82]))).toMatch(/line 1, byte 1/)
  expect(fault(Buffer.concat([Buffer.from(`${'é'.repeat(5000)}\n`), Buffer.from([0x80])]))).toMatch(/line 2, byte 1/)
})

test('asUtf8() names the place of a NUL', () => {
  expect(fault(Buffer.from('ab\nc\0d'))).toMatch(/^control-character row 2: line 2, byte 2 is a NUL/)
})

test('asUtf8() finds the first invalid byte wherever it stands', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (before, after) => {
      const start = Buffer.from(before.toWellFormed().replace(/[\0\n\ufeff]/g, ''))
      const end = Buffer.from(after.toWellFormed().replaceAll('\0', ''))
      const expected = new RegExp(`line 1, byte ${start.length + 1} \\(0xFF`)
      expect(fault(Buffer.concat([start, Buffer.from([0xff]), end]))).toMatch(expected)
    }),
  )
})
