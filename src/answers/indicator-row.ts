import { directionOfTravel, type Travel } from '../judgement/direction/direction-of-travel.ts'
import { exceptionReasons } from '../judgement/exceptions/exception-reasons.ts'
import { wayOf } from '../judgement/path/way-of.ts'
import { type Target, type TargetAt, targetFor } from '../judgement/profile/target-for.ts'
import { forecastOfYear } from '../judgement/projection/rate-by-forecast.ts'
import { noRating, rate, type Verdict } from '../judgement/rating/rate.ts'
import { isAnnualOrRarer, type Series } from '../judgement/series.ts'
import { decimalsShown } from '../judgement/value/decimals-shown.ts'
import { comparePeriods, type Period, toPeriod, yearBefore, yearOf } from '../shared/period/period.ts'
import { cellView } from './cell-view.ts'
import type { FrameworkData } from './framework-data.ts'
import { type Cell, type Cells, cellsOf, observationsThatHold, pointOf, seriesOf } from './indicator-cells.ts'
import { travelSentence, unitLabel } from './sentences.ts'
import { type Settings, settingsOf } from './settings.ts'
import type { CellView, DashboardRow, IndicatorView, TravelView } from './types.ts'

/** An indicator with everything judged: what every question about it is answered from. */
export type IndicatorRow = {
  readonly view: DashboardRow
  readonly series: Series
  readonly verdictAt: (period: Period) => Verdict
  /** What is recorded of a period; null where nothing is. */
  readonly cellAt: (period: Period) => CellView | null
  /** The same, where nothing is recorded too: then it says so, beside the target. */
  readonly viewAt: (period: Period) => CellView
  readonly settings: Settings
}

// What is known at a moment never changes, and the answers of one page ask for the same rows.
const judged = new WeakMap<FrameworkData, Map<string, IndicatorRow>>()

/**
 * Judges one indicator of a framework at the moment of its data, once. The dashboard lays the cells out in its columns.
 * @throws RangeError when the data holds no such indicator
 */
export function indicatorRow(slug: string, data: FrameworkData): IndicatorRow {
  const rows = judged.get(data) ?? new Map<string, IndicatorRow>()
  judged.set(data, rows)
  const row = rows.get(slug) ?? judgedRow(slug, data)
  rows.set(slug, row)
  return row
}

function judgedRow(slug: string, data: FrameworkData): IndicatorRow {
  const definition = data.indicators.get(slug)
  if (!definition) throw new RangeError(`Cannot judge ${slug}: the data holds no such indicator`)
  const indicator = definition.payload
  const settings = settingsOf(data.framework.payload.settings)
  const observations = observationsThatHold(slug, data)
  const decimals = decimalsShown(
    indicator.decimals,
    observations.flatMap(fact => fact.payload.value ?? []),
  )
  const cells = cellsOf(observations, indicator, decimals, data.definitions.get(slug) ?? [])
  const series = seriesOf(cells, decimals, indicator)
  const targets = data.targets.get(slug) ?? []
  const targetAt = remembered((period: Period) => targetFor(targetPeriod(period, data), targets, series))
  const verdictAt = remembered((period: Period) =>
    verdictOf(period, { series, targets, targetAt, cells, data, settings }),
  )
  const viewAt = remembered((period: Period) =>
    cellView(period, cells.get(period), {
      target: targetAt(period),
      verdict: verdictAt(period),
      decimals,
      asAt: data.moment.asAt,
    }),
  )
  const history = series.points.map(point => viewAt(point.period))
  const latest = history.findLast(cell => cell.value !== null) ?? null
  const latestTarget = latest?.target?.value
  const shownAt = (period: string) => viewAt(toPeriod(period)).shown
  const sentence = (travel: Travel): TravelView => ({
    direction: travel.direction,
    comparedWith: travel.comparedWith,
    reason: travel.reason,
    sentence: travelSentence(travel, indicator.unit, shownAt),
  })
  const view: DashboardRow = {
    indicator: viewOf(slug, decimals, data),
    card: data.cards.find(card => card.payload.indicators.includes(slug))?.name ?? null,
    cells: [],
    history,
    latest,
    travel: sentence(
      directionOfTravel(withBaseline(series, cells, data), { baseline: baselineOf(cells, data), target: latestTarget }),
    ),
    onAYear: sentence(travelOnAYear(series, latest, latestTarget)),
    reasons: exceptionReasons(
      {
        series,
        verdict: latest ? verdictAt(latest.period) : noRating('no value'),
        links: linksOf(slug, data),
        target: latest?.target?.shown,
        shown: period => shownAt(period) ?? '–',
      },
      settings.exceptions,
    ),
  }
  const cellAt = (period: Period) => (cells.has(period) ? viewAt(period) : null)
  return { view, series, verdictAt, cellAt, viewAt, settings }
}

