import { periodInWords } from '../../shared/period/format-period.ts'
import type { Period } from '../../shared/period/period.ts'
import { listed } from '../../shared/words.ts'
import type { Heading, HeadingPeriod } from './heading.ts'
import { type OddHeading, oddHeadings } from './heading-sequence.ts'
import type { Tell } from './tell.ts'

/** A column of figures with the period that it stands for. Columns count from 0. */
export type PlacedPeriod = {
  readonly column: number
  readonly heading: string
  readonly period: Period
  readonly proposed: boolean
}

/** The period of each column; a heading that is none, or that does not follow its neighbours, is told. */
export function columnsOf(heading: Heading, accept: boolean, tell: Tell): PlacedPeriod[] {
  for (const { column, heading: text } of heading.unread)
    if (/\d/.test(text))
      tell('bad-heading', 'stands among the periods and is none; write a month as Mar 16, a year as 2016/17', {
        row: heading.row,
        column,
        found: text,
      })
  const known = heading.periods.filter(hasPeriod)
  for (const { column, row, heading: text, period } of heading.periods)
    if (period === null)
      tell('bad-heading', 'names a month without its year; write the year with it, or below it', {
        row,
        column,
        found: text,
      })
  const odd = new Map(oddHeadings(known.map(({ period }) => period)).map(each => [each.index, each]))
  const placed = known.map((each, index): PlacedPeriod => {
    const { column, row, heading: text, period } = each
    const found = odd.get(index)
    if (!found) return { column, heading: text, period, proposed: false }
    tell('wrong-heading', inWords(each, found, accept), { row, column, found: text, warning: accept })
    return { column, heading: text, period: found.proposal, proposed: true }
  })
  tellTwice(placed, heading, tell)
  return placed
}

function hasPeriod(each: HeadingPeriod): each is HeadingPeriod & { readonly period: Period } {
  return each.period !== null
}

function inWords({ period, heading }: HeadingPeriod, { proposal, between }: OddHeading, accepted: boolean): string {
  const meant = periodInWords(proposal)
  const where =
    between.length === 2 ? `stands between ${listed(between.map(periodInWords))}` : 'does not follow its neighbours'
  const says = period === null || periodInWords(period) === heading ? '' : `, and says ${periodInWords(period)}`
  return accepted
    ? `${where}${says}: taken as ${meant}`
    : `${where}${says}: ${meant} is meant, it seems; put the heading right, or accept the proposal`
}

function tellTwice(placed: readonly PlacedPeriod[], heading: Heading, tell: Tell): void {
  const seen = new Set<Period>()
  for (const { column, period, heading: text } of placed) {
    if (seen.has(period))
      tell('repeated-heading', `${periodInWords(period)} has a column already; keep one of the two`, {
        row: heading.row,
        column,
        found: text,
      })
    seen.add(period)
  }
}
