import type { Fact } from '../../shared/facts.ts'

/** The values of observations that have one. */
export function valuesOf(facts: readonly Fact<'observation'>[]): number[] {
  return facts.flatMap(fact => (fact.payload.value === null ? [] : [Number(fact.payload.value)]))
}
