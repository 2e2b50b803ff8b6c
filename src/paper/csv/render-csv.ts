/** The numbers and words of every table of the paper as one table for machines: RFC 4180, UTF-8, a row for each cell. */
import { csvText } from '../../intake/exchange/export/csv-text.ts'
import type { Block, Column, Paper, Section, Table } from '../outline/types.ts'

const headings = ['section', 'table', 'caption', 'row', 'column', 'text', 'value', 'rating', 'compared'] as const

/** What a view adds: the slug of the row's indicator and the code of the column's period. */
const codes = ['indicator', 'period'] as const

/** The bytes of the file. A text that a spreadsheet would take for a formula stands behind an apostrophe. */
export function renderCsv(paper: Paper): Uint8Array {
  const isView = paper.of === 'view'
  const lines = paper.sections.flatMap(section => sectionLines(section, isView))
  return new TextEncoder().encode(csvText([[...headings, ...(isView ? codes : [])], ...lines]))
}

function sectionLines(section: Section, isView: boolean): string[][] {
  const tablesOf = (block: Block) => (block.block === 'table' ? [block] : block.block === 'figure' ? [block.table] : [])
  return section.blocks.flatMap(tablesOf).flatMap(table => tableLines(section.id, table, isView))
}

function tableLines(section: string, { id, caption, columns, rows }: Table, isView: boolean): string[][] {
  const isHeader = (column: Column | undefined) => column?.isRowHeader ?? false
  return rows.flatMap(row => {
    const header = row.find((_, at) => isHeader(columns[at]))
    return row.flatMap(({ text, value, rating, compared }, at) =>
      isHeader(columns[at])
        ? []
        : [
            [
              section,
              id,
              asText(caption),
              asText(header?.text ?? ''),
              asText(columns[at]?.heading ?? ''),
              asText(text),
              value === undefined ? '' : String(value),
              rating ?? '',
              compared ?? '',
              ...(isView ? [header?.slug ?? '', columns[at]?.period ?? ''] : []),
            ],
          ],
    )
  })
}

/** A text that a spreadsheet would take for a formula, behind an apostrophe. */
export function asText(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}
