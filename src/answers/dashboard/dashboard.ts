import type { Frequency } from '../../shared/codes.ts'
import type { Period } from '../../shared/period/period.ts'
import { counted, listed } from '../../shared/words.ts'
import { type FrameworkData, frameworkView } from '../framework-data.ts'
import { type IndicatorRow, indicatorRow } from '../indicator-row.ts'
import type { CellView, DashboardAnswer, DashboardRow, Headline } from '../types.ts'
import { columnsByPeriod, dashboardColumns, periodEndingWith } from './columns.ts'

/** Every indicator of a framework, judged, in the order of the framework. */
export function judgedRows(data: FrameworkData): IndicatorRow[] {
  return data.members.map(member => indicatorRow(member.indicator.indicator, data))
}

/**
 * The dashboard of a framework: its rolling columns, every value with its rating, direction of travel, and the headline.
 * @param end the last column, where it is not the latest of which anything is told
 */
export function dashboard(
  data: FrameworkData,
  judged: readonly IndicatorRow[] = judgedRows(data),
  end: Period | null = null,
): DashboardAnswer {
  const periods = dashboardColumns(toldBy(judged), end)
  const rows = judged.map(row => ({ ...row.view, cells: layOut(row, periods) }))
  return {
    organisation: data.organisation,
    framework: frameworkView(data.framework),
    moment: data.moment,
    periods,
    rows,
    headline: headlineOf(rows, data.framework.payload.rating === 'forecast'),
  }
}

/**
 * What indicators tell of: each one's frequency, and the periods with a figure, hidden from the audience or not. Columns of mere
 * reasons for none at the end, as of quarters not due yet, would say nothing. Where there is no figure at all, those with a reason.
 */
export function toldBy(rows: readonly IndicatorRow[]): { frequency: Frequency; periods: readonly Period[] }[] {
  const isAnyKnown = rows.some(({ view }) => view.history.some(hasFigure))
  return rows.map(({ series: { frequency }, view: { history } }) => ({
    frequency,
    periods: history.filter(cell => !isAnyKnown || hasFigure(cell)).map(cell => cell.period),
  }))
}

const hasFigure = ({ value, reason }: CellView) => value !== null || reason === 'suppressed'

/** A row's values in the columns: a cell wherever one of its periods ends, which says so where nothing is recorded. */
function layOut(row: IndicatorRow, columns: readonly Period[]): (CellView | null)[] {
  const { frequency } = row.series
  // Every two years: which years those are, only its own figures tell.
  if (frequency === 'every_two_years') {
    const columnOf = columnsByPeriod(columns)
    const own = new Map(row.view.history.map(cell => [columnOf(cell.period), cell]))
    return columns.map((_, at) => own.get(at) ?? null)
  }
  return columns.map(column => {
    const period = periodEndingWith(column, frequency)
    return period === null ? null : row.viewAt(period)
  })
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

function titleOf(counts: Headline['counts'], byForecast: boolean): string {
  const { withTarget, indicators } = counts
  // A year end forecast short of its target misses it, however little.
  const missed = byForecast ? counts.red + counts.amber : counts.offTarget
  const off = byForecast ? 'forecast to miss it' : 'off target'
  if (indicators === 0) return 'This framework holds no indicators yet'
  if (withTarget === 0 && indicators === 1) return 'The only indicator cannot be rated against a target'
  if (withTarget === 0) return `None of the ${indicators} indicators can be rated against a target`
  if (withTarget === 1)
    return `The only indicator with a target is ${missed === 1 ? off : byForecast ? 'forecast to meet it' : 'not off target'}`
  const of = `the ${withTarget} indicators with a target`
  if (missed === 0) return `None of ${of} is ${off}`
  if (missed === withTarget) return `All ${withTarget} indicators with a target are ${off}`
  return `${missed} of ${of} ${missed === 1 ? 'is' : 'are'} ${off}`
}

function leadOf(deteriorating: readonly DashboardRow[]): string {
  if (deteriorating.length === 0) return 'No indicator has got worse three times in a row.'
  const names = listed(deteriorating.map(row => `“${row.indicator.shortName}”`))
  return `${counted(deteriorating.length, 'indicator has', 'indicators have')} got worse at least three times in a row: ${names}.`
}
