/** What will become of a target by the limits, as pages and papers say it: no verdict where the figures contradict the limits. */
import type { Signal, SignalOptions } from '../../judgement/signal/signal.ts'
import { assuranceSentence } from '../../judgement/signal/words.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import { toPeriod } from '../../shared/period/period.ts'
import type { SignalView } from './types.ts'

type AssuranceView = SignalView['assurance']

/** No verdict on the target, and why. */
export const noAssurance = (sentence: string): AssuranceView => ({ code: null, sentence, isUnsteady: false })

type Assuring = {
  readonly better: SignalOptions['better']
  /** Whether the figures judged are the indicator's own. */
  readonly isOwn: boolean
  readonly target: number | null
}

/**
 * The verdict on the target. Limits say nothing of what is to come where the latest value does what they say will never be,
 * or where most points since they began are signals and the latest is none that bears the verdict out: then it is told what
 * they say, and why that is no verdict.
 */
export function assuranceView(signal: Signal, { better, isOwn, target }: Assuring): AssuranceView {
  const { assurance } = signal
  if (better === 'neither') return noAssurance('No assurance: neither high nor low is good.')
  if (!isOwn) return noAssurance('No assurance: the target is not one of these underlying figures.')
  if (target === null || assurance === null) return noAssurance('No assurance: there is no target.')
  const stretch = signal.stretches.at(-1)
  if (!stretch || stretch.lines.upper === null) return noAssurance('No assurance: there are no limits.')
  const sentence = assuranceSentence(assurance)
  const valued = signal.points.flatMap(point =>
    point.stretch === stretch.number && point.value !== null ? [{ ...point, value: point.value }] : [],
  )
  const latest = valued.at(-1)
  const isMet = latest !== undefined && (better === 'up' ? latest.value >= target : latest.value <= target)
  const isContradicted = (assurance === 'fail' && isMet) || (assurance === 'pass' && !isMet)
  const isBorneOut =
    latest?.meaning === (assurance === 'pass' ? 'improvement' : 'concern') && assurance !== 'inconsistent'
  const isMostlySignals = valued.filter(point => point.flag !== null).length * 2 > valued.length && !isBorneOut
  if (!isContradicted && !isMostlySignals) return { code: assurance, sentence, isUnsteady: false }
  const limits = `By the limits of ${periodInWords(toPeriod(stretch.from))} to ${periodInWords(toPeriod(stretch.to))}, ${lowered(sentence)}`
  const but = isMostlySignals ? 'most points are signals' : `the latest value ${isMet ? 'meets' : 'misses'} it`
  return {
    code: null,
    sentence: `${limits.replace(/\.$/, '')}; but ${but}, so these limits describe no steady level.`,
    isUnsteady: true,
  }
}

const lowered = (sentence: string) => `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`
