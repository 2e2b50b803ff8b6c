import type { Reader } from '../../register/index.ts'
import type { Audience } from '../../shared/audience.ts'
import { compareText } from '../../shared/compare-text.ts'
import { type Fact, ofKind } from '../../shared/facts.ts'
import { comparePeriods, toPeriod } from '../../shared/period/period.ts'
import { ambitionsOf, findingOf, subtitleOf, verdictOf } from '../card/card.ts'
import { dashboardColumns } from '../dashboard/columns.ts'
import { judgedRows, toldBy } from '../dashboard/dashboard.ts'
import { forecastView } from '../forecast/forecast.ts'
import { type FrameworkData, frameworkView, loadFramework } from '../framework-data.ts'
import { indicatorRow } from '../indicator-row.ts'
import { NotFound } from '../not-found.ts'
import { targetInWords } from '../revisions/revisions.ts'
import { signalView } from '../signal/signal-view.ts'
import type { Moment } from '../types.ts'
import { breakdownsOf } from './breakdowns.ts'
import { type Figures, figuresOf } from './figures.ts'
import { historyOf } from './history.ts'
import { linkedIndicators } from './linked.ts'
import { otherOwners } from './others.ts'
import type { IndicatorAnswer } from './types.ts'
import { yearsBeside } from './years.ts'

export type IndicatorQuestion = {
  readonly owner: string
  /** By which the indicator is judged; null: the committee's where it stands in that, else the first other that holds it. */
  readonly framework: string | null
  readonly slug: string
  readonly moment: Moment
  readonly audience: Audience
}

/**
 * Everything that is known of an indicator of an organisation at a moment.
 * @throws NotFound when the organisation or the indicator is not known at the moment
 */
export async function indicator(reader: Reader, question: IndicatorQuestion): Promise<IndicatorAnswer> {
  const { owner, slug, moment } = question
  const data = await frameworkWith(reader, question)
  const fact = data.indicators.get(slug)
  if (!fact) throw new NotFound(`${data.organisation.name} has no indicator called ${slug} on ${moment.asAt}`)
  const figures = await figuresOf(reader, data, slug)
  const judged = indicatorRow(slug, data)
  const row = judged.view
  const reading = { indicator: fact.payload, decimals: row.indicator.decimals, asAt: moment.asAt }
  const facts = await reader.current(['commentary', 'source', 'geography', 'action'], moment, { owner })
  const targets = data.targetFacts.filter(each => each.indicator === slug)
  return {
    organisation: data.organisation,
    framework: frameworkView(data.framework),
    moment,
    isMember: data.members.some(member => member.indicator.indicator === slug),
    row,
    verdict: verdictOf(row),
    finding: findingOf(row, dashboardColumns(toldBy(judgedRows(data)), null)),
    signal: signalView(slug, data),
    forecast: forecastView(slug, data),
    subtitle: subtitleOf(row, row.history, data),
    ambitions: ambitionsOf(slug, data),
    counts: { numerator: fact.payload.numeratorLabel, denominator: fact.payload.denominatorLabel },
    years: yearsBeside(row.history, row.indicator),
    breakdowns: breakdownsOf(
      figures.current,
      data.organisation.geography,
      areasInOrder(ofKind(facts, 'geography'), data.organisation.geography),
      reading,
    ),
    history: historyOf(figures.versions, reading, {
      documents: new Map(ofKind(facts, 'source').map(each => [each.name, each.payload.title])),
      people: await reader.people(),
      origins: new Map((await reader.entries(Number.MAX_SAFE_INTEGER)).map(({ at, origin }) => [at, origin])),
    }),
    definitions: (data.definitions.get(slug) ?? []).map(({ version, payload: { from, breaks, text } }) => ({
      version,
      from,
      breaks,
      text,
    })),
    source: fact.payload.source,
    targets: targets
      .map(target => ({
        period: toPeriod(target.period),
        says: targetInWords(target, row.indicator.unit) ?? 'withdrawn',
        note: target.payload.note,
        knownOn: target.knownOn,
      }))
      .sort((a, b) => comparePeriods(b.period, a.period)),
    comments: ofKind(facts, 'commentary')
      .filter(each => each.indicator === slug)
      .map(({ period, knownOn, payload: { text, authorRole } }) => ({ period, text, authorRole, knownOn }))
      .sort((a, b) => compareText(b.knownOn, a.knownOn)),
    linked: linkedIndicators(slug, data),
    others: otherOwners(
      figures.elsewhere,
      await ownersOf(reader, slug, figures, moment),
      row.indicator.unit,
      judged.cellAt,
      moment.asAt,
    ),
    actions: ofKind(facts, 'action').filter(each => each.payload.indicators.includes(slug)).length,
  }
}

/**
 * The framework by which an indicator is judged: that asked for, else the committee's, else the first that holds it.
 * @throws NotFound when the organisation is not known at the moment
 */
export async function frameworkWith(
  reader: Reader,
  { owner, framework, slug, moment, audience }: IndicatorQuestion,
): Promise<FrameworkData> {
  if (framework !== null) return loadFramework(reader, owner, framework, moment, audience)
  const [committee, memberships] = await Promise.all([
    loadFramework(reader, owner, null, moment, audience).catch(error => {
      if (error instanceof NotFound) return null
      throw error
    }),
    reader.current(['membership'], moment, { owner, indicators: [slug] }),
  ])
  if (committee?.members.some(member => member.indicator.indicator === slug)) return committee
  const other = memberships.find(fact => fact.payload.member)?.name
  return other === undefined && committee ? committee : loadFramework(reader, owner, other ?? null, moment, audience)
}

const areaTypes = ['locality', 'group', 'region', 'nation', 'council']

/** The names of areas: the council itself, its parts, then those that it is compared with from the nearest to the widest. */
function areasInOrder(areas: readonly Fact<'geography'>[], own: string): ReadonlyMap<string, string> {
  const place = (fact: Fact<'geography'>) => (fact.name === own ? -1 : areaTypes.indexOf(fact.payload.type))
  return new Map(
    areas
      .toSorted((a, b) => place(a) - place(b) || compareText(a.name, b.name))
      .map(each => [each.name, each.payload.name]),
  )
}

async function ownersOf(reader: Reader, slug: string, { elsewhere }: Figures, moment: Moment) {
  if (elsewhere.length === 0) return []
  const owners = [...new Set(elsewhere.map(fact => fact.owner))].sort(compareText)
  const facts = await Promise.all(owners.map(owner => reader.current(['organisation', 'indicator'], moment, { owner })))
  return owners.map((owner, at) => {
    const own = facts[at] ?? []
    return {
      slug: owner,
      name: ofKind(own, 'organisation').find(fact => fact.name === owner)?.payload.name ?? owner,
      indicator: ofKind(own, 'indicator').find(fact => fact.indicator === slug),
    }
  })
}
