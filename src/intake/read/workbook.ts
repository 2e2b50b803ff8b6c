import type { CellObject, WorkSheet } from '@e965/xlsx'
import { listed } from '../../shared/words.ts'
import type { Cell, Grid } from '../grid.ts'
import { printable } from './clean-cell.ts'
import { agreeOnZip, type FileKind, notWhatItSays } from './kind-of-file.ts'
import type { ReadLimits } from './limits.ts'
import { emptyCell, type Part } from './parts.ts'
import { problemOf, Unreadable } from './problems.ts'
import { numberText, spreadsheetDay } from './spreadsheet-number.ts'
import { locked, storedZip, unzipped } from './zip.ts'

type Library = typeof import('@e965/xlsx')

/** Reads a workbook: what each cell holds and shows, what is merged, and a warning of what its user cannot see. */
export async function* workbookParts(
  file: string,
  kind: Exclude<FileKind, 'csv'>,
  bytes: Buffer,
  limits: ReadLimits,
): AsyncGenerator<Part> {
  const library = await import('@e965/xlsx')
  const book = opened(library, asLibraryReads(kind, bytes, limits))
  const sheets = book.SheetNames.map((name, index) => ({
    name: printable(name),
    sheet: book.Sheets[name],
    hidden: (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0,
  }))
  if (sheets.length > limits.sheets) throw tooManySheets(sheets.length, limits)
  const date1904 = book.Workbook?.WBProps?.date1904 === true
  for (const { name, sheet, hidden } of sheets) {
    if (!sheet || !hasCells(sheet)) continue
    if (hidden) {
      const expected =
        'the sheet is hidden and was not read; show it in the spreadsheet program if it is to be imported'
      yield { part: 'problem', problem: problemOf(file, 'hidden-sheet', expected, { sheet: name, level: 'warning' }) }
    } else {
      yield* sheetParts(library, file, name, sheet, date1904, limits)
    }
  }
}

function* sheetParts(
  library: Library,
  file: string,
  name: string,
  sheet: WorkSheet,
  date1904: boolean,
  limits: ReadLimits,
): Generator<Part> {
  const merged = sheet['!merges'] ?? []
  if (merged.length > limits.merges)
    throw new Unreadable('too-large', `the sheet has ${merged.length} merged ranges; take the merging off`, {
      sheet: name,
    })
  yield { part: 'sheet', sheet: name, merged: merged.map(rangeOf) }
  const hiddenRows = numbersOfHidden(sheet['!rows'])
  if (hiddenRows.length > 0) {
    const shown = hiddenRows.slice(0, 10).map(String)
    const rows = `${hiddenRows.length === 1 ? 'row' : 'rows'} ${hiddenRows.length > 10 ? `${shown.join(', ')} …` : listed(shown)}`
    const expected = `${rows} of the sheet cannot be seen, and was read all the same; show or delete what is hidden`
    yield { part: 'problem', problem: problemOf(file, 'hidden-rows', expected, { sheet: name, level: 'warning' }) }
  }
  const rows: CellObject[][] = sheet['!data'] ?? []
  for (const key in rows) {
    const row = Number(key)
    const cells = rowCells(rows[row] ?? [], limits, cell => cellOf(library, cell, date1904))
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

function hasCells(sheet: WorkSheet): boolean {
  const rows: CellObject[][] = sheet['!data'] ?? []
  for (const key in rows) for (const cell of rows[Number(key)] ?? []) if (cell && cell.t !== 'z') return true
  return false
}

/** Parts of a workbook that hold no cells: they are never unzipped. */
const unread =
  /^(xl\/(media|drawings|charts|embeddings|printerSettings|activeX|ctrlProps|pivotCache|pivotTables|externalLinks|customXml|threadedComments|comments)|customXml|docProps|Pictures|Thumbnails|Configurations2|Object)/i

/** The bytes to hand to the library: of a zip only the parts with cells, counted, checked and stored without compression. */
function asLibraryReads(kind: Exclude<FileKind, 'csv'>, bytes: Buffer, limits: ReadLimits): Uint8Array {
  if (bytes.readUInt32LE(0) !== 0x04034b50) {
    if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))) throw locked()
    if (kind !== 'xls') throw notWhatItSays('a newer Excel workbook', 'an Excel 97 to 2003 workbook')
    return bytes
  }
  const content = unzipped(bytes, limits, name => !unread.test(name))
  agreeOnZip(kind, [...content.keys()])
  if (content.get('META-INF/manifest.xml')?.includes('encryption-data')) throw locked()
  const sheets = [...content.keys()].filter(name => /^xl\/worksheets\/[^/]+$/.test(name)).length
  if (sheets > limits.sheets) throw tooManySheets(sheets, limits)
  for (const [name, part] of content) {
    if (!/\.(xml|rels)$/i.test(name)) continue
    refuseEntities(name, part)
    refuseGiantText(name, part, limits)
  }
  return storedZip(content)
}

/** No spreadsheet program writes entities of its own, or another encoding than UTF-8: both only hide something. */
function refuseEntities(name: string, part: Buffer): void {
  if (part.includes('<!DOCTYPE') || part.includes('<!ENTITY') || part.includes(0))
    throw new Unreadable(
      'damaged',
      `the workbook's part “${printable(name).slice(0, 80)}” holds what no spreadsheet program writes; open the workbook and save it again`,
    )
}

/** The longest that a cell's text can be in XML: each character as an escape of six bytes, and some formatting. */
const bytesOfCharacter = 8

/** A text that no cell may hold is found before the library copies it many times over. */
function refuseGiantText(name: string, part: Buffer, limits: ReadLimits): void {
  const longest = limits.cellLength * bytesOfCharacter
  for (let at = 0; part.length - at > longest; ) {
    const tag = part.lastIndexOf('<', at + longest)
    if (tag <= at) throw giantText(name, part, at, limits)
    at = tag
  }
}

function giantText(name: string, part: Buffer, at: number, limits: ReadLimits): Unreadable {
  const cell = [...part.toString('latin1', Math.max(0, at - 500), at + 200).matchAll(/ r="([A-Z]{1,3})(\d{1,7})"/g)].at(
    -1,
  )
  const where = cell ? { row: Number(cell[2]), column: String(cell[1]) } : {}
  const most = limits.cellLength.toLocaleString('en-GB')
  return new Unreadable(
    'cell-too-long',
    `the workbook (part “${printable(name).slice(0, 80)}”) has a cell with more than ${most} characters; shorten it, or keep only the sheets with the figures`,
    where,
  )
}

function opened(library: Library, bytes: Uint8Array) {
  try {
    return library.read(bytes, {
      type: 'array',
      dense: true,
      cellNF: true,
      cellStyles: true,
      cellHTML: false,
      cellFormula: false,
      bookVBA: false,
    })
  } catch (error) {
    if (error instanceof Error && /password|encrypt/i.test(error.message)) throw locked()
    throw new Unreadable(
      'damaged',
      'the workbook is damaged and cannot be read; open it in the spreadsheet program and save it again',
    )
  }
}

function tooManySheets(count: number, limits: ReadLimits): Unreadable {
  return new Unreadable(
    'too-large',
    `the workbook has ${count} sheets, and at most ${limits.sheets} are read; keep those with the figures`,
  )
}
