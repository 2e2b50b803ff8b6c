import { columnLetter, type Grid } from '../grid.ts'
import type { Heading } from './heading.ts'
import type { Line } from './lines.ts'
import type { Tell } from './tell.ts'

/**
 * Tells of cells that are merged over figures, where it cannot be known which column or row the one figure stands for. Titles,
 * notes, and a name or target that spans an indicator and its counts are no fault.
 */
export function mergedOverData(grid: Grid, heading: Heading, lines: readonly Line[], tell: Tell): void {
  const indicators = lines.filter(line => line.kind !== 'note')
  const figures = new Set(heading.periods.map(({ column }) => column))
  const own = new Set([...figures, heading.label, heading.polarity, heading.target])
  for (const { row, column, rows, columns } of grid.merged) {
    const touched = indicators.filter(line => line.row < row + rows && (line.counts ?? line.row) >= row)
    if (touched.length === 0 || rows * columns < 2) continue
    const covered = Array.from({ length: columns }, (_, index) => column + index).filter(each => own.has(each))
    if (covered.length === 0) continue
    if (covered.length === 1 && touched.length === 1 && !covered.some(each => figures.has(each))) continue
    const range = `${columnLetter(column)}${row + 1}:${columnLetter(column + columns - 1)}${row + rows}`
    tell(
      'merged-cells',
      `the cells ${range} are merged over figures; take the merging off and write each figure in its own cell`,
      {
        row,
        column,
      },
    )
  }
}
