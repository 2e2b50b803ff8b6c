import { type Fact, ofKind } from '../../shared/facts.ts'
import { comparePeriods, toPeriod } from '../../shared/period/period.ts'
import { counted } from '../../shared/words.ts'
import type { FrameworkData } from '../framework-data.ts'
import { indicatorRow } from '../indicator-row.ts'
import type { RankByFile, RankChanges } from './types.ts'

type Rank = Fact<'rank'>['payload']

/**
 * How the printed ranks of an organisation moved, a table for each group of councils, of its latest year.
 * @param frameworks of the organisation: an indicator is called as the last one that holds it calls it
 * @param byFile what the publishers' files make of a rank; left out where none of them is known
 */
export function rankChanges(
  facts: readonly Fact[],
  frameworks: readonly FrameworkData[],
  byFile?: (rank: Fact<'rank'>) => RankByFile,
): RankChanges[] {
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
    const rows = ranks.filter(fact => fact.period === period).map(fact => rowOf(fact, holderOf(fact.indicator), byFile))
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

function rowOf(
  fact: Fact<'rank'>,
  holder: FrameworkData,
  byFile?: (rank: Fact<'rank'>) => RankByFile,
): RankChanges['rows'][number] {
  const { rank, of, tied, previousRank, previousOf } = fact.payload
  return {
    indicator: indicatorRow(fact.indicator, holder).view.indicator,
    rank: placeOf(rank, of, tied),
    previous: previousRank === null ? '' : placeOf(previousRank, previousOf, false),
    change: changeOf(fact.payload),
    byFile: byFile?.(fact) ?? null,
  }
}

/** How the ranks of a group moved, in a sentence or two. */
export function rankChangesInWords({ improved, unchanged, declined, rows }: RankChanges): string {
  const told = improved + unchanged + declined
  const untold = rows.length - told
  const first = `Of ${counted(rows.length, 'printed rank')}, ${told} ${told === 1 ? 'has' : 'have'} a change told`
  if (told === 0) return `${first}.`
  const moves = `${improved} improved, ${unchanged} did not change and ${declined} declined`
  return `${first}: ${moves}.${untold === 0 ? '' : ` The other ${untold === 1 ? 'one has' : `${untold} have`} no earlier rank.`}`
}

/** The rank before as a table shows it: where a document prints none, what it says in its place. */
export function rankBefore({ previous, change }: Pick<RankChanges['rows'][number], 'previous' | 'change'>): string {
  if (previous !== '') return previous
  return change === 'unchanged' ? 'unchanged, says the report' : 'not printed'
}

/** The rank by the publishers' files with what is said of it. @example '133 of 151: value revised from 0.372 to 0.367' */
export function byFileInWords(byFile: RankByFile | null): string {
  return byFile === null ? '' : [byFile.rank, byFile.says].filter(Boolean).join(': ')
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
