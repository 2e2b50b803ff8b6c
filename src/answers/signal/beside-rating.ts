/** Where signal and the rules of rating look at the same indicator: whether they agree, and what only signal sees. */
import type { DashboardRow, ExceptionRule } from '../types.ts'
import type { SignalFinding, SignalView } from './types.ts'

/**
 * What signal says of an exception, by whichever rule: a signal, within normal variation, or more than can be told.
 */
export function signalOfException(row: DashboardRow, view: SignalView): SignalFinding {
  if (!view.chart || view.variation.meaning === null) return { finding: 'cannot_tell', sentence: view.reason }
  if (view.variation.meaning !== 'common') return { finding: 'signal', sentence: view.variation.sentence }
  const worse = has(row, 'deteriorating')
    ? 'Worse several times in a row, and yet within normal variation: no sign that anything has changed.'
    : view.variation.sentence
  const assured = view.assurance.code === null && !view.assurance.isUnsteady ? '' : ` ${view.assurance.sentence}`
  return { finding: 'normal_variation', sentence: `${worse}${assured}` }
}

/** A concern by signal that no rule of rating sends to committee, as a sentence with its rating; null where there is none. */
export function missedByRating(row: DashboardRow, view: SignalView): string | null {
  if (view.variation.meaning !== 'concern' || row.reasons.length > 0) return null
  const rating = row.latest?.rating
  const rated = rating ? `It is rated ${rating}.` : 'It is not rated.'
  return `${view.variation.sentence} ${rated}`
}

const has = (row: DashboardRow, rule: ExceptionRule) => row.reasons.some(reason => reason.rule === rule)
