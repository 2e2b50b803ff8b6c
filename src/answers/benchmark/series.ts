import type { Observation } from './field.ts'

/** One publisher's figures of a measure, by year. */
export type Series = ReadonlyMap<string, readonly Observation[]>

const none: Series = new Map()

/** Worked out once for each list of figures, which is asked of again for every council. */
const kept = new WeakMap<readonly Observation[], ReadonlyMap<string, Series>>()

/** Those of a measure's published figures that a publisher gives, by year. */
export function seriesOf(published: readonly Observation[], owner: string): Series {
  const known = kept.get(published) ?? byOwner(published)
  kept.set(published, known)
  return known.get(owner) ?? none
}

function byOwner(published: readonly Observation[]): ReadonlyMap<string, Series> {
  const owners = Map.groupBy(published, fact => fact.owner)
  return new Map([...owners].map(([owner, facts]) => [owner, Map.groupBy(facts, fact => fact.period)]))
}
