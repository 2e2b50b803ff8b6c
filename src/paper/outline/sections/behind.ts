/** The results that stand behind every other area's, each drawn as bars beside them. */
import type { StatutoryAnswer, StatutoryComparison, StatutoryRow } from '../../../answers/statutory/statutory.ts'
import type { CellView } from '../../../answers/types.ts'
import { figure, nameWithUnit, symbolsOf } from '../../../answers/wording.ts'
import { barsInWords } from '../../../charts/bars/in-words.ts'
import type { Bar, BarGroup } from '../../../charts/bars/input.ts'
import type { Period } from '../../../shared/period/period.ts'
import { listed } from '../../../shared/words.ts'
import { numberColumn, rowHeader } from '../cells.ts'
import { anchor } from '../say.ts'
import type { Cell, Figure } from '../types.ts'

/** So many are drawn at most: a paper is not an atlas. */
export const mostDrawn = 4

type Behind = StatutoryRow & { readonly result: CellView & { readonly value: number } }

/**
 * The rows whose result is worse than that of each other area with a figure; at most four, those furthest behind the nearest of
 * them as a share of its figure.
 */
export function furthestBehind(rows: readonly StatutoryRow[]): readonly StatutoryRow[] {
  const behind = rows.filter(isBehind)
  const kept = new Set(behind.toSorted((a, b) => distance(b) - distance(a)).slice(0, mostDrawn))
  return behind.filter(row => kept.has(row))
}

const othersOf = ({ comparisons }: StatutoryRow) => comparisons.filter(({ comparator }) => !comparator.isOwn)

function isBehind(row: StatutoryRow): row is Behind {
  const known = othersOf(row).filter(each => each.value !== null)
  return row.result !== null && known.length > 0 && known.every(each => each.result === 'worse')
}

function distance(row: Behind): number {
  const shares = othersOf(row).flatMap(({ value }) =>
    value === null ? [] : [Math.abs(row.result.value - value) / (Math.abs(value) || 1)],
  )
  return Math.min(...shares)
}

/** A result beside the last time and beside other areas, as bars with their target and their values. */
export function besideFigure(row: StatutoryRow, { areaName }: StatutoryAnswer, id: string): Figure {
  const { indicator, result, comparisons } = row
  const dated = (name: string, period: Period | null) => (period === null ? name : `${name} ${period}`)
  const groups: BarGroup[] = [
    ...(result ? [{ name: dated(areaName, result.period), main: barOf(result), target: targetOf(result) }] : []),
    ...comparisons.map(each => ({
      name: dated(each.comparator.name, each.period),
      beside: barOf({ ...each, marks: [] }),
    })),
  ]
  const hasTarget = groups.some(({ target }) => target)
  const others = listed(
    othersOf(row)
      .filter(each => each.value !== null)
      .map(each => each.comparator.inSentence),
  )
  const title = `${indicator.shortName}: worse than ${others}`
  const subtitle = nameWithUnit(indicator)
  return {
    block: 'figure',
    id: anchor(id),
    title,
    subtitle,
    sentence: [`${title}.`, `${subtitle}.`, barsInWords({ groups })].join(' '),
    size: 'main',
    chart: { direction: 'across', groups, sentence: barsInWords({ groups }) },
    table: {
      block: 'table',
      id: anchor(`${id}-values`),
      caption: `Values: ${indicator.shortName}, ${indicator.unitLabel}`,
      description: `A row for each area and period with its value${hasTarget ? ' and its target' : ''}.`,
      columns: [rowHeader('Area and period', 2), numberColumn('Value'), ...(hasTarget ? [numberColumn('Target')] : [])],
      rows: groups.map(({ name, main, beside, target }): Cell[] => {
        const own = main ?? beside
        return [
          { text: name },
          { text: own?.shown ?? '[x]', ...(own?.value == null ? {} : { value: own.value }) },
          ...(hasTarget ? [target ? { text: target.shown, value: target.value } : { text: 'none' }] : []),
        ]
      }),
      size: 'text',
    },
  }
}

type Told = Pick<StatutoryComparison, 'value' | 'shown' | 'reason' | 'reasonInWords'> & Pick<CellView, 'marks'>

/** A value with its symbols, or in words why there is none. */
function barOf(told: Told): Bar {
  const { value, shown, reasonInWords } = told
  const symbols = symbolsOf(told)
  if (value === null || shown === null)
    return { value: null, shown: [reasonInWords, ...(symbols.length ? symbols : ['[x]'])].filter(Boolean).join(' ') }
  return { value, shown: [figure(shown), ...symbols].join(' ') }
}

function targetOf({ target }: CellView): BarGroup['target'] {
  return target ? { value: target.value, shown: figure(target.shown) } : undefined
}
