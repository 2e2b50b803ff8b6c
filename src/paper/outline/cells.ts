/** Cells, columns and figures of the paper from values of the answers. */
import type { CellView, IndicatorView, SeriesView } from '../../answers/types.ts'
import { figure, symbolsOf } from '../../answers/wording.ts'
import { periodInShort, periodInWords } from '../../shared/period/format-period.ts'
import { grouped } from '../../shared/words.ts'
import { anchor } from './say.ts'
import { seriesChart } from './series-chart.ts'
import type { Cell, Column, Figure, Table } from './types.ts'

/** A column of words that is no row header. */
export function textColumn(heading: string, width = 1): Column {
  return { heading, align: 'left', isRowHeader: false, width }
}

/** A column of numbers. */
export function numberColumn(heading: string, width = 1): Column {
  return { heading, align: 'right', isRowHeader: false, width }
}

/** The column that names its rows. */
export function rowHeader(heading: string, width = 1): Column {
  return { heading, align: 'left', isRowHeader: true, width }
}

/** A value with its symbols and rating, or the symbol of why there is none. */
export function valueCell(cell: CellView, more: { strong?: boolean; symbols?: readonly string[] } = {}): Cell {
  const symbols = [...symbolsOf(cell), ...(more.symbols ?? [])]
  if (cell.value === null || cell.shown === null) return { text: symbols.join(' ') || '[x]' }
  return {
    text: [figure(cell.shown), ...symbols].join(' '),
    rating: cell.rating,
    value: cell.value,
    ...(more.strong ? { strong: true } : {}),
  }
}

/** Numerator and denominator as they stand under a value: "334 of 387", "299" or the symbol for none. */
export function countsCell(cell: CellView): Cell {
  const { numerator, denominator } = cell
  if (numerator === null) return noCount(cell)
  const top = grouped(String(numerator))
  return { text: denominator === null ? top : `${top} of ${grouped(String(denominator))}` }
}

/** One of the counts behind a value, or the symbol for none. */
export function countCell(cell: CellView | null, which: 'numerator' | 'denominator'): Cell {
  const number = cell?.[which] ?? null
  return number === null ? noCount(cell) : { text: grouped(String(number)), value: number }
}

/** Where a value is hidden, so are its counts; else none were recorded. */
function noCount(cell: CellView | null): Cell {
  return { text: cell?.reason === 'suppressed' ? '[c]' : '[x]' }
}

/** The values of a series, a row for each period. */
export function seriesTable({ indicator, cells }: SeriesView, id: string): Table {
  const hasTargets = cells.some(cell => cell.target)
  const hasCounts = cells.some(cell => cell.numerator !== null)
  return {
    block: 'table',
    id: anchor(`${id}-values`),
    caption: `Values: ${indicator.shortName}, ${indicator.unitLabel}`,
    description: `A row for each period with its value${hasTargets ? ', its target' : ''}${hasCounts ? ' and the counts behind it' : ''}.`,
    columns: [
      rowHeader('Period', 2),
      numberColumn('Value'),
      ...(hasTargets ? [numberColumn('Target')] : []),
      ...(hasCounts ? [numberColumn('Counts', 2)] : []),
    ],
    rows: cells.map(cell => [
      { text: periodInWords(cell.period), short: periodInShort(cell.period) },
      valueCell(cell),
      ...(hasTargets
        ? [cell.target ? { text: figure(cell.target.shown), value: cell.target.value } : { text: 'none' }]
        : []),
      ...(hasCounts ? [countsCell(cell)] : []),
    ]),
    size: 'text',
  }
}

type Drawn = {
  readonly id: string
  readonly indicator: IndicatorView
  readonly cells: readonly CellView[]
  readonly owner: string
  readonly title: string
  readonly subtitle: string
  readonly sentence: string
  readonly size: 'main' | 'small'
}

/** A series as a figure: its chart, what it says in words, and its values. */
export function figureOf({ id, indicator, cells, owner, title, subtitle, sentence, size }: Drawn): Figure {
  return {
    block: 'figure',
    id: anchor(id),
    title,
    subtitle,
    sentence,
    size,
    chart: seriesChart({ indicator, cells, owner, sentence }),
    table: seriesTable({ indicator, cells }, id),
  }
}
