/** What a change of an indicator is made of: its counts, and the categories of each breakdown that holds all of it. */
import { type CountedPart, partsChange } from '../../judgement/decomposition/parts-change.ts'
import { ratioChange } from '../../judgement/decomposition/ratio-change.ts'
import { shownToAddUp } from '../../judgement/decomposition/shown-to-add-up.ts'
import { entryOf, units } from '../../shared/codes.ts'
import type { Indicator } from '../../shared/indicator.ts'
import { rounded, roundedText } from '../../shared/rounding.ts'
import { capitalised, grouped } from '../../shared/words.ts'
import { partsOf } from '../indicator/breakdowns.ts'
import type { IndicatorRow } from '../indicator-row.ts'
import type { Observation } from '../observations.ts'
import type { CellView } from '../types.ts'
import type { Base } from './base.ts'
import type { Contribution, Contributions } from './types.ts'

/** What the change since a base is made of: by its counts, where its value is computed from them. */
export function byCounts(indicator: Indicator, { series }: IndicatorRow, { from, to }: Base): Contributions[] {
  const { per } = entryOf(units, indicator.unit)
  const before = countsOf(from)
  const after = countsOf(to)
  if (per === null || indicator.counts === 'rounded' || !before || !after) return []
  if (!(before.denominator > 0 && after.denominator > 0)) return []
  const { change, numerator, denominator } = ratioChange(before, after, per)
  if (!isThat(change, { from, to })) return []
  const parts = [
    { name: capitalised(indicator.numeratorLabel || 'what is counted'), value: numerator, of: 'numerator' as const },
    {
      name: capitalised(indicator.denominatorLabel || 'out of how many'),
      value: denominator,
      of: 'denominator' as const,
    },
  ]
  const counts = (of: 'numerator' | 'denominator') => `${inWords(before[of])} to ${inWords(after[of])}`
  return [
    shownAs(
      { name: 'What is counted, and out of how many', of: 'counts' },
      parts.map(({ name, value, of }) => ({ name, value, counts: counts(of) })),
      { from, to },
      series.decimals,
    ),
  ]
}

type Reading = Pick<Base, 'from' | 'to'>

/**
 * The same by the categories of each breakdown of one dimension whose categories hold all that the totals hold, in both periods.
 * @param categories those of the indicator. Where one is hidden from its audience, or rounded for it, its breakdown says nothing:
 *   what it brought could tell it.
 */
export function byCategories(
  categories: readonly Observation[],
  indicator: Indicator,
  { series }: IndicatorRow,
  { from, to }: Base,
): Contributions[] {
  const single = categories.filter(fact => partsOf(fact.breakdown).length === 1)
  const byDimension = Map.groupBy(single, fact => partsOf(fact.breakdown)[0]?.dimension ?? '')
  return [...byDimension].sort().flatMap(([dimension, facts]) => {
    const at = (period: string) => facts.filter(fact => fact.period === period)
    const found = partsBetween(at(from.period), at(to.period), indicator, { from, to })
    return found
      ? [shownAs({ name: capitalised(dimension), of: 'categories' }, found, { from, to }, series.decimals)]
      : []
  })
}

type Part = Omit<Contribution, 'shown'>

function partsBetween(
  before: readonly Observation[],
  after: readonly Observation[],
  indicator: Indicator,
  reading: Reading,
): Part[] | null {
  const isSeen = (fact: Observation) => fact.payload.reason !== 'suppressed' && !fact.countsAreRounded
  if (before.length === 0 || before.length !== after.length || ![...before, ...after].every(isSeen)) return null
  return indicator.unit === 'count' ? ofCounts(before, after, reading) : ofRates(before, after, indicator, reading)
}

const nameOf = (fact: Observation) => partsOf(fact.breakdown)[0]?.category ?? fact.breakdown

