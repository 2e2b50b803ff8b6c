import { valueInWords } from '../../judgement/value/value-in-words.ts'
import { roundedText } from '../../shared/rounding.ts'
import { capitalised, counted, grouped, listed } from '../../shared/words.ts'
import type { ComparedRow } from './types.ts'

/** How many places from an end still stand out. */
const nearEnd = 3
/** How many places of each end are told. */
const mostTold = 3

/**
 * What stands out of a council's profile, in sentences; the places nearest to an end first.
 * @param section measures of one edition, so that none counts twice under an older definition of it; years may differ within it
 */
export function findingsOf(
  { name: edition, rows }: { readonly name: string; readonly rows: readonly ComparedRow[] },
  council: string,
  group: string,
): string[] {
  const standing = (wanted: string) => rows.filter(({ significance }) => significance.standing === wanted).length
  const told = (['better', 'similar', 'worse'] as const).map(each => [each, standing(each)] as const)
  const sum = told.reduce((total, [, count]) => total + count, 0)
  const words = { better: 'significantly better than', similar: 'similar to', worse: 'significantly worse than' }
  const against =
    sum === 0
      ? []
      : [
          `${council} is ${listed(told.filter(([, count]) => count > 0).map(([each, count]) => `${words[each]} England in ${count}`))} of ${counted(sum, 'measure')} of ${edition} of which it can be told.`,
        ]
  const named = (['better', 'worse'] as const).flatMap(each => furthest(rows, each, words[each]))
  return [...against, ...named, ...ends(rows, group, 'best'), ...ends(rows, group, 'worst')]
}

/** Which measures differ significantly one way, those furthest down or up the order first. */
function furthest(rows: readonly ComparedRow[], standing: 'better' | 'worse', words: string): string[] {
  const share = ({ rank }: ComparedRow) => (rank ? rank.rank / rank.of : 0.5)
  const all = rows
    .filter(({ significance }) => significance.standing === standing)
    .toSorted((a, b) => (standing === 'better' ? share(a) - share(b) : share(b) - share(a)))
  if (all.length === 0) return []
  const told = all.slice(0, mostTold).map(({ name, shown, unit, period, significance: { england }, decimals }) => {
    const beside = england === null ? '' : `, beside ${grouped(roundedText(england, decimals))}`
    return `${name} (${valueInWords(String(shown), unit)} in ${period}${beside})`
  })
  const begin = all.length > mostTold ? `Of those ${words} England, the furthest are` : capitalised(`${words} England:`)
  return [`${begin} ${told.join('; ')}.`]
}

function ends(rows: readonly ComparedRow[], group: string, end: 'best' | 'worst'): string[] {
  const fromEnd = ({ rank }: ComparedRow) => (rank ? (end === 'best' ? rank.rank : rank.of - rank.rank + 1) : Infinity)
  // In a small group a place near an end says nothing.
  const near = rows.filter(row => row.rank && row.rank.of >= 4 * nearEnd && fromEnd(row) <= nearEnd)
  return near
    .toSorted((a, b) => fromEnd(a) - fromEnd(b))
    .slice(0, mostTold)
    .map(row => `${row.name}: ${row.place} in ${group} (${row.period}), among the ${end}.`)
}
