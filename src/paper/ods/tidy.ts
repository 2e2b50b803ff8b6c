/**
 * Tables of the paper as guidance wants them in a spreadsheet: unique headings, no empty cells, and each rating, comparison and
 * note in a column of its own. A wide table with ratings becomes a long one, a row for each value; its other columns, which
 * say something once for each row, become a second table.
 */
import type { Cell, Column, Table } from '../outline/types.ts'
import { type NumberFormat, shownNumber } from './shown.ts'

export type TidyCell = {
  readonly text: string
  readonly number?: { readonly value: number; readonly format: NumberFormat }
  /** Name of the sheet to which the text leads. */
  readonly sheet?: string
}

type TidyColumn = { readonly heading: string; readonly align: 'left' | 'right' }

export type TidyTable = {
  readonly id: string
  readonly caption: string
  /** What its tab says, where that is not the caption. */
  readonly tab?: string
  readonly description: string
  readonly columns: readonly TidyColumn[]
  readonly rows: readonly (readonly TidyCell[])[]
}

/** What stands where there is nothing to say. */
export const none = '–'

/** A column with a cell for each row, as one reads it down. */
type Strip = TidyColumn & { readonly cells: readonly TidyCell[] }

/** The tables that a table of the paper becomes: one, or two where it is wide and rated. */
export function tidyTables(table: Table): TidyTable[] {
  const span = spanOfValues(table)
  if (!span) return [asItStands(table)]
  const isInSpan = (at: number) => at >= span.first && at <= span.last
  const all = table.columns.map((_, at) => at)
  const outside = all.filter(at => !isInSpan(at))
  const headers = outside.filter(at => table.columns[at]?.isRowHeader)
  const keys = headers.length > 0 ? headers : outside
  const others = outside.filter(at => !keys.includes(at))
  const long = longTable(table, keys, all.filter(isInSpan))
  if (others.length === 0) return [long]
  const names = others.map(at => table.columns[at]?.heading ?? '')
  return [long, rest(table, [...keys, ...others], names.join(', '))]
}

function asItStands(table: Table): TidyTable {
  const strips = table.columns.flatMap((column, at) => stripsOf(column, cellsOf(table, at)))
  return tableOf(table, { description: table.description }, strips)
}

function rest(table: Table, columns: readonly number[], names: string): TidyTable {
  const strips = columns.flatMap(at => stripsOf(table.columns[at] as Column, cellsOf(table, at)))
  const caption = `${table.caption}: ${names}`
  const description = `What the table of the paper says once for each row: ${names}. In the paper: ${table.description}`
  return tableOf(table, { caption, tab: names, description }, strips)
}

/** A row for each value: what it belongs to, its period, the value, its rating, and what else is said of it. */
function longTable(table: Table, keys: readonly number[], span: readonly number[]): TidyTable {
  const headings = span.map(at => table.columns[at]?.heading ?? '')
  const down = table.rows.flatMap(row =>
    span.map((at, place) => ({ row, cell: row[at], heading: headings[place] ?? '' })),
  )
  const period = headings.every(isPeriod) ? 'Period' : 'Column'
  const values = down.map(({ cell }) => cell ?? { text: '' })
  const more = stripsOf({ heading: 'Value', align: 'right' }, values, { rating: 'Rating', notes: 'Notes' }, true)
  const strips: Strip[] = [
    ...keys.map((at): Strip => {
      const { heading, align } = table.columns[at] as Column
      return { heading, align, cells: down.map(({ row }) => words(row[at]?.text)) }
    }),
    { heading: period, align: 'left', cells: down.map(({ heading }) => words(heading)) },
    ...more,
  ]
  const names = keys.map(at => table.columns[at]?.heading ?? '').join(', ')
  const description = `A row for each value: ${names}, ${period.toLowerCase()}, value and rating. The paper has a column for each ${period.toLowerCase()}.`
  return tableOf(table, { description }, strips)
}

/** From the first to the last column of values, where a wide table has ratings in several. */
function spanOfValues({ size, columns, rows }: Table): { first: number; last: number } | null {
  if (size !== 'wide') return null
  const rated = columns.flatMap((_, at) => (rows.some(row => row[at]?.rating) ? [at] : []))
  if (rated.length < 2) return null
  const values = columns.flatMap(({ heading, isRowHeader }, at) =>
    !isRowHeader && (rated.includes(at) || isPeriod(heading)) ? [at] : [],
  )
  return { first: Math.min(...values), last: Math.max(...values) }
}

/** Whether a heading is a month, a quarter or a year, as the paper says them. */
function isPeriod(heading: string): boolean {
  return /^(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b.*|Q[1-4] .*|\d{4}(?:[-/]\d{2,4})?)$/.test(heading)
}

function cellsOf(table: Table, at: number): Cell[] {
  return table.rows.map(row => row[at] ?? { text: '' })
}

/** The column itself, then its ratings, comparisons and notes, where it has any. */
function stripsOf(
  { heading, align }: TidyColumn,
  cells: readonly Cell[],
  called = { rating: `${heading}: rating`, notes: `${heading}: notes` },
  isRated = cells.some(cell => cell.rating),
): Strip[] {
  const read = cells.map(cell => ({ cell, shown: shownNumber(cell) }))
  const strip = (name: string, textOf: (cell: Cell, notes: string) => string | null): Strip => ({
    heading: name,
    align: 'left',
    cells: read.map(({ cell, shown }) => words(textOf(cell, shown?.notes ?? ''))),
  })
  return [
    {
      heading,
      align,
      cells: read.map(({ cell, shown }) => (shown ? { text: cell.text, number: shown } : words(cell.text))),
    },
    ...(isRated ? [strip(called.rating, cell => cell.rating ?? null)] : []),
    ...(cells.some(isComparedUnsaid) ? [strip(`${heading}: better or worse`, cell => cell.compared ?? null)] : []),
    ...(read.some(({ shown }) => shown?.notes) ? [strip(called.notes, (_, notes) => notes)] : []),
  ]
}

/** Whether only colour and shape would say that the value is better or worse. */
function isComparedUnsaid({ text, compared }: Cell): boolean {
  const said = text.toLowerCase()
  if (!compared) return false
  return compared === 'same' ? !/same|no change/.test(said) : !said.includes(compared)
}

function words(text: string | null | undefined): TidyCell {
  return { text: text?.trim() || none }
}

type Said = { readonly caption?: string; readonly tab?: string; readonly description: string }

function tableOf({ id, caption }: Table, said: Said, strips: readonly Strip[]): TidyTable {
  const headings = unique(strips.map(({ heading }, at) => heading.trim() || `Column ${at + 1}`))
  const height = strips[0]?.cells.length ?? 0
  return {
    id,
    caption,
    ...said,
    columns: strips.map(({ align }, at) => ({ heading: headings[at] as string, align })),
    rows: Array.from({ length: height }, (_, row) => strips.map(strip => strip.cells[row] as TidyCell)),
  }
}

/** The names, those that were there before with a number. @example unique(['a', 'a']) // ['a', 'a (2)'] */
export function unique(
  names: readonly string[],
  numbered = (name: string, times: number) => `${name} (${times})`,
): string[] {
  const taken = new Set<string>()
  return names.map(name => {
    let own = name
    for (let times = 2; taken.has(own.toLowerCase()); times++) own = numbered(name, times)
    taken.add(own.toLowerCase())
    return own
  })
}
