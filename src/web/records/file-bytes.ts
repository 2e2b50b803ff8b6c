/** A table of the records as a file: each format says the same. */
import { csvText } from '../../intake/exchange/export/csv-text.ts'
import { asText } from '../../paper/csv/render-csv.ts'
import { renderOds } from '../../paper/ods/render-ods.ts'
import { numberColumn, textColumn } from '../../paper/outline/cells.ts'
import type { Cell, Paper } from '../../paper/outline/types.ts'

export const recordsFormats = ['csv', 'ods', 'json'] as const
export type RecordsFormat = (typeof recordsFormats)[number]

export type FileCell = string | number | null

/** A table as every format takes it. */
export type FileTable = {
  /** What it is, with the months. */
  readonly title: string
  /** Whose records. */
  readonly council: string
  /** Names in lower case with underscores, each once. */
  readonly columns: readonly string[]
  readonly rows: readonly (readonly FileCell[])[]
  /** What each row belongs to: a spreadsheet has a sheet for each. */
  readonly partOf?: (row: readonly FileCell[]) => string
}

/** The bytes of a table in a format. @param day stands in the spreadsheet as its day, YYYY-MM-DD */
export function fileBytes(table: FileTable, format: RecordsFormat, day: string): Uint8Array<ArrayBuffer> {
  const render: Record<RecordsFormat, () => Uint8Array> = {
    csv: () => new TextEncoder().encode(csvText([table.columns, ...table.rows.map(row => row.map(csvCell))])),
    ods: () => renderOds(paperOf(table, day)),
    json: () =>
      new TextEncoder().encode(
        `${JSON.stringify(
          table.rows.map(row => objectOf(table, row)),
          null,
          2,
        )}\n`,
      ),
  }
  return new Uint8Array(render[format]())
}

/** A number stands as it is; a text that a spreadsheet would take for a formula behind an apostrophe. */
function csvCell(cell: FileCell): string {
  if (cell === null) return ''
  return typeof cell === 'number' ? String(cell) : asText(cell)
}

function objectOf({ columns }: FileTable, row: readonly FileCell[]): Readonly<Record<string, FileCell>> {
  return Object.fromEntries(columns.map((column, at) => [column, row[at] ?? null]))
}

function paperOf({ title, council, columns, rows, partOf }: FileTable, day: string): Paper {
  const isNumber = (at: number) => rows.some(row => typeof row[at] === 'number')
  const inParts = partOf && rows.length > 0 ? [...Map.groupBy(rows, partOf)] : []
  const parts = inParts.length > 0 ? inParts.sort(([a], [b]) => (a < b ? -1 : 1)) : ([[title, rows]] as const)
  const cellOf = (cell: FileCell | undefined): Cell => {
    if (cell === null || cell === undefined) return { text: '' }
    return typeof cell === 'number' ? { text: String(cell), value: cell } : { text: cell }
  }
  return {
    of: 'records',
    title,
    language: 'en-GB',
    organisation: council,
    committee: '',
    meetingDay: day,
    status: 'For officers: exact counts from client-level records',
    frontMatter: [],
    sections: [
      {
        id: 'records',
        heading: title,
        kind: 'analysis',
        orientation: 'landscape',
        newPage: false,
        blocks: parts.map(([part, own], place) => ({
          block: 'table',
          id: `table-${place + 1}`,
          caption: part,
          description: partOf ? title : 'A row for each line of the page.',
          columns: columns.map((column, at) => (isNumber(at) ? numberColumn(column) : textColumn(column, 2))),
          rows: own.map(row => columns.map((_, at) => cellOf(row[at]))),
          size: 'wide',
        })),
      },
    ],
    symbols: [],
    notes: [],
  }
}
