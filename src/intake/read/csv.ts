import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import type { Cell } from '../grid.ts'
import { refuseGiants } from './csv-giants.ts'
import { asUtf8 } from './decode-text.ts'
import type { ReadLimits } from './limits.ts'
import { emptyCell, type Part } from './parts.ts'
import { Unreadable } from './problems.ts'

const quote = 34
const sampleBytes = 64 * 1024
const chunkBytes = 64 * 1024

/** Reads a CSV file by RFC 4180, whatever stands between its values: comma, semicolon or tab. Rows may be ragged. */
export async function* csvParts(bytes: Buffer, limits: ReadLimits): AsyncGenerator<Part> {
  const text = asUtf8(bytes)
  const stated = /^sep=(.)\r?\n/.exec(text.toString('latin1', 0, 7))?.[1]
  const delimiter = stated ?? delimiterOf(text.subarray(0, sampleBytes))
  refuseGiants(text, delimiter, limits)
  yield { part: 'sheet', sheet: '', merged: [] }
  const parser = parse({ delimiter, record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true })
  parser.on('error', () => {}) // heard again below, where the rows are taken
  let row = 0
  try {
    for await (const record of Readable.from(chunksOf(text)).pipe(parser) as AsyncIterable<string[]>) {
      yield { part: 'row', row, cells: stated && row === 0 ? [] : record.map(textCell) }
      row += 1
    }
  } catch (error) {
    throw error instanceof CsvError ? brokenCsv(error) : error
  }
}

function textCell(text: string): Cell {
  return text === '' ? emptyCell : { type: 'text', held: text, shown: text }
}

function* chunksOf(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes)
}

const delimiters = [',', ';', '\t'] as const

/** What stands between the values: what most lines hold equally often. @example delimiterOf(Buffer.from('a;b\n1,5;2')) // ';' */
export function delimiterOf(sample: Buffer): string {
  const lines = linesWithoutQuoted(sample)
  const scored = delimiters.map(delimiter => ({ delimiter, ...agreement(lines, delimiter) }))
  const best = scored.reduce((a, b) => (b.lines > a.lines || (b.lines === a.lines && b.each > a.each) ? b : a))
  return best.delimiter
}

/** How many lines hold the delimiter equally often, and how often. */
function agreement(lines: readonly string[], delimiter: string): { lines: number; each: number } {
  const tally = new Map<number, number>()
  for (const line of lines) {
    const count = line.split(delimiter).length - 1
    if (count > 0) tally.set(count, (tally.get(count) ?? 0) + 1)
  }
  const [each = 0, agreeing = 0] = [...tally].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? []
  return { lines: agreeing, each }
}

function linesWithoutQuoted(sample: Buffer): string[] {
  let quoted = false
  const bare = sample.filter(byte => {
    if (byte === quote) quoted = !quoted
    return !quoted && byte !== quote
  })
  return Buffer.from(bare)
    .toString('latin1')
    .split(/[\r\n]+/)
    .filter(line => line !== '')
}

function brokenCsv(error: CsvError): Unreadable {
  const where = { row: Number(error['records']) + 1 }
  if (error.code === 'CSV_QUOTE_NOT_CLOSED')
    return new Unreadable(
      'broken-quote',
      'a quotation mark opens here and is never closed; close it, or write a quotation mark inside a value twice',
      where,
    )
  return new Unreadable(
    'broken-quote',
    'a quotation mark stands in the middle of a value; put the whole value in quotation marks, and write the one inside twice',
    where,
  )
}
