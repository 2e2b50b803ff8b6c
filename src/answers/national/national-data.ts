import type { Reader } from '../../register/index.ts'
import { compareText } from '../../shared/compare-text.ts'
import { type Fact, ofKind } from '../../shared/facts.ts'
import { codeKey } from '../../shared/measure-code.ts'
import type { Moment } from '../types.ts'

/** What stands around the figures of national publishers at a moment: areas, measures under their codes, groups. */
export type NationalData = {
  readonly moment: Moment
  /** Those who publish national figures, the one whose figures come first before the others. */
  readonly publishers: readonly string[]
  /** Areas with codes of the statistics office, and regions, types and groups of them, by slug. */
  readonly areas: ReadonlyMap<string, Fact<'geography'>>
  /** Councils that report to the register themselves, by slug. */
  readonly organisations: ReadonlyMap<string, Fact<'organisation'>>
  /** By owner and slug, joined by a space; of councils too. */
  readonly indicators: ReadonlyMap<string, Fact<'indicator'>>
  readonly definitions: readonly Fact<'definition'>[]
  readonly frameworks: readonly Fact<'framework'>[]
  readonly memberships: readonly Fact<'membership'>[]
  readonly groups: readonly Fact<'group'>[]
}

/** A measure's place in an edition of a national framework. */
export type MeasureCode = { readonly measure: string; readonly code: string; readonly edition: string }

/**
 * Where several publishers give one measure, the first of these counts: the department's tables are the latest word, and the
 * Office for Local Government has more years of a measure than the files of single years.
 */
const preference = ['dhsc', 'oflog', 'nhs-digital']

const ofEverybody = ['organisation', 'group'] as const
const ofOwners = ['geography', 'indicator', 'definition', 'framework', 'membership'] as const

/**
 * Loads what stands around national figures.
 * @param whose the organisation whose own indicators and frameworks are needed beside those of publishers; null: nobody's;
 * left out: everybody's, which is more the more organisations there are
 */
export async function loadNational(reader: Reader, moment: Moment, whose?: string | null): Promise<NationalData> {
  const everybody = await reader.current(ofEverybody, moment)
  const organisations = ofKind(everybody, 'organisation')
  // An invented publisher's figures are of invented councils: those of real ones are not put beside them.
  const publishers = organisations
    .filter(({ payload }) => payload.type === 'publisher' && !payload.invented)
    .map(fact => fact.name)
  const facts =
    whose === undefined
      ? await reader.current(ofOwners, moment)
      : await ofEach(whose === null ? publishers : [...publishers, whose], owner =>
          reader.current(ofOwners, moment, { owner }),
        )
  const isNational = ({ owner }: Fact) => publishers.includes(owner)
  const place = (owner: string) => (preference.includes(owner) ? preference.indexOf(owner) : preference.length)
  return {
    moment,
    publishers: publishers.sort((a, b) => place(a) - place(b) || compareText(a, b)),
    areas: new Map(
      ofKind(facts, 'geography')
        .filter(isNational)
        .map(fact => [fact.name, fact]),
    ),
    organisations: new Map(
      organisations.filter(fact => fact.payload.type === 'council').map(fact => [fact.name, fact]),
    ),
    indicators: new Map(ofKind(facts, 'indicator').map(fact => [`${fact.owner} ${fact.indicator}`, fact])),
    definitions: ofKind(facts, 'definition'),
    frameworks: ofKind(facts, 'framework'),
    memberships: ofKind(facts, 'membership').filter(fact => fact.payload.member),
    groups: ofKind(everybody, 'group'),
  }
}

/** The same with what an organisation says of its own indicators and frameworks, and without those of any other. */
export async function withOwn(reader: Reader, data: NationalData, owner: string): Promise<NationalData> {
  const facts = await reader.current(ofOwners, data.moment, { owner })
  return {
    ...data,
    indicators: new Map([
      ...data.indicators,
      ...ofKind(facts, 'indicator').map(fact => [`${fact.owner} ${fact.indicator}`, fact] as const),
    ]),
    definitions: [...data.definitions, ...ofKind(facts, 'definition')],
    frameworks: [...data.frameworks, ...ofKind(facts, 'framework')],
    memberships: [...data.memberships, ...ofKind(facts, 'membership').filter(fact => fact.payload.member)],
  }
}

