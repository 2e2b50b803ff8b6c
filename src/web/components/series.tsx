/** A series as a chart and as the table of its values. */
import { raw } from 'hono/html'
import type { CellView, DashboardRow, IndicatorView } from '../../answers/types.ts'
import { chartSizes, type LineChartInput } from '../../charts/line-chart/input.ts'
import { lineChart } from '../../charts/line-chart/line-chart.ts'
import { sparkline } from '../../charts/sparkline/sparkline.ts'
import { entryOf, frequencies } from '../../shared/codes.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import { monthsBetween, type Period, shiftMonths, yearOf } from '../../shared/period/period.ts'
import { ValueCell } from './cell.tsx'
import { figure, unitLine } from './wording.ts'

type ChartProps = {
  readonly indicator: IndicatorView
  readonly cells: readonly CellView[]
  readonly owner: string
  /** What the chart says, for whoever cannot see it. */
  readonly sentence: string
}

/** The chart twice, wide and narrow: the stylesheet shows the one that fits, so that its text never shrinks. */
export function MainChart(props: ChartProps) {
  const input = chartInput(props)
  return (
    <div class="chart-frame">
      <div class="chart-wide">{raw(lineChart(input, chartSizes.wide))}</div>
      <div class="chart-narrow">{raw(lineChart(input, chartSizes.narrow))}</div>
    </div>
  )
}

/** A small chart, for series that stand beside the main one. */
export function SmallChart(props: ChartProps) {
  return <div class="chart-frame">{raw(lineChart(chartInput(props), chartSizes.small))}</div>
}

function chartInput({ indicator, cells, owner, sentence }: ChartProps): LineChartInput {
  const targeted = cells.flatMap(({ period, target }) => (target ? [{ period, target }] : []))
  return {
    sentence,
    owner,
    decimals: indicator.decimals,
    points: withGaps(indicator, cells),
    targets: targeted.map(({ period, target }, at) => {
      const before = targeted[at - 1]
      const stepped = target.how === 'flat' || target.how === 'given'
      const anew =
        before !== undefined &&
        yearOf(before.period) !== yearOf(period) &&
        (addsUp(indicator) || (stepped && before.target.value !== target.value && indicator.frequency === 'monthly'))
      return { period, value: target.value, shown: figure(target.shown), anew }
    }),
  }
}

/** Whether its values add up or settle through each financial year, so that April is not to be read on from March. */
function addsUp({ kind, frequency }: IndicatorView): boolean {
  return (kind === 'cumulative' || kind === 'ytd_average') && (frequency === 'monthly' || frequency === 'quarterly')
}

/** Cells that are not the next expected period leave a gap, which no line may cross. */
function withGaps(indicator: IndicatorView, cells: readonly CellView[]): LineChartInput['points'] {
  const { months } = entryOf(frequencies, indicator.frequency)
  return cells.flatMap((cell, at) => {
    const before = cells[at - 1]
    const anew = before !== undefined && addsUp(indicator) && yearOf(before.period) !== yearOf(cell.period)
    const point = { period: cell.period, value: cell.value, shown: cell.shown, marks: cell.marks, anew }
    const missing = before ? Math.round(monthsBetween(before.period, cell.period) / months) - 1 : 0
    const gap: Period[] = Array.from({ length: Math.max(missing, 0) }, (_, step) =>
      shiftMonths(cell.period, -months * (missing - step)),
    )
    return [...gap.map(period => ({ period, value: null, shown: null, marks: [] })), point]
  })
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

/** The values of a series as a table: a row for each period, with target and counts where there are any. */
export function SeriesTable({ indicator, cells }: { indicator: IndicatorView; cells: readonly CellView[] }) {
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
            {hasNotes && <td>{cell.note || 'none'}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
