import type { Explanation } from '../../../measures/explain/explain.ts'
import type { FileTable } from '../file-bytes.ts'

/** The steps of a measure as a table of a file. */
export function explainTable(title: string, council: string, explanations: readonly Explanation[]): FileTable {
  return {
    title,
    council,
    columns: ['period', 'council', 'measure', 'breakdown', 'step', 'kind', 'what', 'change', 'left'],
    rows: explanations.flatMap(({ period, council: code, measure, breakdown, steps }) =>
      steps.map(({ kind, what, change, left }, at) => [
        period,
        code,
        measure,
        breakdown,
        at + 1,
        kind,
        what,
        change,
        left,
      ]),
    ),
  }
}
