import { parsePeriod } from '../../shared/period/parse-period.ts'
import type { Period } from '../../shared/period/period.ts'
import type { Cell, Grid } from '../grid.ts'
import { emptyCell } from '../read/parts.ts'

/** A heading row of a block, and which column is what. Rows and columns count from 0. */
export type Heading = {
  readonly row: number
  /** The first row below the heading. */
  readonly dataRow: number
  readonly periods: readonly HeadingPeriod[]
  readonly label: number
  readonly polarity: number | null
  readonly target: number | null
  readonly otherTargets: readonly number[]
  /** What stands in the heading's second row over the target column. */
  readonly belowTarget: string
  /** Headings among the periods that are none. */
  readonly unread: readonly { readonly column: number; readonly heading: string }[]
}

export type HeadingPeriod = {
  readonly column: number
  /** The row of the cell that says the year, where a fault is put right. */
  readonly row: number
  readonly heading: string
  /** Null where a month is named without its year. */
  readonly period: Period | null
}

/** A cell of a grid; beyond its edges all is empty. */
export function cellAt(grid: Grid, row: number, column: number): Cell {
  return grid.rows[row]?.[column] ?? emptyCell
}

/** A cell's text on one line. */
export function lineOf(cell: Cell): string {
  return cell.shown.replace(/\s+/g, ' ').trim()
}

const polarityHeading = /\b(bigger|smaller|polarity|good (is|to be)|higher|lower)\b|\bbetter\b/i
const targetHeading = /^(profiled |current |annual |year[- ]end )?target\b|^goal\b/i
const yearOnly = /^['’]?(\d{2}|\d{4})$/

/** The heading in this row, alone or with the row above or below it; null where the row is none. */
export function headingAt(grid: Grid, row: number, within: Period | undefined): Heading | null {
  const cells = (grid.rows[row] ?? []).map((cell, column) => ({ cell, column, text: lineOf(cell) }))
  const filled = cells.filter(({ text }) => text !== '')
  const polarity = filled.find(({ text }) => polarityHeading.test(text) && !targetHeading.test(text))?.column ?? null
  const targets = filled.filter(({ text }) => targetHeading.test(text)).map(({ column }) => column)
  const roles = new Set([polarity, ...targets])
  const periods = onOneRow(grid, row, within, roles) ?? onTwoRows(grid, row, roles)
  if (periods === null) return null
  const enough = periods.found.length >= 2 || (periods.found.length === 1 && roles.size > 1)
  if (!enough) return null
  const first = Math.min(...periods.found.map(({ column }) => column))
  const last = Math.max(...periods.found.map(({ column }) => column))
  const taken = new Set([...roles, ...periods.found.map(({ column }) => column)])
  const label = labelColumn(grid, periods.dataRow, first, taken)
  if (label === null) return null
  const unread = cells.filter(({ column }) => column > first && column < last && !taken.has(column))
  const [target = null, ...otherTargets] = targets
  return {
    row,
    dataRow: periods.dataRow,
    periods: periods.found,
    label,
    polarity,
    target,
    otherTargets,
    belowTarget: target !== null && periods.dataRow > row + 1 ? lineOf(cellAt(grid, row + 1, target)) : '',
    unread: unread.map(({ column, text }) => ({ column, heading: text })),
  }
}

type FoundPeriods = { readonly found: readonly HeadingPeriod[]; readonly dataRow: number }

function onOneRow(
  grid: Grid,
  row: number,
  within: Period | undefined,
  roles: ReadonlySet<number | null>,
): FoundPeriods | null {
  const found = (grid.rows[row] ?? []).flatMap((cell, column): HeadingPeriod[] => {
    if (roles.has(column)) return []
    const period = periodIn(cell, within)
    return period ? [{ column, row, heading: lineOf(cell), period }] : []
  })
  return found.length > 0 ? { found, dataRow: row + 1 } : null
}

/** The period that a cell names: by its text, or by the month of a date. */
function periodIn(cell: Cell, within?: Period): Period | null {
  if (cell.type === 'date') return monthOf(cell.held)
  if (cell.type !== 'text' && cell.type !== 'number') return null
  const text = lineOf(cell)
  const parsed = parsePeriod(text, within)
  if (parsed.ok) return parsed.period
  const iso = /^(\d{4})-(\d{2})-\d{2}$/.exec(text)
  const british = /^\d{1,2}\/(\d{1,2})\/(\d{4})$/.exec(text)
  if (iso) return monthOf(text)
  return british ? monthOf(`${british[2]}-${String(british[1]).padStart(2, '0')}-01`) : null
}

function monthOf(day: string): Period | null {
  const parsed = parsePeriod(day.slice(0, 7))
  return parsed.ok ? parsed.period : null
}

const anyYear = '2000/01' as Period

/** Whether a text names a month or a quarter without its year. */
function lacksYear(text: string): boolean {
  return !parsePeriod(text).ok && parsePeriod(text, anyYear).ok
}

/** Months in one row, with their years in the next or in the one above (there a year holds until the next one). */
function onTwoRows(grid: Grid, row: number, roles: ReadonlySet<number | null>): FoundPeriods | null {
  const months = (grid.rows[row] ?? []).flatMap((cell, column) =>
    cell.type === 'text' && !roles.has(column) && lacksYear(lineOf(cell)) ? [{ column, text: lineOf(cell) }] : [],
  )
  if (months.length < 2) return null
  const below = months.map(({ column }) => yearIn(cellAt(grid, row + 1, column)))
  if (below.filter(year => year !== null).length * 2 > months.length)
    return { found: months.map((month, index) => joined(month, below[index] ?? null, row + 1)), dataRow: row + 2 }
  const above = months.map(({ column }) => yearAbove(grid, row - 1, column))
  return { found: months.map((month, index) => joined(month, above[index] ?? null, row)), dataRow: row + 1 }
}

function joined(month: { column: number; text: string }, year: string | null, row: number): HeadingPeriod {
  const { column, text } = month
  if (year === null) return { column, row, heading: text, period: null }
  const financial = parsePeriod(year)
  const parsed = financial.ok ? parsePeriod(text, financial.period) : parsePeriod(`${text} ${year}`)
  return { column, row, heading: `${text} ${year}`, period: parsed.ok ? parsed.period : null }
}

function yearIn(cell: Cell): string | null {
  const text = lineOf(cell)
  const only = yearOnly.exec(text)
  if (only) return String(only[1])
  const parsed = parsePeriod(text)
  return parsed.ok && /^\d{4}\/\d{2}$/.test(parsed.period) ? parsed.period : null
}

function yearAbove(grid: Grid, row: number, column: number): string | null {
  for (let at = column; at >= 0; at -= 1) {
    const cell = cellAt(grid, row, at)
    if (cell.type !== 'empty') return yearIn(cell)
  }
  return null
}

/** The column left of the figures that holds the most words. */
function labelColumn(grid: Grid, dataRow: number, before: number, taken: ReadonlySet<number | null>): number | null {
  let best: number | null = null
  let most = 0
  for (let column = 0; column < before; column += 1) {
    if (taken.has(column)) continue
    let words = 0
    for (let row = dataRow; row < Math.min(grid.rows.length, dataRow + 200); row += 1)
      if (cellAt(grid, row, column).type === 'text') words += cellAt(grid, row, column).shown.length
    if (words > most) {
      best = column
      most = words
    }
  }
  return best
}
