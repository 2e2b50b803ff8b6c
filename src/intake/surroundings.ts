import { columnLetter, type Grid, type Problem } from './grid.ts'

/** A row of a sheet as it was read, near a cell that is at fault. */
export type Surroundings = {
  readonly row: number
  readonly cells: readonly {
    /** Its letter. */
    readonly column: string
    /** What stands above it in the first row of the sheet. */
    readonly heading: string
    readonly shown: string
    readonly isFaulty: boolean
  }[]
}

/** Columns shown on each side of the cell. */
const reach = 4

/** Characters of a cell that are shown. */
const longest = 60

/** What stands around the place of a problem; null where that is a whole sheet, or the sheet was not kept. */
export function surroundingsOf(problem: Problem, sheets: readonly Grid[]): Surroundings | null {
  const { file, sheet, row, column } = problem
  const grid = sheets.find(each => each.file === file && each.sheet === sheet)
  const cells = row === null ? undefined : grid?.rows[row - 1]
  if (!grid || !cells || row === null) return null
  const letter = /^[A-Z]+(?= |$)/.exec(column)?.[0] ?? null
  const at = letter === null ? -1 : indexOfColumn(letter)
  const from = Math.max(0, at - reach)
  const to = Math.max(from + 2 * reach + 1, at + reach + 1)
  // The name of a row stands in its first cell.
  const columns = [...(from > 0 ? [0] : []), ...Array.from({ length: to - from }, (_, index) => from + index)]
  const heading = grid.rows[0] ?? []
  return {
    row,
    cells: columns
      .filter(index => index < Math.max(cells.length, heading.length) || index === at)
      .map(index => ({
        column: columnLetter(index),
        heading: row === 1 ? '' : shortened(heading[index]?.shown ?? ''),
        shown: shortened(cells[index]?.shown ?? ''),
        isFaulty: index === at,
      })),
  }
}

function shortened(text: string): string {
  return text.length > longest ? `${text.slice(0, longest - 3)}...` : text
}

/** The index of a column, from 0, by its letter. */
function indexOfColumn(letter: string): number {
  return [...letter].reduce((sum, each) => sum * 26 + each.charCodeAt(0) - 64, 0) - 1
}
