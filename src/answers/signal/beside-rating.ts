/** Where signal and the rules of rating look at the same indicator: whether they agree, and what only signal sees. */
import type { DashboardRow, ExceptionRule } from '../types.ts'
import type { SignalFinding, SignalView } from './types.ts'

/**
 * What signal says of an exception by the rules of rating: borne out, within normal variation, or more than can be told.
 * @returns null where only an officer's links send it to committee: signal neither bears out nor doubts a judgement
 */
export function signalOfException(row: DashboardRow, view: SignalView): SignalFinding | null {
  if (!has(row, 'deteriorating') && !has(row, 'off-target')) return null
  if (!view.chart || view.variation.meaning === null) return { finding: 'cannot_tell', sentence: view.reason }
  const care = view.reason === '' ? '' : ` ${view.reason}`
  if (view.variation.meaning !== 'common') return { finding: 'signal', sentence: `${view.variation.sentence}${care}` }
  const worse = has(row, 'deteriorating')
    ? 'Worse several times in a row, and yet within normal variation: no sign that anything has changed.'
    : view.variation.sentence
  const assured = view.assurance.code === null ? '' : ` ${view.assurance.sentence}`
  return { finding: 'normal_variation', sentence: `${worse}${assured}${care}` }
}

/** A concern by signal that no rule of rating sends to committee, as a sentence with its rating; null where there is none. */
export function missedByRating(row: DashboardRow, view: SignalView): string | null {
  if (view.variation.meaning !== 'concern' || row.reasons.length > 0) return null
  const rating = row.latest?.rating
  const rated = rating ? `It is rated ${rating}.` : 'It is not rated.'
  const care = view.reason === '' ? '' : ` ${view.reason}`
  return `${view.variation.sentence} ${rated}${care}`
}

const has = (row: DashboardRow, rule: ExceptionRule) => row.reasons.some(reason => reason.rule === rule)
