import { sharesData } from '../../judgement/signal/signal-for.ts'
import type { Fact } from '../../shared/facts.ts'

/**
 * The indicator that holds the underlying figures of one whose neighbouring values share data: the first of those related to
 * it that is counted in the same unit, as often or more often, each period by itself. null: there is none, or none is needed.
 */
export function underlyingOf(slug: string, indicators: ReadonlyMap<string, Fact<'indicator'>>): string | null {
  const own = indicators.get(slug)?.payload
  if (!own || !sharesData(own.kind, own.frequency)) return null
  const fits = (related: string) => {
    const other = indicators.get(related)?.payload
    const isByItself = other?.kind === 'in_period' || other?.kind === 'snapshot'
    return isByItself && other.unit === own.unit && other.frequency === 'monthly'
  }
  return own.related?.find(fits) ?? null
}
