/** A path with what it means: in people, beside the forecast, and beside what councils ever did. */

import { type DaysCounted, daysCounted } from '../../judgement/path/days.ts'
import { type Pace, paceAmong } from '../../judgement/path/pace.ts'
import { proposePath } from '../../judgement/path/propose-path.ts'
import { asDecimal, targetsOfPath } from '../../judgement/path/targets-of-path.ts'
import { volumesAt } from '../../judgement/path/volumes.ts'
import { whyImpossiblePath } from '../../judgement/path/why-impossible-path.ts'
import { type Target, targetFor } from '../../judgement/profile/target-for.ts'
import { adverseDistance } from '../../judgement/rating/rate.ts'
import { restartsInApril, type Series } from '../../judgement/series.ts'

import { valueInWords } from '../../judgement/value/value-in-words.ts'
import type { Profile } from '../../shared/codes.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import { comparePeriods, monthsBetween, type Period, shiftMonths, typeOf, yearOf } from '../../shared/period/period.ts'
import { whyImpossible } from '../../shared/possible-target.ts'
import { type DecimalText, roundedText } from '../../shared/rounding.ts'
import { grouped, listed } from '../../shared/words.ts'
import type { YearValue } from '../../shared/year-values.ts'
import { forecastView } from '../forecast/forecast.ts'
import type { FrameworkData } from '../framework-data.ts'
import { type IndicatorRow, indicatorRow } from '../indicator-row.ts'
import { partsOf, pathCells } from './chart-cells.ts'
import { placesSentences, placesShown } from './days.ts'
import { goalOfGroup, type National, pacingOf, peopleOf } from './national.ts'
import { type OutOf, outOfIn, type PeopleKnown } from './population.ts'
import { bandSentence, forecastSentences, meaningSentences, paceInWords, reachedIn } from './sentences.ts'
import type { AskedPath, PathView, PathYear, PeopleView } from './types.ts'

/** What a path is drawn and judged in. */
export type Setting = {
  readonly slug: string
  readonly data: FrameworkData
  /** National figures, or why there are none. */
  readonly national: National | string
  readonly populations: ReadonlyMap<string, PeopleKnown>
}

/** The most years that a path may have. */
const furthest = 12

/**
 * A path as it is asked for, or in a sentence why it cannot be drawn.
 * @param stated the targets as they were printed, for a path that is kept; null: they are worked out
 */
