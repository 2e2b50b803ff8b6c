/** Signal for a file of series, in the shape and the words of the package NHSRplotthedots, so that anyone can compare. */
import type { Assurance } from '../judgement/signal/assurance.ts'
import type { Meaning, Signal, SignalPoint } from '../judgement/signal/signal.ts'
import type { Cause, Flag, Way } from '../judgement/signal/special-causes.ts'

const causeTypes: Record<Cause, Record<Way, string>> = {
  outside: { up: 'Above UCL', down: 'Below LCL' },
  trend: { up: '7 Point Trend (Increasing)', down: '7 Point Trend (Decreasing)' },
  two_in_three: { up: '2 in 3 Above CL', down: '2 in 3 Below CL' },
  shift: { up: '7 Points Above CL', down: '7 Points Below CL' },
}

const pointTypes: Record<Meaning, string> = {
  common: 'common_cause',
  improvement: 'special_cause_improvement',
  concern: 'special_cause_concern',
  high: 'special_cause_neutral_high',
  low: 'special_cause_neutral_low',
}

const assuranceTypes: Record<Assurance, string> = {
  pass: 'consistent_pass',
  fail: 'consistent_fail',
  inconsistent: 'inconsistent',
}

/** What the package would say of a series: the object `expected` of the format, with every key in its order. */
export function expectedJson(signal: Signal, target: number | null) {
  const byNumber = new Map(signal.stretches.map(stretch => [stretch.number, stretch]))
  const latest = signal.points.at(-1)
  return {
    points: signal.points.map(point => {
      const stretch = byNumber.get(point.stretch)
      return {
        date: point.date,
        value: point.value,
        rebase_group: point.stretch,
        short_group_warning: stretch?.short ?? false,
        mean: stretch?.lines.mean ?? null,
        lpl: stretch?.lines.lower ?? null,
        upl: stretch?.lines.upper ?? null,
        outside_limits: point.outside,
        close_to_limits: point.close,
        relative_to_mean: point.side,
        special_cause_type: causeType(point.flag),
        special_cause_flag: point.flag !== null,
        point_type: pointTypes[point.meaning],
        target,
      }
    }),
    variation_type: pointTypes[latest?.meaning ?? 'common'],
    variation_icon: variationIcon(latest),
    assurance_type: signal.assurance && assuranceTypes[signal.assurance],
    assurance_icon: signal.assurance,
    warning: signal.stretches.some(stretch => stretch.short),
  }
}

function causeType(flag: Flag | null): string {
  return flag ? causeTypes[flag.cause][flag.way] : 'Common Cause'
}

function variationIcon(latest: SignalPoint | undefined): string {
  if (!latest?.flag) return 'common_cause'
  const height = latest.flag.way === 'up' ? 'high' : 'low'
  const isNeutral = latest.meaning === 'high' || latest.meaning === 'low'
  return `${isNeutral ? 'neutral' : latest.meaning}_${height}`
}
