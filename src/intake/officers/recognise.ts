import { periodInWords } from '../../shared/period/format-period.ts'
import { comparePeriods, type Period } from '../../shared/period/period.ts'
import { counted, listed } from '../../shared/words.ts'
import { columnLetter, type Grid, type Problem } from '../grid.ts'
import { excerpt, problemOf, type Where } from '../read/problems.ts'
import { type Heading, headingAt } from './heading.ts'
import { columnsOf, type PlacedPeriod } from './heading-columns.ts'
import { nounOf } from './heading-sequence.ts'
import { type Line, linesOf } from './lines.ts'
import { mergedOverData } from './merged-cells.ts'
import type { Block, OfficerRow, Recognised } from './recognised.ts'
import { rowOf } from './row.ts'
import type { Tell } from './tell.ts'

export type RecogniseContext = {
  /** Takes headings that do not follow their neighbours as the neighbours say. */
  readonly acceptHeadings?: boolean
  /** The financial year of headings that name a month alone. */
  readonly within?: Period
}

/**
 * Reads an officers' own spreadsheet by its looks: one row an indicator, one column a period, with what stands around it.
 * Null where the sheet holds no such block.
 */
export function recogniseOfficersSheet(grid: Grid, context: RecogniseContext = {}): Recognised | null {
  const problems: Problem[] = []
  const tell: Tell = (code, expected, at) => {
    const where: Where = {
      sheet: grid.sheet,
      row: at.row + 1,
      column: at.column === undefined ? '' : columnLetter(at.column) + (at.heading ? ` (${excerpt(at.heading)})` : ''),
      found: excerpt(at.found ?? ''),
      level: at.warning ? 'warning' : 'error',
    }
    problems.push(problemOf(grid.file, code, expected, where))
  }
  const read = headingsIn(grid, context.within)
    .map((heading, index, all) => readBlock(grid, heading, all[index + 1]?.row ?? grid.rows.length, context, tell))
    .filter(block => block.block.rows.length > 0)
  if (read.length === 0) return null
  const blocks = read.map(({ block }) => block)
  tellRepeated(blocks, tell)
  return {
    file: grid.file,
    sheet: grid.sheet,
    blocks,
    understood: read.flatMap(({ understood }) => understood),
    problems,
  }
}

function headingsIn(grid: Grid, within: Period | undefined): Heading[] {
  const headings: Heading[] = []
  for (let row = 0; row < grid.rows.length; row += 1) {
    const heading = headingAt(grid, row, within)
    if (!heading) continue
    headings.push(heading)
    row = heading.dataRow - 1
  }
  return headings
}

type ReadBlock = { readonly block: Block; readonly understood: readonly string[] }

function readBlock(grid: Grid, heading: Heading, end: number, context: RecogniseContext, tell: Tell): ReadBlock {
  const lines = linesOf(grid, heading, end)
  const indicators = lines.filter(line => line.kind === 'indicator')
  if (indicators.length === 0) return { block: { headingRow: heading.row + 1, periods: [], rows: [] }, understood: [] }
  const columns = columnsOf(heading, context.acceptHeadings === true, tell)
  mergedOverData(grid, heading, lines, tell)
  const rows = indicators.map(line => rowOf(grid, heading, columns, line, tell))
  for (const line of lines)
    if (line.kind === 'no-label')
      tell('no-label', 'the row holds figures without the name of an indicator; write the name in front of them', {
        row: line.row,
        column: heading.label,
      })
  const periods = columns.map(({ column, heading: text, period, proposed }) => ({
    column: columnLetter(column),
    heading: text,
    period,
    proposed,
  }))
  return {
    block: { headingRow: heading.row + 1, periods, rows },
    understood: understoodOf(heading, columns, lines, rows),
  }
}

function understoodOf(
  heading: Heading,
  columns: readonly PlacedPeriod[],
  lines: readonly Line[],
  rows: readonly OfficerRow[],
): string[] {
  const data = lines.filter(line => line.kind === 'indicator').flatMap(line => [line.row, line.counts ?? line.row])
  const periods = columns.map(({ period }) => period).sort(comparePeriods)
  const [first] = periods
  const last = periods.at(-1)
  if (first === undefined || last === undefined) return []
  const noun = nounOf(periods)
  const { target, belowTarget } = heading
  const parts = [
    counted(rows.length, 'indicator'),
    `${periodInWords(first)} to ${periodInWords(last)} (${counted(periods.length, noun.replace(/s$/, ''))})`,
    target === null
      ? 'no target column'
      : `target column ${columnLetter(target)}${belowTarget === '' ? '' : ` (headed “${excerpt(belowTarget)}” as well)`}`,
    heading.polarity === null ? 'no polarity column' : `polarity column ${columnLetter(heading.polarity)}`,
  ]
  const top = Math.min(...data) + 1
  const bottom = Math.max(...data) + 1
  const sentence = `${top === bottom ? `Row ${top}` : `Rows ${top} to ${bottom}`}: ${parts.join(', ')}.`
  const counts = lines.filter(line => line.counts !== null).length
  const notes = lines.filter(line => line.kind === 'note').map(line => String(line.row + 1))
  return [
    sentence,
    ...(counts > 0
      ? [`${counts} of these ${counts === 1 ? 'has' : 'have'} numerators and denominators in the line below.`]
      : []),
    ...(notes.length > 0 ? [`${notes.length === 1 ? 'Row' : 'Rows'} ${listed(notes)}: text only, not read.`] : []),
    ...heading.unread
      .filter(({ heading: text }) => text !== '' && !/\d/.test(text))
      .map(({ column, heading: text }) => `Column ${columnLetter(column)} (${excerpt(text)}): not read.`),
  ]
}

/** One indicator twice for one period: which figure counts cannot be told. */
function tellRepeated(blocks: readonly Block[], tell: Tell): void {
  const seen = new Map<string, number>()
  for (const { rows } of blocks)
    for (const { label, row, values } of rows) {
      const keys = values.map(({ period }) => JSON.stringify([label.toLowerCase(), period]))
      const before = keys.map(key => seen.get(key)).find(found => found !== undefined)
      if (before !== undefined)
        tell('repeated-indicator', `stands in row ${before} already, for the same periods; keep one of the two`, {
          row: row - 1,
          found: label,
        })
      for (const key of keys) seen.set(key, row)
    }
}
