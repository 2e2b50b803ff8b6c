import type { Row } from '../../../measures/engine.ts'
import { isCalled } from '../councils.ts'
import type { FileCell } from '../file-bytes.ts'
import type { HeldCouncil } from '../services.ts'

export type Shape = {
  readonly columns: readonly string[]
  readonly cells: readonly (readonly FileCell[])[]
}

/** The area of every council together. */
export const everyCouncil = 'England'

/**
 * The rows of one council. Tables by area name no council: of them those of the area that is called as the council is stay, and
 * those of every council together; all of them where no area is called so.
 */
export function rowsOf(rows: readonly Row[], council: HeldCouncil): readonly Row[] {
  const areas = [...new Set(rows.map(row => row['area']))].filter(area => isArea(area, council))
  return rows.filter(row => {
    if (row['council'] !== undefined) return String(row['council']) === council.code
    return areas.length === 0 || row['area'] === everyCouncil || areas.includes(row['area'])
  })
}

const isArea = (area: unknown, { code, name }: HeldCouncil) =>
  typeof area === 'string' && isCalled({ code, name: area }, { name, slug: code })

/** A table of one council in its long form. */
export function shapeOf(rows: readonly Row[], council: HeldCouncil): Shape {
  const columns = Object.keys(rows[0] ?? {})
  return { columns, cells: rowsOf(rows, council).map(row => columns.map(column => cellOf(row[column]))) }
}

function cellOf(value: unknown): FileCell {
  if (value === null || value === undefined) return null
  return typeof value === 'number' ? value : String(value)
}
