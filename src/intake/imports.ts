/** What the audit says of past imports, and of those that undid others. */
import type { AuditEntry, Reader } from '../register/index.ts'
import type { NewFact } from '../shared/facts.ts'
import type { Plan } from './plan.ts'

/** An import of the past, the undoing of one, which is an import itself, or a path of targets that was saved. */
export type PastImport = {
  /** Its number in the audit. */
  readonly n: number
  /** The UTC instant at which it was recorded. */
  readonly at: string
  /** The opaque id of whoever made it. */
  readonly actor: string
  /** From where it was made, as "command line". */
  readonly origin: string
  readonly files: readonly string[]
  /** Whose facts these were; empty where the audit does not say it. */
  readonly owners: readonly string[]
  /** Of which indicators they speak; the first of them, where they are many. */
  readonly indicators: readonly string[]
  readonly counts: Plan['counts']
  /** What it undid and why; null for an import of files. */
  readonly undid: {
    readonly n: number
    readonly why: string
    readonly restored: number
    readonly withdrawn: number
    readonly left: number
  } | null
  /** The number of the import that undid it; null as long as it holds. */
  readonly undoneBy: number | null
}

/** The actions of the audit that bring facts in and can be undone. */
const actions = ['import', 'undo', 'targets'] as const

type Detail = {
  readonly files?: readonly string[]
  readonly owners?: readonly string[]
  readonly indicators?: readonly string[]
  readonly counts?: Plan['counts']
  readonly upload?: string
  readonly undid?: PastImport['undid']
}

/** The most indicators that the audit's entry of an import names. */
const mostNamed = 50

/** What the audit's entry of an import says of its facts. */
export function aboutFacts(facts: readonly NewFact[]): Pick<PastImport, 'owners' | 'indicators'> {
  const sorted = (texts: readonly string[]) => [...new Set(texts)].filter(text => text !== '').sort()
  return {
    owners: sorted(facts.map(fact => fact.owner)),
    indicators: sorted(facts.map(fact => fact.indicator)).slice(0, mostNamed),
  }
}

/** Every import of the past, the latest first. */
export async function pastImports(reader: Reader): Promise<PastImport[]> {
  return importsIn(await reader.entries(Number.MAX_SAFE_INTEGER, actions))
}

/** The imports among these entries of the audit, the latest first, each with the one that undid it. */
function importsIn(entries: readonly AuditEntry[]): PastImport[] {
  const undoneBy = new Map<number, number>()
  // From the latest to the first: an undoing that was undone itself undoes nothing.
  return entries.map(({ n, at, actor, origin, detail }) => {
    const { files = [], owners = [], indicators = [], counts = noCounts, undid = null } = JSON.parse(detail) as Detail
    const by = undoneBy.get(n) ?? null
    if (undid && by === null) undoneBy.set(undid.n, n)
    return { n, at, actor, origin, files, owners, indicators, counts, undid, undoneBy: by }
  })
}

const noCounts: Plan['counts'] = { new: 0, revised: 0, restated: 0, unchanged: 0 }

/** The number of the import that stored an upload; null where none has. */
export async function importOfUpload(reader: Reader, upload: string): Promise<number | null> {
  const entries = await reader.entries(Number.MAX_SAFE_INTEGER, ['import'])
  return entries.find(({ detail }) => (JSON.parse(detail) as Detail).upload === upload)?.n ?? null
}
