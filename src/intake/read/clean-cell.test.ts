import { expect, test } from 'vitest'
import { cleaned, firstUnprintable, printable } from './clean-cell.ts'

const text = (held: string) => ({ type: 'text', held, shown: held }) as const

test('cleaned() trims what is shown and keeps what is held', () => {
  expect(cleaned(text('  a b \u00a0'), 10)).toEqual({
    cell: { type: 'text', held: '  a b \u00a0', shown: 'a b' },
    fault: null,
  })
  expect(cleaned(text(' \n '), 10).cell.type).toBe('empty')
})

test('cleaned() tells of characters that do not print, and takes them out', () => {
  const { cell, fault } = cleaned(text('x\u0007y'), 10)
  expect(cell.held).toBe('x\ufffdy')
  expect(fault).toMatchObject({ code: 'control-character', expected: expect.stringContaining('U+0007') })
})

test('cleaned() tells of a text that no cell can hold', () => {
  expect(cleaned(text('x'.repeat(11)), 10)).toMatchObject({ cell: { type: 'empty' }, fault: { code: 'cell-too-long' } })
})

test('firstUnprintable() finds controls, turned text and halves of characters, and lets line ends and tabs be', () => {
  expect(['\u0000', '\u001b', '\u0085', '\u202e', '\u2066', '\uffff'].map(firstUnprintable)).not.toContain(null)
  expect(firstUnprintable('a\ud800')).toBe('\ufffd')
  expect(['a\tb\r\nc', 'é £ – 🙂', '\ufeff'].map(firstUnprintable)).toEqual([null, null, null])
  expect(printable('a\u0000b\ud800')).toBe('a\ufffdb\ufffd')
})
