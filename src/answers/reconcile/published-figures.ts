import type { Published } from '../../measures/reconcile/reconcile.ts'
import type { Reader } from '../../register/index.ts'
import { type Fact, ofKind } from '../../shared/facts.ts'
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
  const standing = await reader.current(['organisation', 'geography'], moment)
  const publishers = new Set(
    ofKind(standing, 'organisation').flatMap(({ name, payload }) => (payload.type === 'publisher' ? [name] : [])),
  )
  const areas = ofKind(standing, 'geography')
  const area = areas.find(each => each.payload.type === 'council' && isOf(each, council))
  const nations = areas.filter(({ payload }) => payload.type === 'nation')
  const of = async (places: readonly string[]) => {
    const facts = await reader.current(['observation'], moment, { geographies: places, periods: [year], breakdown: '' })
    return facts.filter(({ owner }) => publishers.has(owner)).flatMap(publishedOf)
  }
  return {
    area: area?.payload.name ?? null,
    own: area ? await of([area.name]) : [],
    national: await of([...new Set(nations.map(({ name }) => name))]),
  }
}

function isOf({ payload }: Fact<'geography'>, { code, name }: Council): boolean {
  const same = (text: string | undefined) =>
    text !== undefined && text.trim().toLowerCase() === name.trim().toLowerCase()
  return payload.cassrCode === code || payload.onsCode === code || same(payload.name)
}

function publishedOf({ indicator, owner, payload, from }: Fact<'observation'>): Published[] {
  if (payload.value === null) return []
  const number = (text: string | null) => (text === null ? null : Number(text))
  return [
    {
      indicator,
      owner,
      value: Number(payload.value),
      numerator: number(payload.numerator),
      denominator: number(payload.denominator),
      document: from.document,
    },
  ]
}
