import { type Fact, ofKind } from '../../shared/facts.ts'
import { comparePeriods, toPeriod } from '../../shared/period/period.ts'
import type { FrameworkData } from '../framework-data.ts'
import { indicatorRow } from '../indicator-row.ts'
import type { RankChanges } from './types.ts'

type Rank = Fact<'rank'>['payload']

/**
 * How the printed ranks of an organisation moved, a table for each group of councils, of its latest year.
 * @param frameworks of the organisation: an indicator is called as the last one that holds it calls it
 */
export function rankChanges(facts: readonly Fact[], frameworks: readonly FrameworkData[]): RankChanges[] {
  const [data] = frameworks
  if (!data) return []
  const holderOf = (slug: string) =>
    frameworks.findLast(each => each.members.some(({ indicator }) => indicator.indicator === slug)) ?? data
  const own = ofKind(facts, 'rank').filter(
    fact => fact.geography === data.organisation.geography && data.indicators.has(fact.indicator),
  )
  return [...Map.groupBy(own, fact => fact.name)].flatMap(([group, ranks]) => {
    const period = ranks
      .map(fact => toPeriod(fact.period))
      .sort(comparePeriods)
      .at(-1)
    if (period === undefined) return []
    const rows = ranks
      .filter(fact => fact.period === period)
      .map(({ indicator, payload }) => ({
        indicator: indicatorRow(indicator, holderOf(indicator)).view.indicator,
        rank: placeOf(payload.rank, payload.of, payload.tied),
        previous: payload.previousRank === null ? '' : placeOf(payload.previousRank, payload.previousOf, false),
        change: changeOf(payload),
      }))
    const count = (change: 'improved' | 'unchanged' | 'declined') => rows.filter(row => row.change === change).length
    return [
      {
        group,
        period,
        improved: count('improved'),
        unchanged: count('unchanged'),
        declined: count('declined'),
        rows,
      },
    ]
  })
}

/** A place as a table shows it. @example placeOf(28, 152, true) // '28= of 152' */
export function placeOf(rank: number, of: number | null, tied: boolean): string {
  return `${rank}${tied ? '=' : ''}${of === null ? '' : ` of ${of}`}`
}

/** By the two ranks; where the earlier one is not printed, by what is printed in its place; null where neither is. */
function changeOf({ rank, previousRank, direction }: Rank): RankChanges['rows'][number]['change'] {
  if (previousRank === null) return direction === 'unchanged' ? 'unchanged' : null
  if (rank === previousRank) return 'unchanged'
  return rank < previousRank ? 'improved' : 'declined'
}
