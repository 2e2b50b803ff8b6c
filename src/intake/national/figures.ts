import type { Mark, ReasonCode } from '../../shared/codes.ts'
import { problemAt, type Row } from '../exchange/read-table.ts'
import { tables } from '../exchange/tables.data.ts'
import { columnLetter, type Grid, type Problem } from '../grid.ts'

/** A figure as a publisher's file gives it, on its way to become a row of the table observations. */
export type Figure = {
  readonly owner: string
  readonly measure: string
  readonly area: string
  readonly breakdown: string
  readonly period: string
  readonly value: string | null
  readonly numerator: string | null
  readonly denominator: string | null
  readonly respondents: string | null
  readonly marginOfError: string | null
  readonly reason: ReasonCode | null
  readonly marks: readonly Mark[]
  readonly note: string
  readonly source: string
  /** Row and column of the value, from 0. */
  readonly row: number
  readonly column: number
}

/** What a reader of one form makes of a sheet. */
export type ReadFigures = {
  readonly figures: readonly Figure[]
  readonly problems: readonly Problem[]
  /** Sentences that say how the file was read. */
  readonly understood: readonly string[]
}

const observations = tables.find(table => table.name === 'observations') as Row['table']

/**
 * The figures as rows of the exchange format. A file may give an area under two codes: what is a value counts before what is
 * none, and two values that differ are told.
 */
export function rowsOfFigures(grid: Grid, figures: readonly Figure[]): { rows: Row[]; problems: Problem[] } {
  const problems: Problem[] = []
  const kept = new Map<string, Figure>()
  for (const figure of figures.map(withoutUnanswered)) {
    const key = [figure.owner, figure.measure, figure.area, figure.breakdown, figure.period].join(' ')
    const before = kept.get(key)
    if (!before || (before.value === null && figure.value !== null)) kept.set(key, figure)
    else if (figure.value !== null && Number(figure.value) !== Number(before.value))
      problems.push(
        problemAt(
          placeOf(grid, figure),
          'value',
          figure.value,
          'said-twice',
          `row ${before.row + 1} says ${before.value} of ${figure.area} in ${figure.period}; keep one of the two`,
        ),
      )
  }
  return {
    rows: [...kept.values()].map(figure => rowOf(grid, figure)),
    problems,
  }
}

/**
 * A value of zero that nobody answered is no value: some files write 0 and 0 respondents of councils that held no survey, which
 * would put them last.
 */
function withoutUnanswered(figure: Figure): Figure {
  const { value, respondents } = figure
  if (value === null || respondents === null || Number(value) !== 0 || Number(respondents) !== 0) return figure
  const nothing = { value: null, numerator: null, denominator: null, respondents: null, marginOfError: null }
  return { ...figure, ...nothing, reason: 'not_available' }
}

function rowOf(grid: Grid, figure: Figure): Row {
  return {
    table: observations,
    place: placeOf(grid, figure),
    values: {
      indicator: figure.measure,
      geography: figure.area,
      breakdown: figure.breakdown,
      period: figure.period,
      version: '',
      value: figure.value,
      numerator: figure.numerator,
      denominator: figure.denominator,
      respondents: figure.respondents,
      margin_of_error: figure.marginOfError,
      reason: figure.reason,
      until: '',
      marks: figure.marks,
      note: figure.note,
      owner: figure.owner,
      source: figure.source,
    },
  }
}

function placeOf({ file, sheet }: Grid, { row, column }: Figure): Row['place'] {
  return { file, sheet, row: row + 1, letters: { value: columnLetter(column) } }
}
