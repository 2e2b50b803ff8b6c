import { type GroupFigures, groupFigures } from '../../judgement/benchmark/group-figures.ts'
import { placesOf, type Rank } from '../../judgement/benchmark/ranks.ts'
import { type Reach, reachOf } from '../../judgement/benchmark/reach.ts'
import type { Polarity } from '../../shared/codes.ts'
import { compareText } from '../../shared/compare-text.ts'
import type { Fact } from '../../shared/facts.ts'
import type { Council } from '../national/find-council.ts'
import type { Group } from '../national/find-group.ts'
import type { Series } from './series.ts'

export type Observation = Fact<'observation'>

/** A group of councils in one period, whoever of them asks. */
type GroupField = {
  /** Those with a value, in the order of their slugs. */
  readonly members: readonly Observation[]
  /** null where no end is the good one, or fewer than three have a value. */
  readonly ranks: ReadonlyMap<string, Rank> | null
  readonly figures: GroupFigures | null
  /** Between which of its values a picture of it is drawn. */
  readonly reach: Reach | null
}

/** Who has a value in one period. */
export type Field = GroupField & {
  readonly mine: Observation | undefined
  /** Those and the council that asks, in the order of their slugs. */
  readonly entrants: readonly Observation[]
}

/** Worked out once for the members of a group and the figures of a period: a page asks the same of each of 150 councils. */
const kept = new WeakMap<ReadonlySet<string>, WeakMap<readonly Observation[], Partial<Record<Polarity, GroupField>>>>()
const nobody: readonly Observation[] = []

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
  const inPeriod = series.get(period) ?? nobody
  const ofItself = own.find(fact => fact.period === period && fact.payload.value !== null)
  const mine = ofItself ?? inPeriod.find(fact => fact.geography === council.slug)
  const isMember = group.members.has(council.slug)
  const hasValue = mine !== undefined && mine.payload.value !== null
  const asPublished = groupFieldIn(inPeriod, group.members, polarity)
  if (!ofItself && (isMember || !hasValue)) return { ...asPublished, mine, entrants: asPublished.members }
  const others = asPublished.members.filter(fact => fact.geography !== council.slug)
  const entrants = hasValue ? bySlug([...others, mine]) : others
  if (isMember) return { ...groupFieldOf(entrants, polarity), mine, entrants }
  return { ...asPublished, mine, entrants, ranks: ranksAmong(entrants, polarity) }
}

function groupFieldIn(inPeriod: readonly Observation[], members: ReadonlySet<string>, polarity: Polarity): GroupField {
  const byPeriod = kept.get(members) ?? new WeakMap<readonly Observation[], Partial<Record<Polarity, GroupField>>>()
  kept.set(members, byPeriod)
  const known = byPeriod.get(inPeriod) ?? {}
  byPeriod.set(inPeriod, known)
  known[polarity] ??= groupFieldOf(
    bySlug(inPeriod.filter(fact => fact.payload.value !== null && members.has(fact.geography))),
    polarity,
  )
  return known[polarity]
}

function groupFieldOf(members: readonly Observation[], polarity: Polarity): GroupField {
  const values = valuesOf(members)
  return { members, ranks: ranksAmong(members, polarity), figures: groupFigures(values), reach: reachOf(values) }
}

function ranksAmong(entrants: readonly Observation[], polarity: Polarity): GroupField['ranks'] {
  const places = placesOf(valuesOf(entrants), polarity)
  return places && new Map(entrants.map((fact, at) => [fact.geography, places[at] as Rank]))
}

function bySlug(facts: readonly Observation[]): Observation[] {
  return [...facts].sort((a, b) => compareText(a.geography, b.geography))
}

/** The values of observations that have one. */
export function valuesOf(facts: readonly Observation[]): number[] {
  return facts.flatMap(fact => (fact.payload.value === null ? [] : [Number(fact.payload.value)]))
}
