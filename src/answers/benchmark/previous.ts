import { type Rank, type RankDirection, rankDirection } from '../../judgement/benchmark/ranks.ts'
import { compareText } from '../../shared/compare-text.ts'
import type { Council } from '../national/find-council.ts'
import type { NationalData } from '../national/national-data.ts'
import { reorganisedIn } from '../national/reorganised.ts'
import { isClearChange } from './change.ts'
import type { Field } from './field.ts'
import type { Series } from './series.ts'
import { type Comparison, comparisonIn } from './significance.ts'

/** A council's place the last time that can be compared with. */
export type Previous = Rank & {
  readonly period: string
  readonly value: number
  readonly direction: RankDirection | null
  /** Whether the figure changed since by more than chance explains; null where nothing is published of its chance. */
  readonly isClear: boolean | null
}

/** The last time with a value of the council that can be compared with, and its place then. */
export function previousOf(given: {
  readonly data: NationalData
  readonly series: Series
  readonly council: Council
  readonly measure: string
  readonly publisher: string
  readonly period: string
  readonly at: (period: string) => Field
  readonly rank: Rank | null
  readonly comparison: Comparison
}): { previous: Previous | null; reason: string | null } {
  const { series, council, period, at, rank } = given
  const none = (reason: string) => ({ previous: null, reason })
  const now = at(period).mine
  if (now?.payload.marks.includes('not_comparable')) return none(`${period} is not comparable with other years`)
  const earlier = [...series.keys()].filter(each => each < period).sort(compareText)
  const comparable = earlier.findLast(each => {
    const { mine } = at(each)
    return mine !== undefined && mine.payload.value !== null && !mine.payload.marks.includes('not_comparable')
  })
  if (comparable === undefined) {
    const reorganised = reorganisedIn(given.data, council.area, earlier.at(-1) ?? period)
    return none(reorganised ?? `nothing earlier of ${council.name} is published`)
  }
  const broken = definitionBreak(given.data, given, comparable, period)
  if (broken !== null) return none(broken)
  const then = at(comparable)
  const place = then.ranks?.get(council.slug)
  if (!place || !then.mine) return none('no place among others is told')
  const direction = rank ? rankDirection(rank.rank, place.rank) : null
  const { unit, polarity } = given.comparison
  const isClear =
    now?.payload.value == null
      ? null
      : isClearChange(
          given.data,
          { fact: now, comparison: given.comparison },
          { fact: then.mine, comparison: comparisonIn(series.get(comparable) ?? [], { unit, polarity }) },
        )
  const value = Number(then.mine.payload.value)
  return { previous: { ...place, period: comparable, value, direction, isClear }, reason: null }
}

/** Why figures of a period cannot be compared with those of an earlier one: a definition that began in between breaks the series. */
export function definitionBreak(
  data: NationalData,
  { publisher, measure }: { readonly publisher: string; readonly measure: string },
  earlier: string,
  period: string,
): string | null {
  const broken = data.definitions.find(
    ({ owner, indicator, payload }) =>
      owner === publisher &&
      indicator === measure &&
      payload.breaks &&
      payload.from > earlier &&
      payload.from <= period,
  )
  return broken ? `${earlier} is not comparable: ${broken.payload.text}` : null
}
