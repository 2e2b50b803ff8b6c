/** The numbers and words of every table of the paper as one table for machines: RFC 4180, UTF-8, a row for each cell. */
import { csvText } from '../../intake/exchange/export/csv-text.ts'
import type { Block, Column, Paper, Section, Table } from '../outline/types.ts'

const headings = ['section', 'table', 'caption', 'row', 'column', 'text', 'value', 'rating', 'compared'] as const

/** The bytes of the file. A text that a spreadsheet would take for a formula stands behind an apostrophe. */
export function renderCsv(paper: Paper): Uint8Array {
  const lines = [[...headings], ...paper.sections.flatMap(sectionLines)]
  return new TextEncoder().encode(csvText(lines))
}

function sectionLines(section: Section): string[][] {
  const tablesOf = (block: Block) => (block.block === 'table' ? [block] : block.block === 'figure' ? [block.table] : [])
  return section.blocks.flatMap(tablesOf).flatMap(table => tableLines(section.id, table))
}

function tableLines(section: string, { id, caption, columns, rows }: Table): string[][] {
  const isHeader = (column: Column | undefined) => column?.isRowHeader ?? false
  return rows.flatMap(row => {
    const name = row.find((_, at) => isHeader(columns[at]))?.text ?? ''
    return row.flatMap(({ text, value, rating, compared }, at) =>
      isHeader(columns[at])
        ? []
        : [
            [
              section,
              id,
              asText(caption),
              asText(name),
              asText(columns[at]?.heading ?? ''),
              asText(text),
              value === undefined ? '' : String(value),
              rating ?? '',
              compared ?? '',
            ],
          ],
    )
  })
}

/** A text that a spreadsheet would take for a formula, behind an apostrophe. */
export function asText(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}
