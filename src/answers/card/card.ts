import { valueInWords } from '../../judgement/value/value-in-words.ts'
import type { Reader } from '../../register/index.ts'
import type { Fact } from '../../shared/facts.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import { type Period, toPeriod } from '../../shared/period/period.ts'
import { capitalised, isOverAQuarterOld } from '../../shared/words.ts'
import { listedActions } from '../actions/actions.ts'
import { areasBeside, benchmarksOf } from '../areas-beside.ts'
import { dashboard, judgedRows } from '../dashboard/dashboard.ts'
import { forecastView } from '../forecast/forecast.ts'
import { type FrameworkData, frameworkView } from '../framework-data.ts'
import { indicatorRow } from '../indicator-row.ts'
import { NotFound } from '../not-found.ts'
import { promptsFor } from '../prompts/prompts-for.ts'
import { finding } from '../sentences.ts'
import { signalView } from '../signal/signal-view.ts'
import type { ActionView, CardAnswer, CellView, DashboardRow, IndicatorView, Moment, SeriesView } from '../types.ts'
import { nameWithUnit } from '../wording.ts'

/**
 * The report card of a vital sign: its verdict, chart and words, what helps to explain it, and what is done about it.
 * @param slug of the card, or of an indicator of the framework
 * @throws NotFound when neither is known at the moment
 */
export async function card(reader: Reader, data: FrameworkData, slug: string): Promise<CardAnswer> {
  const words =
    data.cards.find(fact => fact.name === slug) ??
    data.cards.find(fact => fact.payload.indicators.includes(slug)) ??
    null
  const own = words?.payload.indicators ?? [slug]
  const board = dashboard(data, judgedRows(data))
  // The first of the card's indicators decides, wherever the framework has it.
  const row = own.flatMap(each => board.rows.find(({ indicator }) => indicator.slug === each) ?? [])[0]
  if (!row)
    throw new NotFound(
      `${data.framework.payload.name} of ${data.organisation.name} has no card or indicator called ${slug} on ${data.moment.asAt}`,
    )
  const { indicator } = row
  const supplementary = words?.payload.supplementary ?? []
  const beside = areasBeside(data, [...new Set([indicator.slug, ...own, ...supplementary])])
  const series = (each: string): SeriesView => {
    const { view } = indicatorRow(each, data)
    const cells = inView(view, board.periods)
    return { indicator: view.indicator, cells, benchmarks: besideOf(view.indicator, cells) }
  }
  const besideOf = ({ slug: each, decimals }: IndicatorView, cells: readonly CellView[]) =>
    benchmarksOf(beside, each, { cells, decimals, asAt: data.moment.asAt })
  const isKnown = (each: string) => data.indicators.has(each) && each !== indicator.slug
  const owner = data.organisation.slug
  const name = words?.name ?? indicator.slug
  const [earlier, facts, prompts] = await Promise.all([
    words ? reader.history(['card'], { owner, names: [name] }) : [],
    reader.current(['action', 'action_update'], data.moment, { owner }),
    promptsFor(reader, data, [indicator.slug]),
  ])
  const shown = inView(row, board.periods)
  return {
    organisation: data.organisation,
    framework: frameworkView(data.framework),
    moment: data.moment,
    slug: name,
    title: words?.payload.title ?? indicator.name,
    row,
    verdict: verdictOf(row),
    signal: signalView(indicator.slug, data),
    prompts: prompts.get(indicator.slug) ?? [],
    forecast: forecastView(indicator.slug, data),
    chart: shown,
    benchmarks: besideOf(indicator, shown),
    finding: findingOf(row, board.periods),
    subtitle: subtitleOf(row, shown, data),
    words: words ? wordsOf(words, data.moment.asAt) : null,
    lead: words?.payload.lead || indicator.lead,
    dataOwner: words?.payload.dataOwner || indicator.dataOwner,
    others: own.filter(isKnown).map(series),
    supplementary: supplementary.filter(isKnown).map(series),
    ambitions: ambitionsOf(indicator.slug, data),
    actions: actionsOf(facts, own, data.moment.asAt),
    earlier: words ? earlierDays(words, earlier, data.moment) : [],
  }
}

