import type { Reconciliation } from '../../../measures/reconcile/reconcile.ts'
import type { FileTable } from '../file-bytes.ts'

/** The figures beside the published ones as a table of a file: a row for each cause that was tried, the council's own first. */
export function publishedTable(council: string, year: string, { measures }: Reconciliation): FileTable {
  return {
    title: `Own and published figures of ${year}`,
    council,
    columns: [
      'year',
      'measure',
      'breakdown',
      'computed',
      'value',
      'numerator',
      'denominator',
      'change',
      'explains',
      'published_by',
      'published_value',
      'published_numerator',
      'published_denominator',
      'difference',
      'country_value',
    ],
    rows: measures.flatMap(({ measure, breakdown, own, published, national, difference, tried }) => {
      const start = [year, measure, breakdown]
      const printed = [
        published?.owner ?? null,
        published?.value ?? null,
        published?.numerator ?? null,
        published?.denominator ?? null,
        difference,
        national?.value ?? null,
      ]
      return [
        [...start, 'own', own.value, own.numerator, own.denominator, null, null, ...printed],
        ...tried.map(({ cause, figure, change, explains }) => [
          ...start,
          cause,
          figure.value,
          figure.numerator,
          figure.denominator,
          change,
          explains,
          ...printed,
        ]),
      ]
    }),
  }
}
