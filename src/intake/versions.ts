import type { Reader } from '../register/index.ts'
import type { Fact, FactKey, FactKind } from '../shared/facts.ts'

/** The most indicators that are asked for by name; with more of them it is quicker to ask for all. */
const mostNamed = 500

/** Every version of the facts that speak of the same as these, and perhaps of some others, in the order of recording. */
export async function versionsOf(
  reader: Reader,
  facts: readonly (FactKey & { readonly kind: FactKind })[],
): Promise<Fact[]> {
  const versions: Fact[] = []
  for (const [owner, own] of Map.groupBy(facts, fact => fact.owner)) {
    const kinds = [...new Set(own.map(fact => fact.kind))]
    const indicators = [...new Set(own.map(fact => fact.indicator))]
    const filter = { owner, ...(indicators.length <= mostNamed ? { indicators } : {}) }
    for (const fact of await reader.history(kinds, filter)) versions.push(fact)
  }
  return versions
}
