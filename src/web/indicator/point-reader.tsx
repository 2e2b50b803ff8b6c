import type { CellView, IndicatorView } from '../../answers/types.ts'
import { entryOf, marks } from '../../shared/codes.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import { withUnit } from '../components/wording.ts'

type Props = {
  readonly indicator: IndicatorView
  readonly cells: readonly CellView[]
  /** The id of what holds the chart. */
  readonly chart: string
}

/** A slider that reads a chart point by point. It shows only once its script runs: the table says the same without it. */
export function PointReader({ indicator, cells, chart }: Props) {
  const entries = cells.map(cell => [pointInWords(cell, indicator), cell.value !== null] as const)
  const last = entries.at(-1)
  if (!last || entries.length < 2) return null
  return (
    <div class="point-reader" data-chart={chart} data-points={JSON.stringify(entries)}>
      <label for="point">Read the chart point by point</label>
      <input
        id="point"
        type="range"
        min="0"
        max={String(entries.length - 1)}
        value={String(entries.length - 1)}
        aria-valuetext={last[0]}
      />
      <span class="point-said" aria-hidden="true" />
    </div>
  )
}

/** @example // 'March 2017: 3.56 per 100,000, Red, target 1.5 per 100,000' */
export function pointInWords(cell: CellView, indicator: IndicatorView): string {
  const said =
    cell.shown === null
      ? [cell.reasonInWords || 'nothing recorded']
      : [
          withUnit(cell.shown, indicator),
          ...cell.marks.map(mark => entryOf(marks, mark).label),
          ...(cell.rating ? [cell.rating] : []),
          ...(cell.target ? [`target ${withUnit(cell.target.shown, indicator)}`] : []),
        ]
  return `${periodInWords(cell.period)}: ${said.join(', ')}`
}
