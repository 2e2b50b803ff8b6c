import { placesOf, quarterOf } from '../../judgement/benchmark/ranks.ts'
import { compareText } from '../../shared/compare-text.ts'
import { type Benchmark, benchmark, periodsOf } from '../benchmark/benchmark.ts'
import type { Observation } from '../benchmark/field.ts'
import { shownAs } from '../benchmark/series.ts'
import { significanceOf } from '../benchmark/significance.ts'
import { findGroup } from '../national/find-group.ts'
import { findMeasure } from '../national/find-measure.ts'
import type { NationalData } from '../national/national-data.ts'
import { NotFound } from '../not-found.ts'
import { askingIn, type Comparing, groupInWords } from './asking.ts'
import { comparedRow } from './compared-row.ts'
import { funnelOf } from './funnel.ts'
import { groupsOf, likeOf } from './groups.ts'
import { assertAmong, groupAmong } from './not-among.ts'
import { sourcesOf } from './sources.ts'
import type { ComparedCouncil, ComparedYear, GroupBeside, MeasureComparedAnswer } from './types.ts'

/**
 * One measure of one year over all councils of a group, with the council's own way through the years.
 * @param asked group null: England; period null: the latest with a figure of the council
 * @param printed what the council prints of the lists that it is set among
 * @throws NotFound when there is no such organisation or measure; NotAmong when there is no such group or year
 */
export function measureCompared(
  { data, figures: all, documents }: Comparing,
  slug: string,
  asked: { readonly measure: string; readonly group: string | null; readonly period: string | null },
  printed: readonly Observation[] = [],
): MeasureComparedAnswer {
  const { moment } = data
  const { organisation, council, because } = askingIn(data, slug)
  if (!council) throw new NotFound(because)
  const measure = findMeasure(data, null, asked.measure)
  const group = groupAmong(data, council, asked.group ?? 'england')
  const figures = all.get(measure.slug) ?? { published: [], own: [] }
  assertAmong(periodsOf(data, figures), asked.period, measure.slug)
  const answer = benchmark(data, figures, { council, measure, group, period: asked.period })
  const like = likeOf(data, council)
  const isSame = like === null || like.slug === group.slug
  const shownIn = new Map(
    figures.published
      .filter(fact => fact.owner === answer.publisher && fact.geography === council.slug && fact.payload.value !== null)
      .map(fact => [fact.period, shownAs(String(fact.payload.value))]),
  )
  const row = comparedRow(answer)
  return {
    organisation,
    moment,
    council: council.name,
    sources: sourcesOf(documents, row.documents),
    group: { asked: asked.group ?? 'england', name: group.name, inWords: groupInWords(data, group) },
    groups: groupsOf(data, council),
    row,
    periods: answer.history.map(point => point.period).toReversed(),
    between: answer.interval,
    betweenBasis: answer.intervalBasis,
    councils: councilsOf(data, answer, isSame ? new Set() : like.members),
    like: isSame ? '' : like.name,
    besides: groupsOf(data, council).map((choice): GroupBeside => {
      const rest = { council, measure, period: answer.period, withoutDraws: true, withoutHistory: true }
      const given = { ...figures, own: printed }
      const among = benchmark(data, given, { ...rest, group: findGroup(data, council, choice.slug) })
      const { place, rankReason } = comparedRow(among)
      const { published } = among
      const isOwn = published?.owner === council.organisation
      const said = published && { value: published.value, printedBy: isOwn ? council.name : null }
      return { ...choice, figures: among.figures, published: said, place, rankReason }
    }),
    funnel: funnelOf(data, answer),
    years: answer.history.map((point): ComparedYear => {
      const { rank: place, ...rest } = point
      return { ...rest, place, shown: shownIn.get(point.period) ?? null }
    }),
    breaks: data.definitions
      .filter(fact => fact.owner === answer.publisher && fact.indicator === measure.slug && fact.payload.breaks)
      .map(fact => ({ from: fact.payload.from, text: fact.payload.text })),
    document: documents.get(answer.document)?.title ?? answer.document,
    notes: answer.notes,
  }
}

function councilsOf(
  data: NationalData,
  { entrants, comparison, polarity, council }: Benchmark,
  like: ReadonlySet<string>,
): ComparedCouncil[] {
  const values = entrants.map(fact => Number(fact.payload.value))
  const ranks = placesOf(values, polarity) ?? []
  const councils = entrants.map((fact, at): ComparedCouncil => {
    const rank = ranks[at] ?? null
    return {
      slug: fact.geography,
      name: data.areas.get(fact.geography)?.payload.name ?? fact.geography,
      onsCode: data.areas.get(fact.geography)?.payload.onsCode ?? '',
      value: Number(fact.payload.value),
      shown: shownAs(String(fact.payload.value)),
      rank,
      quartile: rank && quarterOf(rank),
      significance: significanceOf(data, fact, comparison),
      isAsking: fact.geography === council.slug,
      isLike: like.has(fact.geography),
      counts: countsOf(fact),
    }
  })
  // Where no end is the good one they stand by value, so that the order still says something.
  const before = (a: ComparedCouncil, b: ComparedCouncil) =>
    a.rank && b.rank ? a.rank.rank - b.rank.rank : b.value - a.value
  return councils.sort((a, b) => before(a, b) || compareText(a.name, b.name))
}

function countsOf({ payload: { numerator, denominator } }: Observation): ComparedCouncil['counts'] {
  return numerator === null || denominator === null
    ? null
    : { numerator: Number(numerator), denominator: Number(denominator) }
}