export function pathView(
  asked: AskedPath,
  setting: Setting,
  stated: { readonly targets: readonly YearValue[]; readonly baseline: number | null; readonly basis: string } | null,
): PathView | string {
  const { slug, data, national } = setting
  const row = indicatorRow(slug, data)
  const { series } = row
  const { decimals } = series
  const profile = profileFor(asked, series)
  const start = baselineOf(asked.from, row, setting, stated?.baseline ?? null)
  if (typeof start === 'string') return start
  const by = asked.by ?? shiftMonths(yearOf(start.period), 36)
  const found = goalOf({ ...asked, by }, national, stated?.basis ?? null, decimals)
  if (typeof found === 'string') return found
  const years = yearsOf(start.period, asked, by)
  const drawn = proposePath({ ...asked, baseline: start, goal: found.goal, by }, years, decimals)
  if (!drawn)
    return found.goal === null
      ? 'Say the goal of the line'
      : 'The goal must be in a year after the one in which the path starts'
  const printed = new Map(stated?.targets.map(each => [each.period, each.value]))
  const kept = drawn.flatMap(({ period, value, shown }) => {
    const said = printed.get(period)
    if (stated) return [{ period, target: said === undefined ? null : { value: Number(said), shown: String(said) } }]
    return [{ period, target: value === null ? null : { value, shown: String(shown) } }]
  })
  if (kept.every(({ target }) => target === null)) return 'Give a target for at least one year'
  const impossible = whyImpossibleHere(kept, { start, goal: found.goal }, setting)
  if (impossible && !stated) return impossible
  const outOf = outOfIn(
    { ...asked, slug, unit: series.unit, baseline: start },
    data,
    peopleOf(setting.populations, asked.population, row.view.indicator),
  )
  const counted = data.indicators.get(slug)?.payload
  const days = counted ? daysCounted(counted) : null
  const peopleAt = (rate: number, period: Period): PeopleView | null => {
    const volumes = peopleView(rate, outOf(period), outOf(start.period), { asked, row, start })
    return volumes && { ...volumes, placesShown: days && placesShown(volumes.count, period, days, series) }
  }
  const full: PathYear[] = kept.map(({ period, target }) => ({
    period,
    target,
    people: target && peopleAt(target.value, period),
    present: presentTarget(period, row, setting),
  }))
  const last = full.findLast(({ target }) => target !== null)
  const noPeople = outOf(start.period)
  const steps = stepsOf({ ...asked, profile }, full, { start, goal: found.goal, by })
  const pace = paceOf(start, reachedIn(full), setting, row)
  const parts = partsOf(steps, full, row)
  const impossiblePart = stated
    ? null
    : impossibleIn(
        parts.map(({ shown }) => Number(shown)),
        setting,
      )
  if (impossiblePart) return `Spread over its months the path cannot be met: ${impossiblePart}`
  const view: Omit<PathView, 'meaning' | 'forecast' | 'band' | 'paceSentence'> = {
    shape: asked.shape,
    profile,
    baseline: start,
    goal:
      found.goal === null || asked.shape === 'points'
        ? null
        : {
            period: asked.shape === 'hold' && last ? last.period : by,
            value: found.goal,
            shown: shownOf(found.goal, decimals),
          },
    basis: found.basis,
    years: full,
    peopleNow: peopleAt(start.value, start.period),
    noPeople: typeof noPeople === 'string' ? noPeople : '',
    countsOf: countsOf(days),
    pace,
    parts,
    cells: pathCells(steps, full, setting),
    warnings: [
      ...(impossible ? [`It cannot be agreed as it stands. ${impossible}`] : []),
      ...warningsOf(full, start, row),
      ...replacedBy(full),
    ],
  }
  return {
    ...view,
    meaning: [
      ...meaningSentences(view, {
        counted: labelOf(days, counted?.numeratorLabel ?? ''),
        outOf: counted?.denominatorLabel || 'people',
        rule: asked.volumeRule,
        number: numberOf(row),
      }),
      ...(days && asked.volumeRule === 'same_total' ? daysInPlaces(view, days, series) : []),
    ],
    forecast: forecastSentences(view, forecastView(slug, data)),
    band: bandSentence(view, row.view.indicator, row.settings.rating.greenBand),
    paceSentence: paceInWords(pace, view, row.view.indicator, council => councilName(national, council)),
  }
}

function councilName(national: National | string, council: string): string {
  return typeof national === 'string' ? council : (national.data.areas.get(council)?.payload.name ?? council)
}

/** Why the path cannot be met as it stands, in a sentence; null where it can. */
function whyImpossibleHere(
  years: readonly Pick<PathYear, 'period' | 'target'>[],
  { start, goal }: { readonly start: Start; readonly goal: number | null },
  { slug, data }: Setting,
): string | null {
  const indicator = data.indicators.get(slug)?.payload
  const targets = years.flatMap(({ period, target }) =>
    target ? [{ period, value: target.shown as DecimalText }] : [],
  )
  const band = indicatorRow(slug, data).settings.rating.greenBand
  return indicator ? whyImpossiblePath({ from: start.value, goal, targets }, indicator, band) : null
}

/** The first of these that no figure of the indicator can be, in a sentence; null where there is none. */
function impossibleIn(values: readonly number[], { slug, data }: Setting): string | null {
  const indicator = data.indicators.get(slug)?.payload
  if (!indicator) return null
  const told = values.map(value => whyImpossible(value, indicator))
  return told.find(each => each !== null) ?? null
}

/** What one of a number is, and for how long it is counted; null where the figure is no number. */
function numberOf({ view }: IndicatorRow): string | null {
  const { unit, unitNote, kind, frequency } = view.indicator
  if (unit !== 'count') return null
  const noun = frequency === 'monthly' ? 'month' : 'quarter'
  const isOfYears = frequency === 'annual' || frequency === 'every_two_years'
  return `${unitNote || 'the number'}${kind === 'in_period' && !isOfYears ? ` a ${noun}` : ''}`
}

/**
 * Where counting begins anew each April no line leads from one March to the next: each year spreads by earlier years' shares. What
 * is held is the same in every month.
 */
