import { type Cell, columnLetter, type Grid, type Problem } from '../grid.ts'
import type { Column } from './columns.ts'
import { type CellValue, readCell, type Sign, signOf } from './read-cell.ts'
import { commonColumns, historyColumns, type Table, tables } from './tables.data.ts'

/** A row of a table of the exchange format, every cell read. Values of the common columns are under their names. */
export type Row = {
  readonly table: Table
  readonly values: Readonly<Record<string, CellValue>>
  readonly place: Place
  /** Signs of units that stood with numbers, by name of the column. */
  readonly signs?: Signs
}

export type Signs = Readonly<Record<string, Sign>>

/** Where a row stands, to name it in a problem. */
export type Place = {
  readonly file: string
  readonly sheet: string
  readonly row: number
  /** Column letters by name of the column. */
  readonly letters: Readonly<Record<string, string>>
}

/** The table that a grid holds by its sheet's or file's name; null when it is none of the exchange format. */
export function tableOf(grid: Grid): Table | null {
  const name = grid.sheet === '' ? (grid.file.split(/[\\/]/).at(-1) ?? '').replace(/\.csv$/i, '') : grid.sheet
  const tidy = name.trim().toLowerCase().replaceAll(/[ -]+/g, '_')
  return tables.find(table => table.name === tidy) ?? null
}

export type ReadTable = {
  readonly rows: Row[]
  readonly problems: Problem[]
  /** What the rows that were not taken would have named: the kind and the slug, or * where nobody knows it. */
  readonly refused: string[]
}

/**
 * Reads a grid as one table of the exchange format, and tells every problem at once.
 * @param restoring whether it is an export: the columns of its history are read too, and its texts as they are
 */
export function readTable(grid: Grid, table: Table, restoring = false): ReadTable {
  const problems: Problem[] = []
  const refused: string[] = []
  const [heading, ...body] = grid.rows
  const columns = columnsOf(grid, heading ?? [], table, restoring, problems)
  const keyAt = [...columns].find(([, column]) => column === table.columns[0])?.[0]
  const refuse = (cells: readonly Cell[]) => {
    refused.push(`${table.kind} ${keyAt === undefined ? '*' : (cells[keyAt]?.shown.trim() ?? '')}`)
  }
  if (problems.length > 0) {
    for (const cells of body) refuse(cells)
    return { rows: [], problems, refused }
  }
  const letters = Object.fromEntries([...columns].map(([at, column]) => [column.name, columnLetter(at)]))
  for (const range of grid.merged)
    problems.push({
      ...at(grid, range.row + 1, columnLetter(range.column)),
      code: 'merged-cells',
      found: '',
      expected: `${range.rows} × ${range.columns} cells are merged here; unmerge them, so that every cell says what it holds`,
    })
  const absent = absentValues(table)
  const rows = body.flatMap((cells, index): Row[] => {
    if (cells.every(cell => cell.type === 'empty')) return []
    const place: Place = { file: grid.file, sheet: grid.sheet, row: index + 2, letters }
    const values = readRow(cells, columns, { absent, place, restoring }, problems)
    if (!values) refuse(cells)
    return values ? [{ table, values, place, ...signsOf(cells, columns) }] : []
  })
  return { rows, problems, refused }
}

/** What every column of a table means where a file does not have it. */
function absentValues(table: Table): Row['values'] {
  const values: Record<string, CellValue> = {}
  for (const column of table.columns) {
    const read = readCell({ type: 'empty', held: '', shown: '' }, { ...column, required: false })
    if (read.ok) values[column.name] = read.value
  }
  return values
}

function readRow(
  cells: readonly Cell[],
  columns: ReadonlyMap<number, Column>,
  { absent, place, restoring }: { absent: Row['values']; place: Place; restoring: boolean },
  problems: Problem[],
): Record<string, CellValue> | null {
  const values: Record<string, CellValue> = { ...absent }
  let sound = true
  for (const [index, column] of columns) {
    const cell = cells[index] ?? { type: 'empty', held: '', shown: '' }
    const read = readCell(cell, column, restoring)
    if (read.ok) values[column.name] = read.value
    else {
      sound = false
      problems.push(problemAt(place, column.name, cell.shown, read.code, read.expected))
    }
  }
  cells.forEach((cell, index) => {
    if (cell.type === 'empty' || columns.has(index)) return
    sound = false
    problems.push(
      problemAt(place, '', cell.shown, 'no-heading', 'the column has no heading; name it in the first row', index),
    )
  })
  return sound ? values : null
}

function signsOf(cells: readonly Cell[], columns: ReadonlyMap<number, Column>): { signs?: Signs } {
  const signs: Record<string, Sign> = {}
  for (const [index, column] of columns) {
    const cell = cells[index]
    const sign = cell ? signOf(cell, column) : null
    if (sign !== null) signs[column.name] = sign
  }
  return Object.keys(signs).length > 0 ? { signs } : {}
}

function columnsOf(
  grid: Grid,
  heading: readonly Cell[],
  table: Table,
  restoring: boolean,
  problems: Problem[],
): Map<number, Column> {
  const known = [...table.columns, ...commonColumns, ...(restoring ? historyColumns : [])]
  const found = new Map<number, Column>()
  const wrong = (index: number, text: string, code: string, expected: string) =>
    problems.push({ ...at(grid, 1, columnLetter(index)), code, found: text, expected })
  const names = new Set(heading.map(cell => cell.shown.trim()))
  if (!restoring && historyColumns.every(column => names.has(column.name))) {
    const expected = 'this looks like an export of a register; take it in with --restore'
    problems.push({ ...at(grid, 1, ''), code: 'is-export', found: '', expected })
    return found
  }
  heading.forEach((cell, index) => {
    const name = cell.shown.trim().toLowerCase().replaceAll(/[ -]+/g, '_')
    if (name === '') return
    const column = known.find(each => each.name === name)
    if (!column)
      wrong(
        index,
        cell.shown,
        'unknown-column',
        `the table ${table.name} has no such column; it has ${known.map(each => each.name).join(', ')}`,
      )
    else if ([...found.values()].includes(column))
      wrong(index, cell.shown, 'column-twice', 'the column stands twice; keep one of the two')
    else found.set(index, column)
  })
  const missing = table.columns.filter(column => column.required && ![...found.values()].includes(column))
  if (missing.length > 0)
    problems.push({
      ...at(grid, 1, ''),
      code: 'missing-column',
      found: '',
      expected: `the table ${table.name} needs the ${missing.length === 1 ? 'column' : 'columns'} ${missing.map(column => column.name).join(', ')} in its first row`,
    })
  return found
}

function at(grid: Grid, row: number, column: string) {
  return { level: 'error' as const, file: grid.file, sheet: grid.sheet, row, column }
}

/** A problem in a row of a table, at one of its columns. */
export function problemAt(
  place: Place,
  column: string,
  found: string,
  code: string,
  expected: string,
  index?: number,
  level: Problem['level'] = 'error',
): Problem {
  const letter = place.letters[column] ?? (index === undefined ? '' : columnLetter(index))
  const name = [letter, column === '' ? '' : letter === '' ? column : `(${column})`].filter(part => part !== '')
  return {
    level,
    file: place.file,
    sheet: place.sheet,
    row: place.row === 0 ? null : place.row,
    column: name.join(' '),
    found: found.length > 60 ? `${found.slice(0, 57)}...` : found,
    expected,
    code,
  }
}
