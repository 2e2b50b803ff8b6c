import type { Reader } from '../../register/index.ts'
import type { Audience } from '../../shared/audience.ts'
import { ofKind } from '../../shared/facts.ts'
import { type ActionPlan, actionPlan } from '../actions/action-plan.ts'
import { type ActionsAnswer, actions } from '../actions/actions.ts'
import { card } from '../card/card.ts'
import { forecastView } from '../forecast/forecast.ts'
import type { ForecastView } from '../forecast/types.ts'
import { type FrameworkData, loadFramework } from '../framework-data.ts'
import { type LinesAnswer, lines } from '../lines/lines.ts'
import { type MeetingAnswer, meeting } from '../meeting/meeting.ts'
import { NotFound } from '../not-found.ts'
import { type Observation, type ObservationKeys, observationKey } from '../observations.ts'
import { overviewOf } from '../overview/overview.ts'
import { everKnown, paperComparison } from '../paper-comparison/paper-comparison.ts'
import type { ComparisonWish, PaperComparison } from '../paper-comparison/types.ts'
import { type PathsAnswer, paths } from '../paths/paths.ts'
import { round } from '../round/round.ts'
import type { RoundAnswer } from '../round/types.ts'
import { settingsOf } from '../settings.ts'
import { signalView } from '../signal/signal-view.ts'
import type { SignalView } from '../signal/types.ts'
import { type StatutoryAnswer, statutory } from '../statutory/statutory.ts'
import { strategy } from '../strategy/strategy.ts'
import type { StrategyAnswer } from '../strategy/types.ts'
import { type SheetsAnswer, targetSheets } from '../targets/sheets.ts'
import type { CardAnswer, Moment, OverviewAnswer } from '../types.ts'

/** Everything that the paper of a meeting says, as known on its day. */
export type ReportAnswer = {
  readonly moment: Moment
  /** For whom it is: small numbers are hidden from members and the public. */
  readonly audience: Audience
  readonly suppression: SuppressionAnswer
  readonly areaName: string
  readonly meeting: MeetingAnswer
  readonly overview: OverviewAnswer
  /** Of every exception, once each, in the order of the exceptions. */
  readonly cards: readonly CardAnswer[]
  /** Every card of the framework that says what it is linked with. */
  readonly linked: readonly CardAnswer[]
  /** Of every indicator of the framework, by its slug: what signal says, and where its year will end. */
  readonly beside: ReadonlyMap<string, { readonly signal: SignalView; readonly forecast: ForecastView }>
  readonly criteria: { readonly offTargetFrom: number; readonly movesNeeded: number }
  readonly actions: ActionsAnswer
  readonly actionPlan: ActionPlan
  /** Strategic priorities and objectives with their measures, and what is said of measures in words alone. */
  readonly strategy: StrategyAnswer
  /** One for each wish of the template. */
  readonly comparisons: readonly PaperComparison[]
  /** Null where the framework was not known on the day. */
  readonly statutory: StatutoryAnswer | null
  readonly paths: readonly PathsAnswer[]
  /** The work in the round; null where no framework says which stage of it it measures. */
  readonly round: RoundAnswer | null
  /** Every measure of the frameworks that are asked for; null where none is, or nothing is told in the round. */
  readonly lines: LinesAnswer | null
  /** Of each framework whose targets are printed, where sheets of them are asked for. */
  readonly sheets: readonly SheetsAnswer[]
  readonly budgetLines: readonly BudgetLine[]
  readonly risks: readonly {
    readonly name: string
    readonly score: string
    readonly ownerRole: string
    readonly note: string
  }[]
}

/** What was hidden of the organisation's figures, whichever framework they stand in. */
type SuppressionAnswer = {
  /** From this audience. */
  readonly hidden: ObservationKeys
  /** The highest number below which counts were held to be small. */
  readonly below: number
  /** From whom anything is hidden: an audience that sees more may pass nothing on. */
  readonly hiddenFrom: readonly Audience[]
  /** The publications that show figures already, so that these stay in sight; each once. */
  readonly publishedIn: readonly string[]
}

type BudgetLine = {
  readonly name: string
  readonly period: string
  readonly budget: string | null
  readonly forecast: string | null
  readonly unit: string
  readonly note: string
}

export type ReportQuestion = {
  readonly owner: string
  readonly framework: string | null
  readonly meetingDay: string
  readonly audience: Audience
  readonly recordedBefore?: string | undefined
  /** The framework whose results the paper prints as statutory; null: none. */
  readonly statutory: string | null
  /** Frameworks whose targets to come are printed too. */
  readonly targetsOf: readonly string[]
  /** What is set beside other councils; left out: nothing. */
  readonly comparisons?: readonly ComparisonWish[]
  /** Frameworks that are printed line by line; left out: none. */
  readonly linesOf?: readonly string[]
  /** Whether printed ranks are set beside what publishers gave later too. */
  readonly ranksPublishedLater?: boolean
  /** Whether sheets of those targets are printed too. */
  readonly targetSheets?: boolean
  /** Observations to hide besides those that the rules hide. */
  readonly alsoHidden?: ObservationKeys
}

