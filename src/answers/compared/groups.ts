import type { Council } from '../national/find-council.ts'
import { findGroup, type Group } from '../national/find-group.ts'
import type { NationalData } from '../national/national-data.ts'
import { NotFound } from '../not-found.ts'

export type GroupChoice = { readonly slug: string; readonly name: string }

/** The groups that a council can be set among: England, its own lists, its neighbours where they are loaded, its region, its type. */
export function groupsOf(data: NationalData, council: Council): GroupChoice[] {
  const own = data.groups
    .filter(fact => fact.owner === council.organisation && fact.payload.members.length > 0)
    .map(({ name, payload }) => ({ slug: name, name: payload.name }))
  const near = neighboursOf(data, council)
  const { region, councilType } = council.area.payload
  const areas = [
    { slug: 'region', name: nameOf(data, region) },
    { slug: 'type', name: nameOf(data, councilType) },
  ].filter(each => each.name !== '')
  return [
    { slug: 'england', name: 'England' },
    ...own,
    ...(near && !own.some(each => each.slug === near.slug) ? [{ slug: 'neighbours', name: 'Nearest neighbours' }] : []),
    ...areas,
  ]
}

/** Those that a council is held to be like: its own list first, else its neighbours; null where neither is loaded. */
export function likeOf(data: NationalData, council: Council): Group | null {
  const own = data.groups.find(fact => fact.owner === council.organisation && fact.payload.members.length > 0)
  return own ? findGroup(data, council, own.name) : neighboursOf(data, council)
}

function neighboursOf(data: NationalData, council: Council): Group | null {
  try {
    return findGroup(data, council, 'neighbours')
  } catch (error) {
    if (error instanceof NotFound) return null
    throw error
  }
}

function nameOf(data: NationalData, area: string | undefined): string {
  return area ? (data.areas.get(area)?.payload.name ?? '') : ''
}
