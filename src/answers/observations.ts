/**
 * The one door through which observations reach the answers. What must not be shown to an audience is taken out here,
 * before anything is judged, ranked, drawn or said, so that nothing after it can give it away.
 */
import type { Figure, Measure, Measures } from '../judgement/suppression/figures.ts'
import { roundedCount } from '../judgement/suppression/rounded-count.ts'
import { defaultSuppressionSettings, suppressedFigures } from '../judgement/suppression/suppress.ts'
import { judgedValue } from '../judgement/value/judged-value.ts'
import type { AsAt, Reader } from '../register/index.ts'
import type { Audience } from '../shared/audience.ts'
import type { Fact } from '../shared/facts.ts'
import type { Indicator } from '../shared/indicator.ts'
import { toPeriod } from '../shared/period/period.ts'
import { decimalsOf } from '../shared/rounding.ts'
import { settingsOf } from './settings.ts'

/** An observation as an audience may see it. */
export type Observation = Fact<'observation'> & {
  /** The audiences from which its figures are hidden. Officers see them, and that they are hidden from others. */
  readonly suppressedFor: readonly Audience[]
  /** Its counts are rounded, so that its value must not be computed from them. */
  readonly countsAreRounded: boolean
  /** Counts of people above 0 and below this are small, for its indicator. */
  readonly smallBelow: number
  /** The publications that show it already, so that it stays in sight; empty where none does. */
  readonly publishedIn: readonly string[]
}

/** A fact as it was recorded, with nothing hidden; one that was looked at already says itself from whom it is. */
export function asRecorded(fact: Fact<'observation'>): Observation {
  return { suppressedFor: [], countsAreRounded: false, smallBelow: 0, publishedIn: [], ...fact }
}

/** What decides about suppression: the indicators, the frameworks that hold them, and the cards that print them. */
export type Standing = {
  readonly indicators: readonly Fact<'indicator'>[]
  readonly frameworks: readonly Fact<'framework'>[]
  readonly memberships: readonly Fact<'membership'>[]
  readonly cards: readonly Fact<'card'>[]
}

/** Observations by their keys, as observationKey() writes them. */
export type ObservationKeys = ReadonlySet<string>

const restricted = ['public', 'member'] as const satisfies readonly Audience[]
type Restricted = (typeof restricted)[number]

/** Whose totals are asked for, of which areas, as known when, and for whom. */
type Asked = {
  readonly owner: string
  readonly geographies: readonly string[]
  readonly moment: AsAt
  readonly audience: Audience
  /** Hidden from members and the public whatever the rules say: what a later version of a paper hides. */
  readonly alsoHidden: ObservationKeys
}

/**
 * All totals of an organisation for some areas, as an audience may see them. They are suppressed together, whichever
 * framework is asked about: what one hides must not stand in another.
 */
export async function observationsFor(
  reader: Reader,
  { owner, geographies, moment, audience, alsoHidden }: Asked,
  standing: Standing,
): Promise<Observation[]> {
  const facts = await reader.current(['observation'], moment, { owner, geographies, breakdown: '' })
  return asSeenBy(audience, facts, standing, alsoHidden)
}

/**
 * The figures by category of some indicators, as an audience may see them beside the totals that it sees. Totals decide: they
 * stand in every answer, so that an indicator whose total would have to be hidden for the sake of a category shows its
 * audience no figure of any category. Nor does one whose hidden category stands as a total of another indicator.
 * @param totals as observationsFor() gives them for the same moment and audience
 */
export async function categoriesFor(
  reader: Reader,
  { owner, geographies, moment, audience, alsoHidden }: Asked,
  indicators: readonly string[],
  totals: readonly Observation[],
  standing: Standing,
): Promise<Observation[]> {
  if (indicators.length === 0) return []
  const facts = await reader.current(['observation'], moment, { owner, geographies })
  const isShown = new Set(
    totals.filter(fact => !fact.suppressedFor.some(each => each === audience)).map(observationKey),
  )
  const wanted = facts.filter(fact => fact.breakdown !== '' && indicators.includes(fact.indicator))
  const isTotal = (fact: Fact<'observation'>) => fact.breakdown === ''
  const barred = new Set<string>()
  for (;;) {
    const published = facts.filter(fact => isTotal(fact) || (wanted.includes(fact) && !barred.has(fact.indicator)))
    const seen = asSeenBy(audience, published, standing, alsoHidden)
    const torn = seen.filter(
      fact => isTotal(fact) && isShown.has(observationKey(fact)) && fact.suppressedFor.some(each => each === audience),
    )
    const more = [...torn, ...toldElsewhere(seen, facts, audience)]
      .map(fact => fact.indicator)
      .filter(slug => !barred.has(slug))
    if (more.length === 0) {
      const shown = new Map(seen.map(fact => [observationKey(fact), fact]))
      const inPlace = (fact: Fact<'observation'>): Observation => ({
        ...withoutFigures(fact),
        suppressedFor: [...restricted],
        countsAreRounded: false,
        smallBelow: defaultSuppressionSettings.below,
        publishedIn: [],
      })
      return wanted.map(fact => shown.get(observationKey(fact)) ?? inPlace(fact))
    }
    for (const slug of more) barred.add(slug)
  }
}

