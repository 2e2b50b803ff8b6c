import { columnLetter, type Grid } from '../grid.ts'
import { type CellValue, cellCounts, cellValue, polarityIn } from './cell-value.ts'
import { cellAt, type Heading, lineOf } from './heading.ts'
import type { PlacedPeriod } from './heading-columns.ts'
import type { Line } from './lines.ts'
import type { OfficerRow, OfficerValue } from './recognised.ts'
import type { Tell } from './tell.ts'

/** An indicator's row with everything it says; what it does not say clearly is told. */
export function rowOf(
  grid: Grid,
  heading: Heading,
  columns: readonly PlacedPeriod[],
  line: Line,
  tell: Tell,
): OfficerRow {
  const { row } = line
  const read = columns.map(each => ({ ...each, said: cellValue(cellAt(grid, row, each.column)) }))
  const percent = read.some(({ said }) => said.kind === 'number' && said.percent)
  const values = read.map((each): OfficerValue => {
    tellWrong(grid, row, each.column, each.heading, each.said, percent, tell)
    const counts = countsAt(grid, line, each, tell)
    const value = each.said.kind === 'number' ? each.said.text : null
    return {
      period: each.period,
      value,
      numerator: counts?.numerator ?? null,
      denominator: counts?.denominator ?? null,
      reason: value !== null ? null : each.said.kind === 'none' ? each.said.reason : 'not_available',
      place: placeOf(grid, row, each.column),
    }
  })
  const target = targetOf(grid, heading, row, percent, tell)
  if (target !== null && values.every(({ value }) => value === null))
    tell(
      'target-without-value',
      'the row has a target and no figures, so the period of the target cannot be told: not taken',
      {
        row,
        found: target.text,
        warning: true,
        ...(heading.target === null ? {} : { column: heading.target }),
      },
    )
  const label = lineOf(cellAt(grid, row, heading.label))
  return { row: row + 1, label, polarity: polarityOf(grid, heading, row, tell), target, percent, values }
}

function placeOf(grid: Grid, row: number, column: number): string {
  return `${grid.sheet === '' ? '' : `${grid.sheet}!`}${columnLetter(column)}${row + 1}`
}

function tellWrong(
  grid: Grid,
  row: number,
  column: number,
  heading: string,
  said: CellValue,
  percent: boolean,
  tell: Tell,
): void {
  const at = { row, column, heading, found: cellAt(grid, row, column).shown }
  if (said.kind === 'wrong') tell(said.code, said.expected, at)
  if (said.kind === 'number' && percent && !said.percent && isFraction(said.text))
    tell(
      'mixed-percent',
      'the other figures of the row are shown as percentages and this one is not; give the cell the format of its neighbours, or write the percentage',
      at,
    )
}

/** 0.863 may be 86.3 % that has lost its format; 0 is 0 either way. */
function isFraction(text: string): boolean {
  return Math.abs(Number(text)) <= 1 && Number(text) !== 0
}

function countsAt(grid: Grid, line: Line, { column, heading }: PlacedPeriod, tell: Tell) {
  if (line.counts === null) return null
  const cell = cellAt(grid, line.counts, column)
  const counts = cellCounts(cell)
  if (counts.kind === 'wrong')
    tell(counts.code, counts.expected, { row: line.counts, column, heading, found: cell.shown })
  return counts.kind === 'counts' ? counts : null
}

function targetOf(grid: Grid, heading: Heading, row: number, percent: boolean, tell: Tell): OfficerRow['target'] {
  for (const column of heading.otherTargets)
    if (cellValue(cellAt(grid, row, column)).kind === 'number')
      tell('several-targets', 'the sheet has several target columns, and only the first is read', {
        row,
        column,
        found: cellAt(grid, row, column).shown,
        warning: true,
      })
  if (heading.target === null) return null
  const said = cellValue(cellAt(grid, row, heading.target))
  tellWrong(grid, row, heading.target, 'target', said, percent, tell)
  return said.kind === 'number' ? { text: said.text, cell: placeOf(grid, row, heading.target) } : null
}

function polarityOf(grid: Grid, heading: Heading, row: number, tell: Tell): OfficerRow['polarity'] {
  if (heading.polarity === null) return null
  const cell = cellAt(grid, row, heading.polarity)
  const polarity = polarityIn(cell)
  if (polarity === undefined)
    tell('unknown-polarity', 'does not say which way is good, and was not taken; write Bigger or Smaller', {
      row,
      column: heading.polarity,
      found: cell.shown,
      warning: true,
    })
  return polarity ?? null
}
