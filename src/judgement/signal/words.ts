/** How signals read in words that a councillor understands. */
import { counted } from '../../shared/words.ts'
import type { Assurance } from './assurance.ts'
import { enoughPoints, type Meaning, type SignalPoint, type Stretch } from './signal.ts'
import type { Cause, Way } from './special-causes.ts'

const causes: Record<Cause, Record<Way, string>> = {
  outside: { up: 'above the upper limit', down: 'below the lower limit' },
  trend: {
    up: 'part of a run of seven or more points, each above the one before',
    down: 'part of a run of seven or more points, each below the one before',
  },
  two_in_three: {
    up: 'one of two points out of three close to the upper limit',
    down: 'one of two points out of three close to the lower limit',
  },
  shift: { up: 'one of seven or more in a row above the mean', down: 'one of seven or more in a row below the mean' },
}

const meanings: Record<Meaning, string> = {
  common: 'normal variation',
  improvement: 'improvement',
  concern: 'concern',
  high: 'signal, high',
  low: 'signal, low',
}

/** What a point is: "concern: above the upper limit", "normal variation", "no value". */
export function pointInWords({ flag, meaning, value }: Pick<SignalPoint, 'flag' | 'meaning' | 'value'>): string {
  if (value === null) return 'no value'
  return flag ? `${meanings[meaning]}: ${causes[flag.cause][flag.way]}` : meanings.common
}

/** The verdict on variation, from the latest point with a value, as a sentence. */
export function variationSentence({ flag, meaning }: Pick<SignalPoint, 'flag' | 'meaning'>): string {
  if (!flag) return 'Normal variation: the latest value differs from the earlier ones by no more than chance.'
  const says: Record<Meaning, string> = {
    common: '',
    improvement: 'A signal of improvement',
    concern: 'A signal of concern',
    high: 'A signal, high',
    low: 'A signal, low',
  }
  return `${says[meaning]}: the latest value is ${causes[flag.cause][flag.way]}.`
}

/** The verdict on assurance as a sentence; null: why there is none. */
export function assuranceSentence(assurance: Assurance): string {
  const says: Record<Assurance, string> = {
    pass: 'The target will be met consistently, should the process stay as it is.',
    fail: 'The target will be missed consistently, unless the process changes.',
    inconsistent: 'The target will be met at times and missed at times, by chance.',
  }
  return says[assurance]
}

/** What a reader should know before trusting the limits of a stretch, a sentence each. */
export function warningsOf({ points, short, lines }: Stretch): string[] {
  return [
    ...(short ? [`These are trial limits: they rest on ${counted(points, 'point')}, fewer than ${enoughPoints}.`] : []),
    ...(lines.lower === null ? [noLimitsReason(lines)] : []),
  ]
}

function noLimitsReason({ mean, averageRange, collapsed }: Stretch['lines']): string {
  if (mean === null) return 'There are no limits: there is no value.'
  if (collapsed)
    return 'There are no limits: most values equal the one before, and the jumps between the others are too large to be routine.'
  return averageRange === null
    ? 'There are no limits: no two neighbouring values differ by a routine amount.'
    : 'There are no limits.'
}
