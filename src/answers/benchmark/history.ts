import type { Rank } from '../../judgement/benchmark/ranks.ts'
import { entryOf, type Frequency, frequencies, type Mark } from '../../shared/codes.ts'
import { compareText } from '../../shared/compare-text.ts'
import { monthsBetween, toPeriod } from '../../shared/period/period.ts'
import type { Council } from '../national/find-council.ts'
import type { NationalData } from '../national/national-data.ts'
import { type Field, valuesOf } from './field.ts'
import { definitionBreak } from './previous.ts'
import type { Series } from './series.ts'

/** One year of a council among others. */
export type HistoryPoint = {
  readonly period: string
  readonly value: number | null
  readonly rank: Rank | null
  readonly median: number | null
  readonly lowerQuartile: number | null
  readonly upperQuartile: number | null
  readonly marks: readonly Mark[]
  /** How many councils of the group have a value. */
  readonly councils: number
  /** Whether a line may lead here from the year before it: no gap, no break, and both comparable. */
  readonly joined: boolean
}

/** A council's value and place, and the median and quartiles of the group, in every year that has figures. */
export function historyOf(given: {
  readonly data: NationalData
  readonly series: Series
  readonly publisher: string
  readonly measure: string
  readonly council: Council
  readonly at: (period: string) => Field
  readonly frequency: Frequency
}): HistoryPoint[] {
  const { series, council, at, frequency } = given
  const periods = [...series].flatMap(([period, facts]) => (valuesOf(facts).length > 0 ? [period] : []))
  const points = periods.sort(compareText).flatMap((period): Omit<HistoryPoint, 'joined'>[] => {
    const { mine, members, ranks, figures } = at(period)
    if (members.length === 0 && !mine) return []
    return [
      {
        period,
        value: mine && mine.payload.value !== null ? Number(mine.payload.value) : null,
        rank: ranks?.get(council.slug) ?? null,
        median: figures?.median ?? null,
        lowerQuartile: figures?.lowerQuartile ?? null,
        upperQuartile: figures?.upperQuartile ?? null,
        councils: figures?.councils ?? 0,
        marks: mine?.payload.marks ?? members[0]?.payload.marks ?? [],
      },
    ]
  })
  const step = entryOf(frequencies, frequency).months
  const isComparable = (point: Pick<HistoryPoint, 'marks'>) => !point.marks.includes('not_comparable')
  return points.map((point, index) => {
    const before = points[index - 1]
    const joined =
      before !== undefined &&
      monthsBetween(toPeriod(before.period), toPeriod(point.period)) === step &&
      isComparable(before) &&
      isComparable(point) &&
      definitionBreak(given.data, given, before.period, point.period) === null
    return { ...point, joined }
  })
}
