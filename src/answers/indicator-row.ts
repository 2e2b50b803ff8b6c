import { directionOfTravel, type Travel } from '../judgement/direction/direction-of-travel.ts'
import { exceptionReasons } from '../judgement/exceptions/exception-reasons.ts'
import { wayOf } from '../judgement/path/way-of.ts'
import { type Target, type TargetAt, targetFor } from '../judgement/profile/target-for.ts'
import type { Projection } from '../judgement/projection/project-year-end.ts'
import { forecastOfYear } from '../judgement/projection/rate-by-forecast.ts'
import { noRating, rate, type Verdict } from '../judgement/rating/rate.ts'
import { isAnnualOrRarer, type Series } from '../judgement/series.ts'
import { decimalsShown } from '../judgement/value/decimals-shown.ts'
import {
  comparePeriods,
  contains,
  type Period,
  samePeriodIn,
  toPeriod,
  yearBefore,
  yearOf,
} from '../shared/period/period.ts'
import { remembered } from '../shared/remembered.ts'
import { cellView } from './cell-view.ts'
import type { FrameworkData } from './framework-data.ts'
import { type Cells, cellsOf, observationsThatHold, seriesOf } from './indicator-cells.ts'
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
  /** Where the year will end by what is known up to a period (rule 4); null where nothing of its year is. */
  readonly yearEndAt: (period: Period) => Projection | null
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
  const targetAt = remembered((period: Period) => targetFor(targetPeriod(period, targets, data), targets, series))
  const judging: Judging = { series, targets, targetAt, cells, data, settings }
  const verdictAt = remembered((period: Period) => verdictOf(period, judging))
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
      directionOfTravel(series, { baseline: baselineOf(latest?.period ?? null, data), target: latestTarget }),
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
  const yearEndAt = (period: Period) => yearEnd(period, judging).projection
  return { view, series, verdictAt, cellAt, viewAt, yearEndAt, settings }
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

/** The same month, quarter or year of the framework's baseline year; undefined for what lies in that year or before. */
function baselineOf(latest: Period | null, data: FrameworkData): Period | undefined {
  const { baselinePeriod } = data.framework.payload
  if (baselinePeriod === '' || latest === null) return undefined
  const year = toPeriod(baselinePeriod)
  return comparePeriods(yearOf(latest), year) > 0 ? samePeriodIn(year, latest) : undefined
}

function travelOnAYear(series: Series, latest: CellView | null, target: number | undefined): Travel {
  if (!latest || isAnnualOrRarer(series.frequency)) return directionOfTravel(series, { target })
  const before = yearBefore(latest.period)
  const travel = directionOfTravel(series, { at: latest.period, baseline: before, target })
  return { ...travel, comparedWith: travel.comparedWith.replace('the baseline, ', '') }
}

/**
 * Frameworks that rate by forecast hold their targets by year. Where none is set for the year itself, its last goal stands for it:
 * what was promised for November is what the year is to come to.
 */
function targetPeriod(period: Period, targets: readonly Target[], data: FrameworkData): Period {
  if (data.framework.payload.rating !== 'forecast') return period
  const year = yearOf(period)
  const goals = targets.filter(target => target.purpose === 'rated' && contains(year, target.period))
  const ofYear = goals.some(goal => goal.period === year)
  const [last] = goals.map(goal => goal.period).sort((a, b) => comparePeriods(b, a))
  return ofYear ? year : (last ?? year)
}

type Judging = {
  readonly series: Series
  readonly targets: readonly Target[]
  readonly targetAt: (period: Period) => TargetAt | { readonly none: string }
  readonly cells: Cells
  readonly data: FrameworkData
  readonly settings: Settings
}

/** The year's end as projected from what is known up to a period, and how it is rated against the year's target. */
function yearEnd(period: Period, { series, targetAt, cells, settings }: Judging): ReturnType<typeof forecastOfYear> {
  const target = targetAt(period)
  return forecastOfYear({
    series: { ...series, points: series.points.filter(point => comparePeriods(point.period, period) <= 0) },
    year: yearOf(period),
    target: 'none' in target ? undefined : target.value,
    numeratorAt: at => {
      const numerator = cells.get(at)?.fact.payload.numerator ?? null
      return numerator === null ? null : Number(numerator)
    },
    settings: settings.forecast,
  })
}

function verdictOf(period: Period, judging: Judging): Verdict {
  const { series, targets, targetAt, cells, data, settings } = judging
  const cell = cells.get(period)
  if (!cell?.judged) return noRating('no value')
  const target = targetAt(period)
  if (data.framework.payload.rating === 'forecast') return yearEnd(period, judging).verdict
  if (series.polarity === 'none') return noRating('for information')
  if (cell.marks.includes('not_comparable')) return noRating('marked as not comparable with its target')
  if ('none' in target) return noRating(target.none)
  const path = wayOf(target.goal, targets)
  const { polarity, decimals } = series
  return rate({ value: cell.judged.value, target: target.value, polarity, decimals, path }, settings.rating)
}
