import type { Cell, Grid } from '../grid.ts'

/** Where the columns of a publisher's long table stand, by the name that we give each. */
export type Columns<Name extends string> = Readonly<Record<Name, number>>

/**
 * The columns of a table whose first row names them, each by one of its spellings; null where one is missing, as the table
 * then is another.
 */
export function columnsBy<Name extends string>(
  grid: Grid,
  spellings: Readonly<Record<Name, readonly string[]>>,
): Columns<Name> | null {
  const headings = (grid.rows[0] ?? []).map(cell => cell.shown.trim().toLowerCase())
  const found = Object.entries<readonly string[]>(spellings).map(
    ([name, any]) => [name, headings.findIndex(heading => any.includes(heading))] as const,
  )
  return found.some(([, at]) => at < 0) ? null : (Object.fromEntries(found) as Columns<Name>)
}

/** What stands in a row's column, as its reader sees it. */
export function textAt(cells: readonly Cell[], at: number): string {
  return cells[at]?.shown.trim() ?? ''
}
