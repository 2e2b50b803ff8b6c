import type { Target } from '../judgement/profile/target-for.ts'
import type { AsAt, Reader } from '../register/index.ts'
import type { Audience } from '../shared/audience.ts'
import { compareText } from '../shared/compare-text.ts'
import { type Fact, ofKind } from '../shared/facts.ts'
import { toPeriod } from '../shared/period/period.ts'
import { NotFound } from './not-found.ts'
import { type Observation, type ObservationKeys, observationsFor, type Standing } from './observations.ts'
import type { FrameworkView, OrganisationView } from './types.ts'

/**
 * Everything that the questions about one framework are answered from: facts as at a moment, as an audience may see them,
 * nothing judged yet.
 */
export type FrameworkData = {
  readonly organisation: OrganisationView
  readonly framework: Fact<'framework'>
  /** Those of the organisation that hold an indicator: its committee's first, then by name. */
  readonly frameworks: readonly FrameworkView[]
  readonly moment: AsAt
  readonly audience: Audience
  /** Observations that are hidden from members and the public whatever the rules say. */
  readonly alsoHidden: ObservationKeys
  /** What decides about suppression. */
  readonly standing: Standing
  /** In the order of the framework. */
  readonly members: readonly { readonly membership: Fact<'membership'>; readonly indicator: Fact<'indicator'> }[]
  readonly indicators: ReadonlyMap<string, Fact<'indicator'>>
  readonly definitions: ReadonlyMap<string, readonly Fact<'definition'>[]>
  /** Of the organisation's own area. */
  readonly observations: ReadonlyMap<string, readonly Observation[]>
  /** The areas that the organisation sets its figures beside, from the nearest to the widest. */
  readonly areas: readonly Fact<'geography'>[]
  /** Of those areas, as the organisation printed them. */
  readonly elsewhere: readonly Observation[]
  readonly targets: ReadonlyMap<string, readonly Target[]>
  readonly targetFacts: readonly Fact<'target'>[]
  /** Paths of targets, proposed and agreed. */
  readonly targetPaths: readonly Fact<'target_path'>[]
  readonly cards: readonly Fact<'card'>[]
  readonly links: readonly Fact<'link'>[]
  readonly overrides: readonly Fact<'override'>[]
  readonly rebases: readonly Fact<'rebase'>[]
  readonly names: ReadonlyMap<string, string>
  readonly meetings: readonly Fact<'meeting'>[]
  readonly areaName: string
}

const standing = [
  'organisation',
  'framework',
  'membership',
  'indicator',
  'definition',
  'card',
  'link',
  'override',
  'rebase',
  'meeting',
  'risk',
  'budget_line',
  'geography',
] as const

/** From the nearest area to the widest; other areas are no comparators. */
const areaTypes = ['group', 'region', 'nation']

/**
 * Loads what is known at a moment of an organisation's framework.
 * @param framework its slug; null: the organisation's committee framework
 * @param audience for whom: small numbers are hidden from members and the public
 * @param alsoHidden what is hidden from them besides
 * @throws NotFound when there is no such organisation or framework at the moment
 */
export async function loadFramework(
  reader: Reader,
  owner: string,
  framework: string | null,
  moment: AsAt,
  audience: Audience,
  alsoHidden: ObservationKeys = new Set(),
): Promise<FrameworkData> {
  const facts = await reader.current(standing, moment, { owner })
  const of = <K extends (typeof standing)[number]>(kind: K) => ofKind(facts, kind)
  const organisation = organisationView(of('organisation'), owner, moment)
  const slug = framework ?? organisation.committeeFramework
  const chosen = of('framework').find(fact => fact.name === slug)
  if (!chosen) throw new NotFound(missingFramework(owner, slug, of('framework'), moment))
  const indicators = new Map(of('indicator').map(fact => [fact.indicator, fact]))
  const members = membersOf(slug, of('membership'), indicators)
  const areas = of('geography')
    .filter(fact => areaTypes.includes(fact.payload.type))
    .sort((a, b) => areaTypes.indexOf(a.payload.type) - areaTypes.indexOf(b.payload.type))
  const geographies = [organisation.geography, ...areas.map(area => area.name)]
  const deciding: Standing = {
    indicators: of('indicator'),
    frameworks: of('framework'),
    memberships: of('membership'),
    cards: of('card'),
  }
  const observations = await observationsFor(reader, { owner, geographies, moment, audience, alsoHidden }, deciding)
  const isOwn = (fact: Observation) => fact.geography === organisation.geography
  const own = Map.groupBy(observations.filter(isOwn), fact => fact.indicator)
  const promised = await reader.current(['target', 'target_path'], moment, {
    owner,
    geographies: [organisation.geography],
    breakdown: '',
  })
  const ownOf = (fact: Fact) => own.get(fact.indicator) ?? []
  const targetFacts = ofKind(promised, 'target').map(fact => withoutHiddenBaseline(fact, ownOf(fact)))
  const isShown = (fact: Fact<'target_path'>) =>
    fact.payload.state !== 'withdrawn' && !hasHiddenBaseline(fact, ownOf(fact))
  const named = [...of('risk'), ...of('budget_line')]
  return {
    organisation,
    framework: chosen,
    frameworks: withIndicators(of('framework'), of('membership'), organisation),
    moment,
    audience,
    alsoHidden,
    standing: deciding,
    members,
    indicators,
    definitions: Map.groupBy(of('definition'), fact => fact.indicator),
    observations: own,
    areas,
    elsewhere: observations.filter(fact => !isOwn(fact)),
    targets: Map.groupBy(targetFacts.flatMap(targetOf), each => each.indicator),
    targetFacts,
    // What leads from a hidden figure would give it away, in its words too.
    targetPaths: ofKind(promised, 'target_path').filter(isShown),
    cards: of('card'),
    links: of('link').filter(link => link.payload.active),
    overrides: of('override').filter(override => override.name === slug),
    rebases: of('rebase').filter(rebase => rebase.payload.active),
    names: new Map(named.map(fact => [`${fact.kind} ${fact.name}`, fact.payload.name])),
    meetings: of('meeting').filter(meeting => meeting.payload.framework === '' || meeting.payload.framework === slug),
    areaName: of('geography').find(fact => fact.name === organisation.geography)?.payload.name ?? organisation.name,
  }
}