/** The days on which earlier words of a card were known, latest first. */
export function earlierDays(words: Fact<'card'>, history: readonly Fact<'card'>[], moment: Moment): string[] {
  const { recordedBefore } = moment
  const days = history
    .filter(
      ({ name, recordedAt }) => name === words.name && (recordedBefore === undefined || recordedAt < recordedBefore),
    )
    .map(fact => fact.knownOn)
  return [...new Set(days)]
    .filter(day => day < words.knownOn)
    .sort()
    .reverse()
}

/**
 * What an indicator did in the dashboard's months, in one sentence: the same wherever it is said.
 * @param periods the dashboard's columns
 */
export function findingOf(row: DashboardRow, periods: readonly Period[]): string {
  return finding(inView(row, periods), row.indicator.unit)
}

/** The cells of the dashboard's own months, or all where the indicator has none of those. */
function inView(row: DashboardRow, periods: readonly Period[]): CellView[] {
  const cells = row.history.filter(cell => periods.includes(cell.period))
  return cells.length > 0 ? cells : [...row.history]
}

function wordsOf(fact: Fact<'card'>, asAt: string): NonNullable<CardAnswer['words']> {
  const { why, explains, success, action, linked } = fact.payload
  return { why, explains, success, action, linked, knownOn: fact.knownOn, isOld: isOverAQuarterOld(fact.knownOn, asAt) }
}

/** What the latest value of an indicator comes to: "Red: 8.0 % above target", and the sentence below it. */
export function verdictOf(row: DashboardRow): CardAnswer['verdict'] {
  const { latest, indicator } = row
  if (!latest) return { rating: null, title: 'No value yet', detail: 'Nothing has been recorded for this indicator.' }
  const value = `${valueInWords(String(latest.shown), indicator.unit)} in ${periodInWords(latest.period)}`
  const against = latest.target ? `, target ${valueInWords(latest.target.shown, indicator.unit)}` : ''
  const worse = row.reasons.find(reason => reason.rule === 'deteriorating')
  const detail = [`${value}${against}.`, ...(worse ? [`${capitalised(worse.detail)}.`] : [])].join(' ')
  const title = latest.rating ? `${latest.rating}: ${latest.ratingReason}` : `Not rated: ${latest.ratingReason}`
  return { rating: latest.rating, title, detail }
}

/** What a chart shows: the measure in its unit, where, and from when to when. */
export function subtitleOf(row: DashboardRow, cells: readonly CellView[], data: FrameworkData): string {
  const first = cells[0]
  const last = cells.at(-1)
  const span =
    first && last && first !== last ? `, ${periodInWords(first.period)} to ${periodInWords(last.period)}` : ''
  return `${nameWithUnit(row.indicator)}, ${data.areaName}${span}`
}

/** What is aimed at beyond the targets: shown, never rated. */
export function ambitionsOf(slug: string, data: FrameworkData): CardAnswer['ambitions'] {
  return data.targetFacts
    .filter(fact => fact.indicator === slug && fact.payload.purpose === 'ambition' && fact.payload.value !== null)
    .map(fact => ({
      period: toPeriod(fact.period),
      shown: String(fact.payload.value),
      note: fact.payload.note,
    }))
}

function actionsOf(
  facts: readonly (Fact<'action'> | Fact<'action_update'>)[],
  indicators: readonly string[],
  asAt: string,
): ActionView[] {
  return listedActions(facts, asAt)
    .filter(action => action.indicators.some(each => indicators.includes(each)))
    .map(({ listedOn: _, indicators: __, note: ___, updates, ...action }) => ({
      ...action,
      updates: updates.map(({ date, text }) => ({ date, text })),
    }))
}
