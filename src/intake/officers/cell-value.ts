import type { Polarity, ReasonCode } from '../../shared/codes.ts'
import { type DecimalText, isDecimalText } from '../../shared/rounding.ts'
import type { Cell } from '../grid.ts'

/** What an officer's cell says: a number as it is shown, the reason for none, or why it cannot be read. */
export type CellValue =
  | { readonly kind: 'number'; readonly text: DecimalText; readonly percent: boolean }
  | { readonly kind: 'none'; readonly reason: ReasonCode; readonly said: string }
  | Wrong

/** How people write that there is no figure. The words of the second column are ours. */
const saysNone: readonly { readonly pattern: RegExp; readonly reason: ReasonCode }[] = [
  { pattern: /^$|^\/$|^[-–—]+$|^\.{2,3}$|^…$|^:$|^\[?x\]?$/i, reason: 'not_available' },
  {
    pattern: /^(n\/?a|n\.a\.|not (yet )?available|no data|not reported|tb[ac]|awaited|awaiting data|pending)$/i,
    reason: 'not_available',
  },
  { pattern: /^(\[z\]|not applicable)$/i, reason: 'not_applicable' },
  { pattern: /^(\[c\]|\*+|suppressed)$/i, reason: 'suppressed' },
]

const remedy = 'write a number, or leave the cell blank where there is none'

/** A cell of figures as its reader sees it. @example cellValue({ type: 'number', held: '0.863049', shown: '86.3%' }) // 86.3, percent */
export function cellValue(cell: Cell): CellValue {
  const wrong = wrongType(cell, 'not-a-number', `the spreadsheet holds a date here (${cell.held}); ${remedy}`)
  if (wrong) return wrong
  if (cell.type === 'boolean') return { kind: 'wrong', code: 'not-a-number', expected: `is not a number; ${remedy}` }
  const none = saysNone.find(({ pattern }) => pattern.test(cell.shown))
  if (none) return { kind: 'none', reason: none.reason, said: cell.shown }
  const shown = decimalIn(cell.shown)
  if (shown) return { kind: 'number', ...shown }
  // A column too narrow for its number shows it as 1.2E+05; then what it holds is meant.
  if (cell.type === 'number' && /e[+-]?\d+$/i.test(cell.shown) && isDecimalText(cell.held))
    return { kind: 'number', text: cell.held, percent: false }
  return { kind: 'wrong', code: 'not-a-number', expected: `is not a number; ${remedy}` }
}

type Wrong = { readonly kind: 'wrong'; readonly code: string; readonly expected: string }

/** What is wrong with a cell that holds the error of a formula, or a date; null with any other. */
function wrongType(cell: Cell, codeOfDate: string, date: string): Wrong | null {
  if (cell.type === 'error')
    return {
      kind: 'wrong',
      code: 'formula-error',
      expected: `the formula fails (${cell.shown}); put it right, or clear the cell`,
    }
  return cell.type === 'date' ? { kind: 'wrong', code: codeOfDate, expected: date } : null
}

/** A number as people write it: 3,523 · 86.3% · £1,200 · (5.0) · −2.1. Null where it is none. */
export function decimalIn(text: string): { text: DecimalText; percent: boolean } | null {
  const parts = /^([-−–+]|\()?\s*£?\s*((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+)\s*(%)?\s*(\))?$/.exec(text.trim())
  if (!parts) return null
  const [, opening, digits = '', percent, closing] = parts
  if ((opening === '(') !== (closing === ')')) return null
  const plain = digits
    .replaceAll(',', '')
    .replace(/^0+(?=\d)/, '')
    .replace(/^\./, '0.')
  const negative = opening !== undefined && opening !== '+' && /[1-9]/.test(plain)
  const decimal = `${negative ? '-' : ''}${plain}`
  return decimal.length <= 30 && isDecimalText(decimal) ? { text: decimal, percent: percent === '%' } : null
}

/** What the line below an indicator says of its counts. */
export type CellCounts =
  | { readonly kind: 'counts'; readonly numerator: DecimalText; readonly denominator: DecimalText }
  | { readonly kind: 'none' }
  | Wrong

const countsPattern = /^([\d,.]+)\s*(?:\/|÷|out of|of)\s*([\d,.]+)$/i

/** A cell such as `334 / 387`; `/` and blank say that there are no counts yet. */
export function cellCounts(cell: Cell): CellCounts {
  const wrong = wrongType(
    cell,
    'bad-counts',
    `the spreadsheet has taken the counts for a date (${cell.held}); format the cell as text and write them again`,
  )
  if (wrong) return wrong
  if (saysNone.some(({ pattern }) => pattern.test(cell.shown))) return { kind: 'none' }
  const parts = countsPattern.exec(cell.shown)
  const numerator = decimalIn(parts?.[1] ?? '')
  const denominator = decimalIn(parts?.[2] ?? '')
  if (numerator && denominator) return { kind: 'counts', numerator: numerator.text, denominator: denominator.text }
  return {
    kind: 'wrong',
    code: 'bad-counts',
    expected: 'is not a numerator and a denominator; write them as 334 / 387',
  }
}

/** Whether a cell looks like counts, so that its line belongs to the indicator above. */
export function looksLikeCounts(cell: Cell): boolean {
  return countsPattern.test(cell.shown) || /^\/$|^[\d,.]+\s*\/$|^\/\s*[\d,.]+$/.test(cell.shown)
}

const polarityWords: readonly { readonly pattern: RegExp; readonly polarity: Polarity }[] = [
  { pattern: /^(bigger|higher|high|up|increase|increasing|more|maximise)\b/, polarity: 'bigger' },
  { pattern: /^(smaller|lower|low|down|decrease|decreasing|less|fewer|minimise)\b/, polarity: 'smaller' },
  { pattern: /^(on[ -]?target|neither|plan|within range)\b/, polarity: 'on_target' },
  { pattern: /^(none|n\/?a|for information|information|info|not applicable|-)$/, polarity: 'none' },
]

/** Which way is good, as the sheet says it; null where it does not say, undefined where the words are unknown. */
export function polarityIn(cell: Cell): Polarity | null | undefined {
  const text = cell.shown.toLowerCase().replace(/\s+/g, ' ')
  if (text === '') return null
  if (/^[↑▲]/.test(text)) return 'bigger'
  if (/^[↓▼]/.test(text)) return 'smaller'
  return polarityWords.find(({ pattern }) => pattern.test(text))?.polarity
}
