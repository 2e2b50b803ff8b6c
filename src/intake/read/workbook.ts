import type { CellObject, WorkSheet } from '@e965/xlsx'
import { listed } from '../../shared/words.ts'
import type { Cell, Grid, Problem } from '../grid.ts'
import { printable } from './clean-cell.ts'
import type { FileKind } from './kind-of-file.ts'
import type { ReadLimits } from './limits.ts'
import { type Library, openWorkbook } from './open-workbook.ts'
import { emptyCell, type Part } from './parts.ts'
import { problemOf, Unreadable } from './problems.ts'
import { numberText, spreadsheetDay } from './spreadsheet-number.ts'

/** Reads a workbook: what each cell holds and shows, what is merged, and a warning of what its user cannot see. */
export async function* workbookParts(
  file: string,
  kind: Exclude<FileKind, 'csv'>,
  bytes: Buffer,
  limits: ReadLimits,
): AsyncGenerator<Part> {
  const { library, book, hidden } = await openWorkbook(kind, bytes, limits)
  const sheets = book.SheetNames.map((name, index) => ({
    name: printable(name ?? ''), // a damaged OpenDocument sheet may have none, whatever the type says
    sheet: book.Sheets[name],
    isHidden: (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0 || hidden.sheets.has(index),
    hiddenRows: hidden.rows.get(index) ?? [],
  }))
  const date1904 = book.Workbook?.WBProps?.date1904 === true
  for (const { name, sheet, isHidden, hiddenRows } of sheets) {
    if (!sheet || !hasCells(sheet)) continue
    if (isHidden) {
      const expected =
        'the sheet is hidden and was not read; show it in the spreadsheet program if it is to be imported'
      yield { part: 'problem', problem: problemOf(file, 'hidden-sheet', expected, { sheet: name, level: 'warning' }) }
    } else {
      yield* sheetParts(name, sheet, cell => cellOf(library, cell, date1904), limits)
      const unseen = [...hiddenRows, ...numbersOfHidden(sheet['!rows'])].filter(row => hasCellsIn(sheet, row - 1))
      if (unseen.length > 0) yield { part: 'problem', problem: hiddenProblem(file, name, unseen) }
    }
  }
}

function* sheetParts(
  name: string,
  sheet: WorkSheet,
  read: (cell: CellObject) => Cell,
  limits: ReadLimits,
): Generator<Part> {
  const merged = sheet['!merges'] ?? []
  if (merged.length > limits.merges)
    throw new Unreadable('too-large', `the sheet has ${merged.length} merged ranges; take the merging off`, {
      sheet: name,
    })
  yield { part: 'sheet', sheet: name, merged: merged.map(rangeOf) }
  const rows: CellObject[][] = sheet['!data'] ?? []
  for (const key in rows) {
    const row = Number(key)
    const cells = rowCells(rows[row] ?? [], limits, read)
    if (cells.length > 0) yield { part: 'row', row, cells }
  }
}

/** The row's cells up to its last filled one, and no further than one past the limit. */
function rowCells(row: readonly CellObject[], limits: ReadLimits, read: (cell: CellObject) => Cell): Cell[] {
  const cells: Cell[] = []
  for (const key in row) {
    const column = Math.min(Number(key), limits.columns)
    const object = row[Number(key)]
    const cell = object ? read(object) : emptyCell
    if (cell.type === 'empty') continue
    while (cells.length < column) cells.push(emptyCell)
    cells[column] = cell
  }
  return cells
}

function cellOf(library: Library, cell: CellObject, date1904: boolean): Cell {
  const shown = cell.w ?? String(cell.v ?? '')
  switch (cell.t) {
    case 's':
      return textCell(String(cell.v ?? ''))
    case 'n':
      return numberCell(library, Number(cell.v), typeof cell.z === 'string' ? cell.z : '', shown, date1904)
    case 'b':
      return { type: 'boolean', held: String(cell.v === true), shown: cell.v === true ? 'TRUE' : 'FALSE' }
    case 'e':
      return { type: 'error', held: shown || '#VALUE!', shown: shown || '#VALUE!' }
    default:
      return emptyCell
  }
}

function textCell(text: string): Cell {
  return text === '' ? emptyCell : { type: 'text', held: text, shown: text }
}

function numberCell(library: Library, value: number, format: string, shown: string, date1904: boolean): Cell {
  if (!Number.isFinite(value)) return { type: 'error', held: '#NUM!', shown: '#NUM!' }
  if (shown === 'TRUE' || shown === 'FALSE') return { type: 'boolean', held: shown.toLowerCase(), shown }
  const day = format !== '' && library.SSF.is_date(format) ? spreadsheetDay(value, date1904) : null
  if (day !== null) return { type: 'date', held: day, shown }
  const held = numberText(value)
  return { type: 'number', held, shown: shown === '' ? held : shown }
}

function rangeOf({ s, e }: { s: { r: number; c: number }; e: { r: number; c: number } }): Grid['merged'][number] {
  return { row: s.r, column: s.c, rows: e.r - s.r + 1, columns: e.c - s.c + 1 }
}

function numbersOfHidden(rows: readonly ({ hidden?: boolean } | undefined)[] | undefined): number[] {
  const found: number[] = []
  for (const key in rows ?? []) if (rows?.[Number(key)]?.hidden) found.push(Number(key) + 1)
  return found
}

function hiddenProblem(file: string, sheet: string, rows: readonly number[]): Problem {
  const shown = rows.slice(0, 10).map(String)
  const which =
    rows.length > 10 ? `rows ${shown.join(', ')} …` : `${rows.length === 1 ? 'row' : 'rows'} ${listed(shown)}`
  const expected = `${which} of the sheet cannot be seen, and what stands there was read all the same; show it, or delete it`
  return problemOf(file, 'hidden-rows', expected, { sheet, level: 'warning' })
}

function hasCells(sheet: WorkSheet): boolean {
  for (const key in sheet['!data'] ?? []) if (hasCellsIn(sheet, Number(key))) return true
  return false
}

function hasCellsIn(sheet: WorkSheet, row: number): boolean {
  const cells: CellObject[] = sheet['!data']?.[row] ?? []
  for (const key in cells) if ((cells[Number(key)]?.t ?? 'z') !== 'z') return true
  return false
}
