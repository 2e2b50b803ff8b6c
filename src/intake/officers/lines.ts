import type { Grid } from '../grid.ts'
import { looksLikeCounts, polarityIn } from './cell-value.ts'
import { cellAt, type Heading, lineOf } from './heading.ts'

/**
 * What a row of a block is: an indicator (with the row of its counts, where the next one holds them), figures that nothing
 * names, or text only.
 */
export type Line = {
  readonly kind: 'indicator' | 'no-label' | 'note'
  readonly row: number
  readonly counts: number | null
}

/** The rows of a block that hold something. Rows count from 0. */
export function linesOf(grid: Grid, heading: Heading, end: number): Line[] {
  const lines: Line[] = []
  for (let row = heading.dataRow; row < end; row += 1) {
    const line = lineAt(grid, heading, row)
    if (line === null) continue
    if (line.kind !== 'indicator') {
      lines.push(line)
      continue
    }
    const counts = row + 1 < end && isCountsLine(grid, heading, row + 1) ? row + 1 : null
    lines.push({ ...line, counts })
    if (counts !== null) row = counts
  }
  return lines
}

function lineAt(grid: Grid, heading: Heading, row: number): Line | null {
  const label = cellAt(grid, row, heading.label)
  const hasFigures = heading.periods.some(({ column }) => cellAt(grid, row, column).type !== 'empty')
  const target = heading.target !== null && cellAt(grid, row, heading.target).type !== 'empty'
  const polarity = heading.polarity === null ? null : polarityIn(cellAt(grid, row, heading.polarity))
  if (lineOf(label) !== '') {
    const isIndicator = hasFigures || target || (polarity !== null && polarity !== undefined)
    return { kind: isIndicator ? 'indicator' : 'note', row, counts: null }
  }
  return hasFigures ? { kind: 'no-label', row, counts: null } : null
}

/** The line below an indicator: no name of its own that says something else, and counts in every column that is filled. */
function isCountsLine(grid: Grid, heading: Heading, row: number): boolean {
  const label = lineOf(cellAt(grid, row, heading.label))
  if (label !== '' && !/^\(?(numerator|num\b|counts?\b|n ?\/ ?d)/i.test(label)) return false
  const filled = heading.periods.map(({ column }) => cellAt(grid, row, column)).filter(cell => cell.type !== 'empty')
  return filled.length > 0 && (filled.some(looksLikeCounts) || filled.every(cell => cell.type === 'date'))
}
