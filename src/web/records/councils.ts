/** Whose records an organisation's pages show. */
import type { OrganisationView } from '../../answers/types.ts'
import type { HeldCouncil } from './services.ts'

/** Words of a council's name that do not tell it from others. */
const kinds = new Set(
  'council,county,city,borough,district,metropolitan,unitary,royal,london,authority,the,of,and,mbc,cc,lb'.split(','),
)

/** A name as two spellings of it agree. @example plainName('London Borough of Camden') // 'camden' */
function plainName(name: string): string {
  const words = name.toLowerCase().match(/[a-z0-9]+/g) ?? []
  const telling = words.filter(word => !kinds.has(word))
  return (telling.length > 0 ? telling : words).join(' ')
}

/** Whether a council is called as an organisation is. */
export function isCalled({ name }: HeldCouncil, organisation: Pick<OrganisationView, 'name' | 'slug'>): boolean {
  return [organisation.name, organisation.slug].some(each => plainName(each) === plainName(name))
}

/**
 * The councils of the records that an organisation's pages show: the one that is called as it is, whatever "county" or "council"
 * stands in its name. Where none is, those that are called as no other organisation here: a region's records are of many councils.
 */
export function councilsOf(
  organisation: OrganisationView,
  organisations: readonly OrganisationView[],
  held: readonly HeldCouncil[],
): readonly HeldCouncil[] {
  const own = held.filter(council => isCalled(council, organisation))
  if (own.length > 0) return own
  return held.filter(council => !organisations.some(other => isCalled(council, other)))
}
