/** What stands in a cell besides its number: how the number is shown, and the symbols and words that a number cannot hold. */
import type { Cell } from '../outline/types.ts'

/** How a number is shown; the number itself is whole. */
export type NumberFormat = {
  readonly decimals: number
  readonly grouped: boolean
  readonly before: string
  readonly after: string
  /** By how much the number is divided where it is shown: in thousands or millions. */
  readonly by: number
}

/** A number that is shown with all of its decimals. */
const plain: NumberFormat = { decimals: 0, grouped: false, before: '', after: '', by: 1 }

/**
 * The number of a cell, how the paper shows it, and what the paper says beside it; null where the cell is words.
 * @example shownNumber({ text: '1,234.5 [r]', value: 1234.4567 }) // { value: 1234.4567, format: { decimals: 1, grouped: true, … }, notes: '[r]' }
 */
export function shownNumber({ text, value }: Cell): { value: number; format: NumberFormat; notes: string } | null {
  if (value === undefined || !Number.isFinite(value)) return null
  const symbols = text.match(/\[[^\]]*\]/g) ?? []
  const shown = text.replace(/\[[^\]]*\]/g, '').trim()
  const format = formatOf(shown, value)
  if (format) return { value, format, notes: symbols.join(' ') }
  return { value, format: { ...plain, decimals: decimalsOf(value) }, notes: text.trim() }
}

/** How a text shows the number; null where it says something else. */
function formatOf(shown: string, value: number): NumberFormat | null {
  const [, sign = '', pounds = '', digits = '', fraction = '', after = ''] =
    /^([+−-]?)(£?)(\d[\d,]*)(?:\.(\d+))?([\s\u00a0]?%)?$/.exec(shown) ?? []
  if (digits === '') return null
  const size = Number(`${digits.replaceAll(',', '')}.${fraction || '0'}`)
  const said = sign === '−' || sign === '-' ? -size : size
  const step = 10 ** -fraction.length
  const by = [1, 1000, 1_000_000].find(
    each => Math.abs(said - value / each) <= step * 0.5001 + Math.abs(value / each) * 1e-12,
  )
  if (by === undefined) return null
  return { decimals: fraction.length, grouped: digits.includes(','), before: pounds, after, by }
}

function decimalsOf(value: number): number {
  return Math.min(String(value).split('.')[1]?.replace(/e.*/, '').length ?? 0, 10)
}
