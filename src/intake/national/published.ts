import type { ReasonCode } from '../../shared/codes.ts'
import { readCell } from '../exchange/read-cell.ts'
import type { Cell } from '../grid.ts'

/** What stands in a cell of a publisher's table: a number, the reason for none, or a fault. */
export type Published =
  | { readonly kind: 'number'; readonly text: string; readonly bracketed: string | null }
  | { readonly kind: 'none'; readonly reason: ReasonCode }
  | { readonly kind: 'fault'; readonly expected: string }

/** The shorthand of government statistics. A blank cell says no more than that nothing is available. */
const markers: Readonly<Record<string, ReasonCode>> = {
  '[c]': 'suppressed',
  '[x]': 'not_available',
  '[z]': 'not_applicable',
  '': 'not_available',
}

const decimal = { name: 'value', type: 'decimal', about: '' } as const

/**
 * Reads a cell of a publisher's table. `43.3 (43.1)` is the official figure with another in brackets: of the survey of carers
 * in 2016/17, the one on the eligibility of before, or a colon where there is none.
 */
export function publishedIn(cell: Cell | undefined): Published {
  const shown = cell?.shown.trim() ?? ''
  const reason = markers[shown.toLowerCase()]
  if (!cell || reason) return { kind: 'none', reason: reason ?? 'not_available' }
  const pair = /^([\d.,-]+) ?\(([\d.,:-]+)\)$/.exec(shown)
  const first = pair ? { type: 'text' as const, held: String(pair[1]), shown: String(pair[1]) } : cell
  const read = readCell(first, decimal)
  if (read.ok)
    return { kind: 'number', text: String(read.value), bracketed: pair && pair[2] !== ':' ? String(pair[2]) : null }
  return { kind: 'fault', expected: 'expected a number, or [c], [x] or [z] where there is none' }
}
