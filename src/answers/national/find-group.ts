import type { Fact } from '../../shared/facts.ts'
import { NotFound } from '../not-found.ts'
import type { Council } from './find-council.ts'
import { councilsOf, type NationalData } from './national-data.ts'

/** A group of councils to compare one with. */
export type Group = {
  readonly slug: string
  readonly name: string
  readonly kind: 'england' | 'region' | 'type' | 'list'
  readonly members: ReadonlySet<string>
  /** Who says who belongs to it, and says figures of the whole: a publisher, or the council itself. */
  readonly owner: string
}

/**
 * The group that is meant: `england`, `region` and `type` (those of the council), `neighbours` (its own list, once loaded), or a list,
 * a region or a type by its slug or name; a council's own lists come before those of publishers.
 * @param council null where nobody asks for himself: then `region`, `type` and `neighbours` mean nothing
 * @throws NotFound when there is none, with what there is
 */
export function findGroup(data: NationalData, council: Council | null, asked: string): Group {
  if (asked === 'england') return once(data, 'england', () => england(data))
  if (council) {
    const { region, councilType } = council.area.payload
    if (asked === 'region') return areaGroup(data, String(region), 'region')
    if (asked === 'type') return areaGroup(data, String(councilType), 'type')
  }
  const isOwn = (fact: Fact<'group'>) => council !== null && fact.owner === council.organisation
  const lists = [...data.groups].sort((a, b) => Number(isOwn(b)) - Number(isOwn(a)))
  // Oflog's list of a council where it is loaded, else one that NHS England gives it.
  const wanted =
    asked === 'neighbours' && council ? [`neighbours-${council.slug}`, `${council.slug}-similar-authorities`] : [asked]
  const list = wanted
    .map(each => lists.find(fact => fact.name === each || tidy(fact.payload.name) === tidy(each)))
    .find(each => each !== undefined)
  if (list) {
    const { name, payload, owner } = list
    return once(data, `list ${owner} ${name}`, () => ({
      slug: name,
      name: payload.name,
      kind: 'list',
      members: new Set(payload.members),
      owner,
    }))
  }
  if (asked === 'neighbours' && council)
    throw new NotFound(
      `No nearest neighbours of ${council.name} are loaded: import the file nearest_neighbours_long.csv, which does not ship with Tidemark${predecessorsHint(council)}`,
    )
  const area = [...data.areas.values()].find(
    ({ name, payload }) =>
      (name === asked || tidy(payload.name) === tidy(asked)) && ['region', 'council_type'].includes(payload.type),
  )
  if (area) return areaGroup(data, area.name, area.payload.type === 'region' ? 'region' : 'type')
  if (!council && ['region', 'type', 'neighbours'].includes(asked))
    throw new NotFound(
      `Nothing says whose ${asked} is meant: name the council as well, or give the slug of a group, as east-of-england`,
    )
  const own = lists.filter(isOwn).map(fact => fact.name)
  throw new NotFound(
    `There is no group called ${asked}: say england${council ? ', region, type or neighbours' : ''}${own.length > 0 ? `, or ${own.join(', ')}` : ''}, or the slug of a list`,
  )
}

/** Groups by the data that they are of: made once, so that what is worked out for their members can be kept with them. */
const kept = new WeakMap<NationalData, Map<string, Group>>()

function once(data: NationalData, key: string, make: () => Group): Group {
  const groups = kept.get(data) ?? new Map<string, Group>()
  kept.set(data, groups)
  const group = groups.get(key) ?? make()
  groups.set(key, group)
  return group
}

function england(data: NationalData): Group {
  const councils = councilsOf(data)
  return {
    slug: 'england',
    name: 'England',
    kind: 'england',
    members: new Set(councils.map(each => each.name)),
    owner: String(councils[0]?.owner),
  }
}

function areaGroup(data: NationalData, slug: string, kind: 'region' | 'type'): Group {
  return once(data, `${kind} ${slug}`, () => councilsIn(data, slug, kind))
}

function councilsIn(data: NationalData, slug: string, kind: 'region' | 'type'): Group {
  const area = data.areas.get(slug)
  if (!area) throw new NotFound(`Nothing is known of the area ${slug} as at ${data.moment.asAt}`)
  const isIn = ({ payload }: Fact<'geography'>) => (kind === 'region' ? payload.region : payload.councilType) === slug
  const members = new Set(
    councilsOf(data)
      .filter(isIn)
      .map(each => each.name),
  )
  return { slug, name: area.payload.name, kind, members, owner: area.owner }
}

function predecessorsHint({ area }: Council): string {
  const { predecessors = [] } = area.payload
  return predecessors.length === 0 ? '' : `; it may hold those of ${predecessors.join(' and ')}, whom it succeeded`
}

function tidy(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()
}
