/** What is known of a measure's subject on another basis: where a measure is new, its history is theirs. */
import { valueInWords } from '../../judgement/value/value-in-words.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import type { FrameworkData } from '../framework-data.ts'
import { indicatorRow } from '../indicator-row.ts'

/** Of how many indicators at most it is told. */
const most = 3

/**
 * The course of the indicators on the same subject, a sentence each: those that the indicator names, and those that name it. They are
 * no line of a chart, as their numbers are not the same measure's.
 */
export function relatedSentences(slug: string, data: FrameworkData): string[] {
  const own = data.indicators.get(slug)?.payload
  if (!own) return []
  const naming = [...data.indicators.values()].filter(({ payload }) => payload.related.includes(slug))
  const named = [...new Set([...own.related, ...naming.map(fact => fact.indicator)])]
  return named.flatMap(each => courseOf(each, data, own.unit)).slice(0, most)
}

function courseOf(slug: string, data: FrameworkData, unit: string): string[] {
  const theirs = data.indicators.get(slug)?.payload
  if (theirs?.unit !== unit) return []
  const { view } = indicatorRow(slug, data)
  const known = view.history.filter(({ value }) => value !== null)
  const [first] = known
  const last = known.at(-1)
  if (!first || !last || first === last) return []
  const said = (cell: typeof first) =>
    `${valueInWords(String(cell.shown), theirs.unit)} in ${periodInWords(cell.period)}`
  return [`On another basis, ${view.indicator.shortName}: from ${said(first)} to ${said(last)}.`]
}
