/** Reads series to be forecast from a plain CSV file: series,period,value and, where it is no count, unit. */
import { parse } from 'csv-parse/sync'
import type { Series } from '../../judgement/series.ts'
import { type Frequency, type Unit, units } from '../../shared/codes.ts'
import { parsePeriod } from '../../shared/period/parse-period.ts'
import { comparePeriods, type Period, type PeriodType, typeOf } from '../../shared/period/period.ts'
import { decimalsOf, isDecimalText } from '../../shared/rounding.ts'

type ForecastSeries = { readonly id: string; readonly series: Series }

export type ForecastSeriesFile = {
  readonly series: readonly ForecastSeries[]
  /** What is wrong, a sentence each; nothing is forecast then. */
  readonly errors: readonly string[]
}

type Row = {
  readonly line: number
  readonly id: string
  readonly period: Period
  readonly value: string
  readonly unit: Unit
}

const frequencyOf: Partial<Record<PeriodType, Frequency>> = { month: 'monthly', quarter: 'quarterly', year: 'annual' }
const needed = ['series', 'period', 'value']

/** Reads the text of a file and says everything that is wrong with it: where, what, and what to do. */
export function readForecastSeries(text: string): ForecastSeriesFile {
  const errors: string[] = []
  const [heading, ...lines] = parsed(text, errors)
  const missing = needed.filter(name => !heading?.includes(name))
  if (errors.length === 0 && missing.length > 0)
    errors.push(
      `Row 1: there is no column ${missing.join(', ')}; the columns are series, period, value and, if wanted, unit`,
    )
  if (errors.length > 0 || !heading) return { series: [], errors }
  const rows = lines.flatMap((cells, at) => rowOf(cells, heading, at + 2, errors))
  const series = [...Map.groupBy(rows, row => row.id)].map(([id, own]) => ({ id, series: seriesOf(id, own, errors) }))
  if (rows.length === 0 && errors.length === 0) errors.push('The file has no figures: add a row for each')
  return { series: errors.length > 0 ? [] : series, errors }
}

function parsed(text: string, errors: string[]): string[][] {
  try {
    return parse(text, { bom: true, trim: true, skip_empty_lines: true, relax_column_count: true })
  } catch (error) {
    errors.push(`The file is not CSV: ${error instanceof Error ? error.message : String(error)}`)
    return []
  }
}

function rowOf(cells: readonly string[], heading: readonly string[], line: number, errors: string[]): Row[] {
  const cell = (name: string) => cells[heading.indexOf(name)] ?? ''
  const before = errors.length
  const [id, value, unitText] = [cell('series'), cell('value'), cell('unit') || 'count']
  const period = parsePeriod(cell('period'))
  if (id === '') errors.push(`Row ${line}: the series has no name; give it one`)
  if (!period.ok) errors.push(`Row ${line}: ${period.problem}`)
  else if (!frequencyOf[typeOf(period.period)])
    errors.push(`Row ${line}: ${period.period} is neither a month nor a quarter nor a financial year`)
  if (value !== '' && !isDecimalText(value))
    errors.push(
      `Row ${line}: the value is “${value.slice(0, 40)}”; write a number such as 12.5, or nothing where it is missing`,
    )
  const unit = units.find(each => each.code === unitText)?.code
  if (!unit)
    errors.push(
      `Row ${line}: the unit is “${unitText.slice(0, 40)}”; it is one of ${units.map(each => each.code).join(', ')}`,
    )
  if (errors.length > before || !period.ok || !unit) return []
  return [{ line, id, period: period.period, value, unit }]
}

function seriesOf(id: string, rows: readonly Row[], errors: string[]): Series {
  const first = rows[0] as Row
  const sorted = rows.toSorted((a, b) => comparePeriods(a.period, b.period))
  for (const [at, row] of sorted.entries()) {
    if (sorted[at + 1]?.period === row.period)
      errors.push(`${id}: ${row.period} stands twice; keep one row of each period`)
    if (typeOf(row.period) !== typeOf(first.period) || row.unit !== first.unit)
      errors.push(`Row ${row.line}: ${id} has periods or units of two sorts; give each a series of its own`)
  }
  return {
    polarity: 'none',
    unit: first.unit,
    kind: 'in_period',
    frequency: frequencyOf[typeOf(first.period)] ?? 'monthly',
    decimals: Math.min(Math.max(...rows.map(row => decimalsOf(row.value))), 12),
    points: sorted.map(({ period, value }) => ({ period, value: value === '' ? null : Number(value), marks: [] })),
  }
}
