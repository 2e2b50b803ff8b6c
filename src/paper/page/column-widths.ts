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
  const needed = table.columns.map((column, at) => {
    const words = [column.heading, ...table.rows.map(row => row[at]?.text ?? '')].flatMap(text => text.split(/\s+/))
    const widest = Math.max(0, ...words.map(word => textWidth(word.slice(0, 60), tableText[table.size], 'bold')))
    return Math.min(widest + 2 * cellInset[table.size] + 1, room * most)
  })
  const sum = needed.reduce((total, width) => total + width, 0)
  if (sum >= room) return capped(needed, room)
  return shared(
    table.columns.map(column => Math.max(column.width, 0.01)),
    needed,
    room,
  )
}

/** Cuts the widest until all fit, so that narrow columns keep their words whole. */
function capped(needed: readonly number[], room: number): number[] {
  const order = needed.toSorted((a, b) => a - b)
  let left = room
  for (const [at, width] of order.entries()) {
    const cap = left / (order.length - at)
    if (width > cap) return needed.map(each => Math.min(each, cap))
    left -= width
  }
  return [...needed]
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

/** The text with places to break inside of words that are wider than the room. */
export function breakable(text: string, room: number, size: number): string {
  return text.replace(/\S{8,}/g, word => (textWidth(word, size, 'bold') > room ? [...word].join('\u200b') : word))
}
