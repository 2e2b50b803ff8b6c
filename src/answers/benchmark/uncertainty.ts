import type { Uncertainty } from '../../judgement/benchmark/rank-interval.ts'
import { entryOf, type Unit, units } from '../../shared/codes.ts'
import type { Fact } from '../../shared/facts.ts'

/** What an observation says of its own chance: its publisher's margin of error, else its counts, else nothing. */
export function uncertaintyOf(
  { marginOfError, numerator, denominator }: Fact<'observation'>['payload'],
  unit: Unit,
): Uncertainty {
  const half = Number(marginOfError ?? 0)
  if (half > 0) return { kind: 'margin', half }
  const per = entryOf(units, unit).per
  if (numerator === null || denominator === null || per === null || unit === 'score') return { kind: 'none' }
  const counts = { numerator: Number(numerator), denominator: Number(denominator), per }
  if (!(counts.denominator > 0)) return { kind: 'none' }
  if (unit !== 'percent') return { kind: 'events', ...counts }
  return counts.numerator <= counts.denominator ? { kind: 'share', ...counts } : { kind: 'none' }
}
