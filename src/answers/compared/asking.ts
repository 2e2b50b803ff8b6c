import type { Reader } from '../../register/index.ts'
import { loadFigures, type MeasureFigures, tallyOfFigures } from '../benchmark/benchmark.ts'
import { viewOfOrganisation } from '../framework-data.ts'
import { type Council, findCouncil } from '../national/find-council.ts'
import type { Group } from '../national/find-group.ts'
import { loadNational, type NationalData } from '../national/national-data.ts'
import { NotFound } from '../not-found.ts'
import type { Moment, OrganisationView } from '../types.ts'
import type { ComparedSource } from './sources.ts'

/**
 * All that publishers give at a moment: the same for every council that asks. Figures that a council holds itself are not in it, so
 * that nothing stands on these pages that an audience must not see.
 */
export type Comparing = {
  readonly data: NationalData
  readonly figures: ReadonlyMap<string, MeasureFigures>
  /** The publishers' documents by their slugs. */
  readonly documents: ReadonlyMap<string, ComparedSource>
}

/** What was loaded, with a text that says of what: as long as it is the same, so are the figures. */
export type Loaded = Comparing & { readonly loadedFrom: string }

/**
 * Loads what publishers give. The figures are much: those loaded before are taken again where nothing of them has changed since,
 * as after most changes of the register.
 */
export async function loadComparing(reader: Reader, moment: Moment, before: Loaded | null = null): Promise<Loaded> {
  const data = await loadNational(reader, moment, null)
  const { publishers } = data
  const measures = [...new Set(data.memberships.map(fact => fact.indicator))]
  const tally = await tallyOfFigures(reader, data)
  const loadedFrom = JSON.stringify([moment.asAt, moment.recordedBefore ?? '', publishers, tally, measures])
  const sources = await Promise.all(publishers.map(owner => reader.current(['source'], moment, { owner })))
  return {
    data,
    figures: before?.loadedFrom === loadedFrom ? before.figures : await loadFigures(reader, data, null, measures),
    documents: new Map(sources.flat().map(({ name, payload }) => [name, payload])),
    loadedFrom,
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
