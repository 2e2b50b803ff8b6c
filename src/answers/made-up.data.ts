/** A made-up council, for the tests of the answers: a framework of indicators with values and targets, as known on a day. */
import type { Fact, FactKind } from '../shared/facts.ts'
import { keyOf } from '../shared/facts.ts'
import type { Indicator } from '../shared/indicator.ts'
import { toPeriod } from '../shared/period/period.ts'
import type { DecimalText } from '../shared/rounding.ts'
import type { FrameworkData } from './framework-data.ts'

/** One indicator of the framework. A cell is a value, perhaps with `=numerator:denominator`, or the code of a reason. */
export type MadeUp = Partial<Pick<Indicator, 'polarity' | 'unit' | 'kind' | 'frequency' | 'decimals' | 'unitNote'>> & {
  readonly slug: string
  readonly name?: string
  readonly cells: Readonly<Record<string, string>>
  readonly targets?: Readonly<Record<string, string>>
  /** The period from which a second definition holds, which breaks the series. */
  readonly breaksFrom?: string
}

const made = { knownOn: '2017-06-19', recordedAt: '2017-06-20T09:00:00.000Z', actor: 'person-1', seq: 1 }
const from = { document: '', file: '', place: '' }

function factOf<K extends FactKind>(kind: K, key: Parameters<typeof keyOf>[1], payload: Fact<K>['payload']): Fact<K> {
  return { kind, ...keyOf('anywhere', key), ...made, payload, from } as unknown as Fact<K>
}

/** The framework as an answer is given it. */
export function madeUpFramework(
  given: readonly MadeUp[],
  framework: Partial<Fact<'framework'>['payload']> = {},
): FrameworkData {
  const indicators = given.map(each => {
    const { slug, name = slug, cells: _, targets: __, breaksFrom: ___, ...rest } = each
    const standard = {
      polarity: 'bigger',
      unit: 'percent',
      kind: 'in_period',
      frequency: 'monthly',
      decimals: 1,
    } as const
    const payload = {
      name,
      shortName: '',
      unitNote: '',
      counts: 'exact',
      peopleIn: 'both',
      numeratorLabel: '',
      denominatorLabel: '',
      related: [],
      lead: '',
      dataOwner: '',
      ...standard,
      ...rest,
    }
    return factOf('indicator', { indicator: slug }, payload as unknown as Indicator)
  })
  const observations = given.flatMap(({ slug, cells }) =>
    Object.entries(cells).map(([period, cell]) => {
      const [value = '', counts] = cell.split('=')
      const [numerator = null, denominator = null] = counts?.split(':') ?? []
      const isReason = /^[a-z]/.test(value)
      const fact = factOf(
        'observation',
        { indicator: slug, geography: 'anywhere', period, version: '1' },
        {
          value: isReason || value === '' ? null : (value as DecimalText),
          numerator: numerator as DecimalText | null,
          denominator: denominator as DecimalText | null,
          reason: isReason ? (value as 'not_available') : null,
          until: '',
          marks: [],
          note: '',
        },
      )
      return { ...fact, suppressedFor: [], countsAreRounded: false, smallBelow: 5, publishedIn: [] }
    }),
  )
  const targets = given.flatMap(({ slug, targets = {} }) =>
    Object.entries(targets).map(([period, value]) => ({
      indicator: slug,
      period: toPeriod(period),
      value: value as DecimalText,
      profile: 'flat' as const,
      purpose: 'rated' as const,
      baselinePeriod: null,
      baselineValue: null,
      assigned: [],
      knownOn: made.knownOn,
    })),
  )
  const organisation = {
    slug: 'anywhere',
    name: 'Anywhere Council',
    geography: 'anywhere',
    invented: true,
    notice: '',
    licence: '',
    committeeFramework: 'all',
  }
  const standard = {
    name: 'All',
    edition: '',
    description: '',
    rating: 'target',
    settings: {},
    baselinePeriod: '',
    suppressFor: [],
    publishedElsewhere: '',
    publishedOn: '',
  } as const
  return {
    organisation,
    framework: factOf('framework', { name: 'all' }, { ...standard, ...framework }),
    frameworks: [],
    moment: { asAt: '2017-06-19' },
    audience: 'officer',
    alsoHidden: new Set(),
    standing: { indicators, frameworks: [], memberships: [], cards: [] },
    members: indicators.map((indicator, order) => ({
      indicator,
      membership: factOf(
        'membership',
        { name: 'all', indicator: indicator.indicator },
        { section: '', order, reference: '', member: true },
      ),
    })),
    indicators: new Map(indicators.map(fact => [fact.indicator, fact])),
    definitions: new Map(given.map(({ slug, breaksFrom }) => [slug, definitionsOf(slug, breaksFrom)])),
    observations: Map.groupBy(observations, fact => fact.indicator),
    areas: [],
    elsewhere: [],
    targets: Map.groupBy(targets, target => target.indicator),
    targetFacts: [],
    cards: [],
    links: [],
    overrides: [],
    rebases: [],
    targetPaths: [],
    names: new Map(),
    meetings: [],
    areaName: 'Anywhere',
  }
}

function definitionsOf(slug: string, breaksFrom: string | undefined): Fact<'definition'>[] {
  if (breaksFrom === undefined) return []
  return [
    factOf('definition', { indicator: slug, version: '1' }, { from: '', breaks: false, text: '' }),
    factOf('definition', { indicator: slug, version: '2' }, { from: breaksFrom, breaks: true, text: '' }),
  ]
}

/** Cells by period, from the first month on. @example monthsFrom('2016-04', ['1', '2']) // { '2016-04': '1', '2016-05': '2' } */
export function monthsFrom(first: string, cells: readonly string[]): Record<string, string> {
  const start = Number(first.slice(0, 4)) * 12 + Number(first.slice(5)) - 1
  return Object.fromEntries(
    cells.map((cell, at) => {
      const month = start + at
      return [`${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`, cell]
    }),
  )
}
