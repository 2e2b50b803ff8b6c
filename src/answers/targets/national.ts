/** What national figures say beside a path: lines of areas, groups to aim at, and how fast councils ever improved. */

import type { CouncilFigures } from '../../judgement/path/pace.ts'
import { groupGoal } from '../../judgement/path/propose-path.ts'
import type { Population } from '../../judgement/profile/people-at-rate.ts'
import type { Reader } from '../../register/index.ts'
import { compareText } from '../../shared/compare-text.ts'
import { comparePeriods, type Period, toPeriod } from '../../shared/period/period.ts'
import { counted } from '../../shared/words.ts'
import { benchmark, loadFigures, type MeasureFigures, publisherOf } from '../benchmark/benchmark.ts'
import { type Observation, valuesOf } from '../benchmark/field.ts'
import { definitionBreak } from '../benchmark/previous.ts'
import { groupsOf } from '../compared/groups.ts'
import type { FrameworkData } from '../framework-data.ts'
import { type Council, findCouncil } from '../national/find-council.ts'
import { findGroup } from '../national/find-group.ts'
import { findMeasure, type Measure } from '../national/find-measure.ts'
import type { NationalData } from '../national/national-data.ts'
import { NotFound } from '../not-found.ts'
import type { IndicatorView } from '../types.ts'
import { guessedPopulation, type PeopleKnown, projectionOf } from './population.ts'
import type { GroupOption } from './types.ts'

/** The national figures of one measure, for one council. */
export type National = {
  readonly data: NationalData
  readonly figures: MeasureFigures
  readonly council: Council
  readonly measure: Measure
  readonly publisher: string
}

/** National figures of the measure that an indicator is, or why there are none, in a sentence part. */
export async function nationalOf(
  reader: Reader,
  data: NationalData,
  organisation: string,
  slug: string,
): Promise<National | string> {
  try {
    const council = findCouncil(data, organisation)
    const measure = findMeasure(data, council, slug)
    const figures = (await loadFigures(reader, data, council, [measure.slug])).get(measure.slug)
    if (!figures) return none
    const latest = periodsOf(figures.published).at(-1)
    if (latest === undefined) return none
    return { data, figures, council, measure, publisher: publisherOf(data, figures, measure, latest) }
  } catch (error) {
    if (error instanceof NotFound) return none
    throw error
  }
}

const none = 'no figures of other councils are published under its definition'

/** The populations of the council's area that are known, by the slug of their measure, with projections where any are loaded. */
export async function populationsOf(
  reader: Reader,
  national: NationalData,
  { observations, organisation }: FrameworkData,
): Promise<ReadonlyMap<string, PeopleKnown>> {
  const names = ['population-18-64', 'population-65-plus', 'population']
  const own = (slug: string): Population[] =>
    (observations.get(slug) ?? []).flatMap(fact => populationIn(fact.period, fact.payload.value))
  const figures = await loadFigures(
    reader,
    national,
    null,
    names.flatMap(name => [name, projectionOf(name)]),
  )
  const published = (slug: string): Population[] =>
    (figures.get(slug)?.published ?? [])
      .filter(fact => fact.geography === organisation.geography)
      .flatMap(fact => populationIn(fact.period, fact.payload.value))
  // The council's own figure comes before a publisher's.
  const of = (slug: string) => [...own(slug), ...published(slug)]
  return new Map(
    names
      .map(name => [name, { estimates: of(name), projections: of(projectionOf(name)) }] as const)
      .filter(([, { estimates, projections }]) => estimates.length + projections.length > 0),
  )
}

function populationIn(period: string, value: string | null): Population[] {
  return value === null ? [] : [{ period: toPeriod(period), people: Number(value) }]
}

/** The population of whom an indicator is a rate: that which was named, else that of its age group. */
export function peopleOf(
  populations: ReadonlyMap<string, PeopleKnown>,
  named: string,
  { slug, name }: Pick<IndicatorView, 'slug' | 'name'>,
): PeopleKnown | null {
  return populations.get(named || guessedPopulation(`${slug} ${name}`)) ?? null
}

/** The groups whose average or best quarter can be aimed at. */
export function groupOptions({ data, council }: National): GroupOption[] {
  return groupsOf(data, council)
}

/**
 * What a group's figures give as a goal, and of what it is; a sentence part where they give none. They are those of the goal's own
 * year where any are known, else of the latest year before it: nobody aims at what came after.
 */
export function goalOfGroup(
  national: National,
  shape: 'group_average' | 'top_quartile',
  asked: string,
  by: Period,
): { readonly value: number; readonly basis: string } | string {
  const { data, figures, council, measure } = national
  try {
    const group = findGroup(data, council, asked || 'england')
    const known = periodsOf(figures.published.filter(fact => group.members.has(fact.geography)))
    const period = known.findLast(each => comparePeriods(each, by) <= 0)
    if (period === undefined) return `no council of ${group.name} has a figure of ${by} or before`
    const found = benchmark(data, figures, { council, measure, group, period, withoutDraws: true })
    if (!found.figures) return `no council of ${group.name} has a figure`
    const value = groupGoal(shape, found.figures, found.polarity)
    if (value === null) return 'no end of it is the good one, so that there is no best quarter'
    const what = shape === 'group_average' ? 'mean' : 'best quarter'
    return { value, basis: `${group.name}, ${found.period}: ${what} of ${counted(found.figures.councils, 'council')}` }
  } catch (error) {
    if (error instanceof NotFound) return error.message
    throw error
  }
}

/** Each council's figures, and the periods that one definition spans. */
export function pacingOf({ data, figures, measure, publisher }: National): {
  readonly councils: readonly CouncilFigures[]
  readonly spans: readonly (readonly Period[])[]
} {
  const isCouncil = (fact: Observation) => data.areas.get(fact.geography)?.payload.type === 'council'
  const own = figures.published.filter(
    fact =>
      fact.owner === publisher &&
      isCouncil(fact) &&
      fact.payload.value !== null &&
      !fact.payload.marks.includes('not_comparable'),
  )
  const byCouncil = Map.groupBy(own, fact => fact.geography)
  const spans: Period[][] = []
  for (const period of periodsOf(own)) {
    const span = spans.at(-1)
    const before = span?.at(-1)
    const broken = before && definitionBreak(data, { publisher, measure: measure.slug }, before, period)
    if (span && before && !broken) span.push(period)
    else spans.push([period])
  }
  return {
    councils: [...byCouncil].map(([council, facts]) => ({
      council,
      points: facts.map((fact, at) => ({ period: toPeriod(fact.period), value: Number(valuesOf(facts)[at]) })),
    })),
    spans,
  }
}

function periodsOf(facts: readonly Observation[]): Period[] {
  const periods = facts.filter(fact => fact.payload.value !== null).map(fact => toPeriod(fact.period))
  return [...new Set(periods)].sort(compareText)
}
