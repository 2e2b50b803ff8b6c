/** How places, groups and differences read on the pages that compare councils. */
import type { Significance } from '../../answers/benchmark/significance.ts'
import type { ComparedSource } from '../../answers/compared/sources.ts'
import type { ComparedRow, ComparedYear, MeasureComparedAnswer } from '../../answers/compared/types.ts'
import { valueInWords } from '../../judgement/value/value-in-words.ts'
import { entryOf, reasons } from '../../shared/codes.ts'
import { roundedText } from '../../shared/rounding.ts'
import { counted, grouped, listed } from '../../shared/words.ts'

/** A number of the group as it stands in a table, at the decimals of the measure. */
export function atDecimals(value: number, { decimals }: Pick<ComparedRow, 'decimals'>): string {
  return grouped(roundedText(value, decimals))
}

/** The same with its unit. */
export function withItsUnit(value: number, row: Pick<ComparedRow, 'decimals' | 'unit'>): string {
  return valueInWords(roundedText(value, row.decimals), row.unit)
}

/** The council's figure, or why there is none. */
export function figureOf({ shown, reason, unit }: Pick<ComparedRow, 'shown' | 'reason' | 'unit'>): string {
  if (shown !== null) return valueInWords(shown, unit)
  return reason === null || reason === 'not_recorded' ? 'nothing recorded' : entryOf(reasons, reason).label
}

/**
 * How many councils of a group lie too far out for its picture, and how far; empty where none does.
 * @example 'Further out: 2 councils, down to 35.1'
 */
export function furtherOut({ reach, figures, decimals }: Pick<ComparedRow, 'reach' | 'figures' | 'decimals'>): string {
  if (!reach || !figures || reach.below + reach.above === 0) return ''
  const sides = [
    { count: reach.below, one: 'at', many: 'down to', end: figures.least },
    { count: reach.above, one: 'at', many: 'up to', end: figures.most },
  ].filter(({ count }) => count > 0)
  const told = sides.map(
    ({ count, one, many, end }) =>
      `${counted(count, 'council')} ${count === 1 ? one : many} ${atDecimals(end, { decimals })}`,
  )
  return `Further out: ${listed(told)}`
}

/** How a figure stands to England's, in as few words as a table has room for. */
export function standingWords({ standing }: Pick<Significance, 'standing'>): string {
  return standing ?? 'cannot be told'
}

/** Of what an interval is worked out, for the head of its column. */
export const methods = {
  margin: 'from the publisher’s margins of error',
  wilson: 'from published counts (Wilson)',
  byar: 'from published counts (Byar)',
} as const

/** What the mark † beside a council's name stands for; empty where no council is called like the one that asks. */
export function likeInWords(like: string | null): string {
  return like ? `; † stands for ${like.charAt(0).toLowerCase()}${like.slice(1)}` : ''
}

const openLicence = 'Open Government Licence v3.0'

/** Whose compared figures are and under which licence, with the words that the Open Government Licence asks for. */
export function licenceInWords(sources: readonly ComparedSource[]): string {
  const byLicence = Map.groupBy(sources, each => each.licence)
  return [...byLicence]
    .map(([licence, own]) => {
      const of = `Figures: ${listed([...new Set(own.map(each => each.publisher))])}.`
      if (licence === openLicence) return `${of} Contains public sector information licensed under the ${openLicence}.`
      return `${of} ${licence === '' ? 'No licence is stated.' : licence.replace(/\.?$/, '.')}`
    })
    .join(' ')
}

/** The documents of compared figures with their publishers, as a cell of a file. */
export function sourcesInWords(sources: readonly ComparedSource[]): string {
  return sources.map(({ title, publisher }) => `${title} (${publisher})`).join('; ')
}

/** What a place and a verdict are told of. */
type Placed = Pick<ComparedRow, 'rank' | 'significance' | 'value' | 'polarity'>

/**
 * England's figure counts every person and a place every council once, so that a council can be better than England and in the worse
 * half of the councils: that needs a word.
 */
export function besideMost(
  { rank, significance: { standing, england }, value, polarity }: Placed,
  group: string,
): string[] {
  if (group !== 'england' || !rank || value === null || england === null) return []
  const isInBetterHalf = 2 * rank.rank <= rank.of
  if (standing !== (isInBetterHalf ? 'worse' : 'better')) return []
  const isAbove = (polarity === 'bigger') === (standing === 'better')
  return [
    `Most councils are ${isAbove ? 'above' : 'below'} England’s figure, which large councils pull ${isAbove ? 'down' : 'up'}.`,
  ]
}

/** At which years the line breaks, and why; a year after one that is not comparable is part of the same break. */
export function partedInWords(years: readonly ComparedYear[], breaks: MeasureComparedAnswer['breaks']): string {
  const isApart = (year: ComparedYear | undefined) => year?.marks.includes('not_comparable') ?? false
  const most = Math.max(...years.map(each => each.councils))
  const whyAt = (year: ComparedYear): string => {
    const isFew = 2 * year.councils < most
    const reasons = [
      ...(breaks.some(({ from }) => from === year.period) ? ['another definition'] : []),
      ...(isApart(year) ? [isFew ? `${year.councils} councils only` : 'not comparable'] : []),
    ]
    return reasons.length === 0 ? 'no figures just before' : listed(reasons)
  }
  const parted = years.slice(1).filter((year, at) => !year.joined && (isApart(year) || !isApart(years[at])))
  return parted.length === 0
    ? ''
    : `The line breaks at ${listed(parted.map(year => `${year.period} (${whyAt(year)})`))}.`
}
