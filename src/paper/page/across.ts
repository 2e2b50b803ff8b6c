/** The table of a chart's values, laid across the page: periods beside one another, a row for each series. */

import { textWidth } from '../../charts/drawing/text.ts'
import type { Cell, Column, Table } from '../outline/types.ts'
import { cellInset, columnWidths, tableText } from './column-widths.ts'

const mostPeriods = 16
const mostSeries = 6

/** The table turned round and in small text, or null where it would not fit the room or say the same. */
export function acrossPage(table: Table, room: number): Table | null {
  const [first, ...series] = table.columns
  const fits = table.rows.length > 0 && table.rows.length <= mostPeriods && series.length <= mostSeries
  if (!first?.isRowHeader || !fits || series.some(column => column.isRowHeader)) return null
  const periods = table.rows.map(row => row[0]?.short ?? row[0]?.text ?? '')
  if (new Set(periods).size < periods.length) return null
  const columns: Column[] = [
    { heading: first.heading, align: 'left', isRowHeader: true, width: 2 },
    ...periods.map((heading): Column => ({ heading, align: 'right', isRowHeader: false, width: 1 })),
  ]
  const rows = series.map((column, at): Cell[] => [
    { text: column.heading },
    ...table.rows.map(row => row[at + 1] ?? { text: '' }),
  ])
  const turned: Table = { ...table, columns, rows, size: 'wide' }
  const widths = columnWidths(turned, room)
  const isCut = turned.columns.some(({ heading }, at) =>
    [heading, ...rows.map(row => row[at]?.text ?? '')]
      .flatMap(text => text.split(/\s+/))
      .some(word => textWidth(word, tableText.wide, 'bold') > (widths[at] as number) - 2 * cellInset.wide),
  )
  return isCut ? null : turned
}
