import { directionOfTravel, type Travel } from '../judgement/direction/direction-of-travel.ts'
import { exceptionReasons } from '../judgement/exceptions/exception-reasons.ts'
import { type TargetAt, targetFor } from '../judgement/profile/target-for.ts'
import { forecastOfYear } from '../judgement/projection/rate-by-forecast.ts'
import { noRating, rate, type Verdict } from '../judgement/rating/rate.ts'
import { isAnnualOrRarer, type Point, type Series } from '../judgement/series.ts'
import { decimalsShown } from '../judgement/value/decimals-shown.ts'
import { type JudgedValue, judgedValue } from '../judgement/value/judged-value.ts'
import type { Frequency, Mark } from '../shared/codes.ts'
import { versionIn } from '../shared/definition-version.ts'
import type { Fact } from '../shared/facts.ts'
import {
  comparePeriods,
  type Period,
  type PeriodType,
  toPeriod,
  typeOf,
  yearBefore,
  yearOf,
} from '../shared/period/period.ts'
import { decimalsOf, roundedText } from '../shared/rounding.ts'
import type { FrameworkData } from './framework-data.ts'
import { reasonInWords, travelSentence, unitLabel } from './sentences.ts'
import { type Settings, settingsOf } from './settings.ts'
import type { CellView, DashboardRow, IndicatorView, TargetView, TravelView } from './types.ts'

/** An indicator with everything judged: what every question about it is answered from. */
export type IndicatorRow = {
  readonly view: DashboardRow
  readonly series: Series
  readonly verdictAt: (period: Period) => Verdict
  readonly cellAt: (period: Period) => CellView | null
  readonly settings: Settings
}

const typeOfFrequency: Record<Frequency, PeriodType> = {
  monthly: 'month',
  quarterly: 'quarter',
  annual: 'year',
  every_two_years: 'year',
}

type Cell = { readonly fact: Fact<'observation'>; readonly judged: JudgedValue | null; readonly marks: readonly Mark[] }

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
  const cells = new Map(observations.map(fact => [toPeriod(fact.period), cellOf(fact, decimals, data)]))
  const type = typeOfFrequency[indicator.frequency]
  const series = seriesOf(cells, type, decimals, indicator)
  const targets = data.targets.get(slug) ?? []
  const targetAt = remembered((period: Period) => targetFor(targetPeriod(period, data), targets, series))
  const verdictAt = remembered((period: Period) => verdictOf(period, { series, targetAt, cells, data, settings }))
  const viewAt = remembered((period: Period) => {
    const cell = cells.get(period)
    return cell ? cellView(period, cell, targetAt(period), verdictAt(period), decimals, data.moment.asAt) : null
  })
  const history = series.points.flatMap(point => viewAt(point.period) ?? [])
  const latest = history.findLast(cell => cell.value !== null) ?? null
  const latestTarget = latest?.target?.value
  const shownAt = (period: string) => viewAt(toPeriod(period))?.shown ?? null
  const sentence = (travel: Travel): TravelView => ({
    direction: travel.direction,
    comparedWith: travel.comparedWith,
    reason: travel.reason,
    sentence: travelSentence(travel, indicator.unit, shownAt),
  })
  const membership = data.members.find(member => member.indicator.indicator === slug)?.membership
  const links = data.links
    .filter(link => link.indicator === slug)
    .map(({ payload }) => {
      const name = data.names.get(`${payload.rule === 'budget' ? 'budget_line' : 'risk'} ${payload.to}`)
      return { rule: payload.rule, to: name ?? payload.to, reason: payload.reason }
    })
  const view: DashboardRow = {
    indicator: {
      slug,
      name: indicator.name,
      shortName: indicator.shortName || indicator.name,
      polarity: indicator.polarity,
      unit: indicator.unit,
      unitNote: indicator.unitNote,
      unitLabel: unitLabel(indicator),
      decimals,
      kind: indicator.kind,
      frequency: indicator.frequency,
      lead: indicator.lead,
      dataOwner: indicator.dataOwner,
      section: membership?.payload.section ?? '',
      reference: membership?.payload.reference ?? '',
    } satisfies IndicatorView,
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
        links,
        target: latest?.target?.shown,
        shown: period => shownAt(period) ?? '–',
      },
      settings.exceptions,
    ),
  }
  return { view, series, verdictAt, cellAt: viewAt, settings }
}

/** Of the observations known, those under the definition that holds in their period, in order of time. */
function observationsThatHold(slug: string, data: FrameworkData): Fact<'observation'>[] {
  const all = data.observations.get(slug) ?? []
  const definitions = (data.definitions.get(slug) ?? []).map(fact => ({
    version: fact.version,
    from: fact.payload.from,
  }))
  const chosen = new Map<string, Fact<'observation'>>()
  for (const fact of all) {
    const holding = versionIn(toPeriod(fact.period), definitions)
    const before = chosen.get(fact.period)
    if (!before || fact.version === holding) chosen.set(fact.period, fact)
  }
  return [...chosen.values()].sort((a, b) => comparePeriods(toPeriod(a.period), toPeriod(b.period)))
}

