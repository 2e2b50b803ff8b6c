/** A series of an answer as the line chart draws it: with its gaps, breaks and targets. */
import type { ForecastView } from '../../answers/forecast/types.ts'
import type { PathView } from '../../answers/targets/types.ts'
import type { BenchmarkView, CellView, IndicatorView } from '../../answers/types.ts'
import { figure, symbolsOf } from '../../answers/wording.ts'
import { barsInWords } from '../../charts/bars/in-words.ts'
import type { BarGroup, BarsInput } from '../../charts/bars/input.ts'
import type { Fan, LineChartInput } from '../../charts/line-chart/input.ts'
import { entryOf, frequencies } from '../../shared/codes.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import { lastMonth, monthsBetween, type Period, shiftMonths, typeOf, yearOf } from '../../shared/period/period.ts'
import { roundedText } from '../../shared/rounding.ts'

type Series = {
  readonly indicator: IndicatorView
  readonly cells: readonly CellView[]
  /** The result from which a path of targets starts: its line leads from there where its first target is of the next period. */
  readonly start?: PathView['baseline'] | undefined
  /** Areas that it is set beside. */
  readonly benchmarks?: readonly BenchmarkView[] | undefined
  /** Where it is expected to go; drawn where anything but the last value is expected. */
  readonly forecast?: ForecastView | undefined
  readonly owner: string
  /** What the chart says, for whoever cannot see it. */
  readonly sentence: string
}

/** A series with its targets as the line chart draws it. */
export function seriesChart({
  indicator,
  cells,
  start,
  benchmarks = [],
  forecast,
  owner,
  sentence,
}: Series): LineChartInput {
  const fan = forecast && fanOf(forecast, cells)
  return {
    ...(fan ? { fan } : {}),
    sentence,
    owner,
    decimals: indicator.decimals,
    points: withGaps(indicator, cells),
    benchmarks: benchmarks.map(({ name, figures }) => ({ name, points: besidePoints(indicator, figures) })),
    targets: targetsDrawn(indicator, cells, start),
  }
}

/** The targets with the promise that each belongs to; first the start of a path that leads to the first of them. */
function targetsDrawn(
  indicator: IndicatorView,
  cells: readonly CellView[],
  start: Series['start'],
): LineChartInput['targets'] {
  const targeted = cells.flatMap(({ period, target }) => (target ? [{ period, target }] : []))
  const isAnew = (
    before: { period: Period; value: number } | undefined,
    { period, target }: (typeof targeted)[number],
  ) => {
    const stepped = target.how === 'flat' || target.how === 'given'
    return (
      before !== undefined &&
      yearOf(before.period) !== yearOf(period) &&
      (addsUp(indicator) || (stepped && before.value !== target.value && indicator.frequency === 'monthly'))
    )
  }
  const drawn = targeted.map((each, at) => {
    const before = targeted[at - 1]
    const anew = isAnew(before && { period: before.period, value: before.target.value }, each)
    return { period: each.period, value: each.target.value, shown: figure(each.target.shown), anew }
  })
  const [first] = targeted
  const { months } = entryOf(frequencies, indicator.frequency)
  const away = start && first ? monthsBetween(start.period, first.period) : 0
  if (!start || !first || away < 1 || away > months || isAnew(start, first)) return drawn
  const { period, value, shown } = start
  return [{ period, value, shown: figure(shown) }, ...drawn.map((each, at) => ({ ...each, joined: at === 0 }))]
}

/** The way to the year's end, where the chart ends with the value from which it leads on. */
function fanOf({ yearEnd, latest, path, indicator, target }: ForecastView, cells: readonly CellView[]): Fan | null {
  const last = cells.findLast(cell => cell.value !== null)
  if (!yearEnd || yearEnd.expected.method === 'last_value' || last?.period !== latest?.period) return null
  const { period, expected } = yearEnd
  const isDrawn = cells.some(cell => cell.period === period && cell.target)
  return {
    points: path,
    shown: roundedText(expected.value, indicator.decimals),
    ...(target && !isDrawn ? { target: { period, value: target.value, shown: figure(target.shown) } } : {}),
  }
}

/**
 * A series of counts as bars from zero, for where a chart stands beside another; null where a line says more: where it is no
 * count, where it breaks, where a path leads on from it, or where other areas stand beside it.
 */
export function seriesBars({ indicator, cells, start, benchmarks = [] }: Series): BarsInput | null {
  const breaks = cells.some(cell => cell.marks.includes('break'))
  if (indicator.unit !== 'count' || breaks || start || benchmarks.length > 0) return null
  const byPeriod = new Map(cells.map(cell => [cell.period, cell]))
  const groups = withGaps(indicator, cells).map(({ period, value, shown }): BarGroup => {
    const cell = byPeriod.get(period)
    const symbols = cell ? symbolsOf(cell) : ['[x]']
    const said = value === null || shown === null ? (cell?.reasonInWords ?? 'nothing recorded') : figure(shown)
    const target = cell?.target
    return {
      name: periodInWords(period),
      period,
      main: { value, shown: [said, ...symbols].join(' ') },
      ...(target ? { target: { value: target.value, shown: figure(target.shown) } } : {}),
    }
  })
  return { direction: 'up', groups, sentence: barsInWords({ groups }) }
}

/** Whether its values add up or settle through each financial year, so that April is not to be read on from March. */
export function addsUp({ kind, frequency }: IndicatorView): boolean {
  return (kind === 'cumulative' || kind === 'ytd_average') && (frequency === 'monthly' || frequency === 'quarterly')
}

/** The figures of another area: those of years stand at the last month of each where the series itself is of months. */
function besidePoints(indicator: IndicatorView, figures: BenchmarkView['figures']): LineChartInput['points'] {
  const { months } = entryOf(frequencies, indicator.frequency)
  const areYears = figures.some(({ period }) => typeOf(period) === 'year')
  if (!areYears || months >= 12) return withGaps(indicator, figures)
  return withGaps({ ...indicator, frequency: 'annual' }, figures).map(point => ({
    ...point,
    period: lastMonth(point.period),
  }))
}

/**
 * Cells that are not the next expected period leave a gap, which no line may cross. A figure of another kind of period than the one
 * before, as a month after years, stands alone.
 */
function withGaps(indicator: IndicatorView, cells: BenchmarkView['figures']): LineChartInput['points'] {
  const { months } = entryOf(frequencies, indicator.frequency)
  return cells.flatMap((cell, at) => {
    const before = cells[at - 1]
    const isOther = before !== undefined && typeOf(before.period) !== typeOf(cell.period)
    const anew =
      before !== undefined && (isOther || (addsUp(indicator) && yearOf(before.period) !== yearOf(cell.period)))
    const point = { period: cell.period, value: cell.value, shown: cell.shown, marks: cell.marks, anew }
    const missing = before && !isOther ? Math.round(monthsBetween(before.period, cell.period) / months) - 1 : 0
    const gap: Period[] = Array.from({ length: Math.max(missing, 0) }, (_, step) =>
      shiftMonths(cell.period, -months * (missing - step)),
    )
    return [...gap.map(period => ({ period, value: null, shown: null, marks: [] })), point]
  })
}
