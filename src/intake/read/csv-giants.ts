import { columnLetter } from '../grid.ts'
import type { ReadLimits } from './limits.ts'
import { Unreadable } from './problems.ts'

const quote = 34
const lineFeed = 10
const carriageReturn = 13
const mostBytesOfCharacter = 3

/**
 * Refuses too many rows, a row with too many columns and a cell that is far too long before anything is made of them, so that a file of
 * commas or one endless quotation takes no memory.
 * @throws Unreadable naming the row and column
 */
export function refuseGiants(text: Buffer, delimiter: string, limits: ReadLimits): void {
  const separator = delimiter.charCodeAt(0)
  const longest = limits.cellLength * mostBytesOfCharacter
  let quoted = false
  let row = 1
  let column = 0
  let start = 0
  for (let at = 0; at < text.length; at += 1) {
    const byte = text[at]
    if (byte === quote) quoted = !quoted
    if (at - start > longest) throw tooLong(row, column, limits)
    if (quoted || (byte !== separator && byte !== lineFeed && byte !== carriageReturn)) continue
    if (byte === separator) {
      column += 1
      if (column >= limits.columns) throw tooWide(row, limits)
    } else {
      if (byte === lineFeed || text[at + 1] !== lineFeed) row += 1
      column = 0
      if (row > limits.rows + 1) throw tooDeep(row - 1, limits)
    }
    start = at + 1
  }
}

function tooLong(row: number, column: number, limits: ReadLimits): Unreadable {
  const most = limits.cellLength.toLocaleString('en-GB')
  return new Unreadable(
    'cell-too-long',
    `the cell holds more than ${most} characters, the most that a spreadsheet's cell can hold; shorten it, or look for a quotation mark that is never closed`,
    { row, column: columnLetter(column) },
  )
}

function tooWide(row: number, limits: ReadLimits): Unreadable {
  return new Unreadable('too-large', `the row goes on beyond column ${limits.columns}, the last that is read`, { row })
}

/** What is said of a sheet with too many rows. */
export function tooDeep(row: number, limits: ReadLimits, sheet = ''): Unreadable {
  return new Unreadable('too-large', `the sheet goes on below row ${limits.rows}, the last that is read; split it`, {
    sheet,
    row,
  })
}