/**
 * Categories that are hidden and whose count is shown as a total of another indicator in the same period: whoever reads both may
 * know that they are the same people. Counts may be equal by chance; then more is hidden than needed.
 */
function toldElsewhere(
  seen: readonly Observation[],
  recorded: readonly Fact<'observation'>[],
  audience: Audience,
): Observation[] {
  const isHidden = (fact: Observation) => fact.suppressedFor.some(each => each === audience)
  const countsOf = ({ payload: { value, numerator, denominator } }: Fact<'observation'>) =>
    [value, numerator, denominator].flatMap(count => (count === null || Number(count) === 0 ? [] : [Number(count)]))
  const shown = Map.groupBy(
    seen.filter(fact => fact.breakdown === '' && !isHidden(fact)),
    fact => `${fact.geography} ${fact.period}`,
  )
  const asWas = new Map(recorded.map(fact => [observationKey(fact), fact]))
  return seen.filter(fact => {
    const was = asWas.get(observationKey(fact))
    if (fact.breakdown === '' || !isHidden(fact) || !was) return false
    const counts = countsOf(was)
    return (shown.get(`${fact.geography} ${fact.period}`) ?? []).some(
      total => total.indicator !== fact.indicator && countsOf(total).some(count => counts.includes(count)),
    )
  })
}

/** What an observation speaks of, as one text. */
export function observationKey({ indicator, geography, breakdown, period, version }: Fact<'observation'>): string {
  return [indicator, geography, breakdown, period, version].join('|')
}

/** The observations of one publication as an audience may see them. */
export function asSeenBy(
  audience: Audience,
  facts: readonly Fact<'observation'>[],
  standing: Standing,
  alsoHidden: ObservationKeys = new Set(),
): Observation[] {
  const rules = rulesOf(standing)
  const indicators = new Map(standing.indicators.map(fact => [fact.indicator, fact.payload]))
  const hidden = hiddenFrom(facts, indicators, rules)
  const isRestricted = restricted.some(each => each === audience)
  return facts.map(fact => {
    const isAlsoHidden = alsoHidden.size > 0 && alsoHidden.has(observationKey(fact))
    const suppressedFor = isAlsoHidden ? restricted : restricted.filter(each => hidden[each].has(fact))
    const rule = rules.get(fact.indicator) ?? defaultRule
    const isPublished = isPublishedUnder(rule, fact)
    const seen = {
      suppressedFor,
      countsAreRounded: false,
      smallBelow: rule.below,
      publishedIn: isPublished ? rule.publishedIn : [],
    }
    if (suppressedFor.some(each => each === audience)) return { ...withoutFigures(fact), ...seen }
    const indicator = indicators.get(fact.indicator)
    const isRounded =
      isRestricted && fact.breakdown !== '' && rule.suppressFor.has(audience as Restricted) && !isPublished
    return isRounded && indicator
      ? { ...withRoundedCounts(fact, indicator, rule.roundTo), ...seen, countsAreRounded: true }
      : { ...fact, ...seen }
  })
}

/** The fact without its figures, and without the note that may say them in words. */
function withoutFigures(fact: Fact<'observation'>): Fact<'observation'> {
  const nothing = {
    value: null,
    numerator: null,
    denominator: null,
    reason: 'suppressed',
    until: '',
    note: '',
  } as const
  return { ...fact, payload: { ...fact.payload, ...nothing } }
}

/** A cell of a breakdown with its counts of people rounded; its percentage or rate is that of the counts as they were. */
function withRoundedCounts(fact: Fact<'observation'>, indicator: Indicator, to: number): Fact<'observation'> {
  const { value, numerator, denominator } = fact.payload
  const { unit, counts, decimals } = indicator
  const people = peopleCounted(indicator)
  const shown = judgedValue(
    { published: value, numerator, denominator },
    { unit, counts, decimals: decimals ?? (value === null ? 1 : decimalsOf(value)) },
  )?.shown
  const rounded = (count: typeof value, ofPeople: boolean) =>
    count !== null && ofPeople ? roundedCount(count, to) : count
  return {
    ...fact,
    payload: {
      ...fact.payload,
      value: unit === 'count' ? rounded(value, people.numerator) : (shown ?? value),
      numerator: rounded(numerator, people.numerator),
      denominator: rounded(denominator, people.denominator),
    },
  }
}

/** How the figures of an indicator are suppressed. */
type Rule = {
  readonly below: number
  readonly roundTo: number
  readonly suppressFor: ReadonlySet<Restricted>
  /** The last day of which everything known is published elsewhere, so that it stays in sight; empty: none. */
  readonly publishedTo: string
  /** Where, as citations. */
  readonly publishedIn: readonly string[]
}

/** Of an indicator that no framework holds. */
const defaultRule: Rule = {
  ...defaultSuppressionSettings,
  suppressFor: new Set(restricted),
  publishedTo: '',
  publishedIn: [],
}

