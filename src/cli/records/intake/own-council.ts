/** Which council an organisation is, and that the records taken in on its pages are of no other. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { OrganisationView } from '../../../answers/types.ts'
import type { Problem } from '../../../intake/grid.ts'
import type { Submission } from '../../../measures/lake/lake.ts'
import { problem } from '../../../measures/lake/submission-checks.ts'
import type { Reader } from '../../../register/index.ts'
import { ofKind } from '../../../shared/facts.ts'
import { isCalled } from '../../../web/records/councils.ts'
import type { HeldCouncil } from '../../../web/records/services.ts'

/** What tells the code of a council: the records, the register, and the list of areas of the catalogue. */
export type CouncilCodes = { readonly held: readonly HeldCouncil[]; readonly areas: ReadonlyMap<string, string> }

/**
 * The codes of social services of areas, by the name that the register gives an area.
 * @param catalogue its folder
 */
export async function codesOfAreas(reader: Reader, catalogue: string): Promise<ReadonlyMap<string, string>> {
  const listed: Readonly<Record<string, string>>[] = parse(
    readFileSync(join(catalogue, 'national', 'geographies.csv')),
    { columns: true, bom: true },
  )
  const own = ofKind(await reader.current(['geography'], { asAt: '9999-12-31' }), 'geography')
  return new Map([
    ...listed.flatMap(row => code(row['geography'], row['type'] === 'council' ? row['cassr_code'] : undefined)),
    ...own.flatMap(({ name, payload }) => code(name, payload.type === 'council' ? payload.cassrCode : undefined)),
  ])
}

const code = (area: string | undefined, text: string | undefined): [string, string][] =>
  area && text ? [[area, text]] : []

/** The code of the council that an organisation is: as its records say, or its area; null where nothing says it. */
export function codeOf(organisation: OrganisationView, { held, areas }: CouncilCodes): string | null {
  return held.find(council => isCalled(council, organisation))?.code ?? areas.get(organisation.geography) ?? null
}

/** A code as a council has one: what else stands in the field is not quoted. */
const isCode = (text: string) => /^[A-Z0-9]{1,4}$/i.test(text)

type Whose = {
  readonly organisation: { readonly name: string }
  readonly own: string | null
  readonly others: readonly string[]
}

/** The files that are of another council than the organisation's, each as a problem. */
export function notOwn(files: readonly Submission[], { organisation, own, others }: Whose): Problem[] {
  return files.flatMap(({ file, council }) => {
    const wrong = (says: string) => [problem(file, 'error', 'other-council', says)]
    if (own !== null && council !== own)
      return wrong(
        `the file is of ${isCode(council) ? `council ${council}` : 'another council'}, and ${organisation.name} is ${own}`,
      )
    if (others.includes(council))
      return wrong(`the file is of council ${council}, which is another organisation here: take it in on its own pages`)
    return isCode(council) || own !== null
      ? []
      : wrong('the code of the council is none: a column may be in the wrong place')
  })
}
