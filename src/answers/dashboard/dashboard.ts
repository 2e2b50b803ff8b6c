import { monthsApart } from '../../judgement/series.ts'
import { type Period, shiftMonths } from '../../shared/period/period.ts'
import { counted, listed } from '../../shared/words.ts'
import { type FrameworkData, frameworkView } from '../framework-data.ts'
import { type IndicatorRow, indicatorRow } from '../indicator-row.ts'
import type { CellView, DashboardAnswer, DashboardRow, Headline } from '../types.ts'
import { columnsByPeriod, dashboardColumns } from './columns.ts'

/** Every indicator of a framework, judged, in the order of the framework. */
export function judgedRows(data: FrameworkData): IndicatorRow[] {
  return data.members.map(member => indicatorRow(member.indicator.indicator, data))
}

/** The dashboard of a framework: its rolling columns, every value with its rating, direction of travel, and the headline. */
export function dashboard(data: FrameworkData, judged: readonly IndicatorRow[] = judgedRows(data)): DashboardAnswer {
  const periods = dashboardColumns(
    judged.map(row => ({
      frequency: row.series.frequency,
      periods: row.series.points.map(point => point.period),
    })),
  )
  const columnOf = columnsByPeriod(periods)
  const rows = judged.map(row => ({ ...row.view, cells: layOut(row, periods, columnOf) }))
  return {
    organisation: data.organisation,
    framework: frameworkView(data.framework),
    moment: data.moment,
    periods,
    rows,
    headline: headlineOf(rows, data.framework.payload.rating === 'forecast'),
  }
}

/** A row's values in the columns. Where a value was expected and nothing is recorded, the cell says so. */
function layOut(
  row: IndicatorRow,
  periods: readonly Period[],
  columnOf: (period: Period) => number,
): (CellView | null)[] {
  const { history } = row.view
  const cells: (CellView | null)[] = periods.map(() => null)
  for (const cell of history) {
    const at = columnOf(cell.period)
    if (at >= 0) cells[at] = cell
  }
  const [first] = history
  const step = monthsApart(row.series.frequency)
  if (!first || step > 12) return cells
  const last = periods.at(-1)
  for (let period = first.period; ; period = shiftMonths(period, step)) {
    const at = columnOf(period)
    if (at >= 0) cells[at] ??= nothingRecorded(period)
    const isPast = last === undefined || (at < 0 && period > last)
    if (at === periods.length - 1 || isPast) return cells
  }
}

function nothingRecorded(period: Period): CellView {
  return {
    period,
    value: null,
    shown: null,
    numerator: null,
    denominator: null,
    reason: null,
    reasonInWords: 'nothing recorded',
    marks: [],
    note: '',
    target: null,
    targetReason: 'no value',
    rating: null,
    variance: null,
    ratingReason: 'no value',
    knownOn: null,
    from: null,
  }
}

function headlineOf(rows: readonly DashboardRow[], byForecast: boolean): Headline {
  const rated = rows.filter(row => row.latest?.rating)
  const has = (rating: string) => rated.filter(row => row.latest?.rating === rating).length
  const by = (rule: string) => rows.filter(row => row.reasons.some(reason => reason.rule === rule))
  const counts = {
    indicators: rows.length,
    withTarget: rated.length,
    red: has('Red'),
    amber: has('Amber'),
    green: has('Green'),
    offTarget: by('off-target').length,
    deteriorating: by('deteriorating').length,
    exceptions: rows.filter(row => row.reasons.length > 0).length,
  }
  return { title: titleOf(counts, byForecast), lead: leadOf(by('deteriorating')), counts }
}

function titleOf({ withTarget, offTarget, indicators }: Headline['counts'], byForecast: boolean): string {
  const off = byForecast ? 'forecast to miss it' : 'off target'
  if (indicators === 0) return 'This framework holds no indicators yet'
  if (withTarget === 0 && indicators === 1) return 'The only indicator cannot be rated against a target'
  if (withTarget === 0) return `None of the ${indicators} indicators can be rated against a target`
  if (withTarget === 1)
    return `The only indicator with a target is ${offTarget === 1 ? off : byForecast ? 'forecast to meet it' : 'not off target'}`
  const of = `the ${withTarget} indicators with a target`
  if (offTarget === 0) return `None of ${of} is ${off}`
  if (offTarget === withTarget) return `All ${withTarget} indicators with a target are ${off}`
  return `${offTarget} of ${of} ${offTarget === 1 ? 'is' : 'are'} ${off}`
}

function leadOf(deteriorating: readonly DashboardRow[]): string {
  if (deteriorating.length === 0) return 'No indicator has got worse three times in a row.'
  const names = listed(deteriorating.map(row => `“${row.indicator.shortName}”`))
  return `${counted(deteriorating.length, 'indicator has', 'indicators have')} got worse at least three times in a row: ${names}.`
}