/**
 * The rule for each indicator: the strictest of the frameworks that hold it, or that hold an indicator on a card with it.
 * One that none holds has the defaults.
 */
function rulesOf({ indicators, frameworks, memberships, cards }: Standing): ReadonlyMap<string, Rule> {
  const holders = Map.groupBy(
    memberships.filter(fact => fact.payload.member),
    fact => fact.indicator,
  )
  const heldIn = (slug: string) => (holders.get(slug) ?? []).map(fact => fact.name)
  const printedIn = (slug: string) =>
    cards
      .filter(({ payload }) => payload.indicators.includes(slug) || payload.supplementary.includes(slug))
      .flatMap(({ payload }) => payload.indicators.flatMap(heldIn))
  return new Map(
    indicators.map(({ indicator: slug }) => {
      const names = new Set([...heldIn(slug), ...printedIn(slug)])
      return [slug, strictestOf(frameworks.filter(fact => names.has(fact.name)).map(fact => fact.payload))]
    }),
  )
}

function strictestOf(holding: readonly Fact<'framework'>['payload'][]): Rule {
  if (holding.length === 0) return defaultRule
  const settings = holding.map(each => settingsOf(each.settings).suppression)
  // A framework that does not say from whom it hides, hides from both.
  const suppressFor = holding.flatMap(({ suppressFor: from }) =>
    restricted.filter(each => !from?.length || from.includes(each)),
  )
  const [firstDay = ''] = holding.map(publishedTo).sort()
  return {
    below: Math.max(...settings.map(each => each.below)),
    roundTo: Math.max(...settings.map(each => each.roundTo)),
    suppressFor: new Set(suppressFor),
    publishedTo: firstDay,
    publishedIn: [...new Set(holding.map(each => each.publishedElsewhere))],
  }
}

/** Without a citation and its day, a framework vouches for nothing. */
function publishedTo({ publishedElsewhere, publishedOn }: Fact<'framework'>['payload']): string {
  return publishedElsewhere ? (publishedOn ?? '') : ''
}

/** A citation speaks of what was known when it was printed: what was learnt since is hidden like any other figure. */
function isPublishedUnder(rule: Rule, { knownOn }: Fact<'observation'>): boolean {
  return knownOn <= rule.publishedTo
}

type Hidden = Readonly<Record<Restricted, ReadonlySet<Fact<'observation'>>>>

function hiddenFrom(
  facts: readonly Fact<'observation'>[],
  indicators: ReadonlyMap<string, Indicator>,
  rules: ReadonlyMap<string, Rule>,
): Hidden {
  const isSame = [...rules.values()].every(rule => rule.suppressFor.size === restricted.length)
  const figures = new Map(facts.map(fact => [figureOf(fact, rules.get(fact.indicator)), fact]))
  const toPublic = hiddenUnder(measuresFor('public', indicators, rules), figures)
  return {
    public: toPublic,
    member: isSame ? toPublic : hiddenUnder(measuresFor('member', indicators, rules), figures),
  }
}

function hiddenUnder(
  measures: Measures,
  figures: ReadonlyMap<Figure, Fact<'observation'>>,
): ReadonlySet<Fact<'observation'>> {
  const hidden = suppressedFigures([...figures.keys()], measures)
  return new Set([...hidden].flatMap(figure => figures.get(figure) ?? []))
}

function figureOf(fact: Fact<'observation'>, rule: Rule | undefined): Figure {
  const { geography, breakdown, version, payload } = fact
  const number = (text: string | null) => (text === null ? null : Number(text))
  return {
    measure: rule ? fact.indicator : '',
    geography,
    breakdown,
    period: toPeriod(fact.period),
    version,
    value: number(payload.value),
    numerator: number(payload.numerator),
    denominator: number(payload.denominator),
    isPublished: rule !== undefined && isPublishedUnder(rule, fact),
  }
}

function measuresFor(
  audience: Restricted,
  indicators: ReadonlyMap<string, Indicator>,
  rules: ReadonlyMap<string, Rule>,
): Measures {
  return new Map(
    [...indicators].map(([slug, indicator]): [string, Measure] => {
      const { unit, kind, numeratorLabel, denominatorLabel, mayExceed100, related } = indicator
      const rule = rules.get(slug)
      return [
        slug,
        {
          unit,
          kind,
          people: peopleCounted(indicator),
          labels: { numerator: numeratorLabel ?? '', denominator: denominatorLabel ?? '' },
          mayExceed100,
          related: related ?? [],
          below: rule?.suppressFor.has(audience) ? rule.below : null,
        },
      ]
    }),
  )
}

/** Days, pounds and scores are no people, whatever they are divided by. What is not stated is held to be people. */
function peopleCounted({ unit, peopleIn = 'both' }: Indicator): Measure['people'] {
  const ofPeople = unit === 'percent' || unit === 'per_100k' || unit === 'per_1k' || unit === 'count'
  return {
    numerator: ofPeople && (peopleIn === 'both' || peopleIn === 'numerator'),
    denominator: peopleIn === 'both' || peopleIn === 'denominator',
  }
}
