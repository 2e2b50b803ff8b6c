/** A sheet as it was read: every cell with what it holds and what it shows. Rows and columns count from 0. */
export type Grid = {
  readonly file: string
  /** Name of the sheet; empty for a CSV file. */
  readonly sheet: string
  readonly rows: readonly (readonly Cell[])[]
  /** Ranges that are merged. */
  readonly merged: readonly {
    readonly row: number
    readonly column: number
    readonly rows: number
    readonly columns: number
  }[]
}

export type Cell = {
  /** `error` is a formula's error; `date` a cell that the spreadsheet holds as a date. */
  readonly type: 'empty' | 'text' | 'number' | 'date' | 'boolean' | 'error'
  /** What the cell holds: a text as it is, a number by its shortest decimal text, a date as 2016-12-01. */
  readonly held: string
  /** What a reader sees: `86.3%`, `Dec 16`. The same as `held` where the file keeps no format. */
  readonly shown: string
}

/** Something wrong with what was read, and where. Errors stop the import; warnings do not. */
export type Problem = {
  readonly level: 'error' | 'warning'
  readonly file: string
  readonly sheet: string
  /** Row as the spreadsheet numbers it, from 1; null when the problem is the whole sheet or file. */
  readonly row: number | null
  /** Column by its letter, and its heading where there is one, as `E (value)`. */
  readonly column: string
  /** What stands there, shortened. */
  readonly found: string
  /** What was expected, and what to do. */
  readonly expected: string
  /** The kind of problem, stable for tools: `unknown-indicator`, `bad-period`, `not-a-number` … */
  readonly code: string
}

/** A problem as one line: where, what stands there, what was expected. */
function problemInWords(problem: Problem): string {
  const where = [
    problem.file,
    problem.sheet === '' ? '' : `sheet ${problem.sheet}`,
    problem.row === null ? '' : `row ${problem.row}`,
    problem.column === '' ? '' : `column ${problem.column}`,
  ].filter(part => part !== '')
  const found = problem.found === '' ? '' : `“${problem.found}”: `
  return `${where.length === 0 ? '' : `${where.join(', ')}: `}${found}${problem.expected}`
}

/**
 * Problems as lines; one that stands in many rows alike is told once, with its first rows and how many more there are, and one that
 * was found in a row more than once counts once.
 */
export function problemsInWords(problems: readonly Problem[]): string[] {
  const alike = Map.groupBy(problems, problem => problemInWords({ ...problem, row: null }))
  return [...alike.values()].flatMap(found => {
    const group = [...new Map(found.map(problem => [problem.row, problem])).values()]
    const [first] = group
    if (!first || group.length <= 3) return group.map(problemInWords)
    return [`${problemInWords(first)} (and so in ${group.length - 1} more rows, to row ${group.at(-1)?.row})`]
  })
}

/** The letter of a column, from 0. @example columnLetter(27) // 'AB' */
export function columnLetter(index: number): string {
  const rest = Math.floor(index / 26)
  return `${rest > 0 ? columnLetter(rest - 1) : ''}${String.fromCharCode(65 + (index % 26))}`
}
