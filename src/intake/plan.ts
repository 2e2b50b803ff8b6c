import { createHash } from 'node:crypto'
import { compareText } from '../shared/compare-text.ts'
import { type Fact, keyText, type NewFact } from '../shared/facts.ts'
import type { Draft } from './exchange/facts-of-rows.ts'
import type { Place } from './exchange/read-table.ts'

/** What an import would do, before it does it. */
export type Plan = {
  readonly changes: readonly PlannedChange[]
  readonly counts: {
    readonly new: number
    readonly revised: number
    readonly restated: number
    readonly unchanged: number
  }
}

type PlannedChange = {
  readonly fact: NewFact
  readonly place: Place
  /** restated: another document says the same again; it is recorded, and nothing changes. */
  readonly change: 'new' | 'revised' | 'restated'
  readonly old: Fact | null
}

/**
 * Compares drafts with what the register holds: a draft is unchanged when the register already says the same as at its
 * day, from the same document or where the draft names none.
 * @param held every version of the facts that the drafts could supersede
 */
export function planOf(drafts: readonly Draft[], held: readonly Fact[]): Plan {
  const versions = Map.groupBy(held, fact => keyText(fact.kind, fact))
  const counts = { new: 0, revised: 0, restated: 0, unchanged: 0 }
  const changes: PlannedChange[] = []
  // In the order of their days, so that a later row is compared with an earlier one of the same import.
  const ordered = drafts.map((draft, at) => ({ draft, at }))
  ordered.sort((a, b) => compareText(a.draft.fact.knownOn, b.draft.fact.knownOn) || a.at - b.at)
  for (const { draft } of ordered) {
    const key = keyText(draft.fact.kind, draft.fact)
    const earlier = versions.get(key) ?? []
    const old = latestAt(earlier, draft.fact.knownOn)
    const fact = completed(draft, old)
    const change = changeOf(fact, old, earlier)
    counts[change] += 1
    if (change === 'unchanged') continue
    changes.push({ fact, place: draft.place, change, old })
    const recorded = { ...fact, seq: Number.MAX_SAFE_INTEGER, recordedAt: '\uffff', actor: '' } as unknown as Fact
    versions.set(key, [...earlier, recorded])
  }
  return { changes, counts }
}

/**
 * What a draft says where its source cannot state everything: the same as before, if it states nothing else; a target keeps
 * its profile with its new number.
 */
function completed({ fact, states }: Draft, old: Fact | null): NewFact {
  if (!states || !old) return fact
  const before = old.payload as Readonly<Record<string, unknown>>
  const now = fact.payload as Readonly<Record<string, unknown>>
  const isSame = states.every(field => sameSaying(before[field], now[field]))
  if (isSame) return { ...fact, payload: before } as unknown as NewFact
  if (fact.kind !== 'target') return fact
  const stated = Object.fromEntries(states.map(field => [field, now[field]]))
  return { ...fact, payload: { ...before, ...stated } } as unknown as NewFact
}

function changeOf(fact: NewFact, old: Fact | null, versions: readonly Fact[]): PlannedChange['change'] | 'unchanged' {
  if (!old) return 'new'
  if (!sameSaying(fact.payload, old.payload)) return 'revised'
  const { document } = fact.from
  const isKnown =
    document === '' || versions.some(each => each.from.document === document && each.knownOn === fact.knownOn)
  return isKnown ? 'unchanged' : 'restated'
}

/** The version that counts at a day: the latest known by then, and of those the latest recorded; null where there is none. */
export function latestAt(versions: readonly Fact[], day: string): Fact | null {
  let latest: Fact | null = null
  for (const version of versions)
    if (version.knownOn <= day && (latest === null || isAfter(version, latest))) latest = version
  return latest
}

function isAfter(a: Fact, b: Fact): boolean {
  return (compareText(a.knownOn, b.knownOn) || compareText(a.recordedAt, b.recordedAt) || a.seq - b.seq) >= 0
}

/** What tells one set of changes from another: what is said of what, from which day, and what was said before. */
export function digestOf(changes: readonly { readonly fact: NewFact; readonly old: Fact | null }[]): string {
  const hash = createHash('sha256')
  for (const { fact, old } of changes) {
    const { kind, knownOn, payload, from } = fact
    hash.update(`${JSON.stringify([keyText(kind, fact), knownOn, payload, from, old?.payload ?? null])}\n`)
  }
  return hash.digest('hex')
}

/** Whether two payloads say the same, whatever the order of their fields. */
function sameSaying(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  const left = Object.entries(a)
  const right = b as Record<string, unknown>
  return left.length === Object.keys(right).length && left.every(([name, value]) => sameSaying(value, right[name]))
}
