import { placesOf, type Rank } from '../../judgement/benchmark/ranks.ts'
import type { Polarity } from '../../shared/codes.ts'
import { compareText } from '../../shared/compare-text.ts'
import type { Fact } from '../../shared/facts.ts'
import type { Council } from '../national/find-council.ts'
import type { Group } from '../national/find-group.ts'
import type { Series } from './series.ts'

export type Observation = Fact<'observation'>

/** Who has a value in one period. */
export type Field = {
  readonly mine: Observation | undefined
  /** The group's councils with a value. */
  readonly members: readonly Observation[]
  /** Those and the council that asks, in the order of their slugs. */
  readonly entrants: readonly Observation[]
  /** null where no end is the good one, or fewer than three have a value. */
  readonly ranks: ReadonlyMap<string, Rank> | null
}

/** Who stands where in one period: by rank, with the council's own value in the place of the published one where it is given. */
export function fieldAt(given: {
  readonly series: Series
  readonly own: readonly Observation[]
  readonly council: Council
  readonly group: Group
  readonly polarity: Polarity
  readonly period: string
}): Field {
  const { series, own, council, group, polarity, period } = given
  const inPeriod = series.get(period) ?? []
  const mine =
    own.find(fact => fact.period === period && fact.payload.value !== null) ??
    inPeriod.find(fact => fact.geography === council.slug)
  const others = inPeriod.filter(fact => fact.payload.value !== null && fact.geography !== council.slug)
  const members = others.filter(fact => group.members.has(fact.geography))
  const hasValue = mine !== undefined && mine.payload.value !== null
  const withMine = hasValue ? [...members, mine] : members
  const entrants = withMine.sort((a, b) => compareText(a.geography, b.geography))
  const isMember = group.members.has(council.slug)
  const places = placesOf(valuesOf(entrants), polarity)
  return {
    mine,
    members: isMember ? entrants : members,
    entrants,
    ranks: places && new Map(entrants.map((fact, at) => [fact.geography, places[at] as Rank])),
  }
}

/** The values of observations that have one. */
export function valuesOf(facts: readonly Observation[]): number[] {
  return facts.flatMap(fact => (fact.payload.value === null ? [] : [Number(fact.payload.value)]))
}
