import { groupFigures } from '../../judgement/benchmark/group-figures.ts'
import { isRanked, quarterOf, ranksOf } from '../../judgement/benchmark/ranks.ts'
import { compareText } from '../../shared/compare-text.ts'
import type { Fact } from '../../shared/facts.ts'
import { periodsOf, publisherOf } from '../benchmark/benchmark.ts'
import { valuesOf } from '../benchmark/field.ts'
import { decimalsIn, seriesOf, shownAs } from '../benchmark/series.ts'
import { findMeasure } from '../national/find-measure.ts'
import { councilsOf, type NationalData } from '../national/national-data.ts'
import { NotFound } from '../not-found.ts'
import { askingIn, type Comparing } from './asking.ts'
import { likeOf } from './groups.ts'
import { assertAmong } from './not-among.ts'
import { sourcesOf } from './sources.ts'
import type { AllCouncilsAnswer, CouncilAmongAll } from './types.ts'

/**
 * One measure of one year over all councils of England that were there in it, those without a value too. Whoever asks need not be
 * one of them.
 * @param asked period null: the latest with a figure of any council
 * @throws NotFound when there is no such organisation or measure; NotAmong when there is no such year
 */
export function allCouncils(
  { data, figures: all, documents }: Comparing,
  slug: string,
  asked: { readonly measure: string; readonly period: string | null },
): AllCouncilsAnswer {
  const { organisation, council } = askingIn(data, slug)
  const measure = findMeasure(data, null, asked.measure)
  const figures = all.get(measure.slug) ?? { published: [], own: [] }
  const areas = new Map(councilsOf(data).map(fact => [fact.name, fact]))
  const periods = periodsOf(data, figures)
  assertAmong(periods, asked.period, measure.slug)
  const period = asked.period ?? periods[0] ?? ''
  const publisher = publisherOf(data, figures, measure, period)
  const indicator = data.indicators.get(`${publisher} ${measure.slug}`)
  if (!indicator) throw new NotFound(`Nobody publishes the measure ${measure.slug} as at ${data.moment.asAt}`)
  const { polarity, unit, name } = indicator.payload
  const inYear = figures.published.filter(fact => fact.owner === publisher && fact.period === period)
  // The files have rows for councils that had ended, or not begun: those do not stand on a map of the year.
  const there = [...areas.values()].filter(area => isThereIn(area, period))
  const given = new Map(inYear.map(fact => [fact.geography, fact]))
  const withValue = there.flatMap(({ name: area }) => {
    const fact = given.get(area)
    return fact && fact.payload.value !== null ? [fact] : []
  })
  // Of a figure for information the highest quartile comes first, so that the map still says something.
  const order = ranksOf(valuesOf(withValue), isRanked(polarity) ? polarity : 'bigger')
  const places = new Map(withValue.map((fact, at) => [fact.geography, order[at] ?? null]))
  const like = council ? likeOf(data, council) : null
  const councils = there.map((area): CouncilAmongAll => {
    const fact = given.get(area.name)
    const rank = places.get(area.name) ?? null
    return {
      ...named(data, area),
      value: fact && fact.payload.value !== null ? Number(fact.payload.value) : null,
      shown: fact && fact.payload.value !== null ? shownAs(String(fact.payload.value)) : null,
      reason: fact ? fact.payload.reason : 'not_recorded',
      rank: isRanked(polarity) ? rank : null,
      quartile: rank && quarterOf(rank),
      isAsking: area.name === council?.slug,
      isLike: like?.members.has(area.name) ?? false,
    }
  })
  const sources = sourcesOf(
    documents,
    withValue.map(fact => fact.from.document),
  )
  const england = inYear.find(fact => fact.geography === 'england')?.payload.value ?? null
  return {
    organisation,
    moment: data.moment,
    council: council?.name ?? null,
    measure: measure.slug,
    code: measure.code,
    name,
    polarity,
    unit,
    period,
    periods,
    councils: councils.sort((a, b) => compareText(a.name, b.name)),
    like: like?.name ?? '',
    england: england === null ? null : shownAs(england),
    figures: groupFigures(valuesOf(withValue)),
    decimals: decimalsIn(indicator.payload, seriesOf(figures.published, publisher)),
    document: sources[0]?.title ?? publisher,
    sources,
  }
}

function named(data: NationalData, { name: slug, payload }: Fact<'geography'>) {
  const nameOf = (area: string | undefined) => (area ? (data.areas.get(area)?.payload.name ?? '') : '')
  return {
    slug,
    name: payload.name,
    region: { slug: payload.region ?? '', name: nameOf(payload.region) },
    type: nameOf(payload.councilType),
  }
}

/** Whether a council was there in a year: those that were merged or divided were until they were. */
function isThereIn({ payload }: Fact<'geography'>, period: string): boolean {
  const { from = '', to = '' } = payload
  return (from === '' || from <= period) && (to === '' || period <= to)
}
