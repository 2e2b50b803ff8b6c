import type { Row } from '../exchange/read-table.ts'
import type { Grid, Problem } from '../grid.ts'
import { isAscofTable, readAscofTable } from './ascof-workbook.ts'
import { catalogueOf, type NationalCatalogue } from './catalogue.ts'
import { type ReadFigures, rowsOfFigures } from './figures.ts'
import { isMergedOutcomes, readMergedOutcomes } from './merged-outcomes.ts'
import { isNeighbours, readNeighbours } from './neighbours.ts'
import { isOflog, readOflog } from './oflog.ts'
import { isOpenData, readOpenData } from './open-data.ts'
import { isPopulation, readPopulation } from './population.ts'

/** What was made of publishers' files: rows of the exchange format, and the sheets that are something else. */
export type ReadNational = {
  readonly rows: readonly Row[]
  readonly others: readonly Grid[]
  readonly problems: readonly Problem[]
  readonly understood: readonly string[]
}

type ReadRows = Pick<ReadNational, 'rows' | 'problems' | 'understood'>
type Form = {
  readonly is: (grid: Grid) => boolean
  readonly read: (grid: Grid, catalogue: NationalCatalogue) => ReadRows
}

const ofFigures =
  (read: (grid: Grid, catalogue: NationalCatalogue) => ReadFigures) =>
  (grid: Grid, catalogue: NationalCatalogue): ReadRows => {
    const { figures, problems, understood } = read(grid, catalogue)
    const { rows, problems: repeated } = rowsOfFigures(grid, figures)
    return { rows, problems: [...problems, ...repeated], understood }
  }

/** Every form of a publisher's file that is recognised, by its looks. */
const forms: readonly Form[] = [
  { is: isAscofTable, read: ofFigures(readAscofTable) },
  { is: isOpenData, read: ofFigures(readOpenData) },
  { is: isMergedOutcomes, read: ofFigures(readMergedOutcomes) },
  { is: isOflog, read: ofFigures(readOflog) },
  { is: isPopulation, read: ofFigures(readPopulation) },
  { is: isNeighbours, read: readNeighbours },
]

/** Whether any of the sheets is a file that a national publisher issues. */
export function holdsNational(grids: readonly Grid[]): boolean {
  return grids.some(grid => forms.some(form => form.is(grid)))
}

/** The files among these that are the official ASCOF workbook, whose other sheets are none of our tables, whatever they are called. */
export function ascofWorkbooks(grids: readonly Grid[]): ReadonlySet<string> {
  return new Set(grids.filter(isAscofTable).map(grid => grid.file))
}

/**
 * Reads the files that national publishers issue as they are. The other sheets of the ASCOF workbook (cover, contents, notes, the
 * log of comparability) hold no figures and are passed over.
 * @param standing the rows of catalogue/national
 */
export function readNational(grids: readonly Grid[], standing: readonly Row[]): ReadNational {
  const catalogue = catalogueOf(standing)
  const workbooks = ascofWorkbooks(grids)
  const rows: Row[] = []
  const others: Grid[] = []
  const problems: Problem[] = []
  const understood: string[] = []
  for (const grid of grids) {
    const form = forms.find(each => each.is(grid))
    if (form) {
      const read = form.read(grid, catalogue)
      for (const row of read.rows) rows.push(row)
      problems.push(...read.problems)
      understood.push(...read.understood.map(sentence => `${grid.file}: ${sentence}`))
    } else if (!workbooks.has(grid.file)) others.push(grid)
    else understood.push(`${grid.file}: ${grid.sheet}: no figures, not read.`)
  }
  return { rows: [...standing, ...rows], others, problems, understood }
}
