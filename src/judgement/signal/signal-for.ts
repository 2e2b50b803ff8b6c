import { entryOf, type Frequency, type Kind, kinds } from '../../shared/codes.ts'
import { counted } from '../../shared/words.ts'
import { monthsApart } from '../series.ts'
import { enoughPoints } from './signal.ts'

/** What signal may show of a series. */
export type SignalFor = {
  /** Whether a control chart may be drawn. */
  readonly chart: boolean
  /** Whether verdicts may be given: as sentences, and as icons on pages and papers. */
  readonly icons: boolean
  /** Why not, as a sentence; empty where both may be. */
  readonly reason: string
}

/** Whether neighbouring values of a kind and frequency are made of the same months in part. */
export function sharesData(kind: Kind, frequency: Frequency): boolean {
  const adds = kind === 'cumulative' || kind === 'ytd_average' || kind === 'rolling_12'
  return adds && monthsApart(frequency) < 12
}

/**
 * What signal may show of a series of a kind. Values that share months with their neighbours move together whatever happens,
 * so the rules would find signals in chance; a kind that nobody stated may be one of those; and fewer than 13 points give
 * trial limits only.
 * @param valued how many points have a value: in all, and since the last rebase
 */
export function signalFor(
  kind: Kind,
  frequency: Frequency,
  valued: { readonly inAll: number; readonly sinceRebase: number },
): SignalFor {
  if (sharesData(kind, frequency)) {
    const label = entryOf(kinds, kind).label.toLowerCase()
    return {
      chart: false,
      icons: false,
      reason: `No control chart: values are ${inSentence(label)}, so neighbouring points share data and their rises and falls are not independent.`,
    }
  }
  if (valued.inAll < 2) return { chart: false, icons: false, reason: 'No control chart: it takes two values or more.' }
  if (kind === 'not_stated')
    return {
      chart: true,
      icons: false,
      reason: 'No verdict: it is not stated whether neighbouring points share data.',
    }
  if (valued.sinceRebase < enoughPoints)
    return {
      chart: true,
      icons: false,
      reason: `No verdict: ${pointsInWords(valued)}, and it takes ${enoughPoints}. The limits are trial limits.`,
    }
  return { chart: true, icons: true, reason: '' }
}

function pointsInWords({ inAll, sinceRebase }: { inAll: number; sinceRebase: number }): string {
  const since = sinceRebase === inAll ? '' : ' since the series began anew'
  return `there ${sinceRebase === 1 ? 'is' : 'are'} ${counted(sinceRebase, 'point')} with a value${since}`
}

const inSentence = (label: string) => (label.startsWith('average') ? `the ${label}` : label)