function viewOf(slug: string, decimals: number, data: FrameworkData): IndicatorView {
  const indicator = data.indicators.get(slug)?.payload
  if (!indicator) throw new RangeError(`Cannot show ${slug}: the data holds no such indicator`)
  const { name, shortName, polarity, unit, unitNote, kind, frequency, lead, dataOwner } = indicator
  const membership = data.members.find(member => member.indicator.indicator === slug)?.membership.payload
  return {
    slug,
    name,
    shortName: shortName || name,
    polarity,
    unit,
    unitNote,
    unitLabel: unitLabel(indicator),
    decimals,
    kind,
    frequency,
    lead,
    dataOwner,
    section: membership?.section ?? '',
    reference: membership?.reference ?? '',
  }
}

/** The budget lines and risks that an officer has linked to an indicator, by their names. */
function linksOf(slug: string, data: FrameworkData) {
  return data.links
    .filter(link => link.indicator === slug)
    .map(({ payload: { rule, to, reason } }) => {
      const name = data.names.get(`${rule === 'budget' ? 'budget_line' : 'risk'} ${to}`)
      return { rule, to: name ?? to, reason }
    })
}

/** The framework's baseline year, where this indicator has a value for it and a later one to compare. */
function baselineOf(cells: Cells, data: FrameworkData): Period | undefined {
  const { baselinePeriod } = data.framework.payload
  if (baselinePeriod === '') return undefined
  const period = toPeriod(baselinePeriod)
  const isLater = ([each, cell]: readonly [Period, Cell]) => cell.judged !== null && comparePeriods(each, period) > 0
  return cells.get(period)?.judged && [...cells].some(isLater) ? period : undefined
}

/** A quarterly series may be compared with the year of its framework's baseline, which is no point of its own. */
function withBaseline(series: Series, cells: Cells, data: FrameworkData): Series {
  const baseline = baselineOf(cells, data)
  const cell = baseline && cells.get(baseline)
  if (!baseline || !cell || series.points.some(point => point.period === baseline)) return series
  const points = [...series.points, pointOf([baseline, cell])]
  return { ...series, points: points.sort((a, b) => comparePeriods(a.period, b.period)) }
}

function travelOnAYear(series: Series, latest: CellView | null, target: number | undefined): Travel {
  if (!latest || isAnnualOrRarer(series.frequency)) return directionOfTravel(series, { target })
  const before = yearBefore(latest.period)
  const travel = directionOfTravel(series, { at: latest.period, baseline: before, target })
  return { ...travel, comparedWith: travel.comparedWith.replace('the baseline, ', '') }
}

/** Frameworks that rate by forecast hold their targets by year. */
function targetPeriod(period: Period, data: FrameworkData): Period {
  return data.framework.payload.rating === 'forecast' ? yearOf(period) : period
}

type Judging = {
  readonly series: Series
  readonly targets: readonly Target[]
  readonly targetAt: (period: Period) => TargetAt | { readonly none: string }
  readonly cells: Cells
  readonly data: FrameworkData
  readonly settings: Settings
}

function verdictOf(period: Period, { series, targets, targetAt, cells, data, settings }: Judging): Verdict {
  const cell = cells.get(period)
  if (!cell?.judged) return noRating('no value')
  const target = targetAt(period)
  if (data.framework.payload.rating === 'forecast') {
    const soFar = { ...series, points: series.points.filter(point => comparePeriods(point.period, period) <= 0) }
    return forecastOfYear({
      series: soFar,
      year: yearOf(period),
      target: 'none' in target ? undefined : target.value,
      numeratorAt: at => {
        const numerator = cells.get(at)?.fact.payload.numerator ?? null
        return numerator === null ? null : Number(numerator)
      },
      settings: settings.forecast,
    }).verdict
  }
  if (series.polarity === 'none') return noRating('for information')
  if (cell.marks.includes('not_comparable')) return noRating('marked as not comparable with its target')
  if ('none' in target) return noRating(target.none)
  const path = wayOf(target.goal, targets)
  const { polarity, decimals } = series
  return rate({ value: cell.judged.value, target: target.value, polarity, decimals, path }, settings.rating)
}

function remembered<T>(work: (period: Period) => T): (period: Period) => T {
  const done = new Map<Period, T>()
  return period => {
    const before = done.get(period)
    if (before !== undefined) return before
    const result = work(period)
    done.set(period, result)
    return result
  }
}
