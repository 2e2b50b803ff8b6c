import type { GroupFigures } from '../../judgement/benchmark/group-figures.ts'
import { type RankInterval, rankInterval } from '../../judgement/benchmark/rank-interval.ts'
import { isRanked, quarterOf, type Rank } from '../../judgement/benchmark/ranks.ts'
import type { Reach } from '../../judgement/benchmark/reach.ts'
import type { Reader } from '../../register/index.ts'
import type { Audience } from '../../shared/audience.ts'
import type { Mark, Polarity, ReasonCode, Unit } from '../../shared/codes.ts'
import { compareText } from '../../shared/compare-text.ts'
import { ofKind } from '../../shared/facts.ts'
import { listed } from '../../shared/words.ts'
import type { Council } from '../national/find-council.ts'
import type { Group } from '../national/find-group.ts'
import type { Measure } from '../national/find-measure.ts'
import { type NationalData, ownOfMeasure, publishersOf } from '../national/national-data.ts'
import { reorganisedIn } from '../national/reorganised.ts'
import { NotFound } from '../not-found.ts'
import { observationsFor } from '../observations.ts'
import { type Field, fieldAt, type Observation } from './field.ts'
import { type HistoryPoint, historyOf } from './history.ts'
import { type Previous, previousOf } from './previous.ts'
import { decimalsIn, seriesOf } from './series.ts'
import { type Comparison, comparisonIn, type Significance, significanceOf } from './significance.ts'
import { uncertaintyOf } from './uncertainty.ts'

/** A council's place in a group, of one measure in one period, with what the group comes to. */
export type Benchmark = {
  readonly council: Council
  readonly measure: Measure
  readonly name: string
  readonly polarity: Polarity
  readonly unit: Unit
  /** With how many decimals its figures, and what is worked out of them, are said. */
  readonly decimals: number
  readonly period: string
  /** Whose figures the group's are, and the document that states the council's. */
  readonly publisher: string
  readonly document: string
  readonly value: number | null
  readonly shown: string | null
  readonly reason: ReasonCode | 'not_recorded' | null
  readonly marks: readonly Mark[]
  readonly rank: Rank | null
  /** Why there is no place; null where there is one. */
  readonly rankReason: string | null
  /** 1 is the best quarter. */
  readonly quartile: 1 | 2 | 3 | 4 | null
  readonly interval: RankInterval | null
  /** What the interval is drawn from, or why there is none. */
  readonly intervalBasis: string
  /** Whether the figure differs from England's by more than chance explains. */
  readonly significance: Significance
  /** The last time that can be compared with; null where there is none. */
  readonly previous: Previous | null
  readonly previousReason: string | null
  readonly group: Group
  /** The councils of the group with a value, and the one that asks, in the order of their slugs. */
  readonly entrants: readonly Observation[]
  /** What each of them is held against. */
  readonly comparison: Comparison
  /** null where no council of the group has a figure. */
  readonly figures: GroupFigures | null
  /** Between which of its values a picture of the group is drawn. */
  readonly reach: Reach | null
  /** What the publisher, or the council whose list it is, says of the whole group. */
  readonly published: { readonly value: number; readonly owner: string; readonly document: string } | null
  /** Every year with a figure of the group, the earliest first; empty where it was not asked for. */
  readonly history: readonly HistoryPoint[]
  /** What a reader must know of the figures: the definition, and how far they can be compared. */
  readonly notes: readonly string[]
}

/** The observations of one measure: by publisher those of councils and of whole areas, and the council's own. */
export type MeasureFigures = {
  readonly published: readonly Observation[]
  readonly own: readonly Observation[]
}

/**
 * The figures that benchmarks of these measures are made of. Those of publishers are published; a council's own come through the
 * one door, without what the audience must not see.
 * @param council whose own figures may stand for it; null: nobody's
 * @param audience whoever does not say for whom gets what members may see
 */
export async function loadFigures(
  reader: Reader,
  data: NationalData,
  council: Council | null,
  measures: readonly string[],
  audience: Audience = 'member',
): Promise<ReadonlyMap<string, MeasureFigures>> {
  const owners = [...new Set(measures.flatMap(measure => publishersOf(data, measure)))]
  const published = await Promise.all(
    owners.map(owner => reader.current(['observation'], data.moment, { owner, indicators: measures, breakdown: '' })),
  )
  const organisation = council?.organisation ?? null
  const ownSlugs = new Map(
    measures.map(measure => [measure, organisation === null ? [] : ownOfMeasure(data, organisation, measure)]),
  )
  const isNeeded = [...ownSlugs.values()].some(slugs => slugs.length > 0)
  const own = council && isNeeded ? await ownFigures(reader, data, council, audience) : []
  const byMeasure = Map.groupBy(published.flat(), fact => fact.indicator)
  return new Map(
    measures.map(measure => [
      measure,
      {
        published: byMeasure.get(measure) ?? [],
        own: own.filter(fact => ownSlugs.get(measure)?.includes(fact.indicator)),
      },
    ]),
  )
}

