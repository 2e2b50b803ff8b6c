/** A series as a chart and as the table of its values. */
import { raw } from 'hono/html'
import type { ForecastView } from '../../answers/forecast/types.ts'
import type { BenchmarkView, CellView, DashboardRow, IndicatorView } from '../../answers/types.ts'
import { chartSizes } from '../../charts/line-chart/input.ts'
import { lineChart } from '../../charts/line-chart/line-chart.ts'
import { sparkline } from '../../charts/sparkline/sparkline.ts'
import { addsUp, seriesChart } from '../../paper/outline/series-chart.ts'
import { entryOf, marks } from '../../shared/codes.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import { monthsBetween, yearOf } from '../../shared/period/period.ts'
import { listed } from '../../shared/words.ts'
import { ValueCell } from './cell.tsx'
import { figure, symbolsOf, unitLine } from './wording.ts'

type ChartProps = {
  readonly indicator: IndicatorView
  readonly cells: readonly CellView[]
  /** Where it is expected to go. */
  readonly forecast?: ForecastView | undefined
  readonly owner: string
  /** What the chart says, for whoever cannot see it. */
  readonly sentence: string
}

/** The chart twice, wide and narrow: the stylesheet shows the one that fits, so that its text never shrinks. */
export function MainChart(props: ChartProps) {
  const input = seriesChart(props)
  return (
    <div class="chart-frame">
      <div class="chart-wide">{raw(lineChart(input, chartSizes.wide))}</div>
      <div class="chart-narrow">{raw(lineChart(input, chartSizes.narrow))}</div>
    </div>
  )
}

/** A small chart, for series that stand beside the main one. */
export function SmallChart(props: ChartProps) {
  return <div class="chart-frame">{raw(lineChart(seriesChart(props), chartSizes.small))}</div>
}

/** The sparkline of a row of the dashboard, a place for each of its columns. */
export function Sparkline({ indicator, cells }: Pick<DashboardRow, 'indicator' | 'cells'>) {
  const known = cells.filter(cell => cell !== null)
  const anew = (at: number) => {
    const [before, cell] = [known[at - 1], known[at]]
    return before && cell && addsUp(indicator) && yearOf(before.period) !== yearOf(cell.period)
  }
  const svg = sparkline({
    values: known.map(cell => cell.value),
    targets: known.map(cell => cell.target?.value ?? null),
    breaks: known.flatMap((cell, at) => (cell.marks.includes('break') || anew(at) ? [at] : [])),
  })
  return raw(svg)
}

/** The table of a series, folded away below its chart. */
export function FoldedTable({ indicator, cells }: Pick<ChartProps, 'indicator' | 'cells'>) {
  return (
    <details class="chart-data">
      <summary>
        The values as a table<span class="visually-hidden">: {indicator.shortName}</span>
      </summary>
      <SeriesTable indicator={indicator} cells={cells} />
    </details>
  )
}

type TableProps = Pick<ChartProps, 'indicator' | 'cells'> & {
  /** Areas that it is set beside. */
  readonly benchmarks?: readonly BenchmarkView[]
}

/** The values of a series as a table: a row for each period, with target, counts and other areas where there are any. */
export function SeriesTable({ indicator, cells, benchmarks = [] }: TableProps) {
  const hasTargets = cells.some(cell => cell.target)
  const hasCounts = cells.some(cell => cell.numerator !== null && cell.denominator !== null)
  const hasNotes = cells.some(cell => cell.note)
  return (
    <table class="values">
      <caption>
        {indicator.shortName} <span class="quiet">{unitLine(indicator)}</span>
      </caption>
      <thead>
        <tr>
          <th scope="col">Period</th>
          <th scope="col" class="number">
            Value
          </th>
          {hasTargets && (
            <th scope="col" class="number">
              Target
            </th>
          )}
          {hasCounts && (
            <th scope="col" class="number">
              Counts
            </th>
          )}
          {benchmarks.map(({ name }) => (
            <th scope="col" class="number">
              {name}
            </th>
          ))}
          {hasNotes && <th scope="col">Note</th>}
        </tr>
      </thead>
      <tbody>
        {cells.map(cell => (
          <tr>
            <th scope="row">{periodInWords(cell.period)}</th>
            <ValueCell cell={cell} />
            {hasTargets && <td class="number">{cell.target ? figure(cell.target.shown) : 'none'}</td>}
            {hasCounts && (
              <td class="number">
                {cell.numerator !== null && cell.denominator !== null
                  ? `${figure(String(cell.numerator))} of ${figure(String(cell.denominator))}`
                  : 'not given'}
              </td>
            )}
            {benchmarks.map(({ figures }) => (
              <AreaCell figure={figures.find(each => monthsBetween(each.period, cell.period) === 0)} />
            ))}
            {hasNotes && <td>{cell.note}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The figure of another area with its symbols; words say what they mean. That of a year stands with the month that ends it. */
function AreaCell({ figure: found }: { figure: BenchmarkView['figures'][number] | undefined }) {
  if (!found) return <td class="number">none</td>
  const symbols = symbolsOf(found).join(' ')
  const meaning = listed(found.marks.map(mark => entryOf(marks, mark).label))
  return (
    <td class="number">
      {found.shown === null ? '' : figure(found.shown)}
      {symbols && (
        <span class="symbol" aria-hidden="true">
          {' '}
          {symbols}
        </span>
      )}
      {meaning && <span class="visually-hidden"> ({meaning})</span>}
      {found.shown === null && <span class="visually-hidden">no value</span>}
    </td>
  )
}
