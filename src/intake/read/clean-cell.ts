import type { Cell } from '../grid.ts'
import { emptyCell } from './parts.ts'

/** A cell that may be trusted to hold only what prints, and what was wrong with it. */
export type Cleaned = { readonly cell: Cell; readonly fault: Fault | null }
type Fault = { readonly code: string; readonly found: string; readonly expected: string }

// Control characters other than tab and line ends, characters that turn the direction of text, and what is no character.
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/
const everyUnprintable = new RegExp(unprintable, 'g')

/** A cell with its shown text trimmed; one with control characters or too long a text is told, and made harmless. */
export function cleaned(cell: Cell, cellLength: number): Cleaned {
  const longest = Math.max(cell.held.length, cell.shown.length)
  if (longest > cellLength) {
    const expected = `the cell holds ${longest.toLocaleString('en-GB')} characters, and ${cellLength.toLocaleString('en-GB')} is the most that a spreadsheet's cell can hold; shorten it, or look for a quotation mark that is never closed`
    return { cell: emptyCell, fault: { code: 'cell-too-long', found: cell.held.slice(0, 40), expected } }
  }
  const bad = firstUnprintable(cell.held) ?? firstUnprintable(cell.shown)
  if (bad !== null) {
    const expected = `holds a character that does not print (${nameOf(bad)}); type the text again without it`
    return { cell: harmless(cell), fault: { code: 'control-character', found: cell.held.slice(0, 40), expected } }
  }
  const shown = cell.shown.trim()
  if (shown === '' && cell.held.trim() === '') return { cell: emptyCell, fault: null }
  return { cell: shown === cell.shown ? cell : { ...cell, shown }, fault: null }
}

/** The first character that does not print or is half of one; null where there is none. */
export function firstUnprintable(text: string): string | null {
  const found = unprintable.exec(text)
  if (found) return found[0]
  return text.isWellFormed() ? null : '\ufffd'
}

/** The text with a question-mark sign for every character that does not print. */
export function printable(text: string): string {
  return text.toWellFormed().replace(everyUnprintable, '\ufffd')
}

function harmless(cell: Cell): Cell {
  return { type: cell.type, held: printable(cell.held), shown: printable(cell.shown).trim() }
}

function nameOf(character: string): string {
  const code = character.charCodeAt(0)
  if (code === 0xfffd) return 'half a character'
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}
