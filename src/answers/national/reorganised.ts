import type { Fact } from '../../shared/facts.ts'
import { listed } from '../../shared/words.ts'
import type { NationalData } from './national-data.ts'

/**
 * Why a council has no figure in a year in which it was not there: it began later, or had ended by then. null where it was there.
 * @example reorganisedIn(data, dorset, '2018/19') // Dorset began in 2019/20; before it, Dorset County
 */
export function reorganisedIn(data: NationalData, area: Fact<'geography'>, period: string): string | null {
  const { name, from = '', to = '', predecessors = [] } = area.payload
  if (from !== '' && period < from) {
    const before = namesOf(data, predecessors)
    return `${name} began in ${from}${before.length > 0 ? `; before it, ${listed(before)}` : ''}`
  }
  if (to === '' || period <= to) return null
  const after = [...data.areas.values()].filter(each => each.payload.predecessors?.includes(area.name))
  return `${name} ended with ${to}${after.length > 0 ? `; after it, ${listed(after.map(each => each.payload.name))}` : ''}`
}

/** Areas by their names, in the order of their slugs as given. */
export function namesOf({ areas }: Pick<NationalData, 'areas'>, slugs: readonly string[]): string[] {
  return slugs.map(slug => areas.get(slug)?.payload.name ?? slug)
}