/** A text that stays the same as long as the figures of publishers do. */
export async function tallyOfFigures(reader: Reader, { publishers }: NationalData): Promise<string> {
  const tallies = publishers.map(owner => reader.tally(['observation'], { owner, breakdown: '' }))
  return (await Promise.all(tallies)).join('; ')
}

const aroundFigures = ['indicator', 'framework', 'membership', 'card', 'geography'] as const

/** A council's own figures of itself, and of the areas and lists that it prints beside them, as an audience may see them. */
export async function ownFigures(
  reader: Reader,
  { moment, groups }: NationalData,
  { slug, organisation }: Council,
  audience: Audience,
): Promise<Observation[]> {
  const owner = String(organisation)
  const facts = await reader.current(aroundFigures, moment, { owner })
  const areas = ofKind(facts, 'geography').map(fact => fact.name)
  const lists = groups.filter(fact => fact.owner === owner).map(fact => fact.name)
  const standing = {
    indicators: ofKind(facts, 'indicator'),
    frameworks: ofKind(facts, 'framework'),
    memberships: ofKind(facts, 'membership'),
    cards: ofKind(facts, 'card'),
  }
  const geographies = [...new Set([slug, ...areas, ...lists])]
  return observationsFor(reader, { owner, geographies, moment, audience, alsoHidden: new Set() }, standing)
}

/**
 * A council's place in a group (rule 10): by the published values at their published decimals, with equal places for equal values,
 * the place of the last time that can be compared with, and how sure the place is.
 * @param period null: the latest in which the council has a value
 * @throws NotFound when nobody publishes the measure, or not of this period
 */
export function benchmark(
  data: NationalData,
  figures: MeasureFigures,
  asked: {
    readonly council: Council
    readonly measure: Measure
    readonly group: Group
    readonly period: string | null
    /** Leaves out how sure the place is, which takes a thousand draws. */
    readonly withoutDraws?: boolean
    /** Leaves out the other years. */
    readonly withoutHistory?: boolean
  },
): Benchmark {
  const { council, measure, group } = asked
  const period = asked.period ?? latestPeriod(data, figures, council, measure)
  const publisher = publisherOf(data, figures, measure, period)
  const indicator = data.indicators.get(`${publisher} ${measure.slug}`)
  if (!indicator) throw new NotFound(`Nobody publishes the measure ${measure.slug} as at ${data.moment.asAt}`)
  const { polarity, unit, name, frequency } = indicator.payload
  const series = seriesOf(figures.published, publisher)
  const inYear = series.get(period) ?? []
  const own = figures.own.filter(fact => fact.geography === council.slug && fact.indicator === measure.own)
  const fields = new Map<string, Field>()
  const at = (when: string) => {
    const field = fields.get(when) ?? fieldAt({ series, own, council, group, polarity, period: when })
    fields.set(when, field)
    return field
  }
  const now = at(period)
  const mine = now.mine
  const value = mine?.payload.value ?? null
  const rank = now.ranks?.get(council.slug) ?? null
  const reorganised = value === null ? reorganisedIn(data, council.area, period) : null
  const comparison = comparisonIn(inYear, { unit, polarity })
  const before = previousOf({ data, series, council, measure: measure.slug, publisher, period, at, rank, comparison })
  const howSure = asked.withoutDraws
    ? { interval: null, intervalBasis: 'it was not asked for' }
    : intervalIn(now, council, rank ? polarity : 'none', unit)
  return {
    council,
    measure,
    name,
    polarity,
    unit,
    decimals: decimalsIn(indicator.payload, series),
    period,
    publisher,
    document: mine?.from.document ?? '',
    value: value === null ? null : Number(value),
    shown: value,
    reason: value === null ? (mine?.payload.reason ?? 'not_recorded') : null,
    marks: mine?.payload.marks ?? [],
    rank,
    rankReason: rank ? null : (reorganised ?? whyUnranked(data, polarity, now, group)),
    quartile: rank ? quarterOf(rank) : null,
    ...howSure,
    significance: significanceOf(data, mine, comparison),
    previous: before.previous,
    previousReason: before.previous ? null : (reorganised ?? before.reason),
    group,
    entrants: now.entrants,
    comparison,
    figures: now.figures,
    reach: now.reach,
    published: publishedOf(inYear, figures.own, group, period, council),
    history: asked.withoutHistory
      ? []
      : historyOf({ data, series, publisher, measure: measure.slug, council, at, frequency }),
    notes: notesOf(data, publisher, measure.slug, period, mine),
  }
}

