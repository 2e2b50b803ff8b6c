/** What an organisation's strategy wants, with the measures under each part, and what documents say in words alone. */
import type { Reader } from '../../register/index.ts'
import { compareText } from '../../shared/compare-text.ts'
import { type Fact, ofKind } from '../../shared/facts.ts'
import { comparePeriods, contains, type Period, toPeriod, yearOf } from '../../shared/period/period.ts'
import { type FrameworkData, frameworkView } from '../framework-data.ts'
import { indicatorRow } from '../indicator-row.ts'
import type { DashboardRow, FrameworkView, Moment, OrganisationView } from '../types.ts'

/** What a document says of a measure in words, without a figure. */
type StatedWords = {
  readonly period: Period
  readonly text: string
  /** Where the year is projected to end, or that the council is an outlier; null: only a comparison. */
  readonly tells: 'outturn' | 'outlier' | null
  /** The title of the document. */
  readonly document: string
}

/** A measure with what is known of it: its figures, judged, and words that stand in the place of figures. */
export type StrategyMeasure = {
  readonly row: DashboardRow
  readonly stated: readonly StatedWords[]
  /** By when the target of the latest value is to be reached, where that is another period than the value's; null elsewhere. */
  readonly targetBy: Period | null
}

export type Objective = {
  readonly slug: string
  readonly type: 'priority' | 'objective'
  readonly text: string
  readonly note: string
  readonly measures: readonly StrategyMeasure[]
  /** The frameworks whose counts stand for it, where it has no measures of its own. */
  readonly fedBy: readonly FrameworkView[]
}

export type StrategyAnswer = {
  readonly organisation: OrganisationView
  readonly framework: FrameworkView
  readonly moment: Moment
  /** In their order; priorities before objectives. */
  readonly objectives: readonly Objective[]
  /** Every measure of the framework, in its order. */
  readonly measures: readonly StrategyMeasure[]
  /** Measures of which a document says something in words, those of the framework first. */
  readonly stated: readonly StrategyMeasure[]
}

/** The strategy of an organisation as known at a moment. */
export async function strategy(reader: Reader, data: FrameworkData): Promise<StrategyAnswer> {
  const { organisation, moment, framework, indicators } = data
  const facts = await reader.current(['priority', 'stated_comparison', 'source'], moment, { owner: organisation.slug })
  const titles = new Map(ofKind(facts, 'source').map(fact => [fact.name, fact.payload.title]))
  const said = Map.groupBy(ofKind(facts, 'stated_comparison'), fact => fact.indicator)
  const measureOf = (slug: string): StrategyMeasure => {
    const row = indicatorRow(slug, data).view
    const stated = (said.get(slug) ?? []).map(fact => wordsOf(fact, titles)).sort(byPeriod)
    return { row, stated, targetBy: targetBy(row, data) }
  }
  const members = data.members.map(member => member.indicator.indicator)
  const order = [...members, ...[...indicators.keys()].filter(slug => !members.includes(slug)).sort(compareText)]
  return {
    organisation,
    framework: frameworkView(framework),
    moment,
    objectives: ofKind(facts, 'priority')
      .sort(inOrder)
      .map(({ name, payload: { type, text, note, indicators: under, fedBy } }) => ({
        slug: name,
        type,
        text,
        note: note ?? '',
        measures: (under ?? []).filter(slug => indicators.has(slug)).map(measureOf),
        fedBy: (fedBy ?? []).flatMap(slug => data.frameworks.find(each => each.slug === slug) ?? []),
      })),
    measures: members.map(measureOf),
    stated: order.filter(slug => said.has(slug)).map(measureOf),
  }
}

/** A framework that rates by forecast holds a value against the last goal of its year. */
function targetBy({ indicator, latest }: DashboardRow, data: FrameworkData): Period | null {
  if (!latest?.target || data.framework.payload.rating !== 'forecast') return null
  const { target } = latest
  const goals = (data.targets.get(indicator.slug) ?? []).filter(
    goal =>
      goal.purpose === 'rated' && Number(goal.value) === target.value && contains(yearOf(latest.period), goal.period),
  )
  const [last] = goals.map(goal => goal.period).sort((a, b) => comparePeriods(b, a))
  return last === undefined || last === latest.period ? null : last
}

function wordsOf(
  { period, payload, from }: Fact<'stated_comparison'>,
  titles: ReadonlyMap<string, string>,
): StatedWords {
  return {
    period: toPeriod(period),
    text: payload.comparison,
    tells: payload.tells ?? null,
    document: titles.get(from.document) ?? from.document,
  }
}

const types: readonly Objective['type'][] = ['priority', 'objective']

function inOrder(a: Fact<'priority'>, b: Fact<'priority'>): number {
  return (
    types.indexOf(a.payload.type) - types.indexOf(b.payload.type) ||
    a.payload.order - b.payload.order ||
    compareText(a.name, b.name)
  )
}

function byPeriod(a: StatedWords, b: StatedWords): number {
  return comparePeriods(a.period, b.period)
}
