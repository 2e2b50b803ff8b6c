import type { FigureRow } from '../../../measures/figures.ts'
import type { FileTable } from '../file-bytes.ts'

/** Figures as a table of a file: the columns are those of `tidemark cld measures`. */
export function measuresTable(title: string, council: string, figures: readonly FigureRow[]): FileTable {
  return {
    title,
    council,
    columns: [
      'period',
      'period_start',
      'period_end',
      'council',
      'measure',
      'breakdown',
      'numerator',
      'denominator',
      'outcome',
    ],
    rows: figures.map(each => [
      each.period,
      each.periodStart,
      each.periodEnd,
      each.council,
      each.measure,
      each.breakdown,
      each.numerator,
      each.denominator,
      each.outcome,
    ]),
  }
}