function cellOf(fact: Fact<'observation'>, decimals: number, data: FrameworkData): Cell {
  const indicator = data.indicators.get(fact.indicator)?.payload
  const { value, numerator, denominator, marks } = fact.payload
  const judged = indicator
    ? judgedValue(
        { published: value, numerator, denominator },
        { unit: indicator.unit, counts: indicator.counts, decimals },
      )
    : null
  const breaks = (data.definitions.get(fact.indicator) ?? []).some(
    definition => definition.payload.breaks && definition.payload.from === fact.period,
  )
  return { fact, judged, marks: breaks && !marks.includes('break') ? [...marks, 'break'] : marks }
}

function seriesOf(
  cells: ReadonlyMap<Period, Cell>,
  type: PeriodType,
  decimals: number,
  { polarity, unit, kind, frequency }: Fact<'indicator'>['payload'],
): Series {
  const points = [...cells].filter(([period]) => typeOf(period) === type).map(pointOf)
  return { polarity, unit, kind, frequency, decimals, points }
}

function pointOf([period, cell]: [Period, Cell]): Point {
  return { period, value: cell.judged?.value ?? null, marks: cell.marks }
}

/** The framework's baseline year, where this indicator has a value for it and a later one to compare. */
function baselineOf(cells: ReadonlyMap<Period, Cell>, data: FrameworkData): Period | undefined {
  const { baselinePeriod } = data.framework.payload
  if (baselinePeriod === '') return undefined
  const period = toPeriod(baselinePeriod)
  const isLater = ([each, cell]: [Period, Cell]) => cell.judged !== null && comparePeriods(each, period) > 0
  return cells.get(period)?.judged && [...cells].some(isLater) ? period : undefined
}

/** A quarterly series may be compared with the year of its framework's baseline, which is no point of its own. */
function withBaseline(series: Series, cells: ReadonlyMap<Period, Cell>, data: FrameworkData): Series {
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
  readonly targetAt: (period: Period) => TargetAt | { readonly none: string }
  readonly cells: ReadonlyMap<Period, Cell>
  readonly data: FrameworkData
  readonly settings: Settings
}

function verdictOf(period: Period, { series, targetAt, cells, data, settings }: Judging): Verdict {
  const cell = cells.get(period)
  if (!cell?.judged) return noRating('no value')
  const target = targetAt(period)
  if (data.framework.payload.rating === 'forecast') {
    const soFar = { ...series, points: series.points.filter(point => comparePeriods(point.period, period) <= 0) }
    return forecastOfYear({
      series: soFar,
      year: yearOf(period),
      target: 'none' in target ? undefined : target.value,
      numeratorAt: at => numberOf(cells.get(at)?.fact.payload.numerator ?? null),
      settings: settings.forecast,
    }).verdict
  }
  if (series.polarity === 'none') return noRating('for information')
  if (cell.marks.includes('not_comparable')) return noRating('marked as not comparable with its target')
  if ('none' in target) return noRating(target.none)
  const { goal } = target
  const path =
    goal.profile === 'line' && goal.baselineValue !== null
      ? { from: Number(goal.baselineValue), goal: Number(goal.value) }
      : undefined
  const { polarity, decimals } = series
  return rate({ value: cell.judged.value, target: target.value, polarity, decimals, path }, settings.rating)
}

function cellView(
  period: Period,
  { fact, judged, marks }: Cell,
  target: TargetAt | { none: string },
  verdict: Verdict,
  decimals: number,
  asAt: string,
): CellView {
  const { numerator, denominator, reason, until, note } = fact.payload
  return {
    period,
    value: judged?.value ?? null,
    shown: judged?.shown ?? null,
    numerator: numberOf(numerator),
    denominator: numberOf(denominator),
    reason: judged ? null : reason,
    reasonInWords: judged ? '' : reasonInWords(reason, until, asAt),
    marks,
    note,
    target: 'none' in target ? null : targetView(target, decimals),
    targetReason: 'none' in target ? target.none : '',
    rating: verdict.rating,
    variance: verdict.variance,
    ratingReason: verdict.reason,
    knownOn: fact.knownOn,
    from: fact.from,
  }
}

function targetView(target: TargetAt, decimals: number): TargetView {
  const { value, how, derived, assigned, goal } = target
  // A stated target is shown as it was printed, a derived one at the indicator's decimals.
  const shown = derived ? roundedText(value, decimals) : roundedText(value, Math.max(decimals, decimalsOf(goal.value)))
  return { value, shown, how, derived, assigned }
}

function numberOf(text: string | null): number | null {
  return text === null ? null : Number(text)
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
