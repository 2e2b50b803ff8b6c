import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvParts, delimiterOf } from './csv.ts'
import { defaultLimits } from './limits.ts'

async function rowsIn(text: string): Promise<string[][]> {
  const rows: string[][] = []
  for await (const part of csvParts(Buffer.from(text), defaultLimits))
    if (part.part === 'row') rows.push(part.cells.map(cell => cell.held))
  return rows
}

test('delimiterOf() finds what most lines hold equally often, outside quotation marks', () => {
  expect(delimiterOf(Buffer.from('a,b\n1,2\n'))).toBe(',')
  expect(delimiterOf(Buffer.from('a;b\n1,5;2\n1,5;2,3\n'))).toBe(';')
  expect(delimiterOf(Buffer.from('a\tb\n"1,5"\t"2,3"\n'))).toBe('\t')
  expect(delimiterOf(Buffer.from('Norfolk, 2017\n\na;b;c\n1;2;3\n'))).toBe(';')
  expect(delimiterOf(Buffer.from('alone'))).toBe(',')
})

test('csvParts() reads quoted line ends, doubled quotation marks, ragged rows and mixed line ends', async () => {
  expect(await rowsIn('a,"b\r\nc",""\r\n\n"say ""hi""",2\r3')).toEqual([
    ['a', 'b\r\nc', ''],
    [''],
    ['say "hi"', '2'],
    ['3'],
  ])
})

test('csvParts() believes a first line that names the delimiter, as Excel does', async () => {
  expect(await rowsIn('sep=;\na,b;c\n')).toEqual([[], ['a,b', 'c']])
})

test('csvParts() gives back what was written by RFC 4180', async () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', ' ', 'é') })
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell), { minLength: 2, maxLength: 6 }), async rows => {
      const text = rows.map(row => row.map(each => `"${each.replaceAll('"', '""')}"`).join(',')).join('\r\n')
      expect(await rowsIn(text)).toEqual(rows)
    }),
    { numRuns: 50 },
  )
})