function ofCounts(before: readonly Observation[], after: readonly Observation[], { from, to }: Reading): Part[] | null {
  const figureIn = (fact: Observation) => (fact.payload.value === null ? null : Number(fact.payload.value))
  const later = new Map(after.map(fact => [nameOf(fact), figureIn(fact)]))
  const pairs = before.map(fact => ({ name: nameOf(fact), old: figureIn(fact), now: later.get(nameOf(fact)) ?? null }))
  const known = pairs.flatMap(({ name, old, now }) => (old === null || now === null ? [] : [{ name, old, now }]))
  const sum = (of: 'old' | 'now') => known.reduce((total, each) => total + each[of], 0)
  const isWhole = known.length === pairs.length && sum('old') === from.value && sum('now') === to.value
  if (!isWhole) return null
  return known.map(({ name, old, now }) => ({ name, value: now - old, counts: `${inWords(old)} to ${inWords(now)}` }))
}

function ofRates(
  before: readonly Observation[],
  after: readonly Observation[],
  indicator: Indicator,
  { from, to }: Reading,
): Part[] | null {
  const { per } = entryOf(units, indicator.unit)
  const [old, now] = [countedParts(before, from), countedParts(after, to)]
  if (per === null || indicator.counts === 'rounded' || !old || !now) return null
  const later = new Map(now.map(part => [part.name, part]))
  if (old.some(part => !later.has(part.name))) return null
  const rate = ({ numerator, denominator }: CountedPart) => `${inWords(numerator)} of ${inWords(denominator)}`
  const found = partsChange(old, now, per)
  const change = found.reduce((sum, part) => sum + part.contribution, 0)
  if (!isThat(change, { from, to })) return null
  return found.map(({ name, contribution }, at) => {
    const [was, is] = [old[at], later.get(name)]
    return { name, value: contribution, counts: was && is ? `${rate(was)} to ${rate(is)}` : '' }
  })
}

/** The categories with their counts, where these add up to those of the total. */
function countedParts(facts: readonly Observation[], total: CellView): CountedPart[] | null {
  const parts = facts.flatMap((fact): CountedPart[] => {
    const { numerator, denominator } = fact.payload
    if (numerator === null || denominator === null) return []
    return [{ name: nameOf(fact), numerator: Number(numerator), denominator: Number(denominator) }]
  })
  const sum = (of: 'numerator' | 'denominator') => parts.reduce((all, part) => all + part[of], 0)
  const isWhole =
    parts.length === facts.length && sum('numerator') === total.numerator && sum('denominator') === total.denominator
  const isOdd = parts.some(part => part.denominator <= 0 && part.numerator !== 0)
  return isWhole && !isOdd && sum('denominator') > 0 ? parts : null
}

/** Whether counts give the change that the values show: else they are not those that the value was computed from. */
function isThat(change: number, { from, to }: Reading): boolean {
  if (from.value === null || to.value === null) return false
  return Math.abs(change - (to.value - from.value)) <= 1e-9 * Math.max(Math.abs(from.value), Math.abs(to.value), 1)
}

function countsOf({ numerator, denominator }: CellView) {
  return numerator === null || denominator === null ? null : { numerator, denominator }
}

function shownAs(
  told: Pick<Contributions, 'name' | 'of'>,
  parts: readonly Part[],
  { from, to }: Reading,
  decimals: number,
): Contributions {
  const change = roundedText(rounded(Number(to.value), decimals) - rounded(Number(from.value), decimals), decimals)
  const shown = shownToAddUp(
    parts.map(part => part.value),
    change,
    decimals,
  )
  return {
    ...told,
    from: from.period,
    to: to.period,
    change: signed(change),
    parts: parts.map((part, at) => ({ ...part, shown: signed(String(shown[at])) })),
  }
}

/** A number with its sign, as a change is written. */
function signed(text: string): string {
  if (Number(text) === 0) return grouped(text.replace('-', ''))
  return text.startsWith('-') ? `−${grouped(text.slice(1))}` : `+${grouped(text)}`
}

const inWords = (count: number) => grouped(String(count))
