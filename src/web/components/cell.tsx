/** Cells are many (a dashboard holds hundreds), so they are written as text: ten times as fast as elements. */
import { raw } from 'hono/html'
import type { CellView } from '../../answers/types.ts'
import { escaped } from '../../charts/drawing/svg.ts'
import { entryOf, marks } from '../../shared/codes.ts'
import { capitalised } from '../../shared/words.ts'
import { ratingSign } from './marks.tsx'
import { figure, symbolsOf } from './wording.ts'

const hidden = (words: string) => `<span class="visually-hidden">${escaped(words)}</span>`
const symbol = (text: string) => `<span class="symbol" aria-hidden="true">${escaped(text)}</span>`

/** A cell's value with its symbols and rating, or the symbol of why there is none; words say what the signs mean. */
function valueText(cell: CellView, strong: boolean): string {
  const symbols = symbolsOf(cell).join(' ')
  if (cell.value === null || cell.shown === null)
    return symbol(symbols || '–') + hidden(capitalised(cell.reasonInWords || 'nothing recorded'))
  const shown = escaped(figure(cell.shown))
  const meaning = cell.marks.map(mark => entryOf(marks, mark).label).join(', ')
  return [
    strong ? `<b>${shown}</b>` : shown,
    symbols && ` ${symbol(symbols)}${hidden(`(${meaning})`)}`,
    cell.rating && ` ${ratingSign(cell.rating)}`,
  ]
    .filter(Boolean)
    .join('')
}

const ratedClass = (cell: CellView) => (cell.rating ? ` rated rated-${cell.rating.toLowerCase()}` : '')

/** The value in a table of periods, which is read downwards. */
export function ValueCell({ cell }: { cell: CellView }) {
  return raw(`<td class="number${ratedClass(cell)}">${valueText(cell, false)}</td>`)
}

type RowCells = {
  /** One for each column; null where no value is expected. */
  readonly cells: readonly (CellView | null)[]
  readonly latest: CellView | null
  /** Whether numerator and denominator stand under each value. */
  readonly counts: boolean
}

/** The cells of a row of the dashboard, the latest value in bold. */
export function DashboardCells({ cells, latest, counts }: RowCells) {
  const cellOf = (cell: CellView | null) => {
    if (cell === null) return `<td class="number not-expected">${hidden('no value expected')}</td>`
    const isLatest = cell.period === latest?.period
    const below = counts ? countsOf(cell) : ''
    return `<td class="number${ratedClass(cell)}${isLatest ? ' latest' : ''}">${valueText(cell, isLatest)}${below}</td>`
  }
  return raw(cells.map(cellOf).join(''))
}

function countsOf({ numerator, denominator }: CellView): string {
  if (numerator === null || denominator === null) return ''
  return ` <span class="counts">${figure(String(numerator))}\u00a0of ${figure(String(denominator))}</span>`
}
