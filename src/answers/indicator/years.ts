import { valueInWords } from '../../judgement/value/value-in-words.ts'
import { monthNames } from '../../shared/months.data.ts'
import { monthsOf, type Period, typeOf, yearAndMonth, yearOf } from '../../shared/period/period.ts'
import { listed } from '../../shared/words.ts'
import type { CellView, IndicatorView } from '../types.ts'
import type { YearsBeside } from './types.ts'

/**
 * The same months or quarters of each financial year side by side, the latest year first; null where there are no two years,
 * or where each year has one figure anyway.
 */
export function yearsBeside(cells: readonly CellView[], { unit }: IndicatorView): YearsBeside | null {
  const all = cells.filter(({ period }) => ['month', 'quarter'].includes(typeOf(period)))
  const years = [...new Set(all.map(cell => yearOf(cell.period)))].sort().reverse()
  const latest = all.findLast(cell => cell.shown !== null)
  if (years.length < 2 || !latest) return null
  const byPlace = Map.groupBy(all, cell => placeInYear(cell.period))
  const rows = [...byPlace.entries()]
    .sort(([a], [b]) => a - b)
    .map(([, own]) => ({
      label: partOfYear((own[0] as CellView).period),
      cells: years.map(year => own.find(cell => yearOf(cell.period) === year) ?? null),
    }))
  const same = (byPlace.get(placeInYear(latest.period)) ?? []).filter(cell => cell.shown !== null).reverse()
  const said = same.map(cell => `${valueInWords(String(cell.shown), unit)} in ${yearOf(cell.period)}`)
  const parts = typeOf(latest.period) === 'quarter' ? 'quarters' : 'months'
  return { parts, years, rows, sentence: `${partOfYear(latest.period)}: ${listed(said)}.` }
}

/** Months since April, at its end. */
function placeInYear(period: Period): number {
  return (yearAndMonth(monthsOf(period).last).month + 8) % 12
}

/** A month or quarter without its year. @example partOfYear('2017-03') // 'March' */
function partOfYear(period: Period): string {
  if (typeOf(period) === 'quarter') return `Quarter ${period.slice(-1)}`
  return String(monthNames[yearAndMonth(monthsOf(period).first).month - 1])
}
