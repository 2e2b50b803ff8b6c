import { counted } from '../../shared/words.ts'
import { type Cell, columnLetter, type Grid, type Problem } from '../grid.ts'
import { excerpt, problemOf } from '../read/problems.ts'
import type { Area, NamedArea } from './areas.ts'
import type { NationalCatalogue } from './catalogue.ts'
import type { Figure } from './figures.ts'
import { columnsBy, textAt } from './headings.ts'
import { type Published, publishedIn } from './published.ts'

/** A row of a publisher's long table, with what its readers ask of it. What is wrong is told, and gives nothing. */
export type LongRow<Name extends string> = {
  /** Row from 0. */
  readonly row: number
  readonly at: Readonly<Record<Name, number>>
  readonly text: (column: Name) => string
  readonly area: (named: NamedArea, period: string) => Area | null
  readonly published: (column: Name) => Exclude<Published, { kind: 'fault' }> | null
  readonly tell: (column: Name, code: string, expected: string) => void
}

export type LongTable<T> = {
  readonly made: readonly T[]
  readonly problems: readonly Problem[]
  /** A sentence on the areas that the catalogue does not have; empty where it has all. */
  readonly left: string
}

/** Goes through a table with a heading in its first row; rows without anything are passed over. */
export function readLongTable<Name extends string, T>(
  grid: Grid,
  spellings: Readonly<Record<Name, readonly string[]>>,
  catalogue: NationalCatalogue,
  each: (row: LongRow<Name>) => readonly T[],
): LongTable<T> {
  const at = columnsBy(grid, spellings)
  if (!at) return { made: [], problems: [], left: '' }
  const problems: Problem[] = []
  const unknown = new Set<string>()
  const longRow = (cells: readonly Cell[], row: number): LongRow<Name> => {
    const text = (column: Name) => textAt(cells, at[column])
    const tell = (column: Name, code: string, expected: string) => {
      const where = { sheet: grid.sheet, row: row + 1, column: columnLetter(at[column]), found: excerpt(text(column)) }
      problems.push(problemOf(grid.file, code, expected, where))
    }
    return {
      row,
      at,
      text,
      tell,
      area(named, period) {
        const found = catalogue.areas.find(named, period)
        if (!found) unknown.add(named.name)
        return found
      },
      published(column) {
        const published = publishedIn(cells[at[column]])
        if (published.kind !== 'fault') return published
        tell(column, 'not-a-number', published.expected)
        return null
      },
    }
  }
  const made = grid.rows.flatMap((cells, row) =>
    row === 0 || cells.every(cell => cell.type === 'empty') ? [] : each(longRow(cells, row)),
  )
  const left = unknown.size === 0 ? '' : `${counted(unknown.size, 'area')} that the catalogue does not have left out.`
  return { made, problems, left }
}

/** What a figure is of. */
type Subject = Pick<Figure, 'owner' | 'measure' | 'area' | 'period' | 'source' | 'row' | 'column'>

/** A figure of a table that gives values only. */
export function figureOf(
  subject: Subject,
  value: Exclude<Published, { kind: 'fault' }>,
  more: Partial<Figure> = {},
): Figure {
  return {
    breakdown: '',
    numerator: null,
    denominator: null,
    respondents: null,
    marginOfError: null,
    marks: [],
    note: '',
    ...subject,
    ...more,
    value: value.kind === 'number' ? value.text : null,
    reason: value.kind === 'none' ? value.reason : null,
  }
}
