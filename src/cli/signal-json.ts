/** Signal as the command line prints it with --json: docs/json.md. */
import type { SignalAnswer, SignalView } from '../answers/signal/types.ts'
import { iconsOfSignal } from '../charts/signal-icons/icons-of-signal.ts'
import { headJson } from './json.ts'

/** `tidemark signal --json`. */
export function signalJson(answer: SignalAnswer) {
  return {
    ...headJson(answer),
    matrix: answer.matrix.map(({ variation, cells }) => ({
      variation,
      cells: cells.map(({ assurance, indicators }) => ({
        assurance,
        indicators: indicators.map(view => view.indicator.slug),
      })),
    })),
    others: answer.others.map(({ indicator, because }) => ({ indicator: indicator.indicator.slug, because })),
    exceptions: answer.exceptions.map(({ row, finding, sentence }) => ({
      indicator: row.indicator.slug,
      finding,
      sentence,
    })),
    missed: answer.missed.map(({ row, sentence }) => ({ indicator: row.indicator.slug, sentence })),
    indicators: answer.indicators.map(signalViewJson),
  }
}

/** One indicator of it, and `tidemark signal --indicator NAME --json` below its head. */
export function signalViewJson(view: SignalView) {
  const icons = iconsOfSignal(view)
  return {
    indicator: view.indicator.slug,
    figures: view.figures.slug,
    variation: view.variation,
    assurance: view.assurance,
    variationIcon: icons.variation,
    assuranceIcon: icons.assurance,
    reason: view.reason === '' ? null : view.reason,
    notes: view.notes,
    suggestion: view.suggestion,
    chart: view.chart && {
      screening: view.chart.screening,
      target: view.chart.target,
      stretches: view.chart.stretches.map(({ reason, ...stretch }) => ({
        ...stretch,
        reason: reason === '' ? null : reason,
      })),
      points: view.chart.points,
    },
  }
}
