import { compareText } from '../../shared/compare-text.ts'
import type { Fact } from '../../shared/facts.ts'
import { comparePeriods, type Period, toPeriod } from '../../shared/period/period.ts'
import { capitalised, listed } from '../../shared/words.ts'
import type { CellView } from '../types.ts'
import { plainCell, type Reading } from './history.ts'
import type { Breakdown } from './types.ts'

/** As many columns as a dashboard of months has. */
const columns = 13

type Placed = { readonly name: string; readonly fact: Fact<'observation'> }

/**
 * The figures of an indicator by category of each dimension in the organisation's own area, then by area, each over its latest
 * periods. Areas stand in the order of `areas`.
 */
export function breakdownsOf(
  current: readonly Fact<'observation'>[],
  geography: string,
  areas: ReadonlyMap<string, string>,
  reading: Reading,
): Breakdown[] {
  const own = current.filter(fact => fact.geography === geography && fact.breakdown !== '')
  const byDimension = Map.groupBy(own, fact =>
    partsOf(fact.breakdown)
      .map(part => part.dimension)
      .join('; '),
  )
  const categories = [...byDimension.entries()]
    .sort(([a], [b]) => compareText(a, b))
    .map(([dimension, facts]) => {
      const name = capitalised(listed(dimension.split('; ')))
      const placed = facts.map(fact => ({
        name: partsOf(fact.breakdown)
          .map(part => part.category)
          .join(', '),
        fact,
      }))
      return tableOf(name, placed, [...new Set(placed.map(each => each.name))].sort(compareText), reading)
    })
  const totals = current.filter(fact => fact.breakdown === '')
  const others = [...areas.keys()].filter(area => totals.some(fact => fact.geography === area))
  if (!others.some(area => area !== geography)) return categories
  const placed = totals.flatMap(fact => {
    const name = areas.get(fact.geography)
    return name === undefined ? [] : [{ name, fact }]
  })
  return [
    ...categories,
    tableOf(
      'Area',
      placed,
      others.map(area => String(areas.get(area))),
      reading,
    ),
  ]
}

function tableOf(name: string, placed: readonly Placed[], rows: readonly string[], reading: Reading): Breakdown {
  const periods = [...new Set(placed.map(({ fact }) => toPeriod(fact.period)))].sort(comparePeriods).slice(-columns)
  const at = new Map(placed.map(({ name: row, fact }) => [`${row} ${fact.period}`, fact]))
  const cellAt = (row: string, period: Period): CellView | null => {
    const fact = at.get(`${row} ${period}`)
    return fact ? plainCell(fact, reading) : null
  }
  return {
    name,
    periods,
    rows: rows.map(row => ({ name: row, cells: periods.map(period => cellAt(row, period)) })),
  }
}

/** @example partsOf('age=65+; sex=female') // [{ dimension: 'age', category: '65+' }, { dimension: 'sex', category: 'female' }] */
export function partsOf(breakdown: string): { dimension: string; category: string }[] {
  return breakdown.split(';').map(part => {
    const [dimension = '', category = ''] = part.split('=').map(text => text.trim())
    return { dimension, category }
  })
}