/**
 * What the paper of a meeting is made of.
 * @throws NotFound when organisation, framework or meeting are not known on the day
 */
export async function report(reader: Reader, question: ReportQuestion): Promise<ReportAnswer> {
  const { owner, framework, meetingDay, audience, recordedBefore, alsoHidden } = question
  const moment = { asAt: meetingDay, recordedBefore }
  const chosen = framework ?? (await frameworkOfMeeting(reader, owner, meetingDay, moment))
  const data = await loadFramework(reader, owner, chosen, moment, audience, alsoHidden)
  const known = (slug: string) => knownFramework(reader, data, slug)
  const settings = settingsOf(data.framework.payload.settings)
  const found = await meeting(reader, data, meetingDay)
  const overview = await overviewOf(reader, data)
  const exceptional = overview.exceptions.exceptions.map(({ row }) => row.card ?? row.indicator.slug)
  const members = new Set(data.members.map(member => member.indicator.indicator))
  const linked = data.cards.filter(
    ({ payload }) => payload.linked.trim() !== '' && payload.indicators.some(each => members.has(each)),
  )
  const statutoryData = question.statutory === null ? null : await known(question.statutory)
  const targetsOf = await Promise.all(question.targetsOf.map(known))
  const withTargets = [data, ...targetsOf.filter(each => each !== null)]
  const standing = await reader.current(['budget_line', 'risk'], moment, { owner })
  const inTheRound = await round(reader, {
    owner,
    moment,
    audience,
    meeting: found.slug,
    ...(alsoHidden ? { alsoHidden } : {}),
    ...(question.ranksPublishedLater ? { filesKnownAt: { ...moment, asAt: everKnown } } : {}),
  })
  const printed = (await Promise.all((question.linesOf ?? []).map(known))).filter(each => each !== null)
  return {
    moment,
    audience,
    suppression: suppressionOf(data, inTheRound?.byCategory ?? []),
    areaName: data.areaName,
    meeting: found,
    overview,
    cards: await cardsOf([...new Set(exceptional)]),
    linked: await cardsOf(linked.map(fact => fact.name)),
    beside: new Map(
      [...members].map(slug => [slug, { signal: signalView(slug, data), forecast: forecastView(slug, data) }]),
    ),
    criteria: settings.exceptions,
    actions: await actions(reader, data),
    actionPlan: await actionPlan(reader, data),
    strategy: await strategy(reader, data),
    comparisons: await Promise.all(
      (question.comparisons ?? []).map(wish => paperComparison(reader, { owner, meetingDay, moment, wish })),
    ),
    statutory: statutoryData ? statutory(statutoryData) : null,
    paths: withTargets.map(paths),
    sheets: question.targetSheets ? await Promise.all(withTargets.map(each => targetSheets(reader, each))) : [],
    round: inTheRound,
    lines: inTheRound && printed.length > 0 ? await lines(reader, printed, inTheRound.quarter) : null,
    budgetLines: ofKind(standing, 'budget_line').map(({ period, payload }) => ({ ...payload, period })),
    risks: ofKind(standing, 'risk').map(({ payload }) => payload),
  }

  function cardsOf(slugs: readonly string[]): Promise<CardAnswer[]> {
    return Promise.all(slugs.map(slug => card(reader, data, slug)))
  }
}

/** The framework that a meeting on a day is about, where all meetings on that day name the same; null: the committee's. */
async function frameworkOfMeeting(reader: Reader, owner: string, day: string, moment: Moment): Promise<string | null> {
  const meetings = ofKind(await reader.current(['meeting'], moment, { owner }), 'meeting')
  const [named = '', ...others] = new Set(
    meetings.filter(fact => fact.payload.date === day).map(fact => fact.payload.framework),
  )
  return others.length > 0 || named === '' ? null : named
}

function suppressionOf(
  { observations, elsewhere, audience }: FrameworkData,
  byCategory: readonly Observation[],
): SuppressionAnswer {
  const all = [...[...observations.values()].flat(), ...elsewhere, ...byCategory]
  const hidden = all.filter(each => each.suppressedFor.includes(audience))
  return {
    hidden: new Set(hidden.map(observationKey)),
    below: hidden.reduce((most, each) => Math.max(most, each.smallBelow), 0),
    hiddenFrom: [...new Set(all.flatMap(each => each.suppressedFor))],
    publishedIn: [...new Set(all.flatMap(each => each.publishedIn))],
  }
}

/** Another framework of the same organisation, moment and audience; null where it was not known. */
function knownFramework(reader: Reader, data: FrameworkData, slug: string): Promise<FrameworkData | null> {
  const { organisation, moment, audience, alsoHidden } = data
  return loadFramework(reader, organisation.slug, slug, moment, audience, alsoHidden).catch(error => {
    if (error instanceof NotFound) return null
    throw error
  })
}
