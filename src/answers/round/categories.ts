import { periodInWords } from '../../shared/period/format-period.ts'
import { comparePeriods, toPeriod } from '../../shared/period/period.ts'
import { withoutNoise } from '../../shared/rounding.ts'
import { capitalised, grouped } from '../../shared/words.ts'
import type { FrameworkData } from '../framework-data.ts'
import { breakdownsOf, categoryInWords, partsOf } from '../indicator/breakdowns.ts'
import type { Breakdown } from '../indicator/types.ts'
import { indicatorRow } from '../indicator-row.ts'
import type { Observation } from '../observations.ts'
import type { CellView } from '../types.ts'
import type { Categories } from './types.ts'

/**
 * The categories of an indicator in the latest period that tells any, a table for each dimension, each with how it adds up
 * to the total.
 * @param facts of the indicator, by category, as the audience may see them
 */
export function categoriesOf(slug: string, facts: readonly Observation[], data: FrameworkData): Categories[] {
  const indicator = data.indicators.get(slug)?.payload
  if (!indicator || facts.length === 0) return []
  const { view, cellAt } = indicatorRow(slug, data)
  const periods = facts.map(fact => toPeriod(fact.period)).sort(comparePeriods)
  const period = periods.at(-1)
  if (period === undefined) return []
  const reading = { indicator, decimals: view.indicator.decimals, asAt: data.moment.asAt }
  const own = facts.filter(fact => fact.period === period)
  const total = cellAt(period)
  return breakdownsOf(own, data.organisation.geography, new Map(), reading).map(breakdown => ({
    indicator: view.indicator,
    period,
    breakdown,
    sums: view.indicator.unit === 'count' ? sumsOf(breakdown, total, own) : '',
  }))
}

/** How the categories add up to the total, or why they need not. */
function sumsOf({ name, rows }: Breakdown, total: CellView | null, facts: readonly Observation[]): string {
  const cells = rows.flatMap(row => row.cells[0] ?? [])
  if (facts.some(fact => fact.countsAreRounded))
    return 'The categories are rounded, so they need not add up to the total, which is exact.'
  if (cells.some(cell => cell.suppressedFor.length > 0 && cell.value === null))
    return 'Some categories are hidden as small numbers, so no sum is given.'
  const sum = withoutNoise(cells.reduce((all, cell) => all + (cell.value ?? 0), 0))
  // A category within another one, as nursing homes among care homes, is part of a part.
  if (name.includes(' and ')) return withinOf(sum, facts)
  const missing = cells.filter(cell => cell.value === null).length
  const parts = `The categories shown add up to ${grouped(String(sum))}`
  if (total?.value === null || total?.value === undefined)
    return `${parts}. No total is told: one case may count in several categories, so they need not add up to the number of cases.`
  const when = periodInWords(total.period)
  if (sum === total.value) return `${parts}, the total of ${when}.`
  const rest = withoutNoise(total.value - sum)
  if (rest < 0)
    return `${parts}, the total of ${when} is ${grouped(String(total.value))}: one case may count in several categories.`
  return `${parts} of ${grouped(String(total.value))}; the other ${grouped(String(rest))} are in categories that are not told${missing > 0 ? `, as ${missing} of those here` : ''}, or not recorded.`
}

/** How the parts of a category add up to it, where it is told by itself. */
function withinOf(sum: number, facts: readonly Observation[]): string {
  const split = facts.map(fact => ({ parts: partsOf(fact.breakdown), value: fact.payload.value }))
  const nested = split.filter(({ parts }) => parts.length > 1)
  const whole = split.find(
    ({ parts: [only, ...others], value }) =>
      only &&
      others.length === 0 &&
      value !== null &&
      nested.every(({ parts }) =>
        parts.some(({ dimension, category }) => dimension === only.dimension && category === only.category),
      ),
  )
  const parts = `The categories shown add up to ${grouped(String(sum))}`
  const [named] = whole?.parts ?? []
  if (!whole || !named) return `${parts}; they are categories within another, and need not add up to it.`
  const category = `“${capitalised(categoryInWords(named.category))}”`
  return sum === Number(whole.value)
    ? `${parts}, as many as are told of ${category}.`
    : `${parts} of the ${grouped(String(whole.value))} told of ${category}; the rest is not told further.`
}
