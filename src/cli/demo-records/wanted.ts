/** Whether the demo council's invented client-level records belong in a home: never where a real council keeps its own. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { hasKey } from '../../measures/lake/key.ts'
import { readLake } from '../../measures/lake/lake.ts'
import { monthlyFramework } from '../../measures/monthly/tables.ts'
import type { Reader } from '../../register/index.ts'

/** The organisation whose records are invented. */
export const demoOrganisation = 'demo'

/** Its code in the records. Those of real councils are three digits. */
export const demoCouncil = 'H01'

/** What stands in the way, or what is left to do; `done` where nothing is. */
export type Wanted =
  | { readonly kind: 'done' }
  | { readonly kind: 'wanted'; readonly hasRecords: boolean }
  | { readonly kind: 'refused'; readonly why: string }

/** Where the files lie while they are made; what an interrupted run left here is made again. */
export const unfinishedFolder = (home: string): string => join(home, 'demo-records-unfinished')

/**
 * Looks into a register and its home.
 * @param examples the folder of the examples, whose organisations are nobody's own
 */
export async function demoRecordsWanted(reader: Reader, home: string, examples: string): Promise<Wanted> {
  const facts = await reader.current(['organisation', 'framework'], { asAt: '9999-12-31' })
  const organisations = facts.flatMap(fact => (fact.kind === 'organisation' ? [fact] : []))
  const demo = organisations.find(({ name }) => name === demoOrganisation)
  if (!demo?.payload.invented) return refused('The register does not hold the invented council of the examples')
  const known = new Set(organisationsIn(examples))
  const own = organisations.find(({ name, payload }) => payload.type === 'council' && !known.has(name))
  if (own)
    return refused(`The register holds ${own.payload.name}, which is no example: invented records do not go beside it`)
  const { submissions } = readLake(home)
  if (submissions.some(({ council }) => council !== demoCouncil))
    return refused('The client-level records here are of other councils: invented ones do not go beside them')
  const hasRecords = submissions.length > 0
  if (!hasRecords && hasKey(home) && !existsSync(unfinishedFolder(home)))
    return refused(
      'There is a key for client-level records here, so that real ones may come: no invented ones are made',
    )
  const hasMeasures = facts.some(
    fact => fact.kind === 'framework' && fact.owner === demoOrganisation && fact.name === monthlyFramework,
  )
  return hasRecords && hasMeasures ? { kind: 'done' } : { kind: 'wanted', hasRecords }
}

const refused = (why: string): Wanted => ({ kind: 'refused', why })

function organisationsIn(examples: string): string[] {
  return readdirSync(examples, { withFileTypes: true })
    .map(entry => join(examples, entry.name, 'organisations.csv'))
    .filter(file => existsSync(file))
    .flatMap(file => {
      const rows: Readonly<Record<string, string>>[] = parse(readFileSync(file), { columns: true, bom: true })
      return rows.map(row => row['organisation'] ?? '')
    })
}
