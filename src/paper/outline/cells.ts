/** Cells, columns and figures of the paper from values of the answers. */
import type { ForecastView } from '../../answers/forecast/types.ts'
import type { PathView } from '../../answers/targets/types.ts'
import type { BenchmarkView, CellView, IndicatorView, SeriesView } from '../../answers/types.ts'
import { figure, symbolsOf } from '../../answers/wording.ts'
import { benchmarksInWords } from '../../charts/line-chart/benchmarks.ts'
import { periodInShort, periodInWords } from '../../shared/period/format-period.ts'
import { monthsBetween, type Period } from '../../shared/period/period.ts'
import { grouped } from '../../shared/words.ts'
import type { Scale } from './pounds.ts'
import { anchor, sentence } from './say.ts'
import { seriesBars, seriesChart } from './series-chart.ts'
import type { Cell, Column, Figure, Table } from './types.ts'

/** A column of words that is no row header. */
export function textColumn(heading: string, width = 1): Column {
  return { heading, align: 'left', isRowHeader: false, width }
}

/** A column of the values of a period. */
export function periodColumn(period: Period, width = 1): Column {
  return { ...numberColumn(periodInShort(period), width), period }
}

/** A column of numbers. */
export function numberColumn(heading: string, width = 1): Column {
  return { heading, align: 'right', isRowHeader: false, width }
}

/** The column that names its rows. */
export function rowHeader(heading: string, width = 1): Column {
  return { heading, align: 'left', isRowHeader: true, width }
}

type More = {
  readonly strong?: boolean
  readonly symbols?: readonly string[]
  /** How a sum of money is shown that is too long for its column. */
  readonly scale?: Scale | null
}

/** A value of an indicator with its symbols and rating, or the symbol of why there is none. */
export function valueCell(cell: CellView, { name, unitLabel }: IndicatorView, more: More = {}): Cell {
  const symbols = [...symbolsOf(cell), ...(more.symbols ?? [])]
  const fact = { indicator: name, period: periodInWords(cell.period), unit: more.scale?.words ?? unitLabel }
  if (cell.value === null || cell.shown === null) return { text: symbols.join(' ') || '[x]', fact }
  return {
    text: [more.scale?.shownAs(cell.value) ?? figure(cell.shown), ...symbols].join(' '),
    rating: cell.rating,
    value: cell.value,
    ...(more.strong ? { strong: true } : {}),
    fact,
  }
}

/** Numerator and denominator as they stand under a value: "334 of 387", "299" or the symbol for none. */
export function countsCell(cell: CellView): Cell {
  const { numerator, denominator } = cell
  if (numerator === null) return noCount(cell)
  const top = grouped(String(numerator))
  return { text: denominator === null ? top : `${top} of ${grouped(String(denominator))}` }
}

/** One of the counts behind a value, or the symbol for none. */
export function countCell(cell: CellView | null, which: 'numerator' | 'denominator'): Cell {
  const number = cell?.[which] ?? null
  return number === null ? noCount(cell) : { text: grouped(String(number)), value: number }
}

/** Where a value is hidden, so are its counts; else none were recorded. */
function noCount(cell: CellView | null): Cell {
  return { text: cell?.reason === 'suppressed' ? '[c]' : '[x]' }
}

/** The values of a series, a row for each period. */
export function seriesTable({ indicator, cells, benchmarks }: SeriesView, id: string): Table {
  const hasTargets = cells.some(cell => cell.target)
  const hasCounts = cells.some(cell => cell.numerator !== null)
  return {
    block: 'table',
    id: anchor(`${id}-values`),
    caption: `Values: ${indicator.shortName}, ${indicator.unitLabel}`,
    description: `A row for each period with its value${hasTargets ? ', its target' : ''}${hasCounts ? ' and the counts behind it' : ''}${benchmarks.length > 0 ? ', and what it is set beside' : ''}.`,
    columns: [
      rowHeader('Period', 2),
      numberColumn('Value'),
      ...(hasTargets ? [numberColumn('Target')] : []),
      ...(hasCounts ? [numberColumn('Counts', 2)] : []),
      ...benchmarks.map(({ name }) => numberColumn(name, 1.5)),
    ],
    rows: cells.map(cell => [
      { text: periodInWords(cell.period), short: periodInShort(cell.period) },
      valueCell(cell, indicator),
      ...(hasTargets
        ? [cell.target ? { text: figure(cell.target.shown), value: cell.target.value } : { text: 'none' }]
        : []),
      ...(hasCounts ? [countsCell(cell)] : []),
      ...benchmarks.map(benchmark => benchmarkCell(benchmark, cell.period)),
    ]),
    size: 'text',
  }
}

/** The figure of another area in a period; nothing recorded is not available. */
export function benchmarkCell({ figures }: BenchmarkView, period: Period): Cell {
  // The figure of a year stands with the month or quarter that ends it.
  const found = figures.find(each => each.period === period || monthsBetween(each.period, period) === 0)
  if (!found) return { text: '[x]' }
  const symbols = symbolsOf(found)
  if (found.value === null || found.shown === null) return { text: symbols.join(' ') || '[x]' }
  return { text: [figure(found.shown), ...symbols].join(' '), value: found.value }
}

type Drawn = {
  readonly id: string
  readonly indicator: IndicatorView
  readonly cells: readonly CellView[]
  /** From where a path of targets starts. */
  readonly start?: PathView['baseline']
  readonly benchmarks: readonly BenchmarkView[]
  readonly forecast?: ForecastView
  readonly owner: string
  readonly title: string
  readonly subtitle: string
  readonly sentence: string
  readonly size: 'main' | 'small'
}

/** A series as a figure: its chart, what it says in words, and its values. */
export function figureOf({ id, title, subtitle, size, ...series }: Drawn): Figure {
  const { indicator, cells, benchmarks } = series
  const drawn = seriesChart(series)
  const beside = benchmarksInWords(drawn)
  const expected = drawn.fan ? (series.forecast?.words.expected.join(' ') ?? '') : ''
  const more = [beside, expected].filter(Boolean).join(' ')
  const said = more === '' ? series.sentence : `${sentence(series.sentence)} ${more}`
  return {
    block: 'figure',
    id: anchor(id),
    title,
    subtitle,
    sentence: said,
    size,
    chart: { ...((size === 'small' && seriesBars(series)) || drawn), sentence: said },
    table: seriesTable({ indicator, cells, benchmarks }, id),
  }
}
