/** Signal for a whole framework: the matrix of variation and assurance, and where signal and rating see different things. */
import type { Meaning } from '../../judgement/signal/signal.ts'
import { dashboard } from '../dashboard/dashboard.ts'
import type { FrameworkData } from '../framework-data.ts'
import type { DashboardRow, ExceptionRule } from '../types.ts'
import { signalView } from './signal-view.ts'
import type { AssuranceColumn, SignalAnswer, SignalException, SignalView, VariationRow } from './types.ts'

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
  const placed = pairs.map(pair => pair.view).filter(view => view.icons && view.variation.meaning !== null)
  const isIn = (view: SignalView, variation: VariationRow, assurance: AssuranceColumn) =>
    rowOf[view.variation.meaning ?? 'common'] === variation && (view.assurance.code ?? 'none') === assurance
  return {
    organisation,
    framework,
    moment,
    indicators: pairs.map(pair => pair.view),
    matrix: variations.map(variation => ({
      variation,
      cells: assurances.map(assurance => ({
        assurance,
        indicators: placed.filter(view => isIn(view, variation, assurance)),
      })),
    })),
    others: pairs.flatMap(({ view }) =>
      placed.includes(view) ? [] : [{ indicator: view, because: view.reason || view.variation.sentence }],
    ),
    exceptions: pairs.flatMap(({ row, view }) => (byRating(row) ? [exceptionOf(row, view)] : [])),
    missed: pairs.flatMap(({ row, view }) => missedOf(row, view)),
  }
}

/** Budget and risk are an officer's judgement, which signal neither bears out nor doubts. */
const byRating = (row: DashboardRow) => has(row, 'deteriorating') || has(row, 'off-target')
const has = (row: DashboardRow, rule: ExceptionRule) => row.reasons.some(reason => reason.rule === rule)

function exceptionOf(row: DashboardRow, view: SignalView): SignalException {
  if (!view.chart || view.variation.meaning === null) return { row, finding: 'cannot_tell', sentence: view.reason }
  const care = view.reason === '' ? '' : ` ${view.reason}`
  if (view.variation.meaning !== 'common')
    return { row, finding: 'signal', sentence: `${view.variation.sentence}${care}` }
  const worse = has(row, 'deteriorating')
    ? 'Worse several times in a row, and yet within normal variation: no sign that anything has changed.'
    : view.variation.sentence
  const assured = view.assurance.code === null ? '' : ` ${view.assurance.sentence}`
  return { row, finding: 'normal_variation', sentence: `${worse}${assured}${care}` }
}

function missedOf(row: DashboardRow, view: SignalView): SignalAnswer['missed'] {
  if (view.variation.meaning !== 'concern' || row.reasons.length > 0) return []
  const rating = row.latest?.rating
  const rated = rating ? `It is rated ${rating}.` : 'It is not rated.'
  const care = view.reason === '' ? '' : ` ${view.reason}`
  return [{ row, sentence: `${view.variation.sentence} ${rated}${care}` }]
}