function profileFor({ shape, profile }: AskedPath, series: Series): Profile {
  if (profile !== 'line') return profile
  if (restartsInApril(series)) return 'seasonal'
  return shape === 'hold' ? 'flat' : 'line'
}

type Start = PathView['baseline']

/** Whether a path may start from the figure of a period: where counting begins anew each April only a full year's may. */
export function mayStart(period: Period, series: Series): boolean {
  return !restartsInApril(series) || isFullYear(period)
}

/** Whether with a period its financial year is over. */
export function isFullYear(period: Period): boolean {
  return typeOf(period) === 'year' || monthsBetween(period, yearOf(period)) === 0
}

function baselineOf(
  asked: Period | null,
  row: IndicatorRow,
  { data, slug }: Setting,
  stated: number | null,
): Start | string {
  const { decimals } = row.series
  const all = row.view.history.filter(cell => cell.value !== null && mayStart(cell.period, row.series))
  const cell =
    asked === null
      ? (all.findLast(each => typeOf(each.period) === 'year') ?? all.at(-1))
      : all.find(each => each.period === asked)
  // As it is shown, so that a reader can follow the line with a pencil.
  if (stated === null && cell && cell.value !== null) {
    const shown = cell.shown ?? shownOf(cell.value, decimals)
    return { period: cell.period, value: Number(shown), shown }
  }
  if (stated !== null && asked !== null) return { period: asked, value: stated, shown: shownOf(stated, decimals) }
  const name = data.indicators.get(slug)?.payload.name ?? slug
  if (asked !== null && !mayStart(asked, row.series))
    return `${name} counts anew each April, so a path can only start from a full year, not from ${periodInWords(asked)}`
  return asked === null
    ? `${name} has no figure yet from which a path could start`
    : `There is no figure of ${periodInWords(asked)} from which a path could start`
}

function goalOf(
  { shape, goal, group, by }: AskedPath & { readonly by: Period },
  national: National | string,
  stated: string | null,
  decimals: number,
): { readonly goal: number | null; readonly basis: string } | string {
  const own = goal === null ? null : Number(goal)
  if (shape !== 'group_average' && shape !== 'top_quartile') return { goal: own, basis: '' }
  if (stated !== null) return { goal: own, basis: stated }
  if (typeof national === 'string') return `There is no figure of a group to aim at: ${national}`
  const found = goalOfGroup(national, shape, group, by)
  return typeof found === 'string'
    ? `There is no figure to aim at: ${found}`
    : { goal: Number(roundedText(found.value, decimals)), basis: found.basis }
}

/** The financial years of a path: after its start, to its goal or as far as it is asked to go. */
function yearsOf(start: Period, { shape, own, until }: AskedPath, by: Period): Period[] {
  const first = isFullYear(start) ? 1 : 0
  const lastOwn = own.at(-1)?.period
  const last = shape === 'points' ? (until ?? lastOwn ?? by) : (until ?? by)
  // A line goes on to its goal, wherever it is asked to end.
  const isShort = shape !== 'points' && shape !== 'hold' && comparePeriods(last, by) < 0
  const wanted = isShort ? by : last
  const all = Array.from({ length: furthest }, (_, at) => shiftMonths(yearOf(start), (at + first) * 12))
  return all.filter(year => comparePeriods(year, wanted) <= 0)
}

function peopleView(
  rate: number,
  now: OutOf | string,
  base: OutOf | string,
  { asked, row, start }: { asked: AskedPath; row: IndicatorRow; start: Start },
): Omit<PeopleView, 'placesShown'> | null {
  if (typeof now === 'string' || typeof base === 'string') return null
  const held = asked.volumeRule === 'same_count' ? base : now
  const volumes = volumesAt(rate, row.series.unit, { rate: start.value, outOf: held.outOf }, asked.volumeRule)
  if (!volumes) return null
  const whole = (value: number) => grouped(roundedText(value, 0))
  return {
    ...volumes,
    countShown: whole(volumes.count),
    outOfShown: whole(volumes.outOf),
    said: now.said,
    source: now.source,
  }
}

/** What the counts of a path are of. */
function countsOf(days: DaysCounted | null): PathView['countsOf'] {
  if (!days) return { counts: 'People', places: null }
  const places = days.places === 'beds' ? 'Beds' : 'People at a time'
  return days.over === 'each_day' ? { counts: 'Beds', places: null } : { counts: 'Days', places }
}