/** What a framework holds, in its order. */
function membersOf(
  framework: string,
  memberships: readonly Fact<'membership'>[],
  indicators: FrameworkData['indicators'],
): FrameworkData['members'] {
  return memberships
    .filter(fact => fact.name === framework && fact.payload.member)
    .sort((a, b) => a.payload.order - b.payload.order)
    .flatMap(membership => {
      const indicator = indicators.get(membership.indicator)
      return indicator ? [{ membership, indicator }] : []
    })
}

/**
 * What is loaded already, as another framework of the organisation judges it. Meetings and officers' groups belong to the
 * framework that was loaded, and are left out.
 * @param memberships of the organisation, as known at the same moment
 */
export function throughFramework(
  data: FrameworkData,
  framework: Fact<'framework'>,
  memberships: readonly Fact<'membership'>[],
): FrameworkData {
  const members = membersOf(framework.name, memberships, data.indicators)
  return { ...data, framework, members, overrides: [], meetings: [] }
}

/** A framework as answers name it. */
export function frameworkView(framework: Fact<'framework'>): FrameworkView {
  return { slug: framework.name, name: framework.payload.name, edition: framework.payload.edition }
}

function withIndicators(
  frameworks: readonly Fact<'framework'>[],
  memberships: readonly Fact<'membership'>[],
  { committeeFramework }: OrganisationView,
): FrameworkView[] {
  const held = new Set(memberships.filter(fact => fact.payload.member).map(fact => fact.name))
  const isOther = ({ slug }: FrameworkView) => Number(slug !== committeeFramework)
  return frameworks
    .filter(fact => held.has(fact.name))
    .map(frameworkView)
    .sort((a, b) => isOther(a) - isOther(b) || compareText(a.name, b.name))
}

/** An organisation as answers name it. */
export function viewOfOrganisation(fact: Fact<'organisation'>): OrganisationView {
  const { name, geography, invented, notice, licence, committeeFramework } = fact.payload
  return { slug: fact.name, name, geography, invented, notice, licence, committeeFramework }
}

function organisationView(facts: readonly Fact<'organisation'>[], owner: string, moment: AsAt): OrganisationView {
  const fact = facts.find(each => each.name === owner)
  if (fact) return viewOfOrganisation(fact)
  throw new NotFound(`Nothing is known of an organisation called ${owner} on ${moment.asAt}`)
}

function missingFramework(owner: string, slug: string, frameworks: readonly Fact<'framework'>[], moment: AsAt): string {
  const others = frameworks.map(fact => fact.name)
  const has = others.length === 0 ? 'it has none' : `it has ${others.join(', ')}`
  return slug === ''
    ? `${owner} names no committee framework on ${moment.asAt}: choose one with --framework (${has})`
    : `${owner} has no framework called ${slug} on ${moment.asAt}: ${has}`
}

/** A target on a path from a hidden figure keeps its goal alone: any point of the path would give the figure away. */
function withoutHiddenBaseline(fact: Fact<'target'>, observations: readonly Observation[]): Fact<'target'> {
  if (!hasHiddenBaseline(fact, observations)) return fact
  return { ...fact, payload: { ...fact.payload, profile: 'points', baselinePeriod: '', baselineValue: null } }
}

function hasHiddenBaseline(
  { payload }: Fact<'target'> | Fact<'target_path'>,
  observations: readonly Observation[],
): boolean {
  return observations.some(
    each => each.period === payload.baselinePeriod && each.suppressedFor.length > 0 && each.payload.value === null,
  )
}

/** A target as the rules of judgement read it; none where it was withdrawn. */
function targetOf(fact: Fact<'target'>): (Target & { indicator: string })[] {
  const { value, profile, purpose, baselinePeriod, baselineValue, assigned } = fact.payload
  if (value === null) return []
  return [
    {
      indicator: fact.indicator,
      period: toPeriod(fact.period),
      value,
      profile,
      purpose,
      baselinePeriod: baselinePeriod === '' ? null : toPeriod(baselinePeriod),
      baselineValue,
      assigned,
      knownOn: fact.knownOn,
    },
  ]
}
