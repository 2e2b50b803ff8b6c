import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { fileBytes } from './file-bytes.ts'

const table = {
  title: 'Faults',
  council: 'Norfolk',
  columns: ['what', 'count'],
  rows: [
    ['=HYPERLINK("x")', 3],
    ['a, "b"', null],
    ['minus', -2.5],
  ],
} as const
const text = (format: 'csv' | 'json') => new TextDecoder().decode(fileBytes(table, format, '2026-11-22'))

test('a text that a spreadsheet would take for a formula is a text; numbers stay numbers', () => {
  expect(text('csv')).toBe('what,count\n"\'=HYPERLINK(""x"")",3\n"a, ""b""",\nminus,-2.5\n')
  expect(JSON.parse(text('json'))).toEqual([
    { what: '=HYPERLINK("x")', count: 3 },
    { what: 'a, "b"', count: null },
    { what: 'minus', count: -2.5 },
  ])
})

test('a spreadsheet has a sheet for each part that rows belong to, and other formats keep their order', () => {
  const parts = {
    ...table,
    rows: [
      ['b', 1],
      ['a', 2],
      ['b', 3],
    ] as const,
    partOf: ([name]: readonly unknown[]) => `Part ${name}`,
  }
  const xml = strFromU8(unzipSync(fileBytes(parts, 'ods', '2026-11-22'))['content.xml'] ?? new Uint8Array())
  expect([...xml.matchAll(/<table:table table:name="([^"]+)"/g)].map(([, name]) => name)).toEqual([
    'Cover',
    'Contents',
    'Notes',
    '1 Part a',
    '2 Part b',
  ])
  expect(new TextDecoder().decode(fileBytes(parts, 'csv', '2026-11-22'))).toBe('what,count\nb,1\na,2\nb,3\n')
})

test('a spreadsheet is an archive of the right kind, the same each time', () => {
  const bytes = fileBytes(table, 'ods', '2026-11-22')
  expect(new TextDecoder().decode(bytes.subarray(0, 100))).toContain('application/vnd.oasis.opendocument.spreadsheet')
  expect(fileBytes(table, 'ods', '2026-11-22')).toEqual(bytes)
})
