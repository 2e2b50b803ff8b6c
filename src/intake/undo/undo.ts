import type { Author, ExportedFact, Reader, Register, Report } from '../../register/index.ts'
import type { Fact } from '../../shared/facts.ts'
import { aboutFacts, type PastImport, pastImports } from '../imports.ts'
import { digestOf } from '../plan.ts'
import { versionsOf } from '../versions.ts'
import { planOfUndo, type UndoPlan } from './plan-undo.ts'

/** An import that cannot be undone, and why, in a sentence. */
export class CannotUndo extends Error {}

export type UndoResult = {
  readonly undone: PastImport
  readonly plan: UndoPlan
  /** The number of the import that undid the other; null where nothing was stored. */
  readonly entry: number | null
}

export type UndoOptions = {
  /** Why, in words; the audit keeps them. */
  readonly why: string
  /** The digest of the plan that somebody has seen and agreed to: another plan is not stored. */
  readonly agreed?: string | undefined
}

/**
 * What the undoing of an import would add; nothing is stored.
 * @throws CannotUndo when there is no such import, or it is undone already
 */
export async function planUndo(reader: Reader, n: number): Promise<UndoResult> {
  const imports = await pastImports(reader)
  const undone = imports.find(each => each.n === n)
  if (!undone) throw new CannotUndo(`There is no import ${n}: tidemark imports lists them`)
  if (undone.undoneBy !== null)
    throw new CannotUndo(`Import ${n} is undone already, by import ${undone.undoneBy}; undo that one to have it back`)
  const recorded = await reader.recordedIn(n)
  const facts = recorded.filter(isThere)
  const since = imports.flatMap(each =>
    each.n > n && each.undoneBy !== null ? [{ undone: each.n, by: each.undoneBy }] : [],
  )
  const undoneSince: { facts: Fact[]; by: Fact[] }[] = []
  for (const pair of since)
    undoneSince.push({
      facts: (await reader.recordedIn(pair.undone)).filter(isThere),
      by: (await reader.recordedIn(pair.by)).filter(isThere),
    })
  const versions = await versionsOf(reader, facts)
  const plan = planOfUndo({ n, facts, versions, redacted: await redactedKeys(reader), undoneSince })
  return { undone, plan, entry: null }
}

/**
 * Undoes an import by a further one, which says of each fact what was said before. Nothing is overwritten, and it can be
 * undone as any import.
 * @throws CannotUndo when there is no such import, or it is undone already
 */
export async function undoImport(
  register: Register,
  author: Author,
  n: number,
  { why, agreed }: UndoOptions,
  progress?: Report,
): Promise<UndoResult> {
  return register.change(author, 'undo', async change => {
    const result = await planUndo(change.reader, n)
    const { changes, counts } = result.plan
    if (changes.length === 0 || (agreed !== undefined && digestOf(changes) !== agreed)) return result
    const facts = changes.map(each => each.fact)
    await change.add(facts, undefined, progress)
    change.describe({ undid: { n, why, ...counts }, ...aboutFacts(facts) })
    return { ...result, entry: change.entry }
  })
}

function isThere(fact: ExportedFact): fact is Fact {
  return fact.payload !== null
}

/** The keys of which a version was taken out on purpose. */
async function redactedKeys(reader: Reader): Promise<ReadonlySet<string>> {
  return new Set([...(await reader.redacted())].map(each => (JSON.parse(each) as [string])[0]))
}
