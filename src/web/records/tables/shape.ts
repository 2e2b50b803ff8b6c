import type { Row } from '../../../measures/engine.ts'
import type { FileCell } from '../file-bytes.ts'

export type Shape = {
  readonly columns: readonly string[]
  readonly cells: readonly (readonly FileCell[])[]
}

/** The rows of one council: those of others are left out. Tables by area name no council, and stay whole. */
export function rowsOf(rows: readonly Row[], council: string): readonly Row[] {
  return rows.filter(row => row['council'] === undefined || String(row['council']) === council)
}

/** A table of one council in its long form. */
export function shapeOf(rows: readonly Row[], council: string): Shape {
  const columns = Object.keys(rows[0] ?? {})
  const own = rowsOf(rows, council)
  return { columns, cells: own.map(row => columns.map(column => cellOf(row[column]))) }
}

function cellOf(value: unknown): FileCell {
  if (value === null || value === undefined) return null
  return typeof value === 'number' ? value : String(value)
}