/** How sure a council's place is, and from what it is known. */
function intervalIn(
  { entrants: facts }: Field,
  council: Council,
  polarity: Polarity,
  unit: Unit,
): Pick<Benchmark, 'interval' | 'intervalBasis'> {
  const entrants = facts.map(({ payload }) => ({
    value: Number(payload.value),
    uncertainty: uncertaintyOf(payload, unit),
  }))
  const place = facts.findIndex(fact => fact.geography === council.slug)
  const interval = isRanked(polarity) ? rankInterval(entrants, place, polarity) : null
  const own = interval ? entrants[place]?.uncertainty.kind : undefined
  return {
    interval,
    intervalBasis: basisOf(
      entrants.map(each => each.uncertainty.kind),
      own,
    ),
  }
}

function latestPeriod(data: NationalData, figures: MeasureFigures, council: Council, measure: Measure): string {
  let latest: string | undefined
  const look = ({ geography, payload, period }: Observation) => {
    if (geography === council.slug && payload.value !== null && (latest === undefined || period > latest))
      latest = period
  }
  figures.published.forEach(look)
  figures.own.filter(fact => fact.indicator === measure.own).forEach(look)
  if (latest !== undefined) return latest
  throw new NotFound(`Nobody publishes a value of ${measure.slug} for ${council.name} as at ${data.moment.asAt}`)
}

/** The years in which any council has a value, the latest first. */
export function periodsOf(data: NationalData, { published }: MeasureFigures): string[] {
  const valued = published.filter(fact => isValueOfCouncil(data, fact))
  return [...new Set(valued.map(fact => fact.period))].sort(compareText).reverse()
}

function isValueOfCouncil(data: NationalData, { payload, geography }: Observation): boolean {
  return payload.value !== null && data.areas.get(geography)?.payload.type === 'council'
}

/** The first publisher with a council's value in the period. @throws NotFound when none has one */
export function publisherOf(data: NationalData, figures: MeasureFigures, measure: Measure, period: string): string {
  const publishers = publishersOf(data, measure.slug)
  const found = publishers.find(owner =>
    seriesOf(figures.published, owner)
      .get(period)
      ?.some(fact => isValueOfCouncil(data, fact)),
  )
  if (found) return found
  const periods = periodsOf(data, figures).reverse()
  const related = publishers.flatMap(owner => data.indicators.get(`${owner} ${measure.slug}`)?.payload.related ?? [])
  const hint = related.length > 0 ? `; on another basis there is ${[...new Set(related)].join(', ')}` : ''
  throw new NotFound(
    periods.length === 0
      ? `Nobody publishes figures of ${measure.slug} as at ${data.moment.asAt}${hint}`
      : `There are no figures of ${measure.slug} for ${period}, only for ${periods.join(', ')}${hint}`,
  )
}

function whyUnranked(data: NationalData, polarity: Polarity, { mine, entrants }: Field, group: Group): string {
  if (mine === undefined || mine.payload.value === null) return 'the council has no value in this period'
  if (polarity === 'none') return 'the measure is for information: no end of it is the good one'
  if (!isRanked(polarity)) return 'the best is a value to keep to, which is not published'
  const names = entrants.map(({ geography }) => data.areas.get(geography)?.payload.name ?? geography)
  return `only ${listed(names)} ${names.length === 1 ? 'has' : 'have'} a figure in this group (${group.name})`
}

/** What an interval is drawn from, in words. */
function basisOf(kinds: readonly string[], own: string | undefined): string {
  if (own === undefined) return 'neither a margin of error nor counts of the council are published'
  const without = kinds.filter(kind => kind === 'none').length
  const from = own === 'margin' ? 'margins of error' : 'counts'
  return without === 0 ? `published ${from}` : `published ${from}; ${without} councils without them are held still`
}

/** What is said of the whole group: by the publisher of an area, or by the council whose list it is. */
function publishedOf(
  inYear: readonly Observation[],
  own: readonly Observation[],
  group: Group,
  period: string,
  council: Council,
): Benchmark['published'] {
  const said = group.owner === council.organisation ? own : inYear
  const found = said.find(
    fact => fact.geography === group.slug && fact.period === period && fact.payload.value !== null,
  )
  if (!found) return null
  return { value: Number(found.payload.value), owner: found.owner, document: found.from.document }
}

function notesOf(
  data: NationalData,
  publisher: string,
  measure: string,
  period: string,
  mine: Observation | undefined,
): string[] {
  const definition = data.definitions
    .filter(({ owner, indicator, payload }) => owner === publisher && indicator === measure && payload.from <= period)
    .sort((a, b) => compareText(a.payload.from, b.payload.from))
    .at(-1)
  const isMarked = mine?.payload.marks.includes('not_comparable') ?? false
  return [
    definition?.payload.text ?? '',
    isMarked ? 'Councils were free to hold the survey in this year: not comparable with other years.' : '',
    mine?.payload.note ?? '',
  ].filter(text => text !== '')
}
