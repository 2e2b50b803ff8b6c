import type { OrganisationContext } from '../../show-page.ts'
import { councilsOf } from '../councils.ts'
import type { KeptFile } from '../intake/services.ts'

/** The files of records that an organisation's pages show, also those that are left out, in the order of loading. */
export function filesOf({ services, organisation, frame }: OrganisationContext): readonly KeptFile[] {
  const files = services.records.intake.files()
  const names = new Map(files.map(({ council, councilName }) => [council, councilName]))
  const held = [...names].map(([code, name]) => ({ code, name: name || code }))
  const own = new Set(councilsOf(organisation, frame.organisations, held).map(({ code }) => code))
  return files.filter(({ council }) => own.has(council))
}
