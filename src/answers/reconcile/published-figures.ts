import type { Published } from '../../measures/reconcile/reconcile.ts'
import type { Reader } from '../../register/index.ts'
import { type Fact, ofKind } from '../../shared/facts.ts'
import { observationsFor, type Standing } from '../observations.ts'
import type { Moment } from '../types.ts'

/** A council of the client-level records. */
type Council = { readonly code: string; readonly name: string }

export type PublishedFigures = {
  /** The area under which the council was found among the publishers' figures; null where it was not. */
  readonly area: string | null
  readonly own: readonly Published[]
  /** The same measures of the whole country, for comparison. */
  readonly national: readonly Published[]
}

/**
 * What national publishers printed of a council for a financial year, and of the country. The council is known by its code of social
 * services, its code of the statistics office, or its name.
 * @param year as 2024/25
 */
export async function publishedFigures(
  reader: Reader,
  moment: Moment,
  council: Council,
  year: string,
): Promise<PublishedFigures> {
  const facts = await reader.current(standing, moment)
  const areas = ofKind(facts, 'geography')
  const area = areas.find(each => each.payload.type === 'council' && isOf(each, council))
  const nations = new Set(areas.flatMap(({ name, payload }) => (payload.type === 'nation' ? [name] : [])))
  const geographies = [...(area ? [area.name] : []), ...nations]
  const organisations = ofKind(facts, 'organisation')
  // An invented publisher's figures are of invented councils: those of real ones are not put beside them.
  const isInvented = organisations.some(({ payload }) => payload.geography === area?.name && payload.invented)
  const publishers = organisations.filter(
    ({ payload }) => payload.type === 'publisher' && (payload.invented ?? false) === isInvented,
  )
  const found = await Promise.all(
    publishers.map(({ name: owner }) =>
      observationsFor(
        reader,
        { owner, geographies, moment, audience: 'officer', alsoHidden: new Set() },
        standingOf(facts, owner),
      ),
    ),
  )
  const ofYear = found.flat().filter(({ period }) => period === year)
  const names = new Map(publishers.map(({ name, payload }) => [name, payload.name]))
  return {
    area: area?.payload.name ?? null,
    own: ofYear.filter(({ geography }) => geography === area?.name).flatMap(each => publishedOf(each, names)),
    national: ofYear.filter(({ geography }) => nations.has(geography)).flatMap(each => publishedOf(each, names)),
  }
}

const standing = ['organisation', 'geography', 'indicator', 'framework', 'membership', 'card'] as const

function standingOf(facts: readonly Fact<(typeof standing)[number]>[], owner: string): Standing {
  const own = facts.filter(fact => fact.owner === owner)
  return {
    indicators: ofKind(own, 'indicator'),
    frameworks: ofKind(own, 'framework'),
    memberships: ofKind(own, 'membership'),
    cards: ofKind(own, 'card'),
  }
}

function isOf({ payload }: Fact<'geography'>, { code, name }: Council): boolean {
  const same = (text: string | undefined) =>
    text !== undefined && text.trim().toLowerCase() === name.trim().toLowerCase()
  return payload.cassrCode === code || payload.onsCode === code || same(payload.name)
}

function publishedOf(
  { indicator, owner, payload, from }: Fact<'observation'>,
  names: ReadonlyMap<string, string>,
): Published[] {
  if (payload.value === null) return []
  const number = (text: string | null) => (text === null ? null : Number(text))
  return [
    {
      indicator,
      owner,
      publisher: names.get(owner) ?? owner,
      value: Number(payload.value),
      numerator: number(payload.numerator),
      denominator: number(payload.denominator),
      document: from.document,
    },
  ]
}
