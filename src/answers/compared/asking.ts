import type { Reader } from '../../register/index.ts'
import { loadFigures, type MeasureFigures } from '../benchmark/benchmark.ts'
import { viewOfOrganisation } from '../framework-data.ts'
import { type Council, findCouncil } from '../national/find-council.ts'
import type { Group } from '../national/find-group.ts'
import { loadNational, type NationalData } from '../national/national-data.ts'
import { NotFound } from '../not-found.ts'
import type { Moment, OrganisationView } from '../types.ts'

/**
 * All that publishers give at a moment: the same for every council that asks. Figures that a council holds itself are not in it, so
 * that nothing stands on these pages that an audience must not see.
 */
export type Comparing = {
  readonly data: NationalData
  readonly figures: ReadonlyMap<string, MeasureFigures>
  /** Titles of the publishers' documents by their slugs. */
  readonly documents: ReadonlyMap<string, string>
}

/** Loads what publishers give. It is much: keep it while the register says the same. */
export async function loadComparing(reader: Reader, moment: Moment): Promise<Comparing> {
  const data = await loadNational(reader, moment)
  const measures = data.memberships.filter(fact => data.publishers.includes(fact.owner)).map(fact => fact.indicator)
  const sources = await reader.current(['source'], moment)
  return {
    data,
    figures: await loadFigures(reader, data, null, [...new Set(measures)]),
    documents: new Map(sources.map(({ name, payload }) => [name, payload.title])),
  }
}

/** An organisation with the council that it is among the publishers' areas. */
type Asking = {
  readonly organisation: OrganisationView
  /** null where it cannot be compared, with the reason. */
  readonly council: Council | null
  readonly because: string
}

/** The council that asks. @throws NotFound when there is no such organisation */
export function askingIn(data: NationalData, slug: string): Asking {
  const fact = data.organisations.get(slug)
  if (!fact) throw new NotFound(`There is no organisation ${slug} as at ${data.moment.asAt}`)
  const organisation = viewOfOrganisation(fact)
  try {
    return { organisation, council: findCouncil(data, slug), because: '' }
  } catch (error) {
    if (!(error instanceof NotFound)) throw error
    return { organisation, council: null, because: error.message }
  }
}

/** A group as it stands in the middle of a sentence. @example 'the family group' */
export function groupInWords(data: NationalData, { slug, name, kind }: Group): string {
  if (kind === 'england') return name
  if (kind === 'list') return `the ${name.charAt(0).toLowerCase()}${name.slice(1)}`
  return data.areas.get(slug)?.payload.inSentence || `the councils of ${name}`
}
