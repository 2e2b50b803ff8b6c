import type { Kysely, Transaction } from 'kysely'
import { keyText, type NewFact } from '../shared/facts.ts'
import { entryHash, FactsHash } from './audit/hashes.ts'
import { breathe } from './breathe.ts'
import type { RegisterEffects } from './effects.ts'
import { factRow } from './fact-row.ts'
import { inTurn } from './in-turn.ts'
import { type Reader, readerOf } from './reader.ts'
import type { Author } from './register.ts'
import { type AuditEntryRow, keyColumns, type Schema } from './schema.ts'
import type { Store } from './stores/store.ts'

/** What a change may do while it holds the lock. */
export type Change = {
  /** The number that the audit's entry of this change will have. */
  readonly entry: number
  /** Sees what this change would build upon; nobody else writes meanwhile. */
  readonly reader: Reader
  /** What the audit entry says besides: the files of an import. */
  describe(detail: Readonly<Record<string, unknown>>): void
  /**
   * Adds facts. `seen` names the version that the author saw of a fact (its seq, or null where there was none).
   * @throws Conflict when somebody recorded another version in between
   */
  add(facts: readonly NewFact[], seen?: ReadonlyMap<string, number | null>, report?: Report): Promise<void>
}

/** Is told how much of long work is done. */
export type Report = (done: number, total: number) => void

/** Somebody else saved the same thing first. Nothing of this change was recorded; both versions are here to be shown. */
export class Conflict extends Error {
  readonly facts: readonly { readonly fact: NewFact; readonly since: number }[]
  constructor(facts: Conflict['facts']) {
    super(
      `Not saved, as somebody changed ${facts.length === 1 ? 'it' : `${facts.length} of these`} in the meantime: look at the new version, then save again`,
    )
    this.name = 'Conflict'
    this.facts = facts
  }
}

const rowsInOneInsert = 1000
const saltBytes = 16

/** Runs one change under the lock of the chain's head; see Register.change. */
export function changeRegister<T>(
  store: Store,
  effects: RegisterEffects,
  author: Author,
  action: string,
  run: (change: Change) => Promise<T>,
): Promise<T> {
  return inTurn(store, tx => runLocked(store, tx, effects, author, action, run))
}

async function runLocked<T>(
  store: Store,
  tx: Transaction<Schema>,
  effects: RegisterEffects,
  author: Author,
  action: string,
  run: (change: Change) => Promise<T>,
): Promise<T> {
  const head = await lockHead(store, tx)
  const at = instantOf(effects, head)
  const n = head.n + 1
  const hashed = new FactsHash()
  let detail: Readonly<Record<string, unknown>> = {}
  let seq = head.last_seq

  const result = await run({
    entry: n,
    reader: readerOf(tx),
    describe(more) {
      detail = { ...detail, ...more }
    },
    async add(facts, seen, report) {
      if (seen) await refuseConflicts(tx, facts, seen)
      for (let start = 0; start < facts.length; start += rowsInOneInsert) {
        const part = facts.slice(start, start + rowsInOneInsert)
        const salts = saltsFor(part.length, effects)
        const rows = part.map((fact, index) => {
          seq += 1
          return factRow(fact, { seq, entry: n, recorded_at: at, actor: author.actor }, salts[index] as string)
        })
        for (const row of rows) hashed.add(row)
        await store.insertFacts(tx, rows)
        report?.(start + rows.length, facts.length)
        await breathe()
      }
    },
  })

  if (hashed.count > 0 || Object.keys(detail).length > 0)
    await addEntry(tx, head.hash, {
      n,
      at,
      actor: author.actor,
      action,
      origin: author.origin,
      detail: JSON.stringify(detail),
      facts: hashed.count,
      facts_hash: hashed.digest(),
      lastSeq: seq,
    })
  return result
}

/** Salts for so many facts, drawn at once: asking for chance takes longer than all else about a fact. */
export function saltsFor(count: number, effects: RegisterEffects): string[] {
  const all = effects.randomHex(saltBytes * count)
  return Array.from({ length: count }, (_, at) => all.slice(at * saltBytes * 2, (at + 1) * saltBytes * 2))
}

/** Locks the head of the chain for the rest of the transaction and reads it. */
export async function lockHead(store: Store, tx: Kysely<Schema>) {
  const head = tx.selectFrom('audit_head').selectAll()
  // SQLite holds the lock since `begin immediate`.
  return (store.name === 'postgres' ? head.forUpdate() : head).executeTakeFirstOrThrow()
}

/** The instant of a change. A clock that was set back must not make a later fact look earlier. */
export function instantOf(effects: RegisterEffects, head: { readonly last_at: string }): string {
  const now = effects.now()
  if (now < head.last_at) return head.last_at
  return now
}

/** Adds an entry behind the one with this hash and moves the head. */
export async function addEntry(
  tx: Kysely<Schema>,
  previous: string,
  given: Omit<AuditEntryRow, 'previous' | 'hash'> & { readonly lastSeq: number },
): Promise<void> {
  const { lastSeq, ...rest } = given
  const entry = { ...rest, previous }
  const hash = entryHash(entry)
  await tx
    .insertInto('audit_entry')
    .values({ ...entry, hash })
    .execute()
  await tx
    .updateTable('audit_head')
    .set({ n: entry.n, hash, last_seq: lastSeq, last_at: entry.at })
    .where('id', '=', 1)
    .execute()
}

async function refuseConflicts(
  tx: Transaction<Schema>,
  facts: readonly NewFact[],
  seen: ReadonlyMap<string, number | null>,
): Promise<void> {
  const conflicts: { fact: NewFact; since: number }[] = []
  for (const fact of facts) {
    const expected = seen.get(keyText(fact.kind, fact))
    if (expected === undefined) continue
    const versions = tx.selectFrom('fact').select(({ fn }) => fn.max('seq').as('last'))
    const { last } = await keyColumns
      .reduce((query, column) => query.where(column, '=', fact[column]), versions)
      .executeTakeFirstOrThrow()
    if ((last ?? null) !== expected) conflicts.push({ fact, since: Number(last) })
  }
  if (conflicts.length > 0) throw new Conflict(conflicts)
}