/** What is counted, as a sentence says it. */
function labelOf(days: DaysCounted | null, numeratorLabel: string): string {
  if (days?.over === 'each_day') return `${days.places === 'beds' ? 'beds taken' : 'people'} on an average day`
  return numeratorLabel || (days ? 'days' : 'people counted')
}

/** What the days of a path come to at a time: those of a number are the number itself. */
function daysInPlaces(
  { baseline, peopleNow, years }: Pick<PathView, 'baseline' | 'peopleNow' | 'years'>,
  days: DaysCounted,
  series: Series,
): string[] {
  const isNumber = series.unit === 'count'
  if (isNumber && typeof days.over !== 'string')
    return [
      `How many ${days.places === 'beds' ? 'beds' : 'people at a time'} that is cannot be told: ${days.over.unknown}.`,
    ]
  const last = years.findLast(({ target, people }) => target !== null && (isNumber || people !== null))
  const now = isNumber ? baseline.value : peopleNow?.count
  const then = isNumber ? last?.target?.value : last?.people?.count
  if (!last || now === undefined || then === undefined) return []
  return placesSentences({ period: baseline.period, days: now }, { period: last.period, days: then }, days, series)
}

type Leading = { readonly start: Start; readonly goal: number | null; readonly by: Period }

/** The targets that the path would come to, as ratings would read them. */
function stepsOf(asked: AskedPath, years: readonly PathYear[], { start, goal, by }: Leading): Target[] {
  return targetsOfPath({
    shape: asked.shape,
    baselinePeriod: start.period,
    baselineValue: asDecimal(start.value),
    goal: goal === null ? null : asDecimal(goal),
    goalBy: by,
    targets: years.flatMap(({ period, target }) => (target ? [{ period, value: asDecimal(target.value) }] : [])),
    profile: asked.profile,
  }).map(step => ({ ...step, purpose: 'rated', assigned: [], knownOn: '' }))
}

function paceOf(start: Start, last: PathYear | undefined, { national }: Setting, row: IndicatorRow): Pace {
  if (!last?.target) return { kind: 'unknown', because: 'the path has no target' }
  const { polarity } = row.series
  const rise = last.target.value - start.value
  const direction = polarity === 'smaller' || (polarity === 'on_target' && rise < 0) ? -1 : 1
  if (rise * direction <= 0) return { kind: 'unknown', because: 'the path asks for no improvement' }
  if (typeof national === 'string') return { kind: 'unknown', because: national }
  const years = Math.max(1, Math.round(monthsBetween(start.period, last.period) / 12))
  const { councils, spans } = pacingOf(national)
  return paceAmong({ by: Math.abs(rise), years, direction }, councils, spans)
}

function warningsOf(years: readonly PathYear[], start: Start, { series, view }: IndicatorRow): string[] {
  const { polarity } = series
  if (polarity === 'none') return ['This indicator is for information: no target of it is rated']
  if (polarity === 'on_target') return []
  const worse = years.filter(({ target }) => target && adverseDistance[polarity](target.value, start.value) > 0)
  const [first] = worse
  if (!first?.target) return []
  const { unit } = view.indicator
  return [
    `The target of ${periodInWords(first.period)}, ${valueInWords(first.target.shown, unit)}, is worse than ${valueInWords(start.shown, unit)} in ${periodInWords(start.period)}, where ${polarity === 'bigger' ? 'a higher' : 'a lower'} figure is better`,
  ]
}

/** The target by which a year is rated today, as it is shown; null where it has none. */
function presentTarget(period: Period, { series }: IndicatorRow, { slug, data }: Setting): string | null {
  const found = targetFor(period, data.targets.get(slug) ?? [], series)
  return 'none' in found ? null : shownOf(found.value, series.decimals)
}

/** Which targets of today a path would replace, once it is agreed. */
function replacedBy(years: readonly PathYear[]): string[] {
  const replaced = years.flatMap(({ period, target, present }) =>
    present !== null && target && Number(present) !== Number(target.shown) ? [`${present} (${period})`] : [],
  )
  return replaced.length === 0 ? [] : [`Once it is agreed it replaces ${listed(replaced)}`]
}

function shownOf(value: number, decimals: number): string {
  return roundedText(value, decimals)
}
