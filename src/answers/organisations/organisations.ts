import type { AsAt, Reader } from '../../register/index.ts'
import { compareText } from '../../shared/compare-text.ts'
import { viewOfOrganisation } from '../framework-data.ts'
import type { OrganisationView } from '../types.ts'

/** The organisations known at a moment by name, real ones before invented ones. */
export async function organisations(reader: Reader, moment: AsAt): Promise<OrganisationView[]> {
  const facts = await reader.current(['organisation'], moment)
  return facts
    .filter(fact => fact.payload.type === 'council')
    .map(viewOfOrganisation)
    .sort((a, b) => Number(a.invented) - Number(b.invented) || compareText(a.name, b.name))
}
