/** Tables for Word: header rows that repeat, row headers, letters under rated values. */
import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  ShadingType,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
  Table as WordTable,
} from 'docx'
import type { Cell, Table } from '../outline/types.ts'
import { breakableNumbers, cellInset, columnWidths, heldTogether, tableText } from '../page/column-widths.ts'
import { comparedColour, comparedText, lookOf } from '../page/looks.ts'
import { colourOf, twips } from './styles.ts'
import { marked, type Named, wordText } from './words.ts'

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const thin = { style: BorderStyle.SINGLE, size: 4, color: 'b1b4b6' }
const thick = { style: BorderStyle.SINGLE, size: 10, color: '0b0c0c' }
const alignments = { left: AlignmentType.LEFT, right: AlignmentType.RIGHT } as const

type Place = { readonly style: string; readonly align: 'left' | 'right' }

/** The caption, then the table. Its caption and description for who cannot see it are written when the file is finished. */
export function tableOf(table: Table, names: Named, room: number, isOnCard = false): (Paragraph | WordTable)[] {
  const printed = heldTogether(
    {
      ...table,
      columns: table.columns.map(column => ({ ...column, heading: wordText(column.heading) })),
      rows: table.rows.map(row => row.map(cell => ({ ...cell, text: wordText(comparedText(cell)) }))),
    },
    room,
  )
  const widths = columnWidths(printed, room)
  const inset = cellInset[table.size]
  const place = (at: number): Place => ({
    style: table.size === 'wide' ? 'TableTextSmall' : 'TableText',
    align: printed.columns[at]?.align ?? 'left',
  })
  const width = (at: number) => ({ size: twips(widths[at] as number), type: WidthType.DXA })
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: printed.columns.map(
      (column, at) =>
        new TableCell({
          width: width(at),
          verticalAlign: VerticalAlign.BOTTOM,
          borders: { bottom: thick },
          children: [paragraphOf({ text: column.heading, strong: true }, place(at))],
        }),
    ),
  })
  const rows = printed.rows.map(
    row =>
      new TableRow({
        cantSplit: row.every(cell => cell.text.length < 600),
        children: printed.columns.map((_, at) => {
          const own = row[at] ?? { text: '' }
          const within = (widths[at] as number) - 2 * inset
          const cell = { ...own, text: breakableNumbers(own.text, within, tableText[table.size]) }
          const ground = cell.rating ? lookOf(cell.rating).ground : null
          return new TableCell({
            width: width(at),
            ...(ground ? { shading: { type: ShadingType.CLEAR, fill: colourOf(ground), color: 'auto' } } : {}),
            children: [paragraphOf(cell, place(at))],
          })
        }),
      }),
  )
  const caption = new TextRun({ text: wordText(table.caption), ...(table.size === 'wide' ? { size: 20 } : {}) })
  return [
    new Paragraph({
      style: 'Caption',
      keepNext: true,
      ...(isOnCard ? { spacing: { before: 0, after: twips(2) } } : {}),
      children: marked(table.id, [caption], names),
    }),
    new WordTable({
      width: { size: twips(room), type: WidthType.DXA },
      layout: TableLayoutType.FIXED,
      columnWidths: widths.map(twips),
      margins: { left: twips(inset), right: twips(inset), top: 0, bottom: 0, marginUnitType: WidthType.DXA },
      borders: { top: none, left: none, right: none, bottom: thin, insideHorizontal: thin, insideVertical: none },
      tableLook: { firstRow: true, firstColumn: table.columns[0]?.isRowHeader ?? false, noHBand: true, noVBand: true },
      rows: [header, ...rows],
    }),
  ]
}

function paragraphOf(cell: Cell, { style, align }: Place): Paragraph {
  const colour = cell.compared ? { color: colourOf(comparedColour(cell.compared)) } : {}
  const value = new TextRun({
    text: cell.text,
    ...(cell.strong ? { bold: true } : {}),
    ...colour,
  })
  const look = cell.rating ? lookOf(cell.rating) : null
  const letter = look ? [new TextRun({ text: look.letter, break: 1, bold: true, color: colourOf(look.mark) })] : []
  return new Paragraph({ style, alignment: alignments[align], children: [value, ...letter] })
}
