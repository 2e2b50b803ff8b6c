import { placesOf, quarterOf, type Rank } from '../../judgement/benchmark/ranks.ts'
import type { Polarity, Unit } from '../../shared/codes.ts'
import { compareText } from '../../shared/compare-text.ts'
import { type MeasureFigures, publisherOf } from '../benchmark/benchmark.ts'
import { valuesOf } from '../benchmark/field.ts'
import { seriesOf } from '../benchmark/series.ts'
import type { Group } from '../national/find-group.ts'
import type { Measure } from '../national/find-measure.ts'
import type { NationalData } from '../national/national-data.ts'

/** A council in the order of its group. */
type Place = {
  readonly slug: string
  readonly name: string
  readonly value: number
  readonly shown: string
  readonly rank: Rank | null
  readonly quartile: 1 | 2 | 3 | 4 | null
}

export type RanksAnswer = {
  readonly measure: Measure
  readonly name: string
  readonly polarity: Polarity
  readonly unit: Unit
  readonly period: string
  readonly publisher: string
  readonly group: Group
  /** Best first, equal ones by name; by name alone where no end is the good one. Councils without a value are not in it. */
  readonly places: readonly Place[]
}

/**
 * The councils of a group in their order by one measure of one year, as its publisher gives it.
 * @throws NotFound when nobody publishes the measure of this year
 */
export function ranks(
  data: NationalData,
  figures: MeasureFigures,
  { measure, group, period }: { readonly measure: Measure; readonly group: Group; readonly period: string },
): RanksAnswer {
  const publisher = publisherOf(data, figures, measure, period)
  const payload = data.indicators.get(`${publisher} ${measure.slug}`)?.payload
  const polarity = payload?.polarity ?? 'none'
  const entrants = (seriesOf(figures.published, publisher).get(period) ?? []).filter(
    fact => fact.payload.value !== null && group.members.has(fact.geography),
  )
  const order = placesOf(valuesOf(entrants), polarity) ?? []
  const places = entrants.map((fact, at): Place => {
    const rank = order[at] ?? null
    return {
      slug: fact.geography,
      name: data.areas.get(fact.geography)?.payload.name ?? fact.geography,
      value: Number(fact.payload.value),
      shown: String(fact.payload.value),
      rank,
      quartile: rank && quarterOf(rank),
    }
  })
  places.sort((a, b) => (a.rank?.rank ?? 0) - (b.rank?.rank ?? 0) || compareText(a.name, b.name))
  const name = payload?.name ?? measure.slug
  return { measure, name, polarity, unit: payload?.unit ?? 'count', period, publisher, group, places }
}
