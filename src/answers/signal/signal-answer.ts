/** Signal for a whole framework: the matrix of variation and assurance, and where signal and rating see different things. */
import type { Meaning } from '../../judgement/signal/signal.ts'
import { dashboard } from '../dashboard/dashboard.ts'
import type { FrameworkData } from '../framework-data.ts'
import { missedByRating, signalOfException } from './beside-rating.ts'
import { signalView } from './signal-view.ts'
import type { AssuranceColumn, SignalAnswer, SignalView, VariationRow } from './types.ts'

const variations = ['improvement', 'common', 'concern', 'information'] as const satisfies readonly VariationRow[]
const assurances = ['pass', 'inconsistent', 'fail', 'none'] as const satisfies readonly AssuranceColumn[]
const rowOf: Record<Meaning, VariationRow> = {
  improvement: 'improvement',
  common: 'common',
  concern: 'concern',
  high: 'information',
  low: 'information',
}

/** What signal says of every indicator of a framework. */
export function signalAnswer(data: FrameworkData): SignalAnswer {
  const { organisation, framework, moment, rows } = dashboard(data)
  const pairs = rows.map(row => ({ row, view: signalView(row.indicator.slug, data) }))
  const placed = pairs
    .map(pair => pair.view)
    .filter(view => view.icons && view.variation.meaning !== null && !view.assurance.isUnsteady)
  const isIn = (view: SignalView, variation: VariationRow, assurance: AssuranceColumn) =>
    rowOf[view.variation.meaning ?? 'common'] === variation && (view.assurance.code ?? 'none') === assurance
  return {
    organisation,
    framework,
    frameworks: data.frameworks,
    moment,
    indicators: pairs.map(pair => pair.view),
    matrix: variations.map(variation => ({
      variation,
      cells: assurances.map(assurance => ({
        assurance,
        indicators: placed.filter(view => isIn(view, variation, assurance)),
      })),
    })),
    others: pairs.flatMap(({ view }) => (placed.includes(view) ? [] : [{ indicator: view, because: becauseOf(view) }])),
    exceptions: pairs.flatMap(({ row, view }) =>
      row.reasons.length > 0 ? [{ row, ...signalOfException(row, view) }] : [],
    ),
    missed: pairs.flatMap(({ row, view }) => {
      const sentence = missedByRating(row, view)
      return sentence === null ? [] : [{ row, sentence }]
    }),
  }
}

/** Why an indicator stands nowhere in the matrix. */
function becauseOf({ reason, variation, assurance }: SignalView): string {
  return reason || (assurance.isUnsteady ? assurance.sentence : variation.sentence)
}
