/** How wide the columns of a table become, so that no word is cut that need not be. */
import { textWidth } from '../../charts/drawing/text.ts'
import type { Table } from '../outline/types.ts'

/** Space at the left and right of the text of a cell, in points. */
export const cellInset = { text: 5, wide: 3 } as const

/** Size of the text of a table, in points. */
export const tableText = { text: 12, wide: 9 } as const

/** No column claims more than this share of the room for the sake of one long word. */
const most = 0.4

/** Width of each column in points; they add up to `room`. */
export function columnWidths(table: Table, room: number): number[] {
  const whole = neededWidths(table, room)
  const shares = table.columns.map(column => Math.max(column.width, 0.01))
  if (sum(whole) < room) return shared(shares, whole, room)
  const wordsGiveWay = besideNumbers(table, whole, room)
  if (wordsGiveWay) return wordsGiveWay
  const needed = neededWidths(table, room, numberInPieces)
  return sum(needed) < room ? shared(shares, needed, room) : capped(table, needed, room)
}

const sum = (widths: readonly number[]) => widths.reduce((total, width) => total + width, 0)

/** No column of words becomes narrower than this share of the room so that numbers stay whole. */
const leastOfWords = 0.12

/** Columns of numbers as wide as their numbers, and those of words in what is left; null where that is too little. */
function besideNumbers({ columns }: Table, whole: readonly number[], room: number): number[] | null {
  const words = columns.flatMap(({ align }, at) => (align === 'right' ? [] : [at]))
  const left = room - sum(whole.filter((_, at) => !words.includes(at)))
  if (words.length === 0 || left < words.length * leastOfWords * room) return null
  const shares = sum(words.map(at => columns[at]?.width ?? 0)) || 1
  return whole.map((width, at) => (words.includes(at) ? ((columns[at]?.width ?? 0) / shares) * left : width))
}

/** Width of the longest word of each column, with the arrow that stands before a comparison. */
function neededWidths(table: Table, room: number, partsOf = (word: string): readonly string[] => [word]): number[] {
  const size = tableText[table.size]
  const wordsOf = (text: string) => text.split(/[^\S\u00a0]+/).flatMap(partsOf)
  return table.columns.map((column, at) => {
    const widths = table.rows.flatMap(row =>
      wordsOf(row[at]?.text ?? '').map(
        (word, n) => textWidth(word.slice(0, 60), size, 'bold') + (n === 0 && row[at]?.compared ? size : 0),
      ),
    )
    const heading = wordsOf(column.heading).map(word => textWidth(word.slice(0, 60), size, 'bold'))
    return Math.min(Math.max(0, ...heading, ...widths) + 2 * cellInset[table.size] + 1, room * most)
  })
}

/** The table with its months, its symbols beside their numbers and references to notes each on one line, where the room allows it. */
export function heldTogether(table: Table, room: number): Table {
  const held = (text: string) =>
    text
      .replace(/^([A-Z][a-z]{2}) (\d\d)$/, '$1\u00a0$2')
      .replace(/\[note (\d+)\]/g, '[note\u00a0$1]')
      .replace(/(\d) (?=\[[a-z]\])/g, '$1\u00a0')
  const whole: Table = {
    ...table,
    columns: table.columns.map(column => ({ ...column, heading: held(column.heading) })),
    rows: table.rows.map(row => row.map(cell => ({ ...cell, text: held(cell.text) }))),
  }
  return sum(neededWidths(whole, Number.POSITIVE_INFINITY)) < room * 0.92 ? whole : table
}

/**
 * Cuts the widest until all fit, so that narrow columns keep their words whole. Names of rows keep most of their share: they are
 * what one looks for, and a name cut to pieces makes every row high.
 */
function capped({ columns }: Table, needed: readonly number[], room: number): number[] {
  const all = columns.reduce((total, { width }) => total + width, 0)
  const held = columns.map(({ isRowHeader, width }) => (isRowHeader && width < all ? (width / all) * room * 0.75 : 0))
  const order = needed.flatMap((width, at) => (held[at] ? [] : [width])).toSorted((a, b) => a - b)
  let left = room - held.reduce((total, width) => total + width, 0)
  let cap = Number.POSITIVE_INFINITY
  for (const [at, width] of order.entries()) {
    cap = left / (order.length - at)
    if (width > cap) break
    left -= width
  }
  const widths = needed.map((width, at) => held[at] || Math.min(width, cap))
  const over = room - widths.reduce((total, width) => total + width, 0)
  const names = held.filter(width => width > 0).length
  return widths.map((width, at) => (held[at] ? width + over / names : width))
}

/** Gives each column its share of the room, or what it needs where that is more. */
function shared(shares: readonly number[], needed: readonly number[], room: number): number[] {
  const fixed = new Set<number>()
  for (;;) {
    const left = room - [...fixed].reduce((total, at) => total + (needed[at] as number), 0)
    const parts = shares.reduce((total, share, at) => (fixed.has(at) ? total : total + share), 0)
    const widths = shares.map((share, at) => (fixed.has(at) ? (needed[at] as number) : (share / parts) * left))
    const short = widths.flatMap((width, at) => (!fixed.has(at) && width < (needed[at] as number) ? [at] : []))
    if (!short.length) return widths
    for (const at of short) fixed.add(at)
  }
}

/** A long number cut after its commas, where it has any; else the word as it is. @example numberInPieces('£1,234') // ['£1,', '234'] */
function numberInPieces(word: string): readonly string[] {
  return /^\D?\d{1,3}(?:,\d{3})+(?:\u00a0\[[a-z]\])*$/.test(word) ? word.split(/(?<=,)/) : [word]
}

/**
 * The text with places to break inside of words that are wider than the room. A long number is cut into lines after its commas: a
 * character that nobody sees would be lost on who has it read aloud.
 */
export function breakable(text: string, room: number, size: number): string {
  const isWide = (word: string) => textWidth(word, size, 'bold') > room
  return text.replace(/\S{8,}/g, word => {
    if (!isWide(word)) return word
    const pieces = numberInPieces(word)
    if (pieces.some(isWide)) return [...word].join('\u200b')
    return pieces.reduce((lines, piece) => {
      const last = lines.slice(lines.lastIndexOf('\u2028') + 1)
      return isWide(last + piece) ? `${lines}\u2028${piece}` : lines + piece
    })
  })
}

/** The text with places to break inside of long numbers, for Word, which breaks other words by itself. */
export function breakableNumbers(text: string, room: number, size: number): string {
  const isWide = (word: string) => textWidth(word, size, 'bold') > room
  return text.replace(/\S{8,}/g, word => (isWide(word) ? numberInPieces(word).join('\u200b') : word))
}
