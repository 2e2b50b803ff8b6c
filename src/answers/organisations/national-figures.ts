import type { Reader } from '../../register/index.ts'
import { councilsOf, loadNational } from '../national/national-data.ts'
import type { Moment } from '../types.ts'

/** What the register holds of national publishers, in one line. */
export type NationalFigures = {
  /** Councils of today with figures that others can be set beside. */
  readonly councils: number
  /** Whose figures they are, the one whose figures come first before the others. */
  readonly publishers: readonly string[]
}

/** The figures of national publishers that are there at a moment; null where there are none. */
export async function nationalFigures(reader: Reader, moment: Moment): Promise<NationalFigures | null> {
  const data = await loadNational(reader, moment)
  const publishers = data.publishers.filter(owner => data.frameworks.some(framework => framework.owner === owner))
  if (publishers.length === 0) return null
  const organisations = await reader.current(['organisation'], moment)
  const nameOf = (owner: string) => organisations.find(fact => fact.name === owner)?.payload.name ?? owner
  return {
    councils: councilsOf(data).filter(({ payload }) => (payload.to ?? '') === '').length,
    publishers: publishers.map(nameOf),
  }
}
