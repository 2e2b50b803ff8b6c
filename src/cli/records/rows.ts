/** Rows of figures and tables from the records, as the command shows and writes them. */
import type { FigureWithMembers } from '../../measures/ask.ts'
import type { Span } from '../../measures/period.ts'

type Rows = readonly Readonly<Record<string, unknown>>[]

/** A figure with the names that JSON and CSV give its columns. */
export function figureJson(figure: FigureWithMembers) {
  return {
    period: figure.period,
    period_start: figure.periodStart,
    period_end: figure.periodEnd,
    council: figure.council,
    measure: figure.measure,
    breakdown: figure.breakdown,
    numerator: figure.numerator,
    denominator: figure.denominator,
    outcome: figure.outcome,
    ...(figure.members && {
      members: figure.members.map(({ person, inNumerator, inDenominator }) => ({
        person,
        numerator: inNumerator,
        denominator: inDenominator,
      })),
    }),
  }
}

/** The waiting times of the quarters that are asked for: the table has every quarter of the records. */
export function waitsOf<T extends Readonly<Record<string, unknown>>>(
  rows: readonly T[],
  span: Span | null,
): readonly T[] {
  const { start, end } = span ?? { start: '', end: '9999' }
  return rows.filter(row => String(row['quarter_start']) >= start && String(row['quarter_start']) <= end)
}

/** The names of the columns and the cells of every row, as text; people stand in JSON alone. */
export function cellsOf(rows: Rows): string[][] {
  const names = Object.keys(rows[0] ?? {}).filter(name => name !== 'members')
  const text = (value: unknown) => (value === null || value === undefined ? '' : String(value))
  return [names, ...rows.map(row => names.map(name => text(row[name])))]
}

/** Rows of cells as the lines of a CSV file. */
export const csvLines = (cells: readonly (readonly string[])[]): string[] =>
  cells.map(row => row.map(csvCell).join(','))

/** A cell of a CSV file; one that a spreadsheet would take as a formula is text. */
function csvCell(text: string): string {
  const safe = /^[=+\-@\t]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text
  return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