/** What is asked for each of several owners, one after the other. */
async function ofEach<T>(owners: readonly string[], ask: (owner: string) => Promise<T[]>): Promise<T[]> {
  const all = await Promise.all([...new Set(owners)].map(ask))
  return all.flat()
}

/** The councils among the areas, by name of their slug. */
export function councilsOf(data: NationalData): Fact<'geography'>[] {
  return [...data.areas.values()].filter(fact => fact.payload.type === 'council')
}

/** The name under which national frameworks, and councils' copies of them, number the measures of the ASCOF. */
const ascof = 'ASCOF'

/** The editions by which the codes of national measures are known, oldest first. */
export function editionsOf(data: NationalData): string[] {
  const own = data.frameworks.filter(fact => isAscof(fact) && data.publishers.includes(fact.owner))
  return [...new Set(own.map(fact => fact.payload.edition))].sort(compareText)
}

/** The edition by whose codes a year's were numbered: the first that is not older than the year, else the newest. */
export function editionFor(data: NationalData, year: string): string | null {
  const editions = editionsOf(data)
  return editions.find(edition => edition >= year) ?? editions.at(-1) ?? null
}

/** The measures of an edition by their codes, each once. */
export function measuresOf(data: NationalData, edition: string): MeasureCode[] {
  const found = new Map<string, MeasureCode>()
  for (const owner of data.publishers)
    for (const framework of data.frameworks)
      if (framework.owner === owner && isAscof(framework) && framework.payload.edition === edition)
        for (const { owner: whose, name, indicator, payload } of data.memberships)
          if (whose === owner && name === framework.name && !found.has(indicator))
            found.set(indicator, { measure: indicator, code: payload.reference, edition })
  return [...found.values()].sort((a, b) => compareText(a.code, b.code))
}

/** The measure that an edition calls by this code; null where it has none. */
export function measureCalled(data: NationalData, edition: string, code: string): MeasureCode | null {
  return measuresOf(data, edition).find(each => codeKey(each.code) === codeKey(code)) ?? null
}

/** The codes of a measure, the newest edition first. */
export function codesOf(data: NationalData, measure: string): MeasureCode[] {
  return editionsOf(data)
    .reverse()
    .flatMap(edition => measuresOf(data, edition).filter(each => each.measure === measure))
}

/**
 * The national measure that a council's own indicator is: as it says itself, else because its framework is an edition of the ASCOF
 * and says the code. null where it is none.
 */
export function measureOfOwn(data: NationalData, owner: string, indicator: string): string | null {
  const said = data.indicators.get(`${owner} ${indicator}`)?.payload.measure ?? ''
  if (said !== '') return publishersOf(data, said).length > 0 ? said : null
  for (const framework of data.frameworks.filter(fact => fact.owner === owner && isAscof(fact))) {
    const membership = data.memberships.find(
      fact => fact.owner === owner && fact.name === framework.name && fact.indicator === indicator,
    )
    const edition = editionFor(data, framework.payload.edition)
    const found = membership && edition ? measureCalled(data, edition, membership.payload.reference) : null
    if (found) return found.measure
  }
  return null
}

/** A council's own indicators that are a national measure. */
export function ownOfMeasure(data: NationalData, owner: string, measure: string): string[] {
  const own = [...data.indicators.values()].filter(fact => fact.owner === owner).map(fact => fact.indicator)
  return own.filter(indicator => measureOfOwn(data, owner, indicator) === measure)
}

/** The publishers that give a measure, the one that counts first before the others. */
export function publishersOf(data: NationalData, measure: string): string[] {
  return data.publishers.filter(owner => data.indicators.has(`${owner} ${measure}`))
}

function isAscof(framework: Fact<'framework'>): boolean {
  return framework.payload.name === ascof
}
