import { existsSync } from 'node:fs'
import { type Kysely, sql } from 'kysely'
import { FactsHash } from './audit/hashes.ts'
import { verifyAudit } from './audit/verify.ts'
import { copyTables } from './backup.ts'
import { breathe } from './breathe.ts'
import { addEntry, lockHead, saltsFor } from './change.ts'
import type { RegisterEffects } from './effects.ts'
import { factRow } from './fact-row.ts'
import { inTurn } from './in-turn.ts'
import type { ExportedFact } from './reader.ts'
import type { Author } from './register.ts'
import type { Schema } from './schema.ts'
import { postgresGuards } from './stores/postgres.ts'
import { openSqliteStore, sqliteGuards } from './stores/sqlite.ts'
import type { Store } from './stores/store.ts'

/** Facts in the order of their numbers, a batch at a time. */
export type RestoreFacts = Iterable<readonly ExportedFact[]> | AsyncIterable<readonly ExportedFact[]>

/**
 * Takes exported facts into an empty register verbatim: numbers, times and authors stay as they were. One audit entry says
 * so and where they came from.
 * @throws Error when the register holds anything already
 */
export async function restoreFacts(
  store: Store,
  effects: RegisterEffects,
  author: Author,
  batches: RestoreFacts,
  from: string,
): Promise<number> {
  return inTurn(store, async tx => {
    const head = await lockHead(store, tx)
    if (head.n > 0)
      throw new Error('Cannot restore an export, as the register holds facts already: restore into an empty one')
    const hashed = new FactsHash()
    const redacted: number[] = []
    let lastSeq = 0
    let lastAt = effects.now()
    for await (const facts of batches) {
      const salts = saltsFor(facts.length, effects)
      const rows = facts.map((fact, at) =>
        factRow(
          fact,
          { seq: fact.seq, entry: 1, recorded_at: fact.recordedAt, actor: fact.actor },
          salts[at] as string,
        ),
      )
      for (const row of rows) {
        if (row.seq <= lastSeq) throw new Error(`Cannot restore: fact ${row.seq} stands after fact ${lastSeq}`)
        lastSeq = row.seq
        if (row.recorded_at > lastAt) lastAt = row.recorded_at
        if (row.payload === null) redacted.push(row.seq)
        hashed.add(row)
      }
      await store.insertFacts(tx, rows)
      await breathe()
    }
    await addEntry(tx, head.hash, {
      n: 1,
      at: lastAt,
      actor: author.actor,
      action: 'restore',
      origin: author.origin,
      detail: JSON.stringify({ from, facts: redacted }),
      facts: hashed.count,
      facts_hash: hashed.digest(),
      lastSeq,
    })
    return hashed.count
  })
}

/**
 * Puts a backup in the place of the register, chain and all, in one transaction: a server that runs meanwhile answers from
 * the old facts, then from the restored ones.
 * @param replace whether a register that holds facts may be replaced
 * @throws Error when the backup's own chain is not whole, or the register holds facts and `replace` is false
 */
export async function restoreBackup(
  store: Store,
  file: string,
  replace: boolean,
): Promise<{ facts: number; entries: number }> {
  if (!existsSync(file)) throw new Error(`Cannot restore ${file}: there is no such file`)
  const copy = openSqliteStore(file)
  try {
    const report = await verifyAudit(copy)
    if (!report.whole) {
      const first = report.faults[0]
      throw new Error(`Cannot restore ${file}: it is not a whole backup (${first?.where}: ${first?.what})`)
    }
    return await inTurn(store, async tx => {
      const head = await lockHead(store, tx)
      if (head.n > 0 && !replace)
        throw new Error(
          `Cannot restore into ${store.place}: it holds facts; say --replace to put the backup in their place`,
        )
      const guards = store.name === 'postgres' ? postgresGuards : sqliteGuards
      await runAll(tx, guards.lift)
      for (const table of ['fact', 'audit_entry', 'person'] as const) await tx.deleteFrom(table).execute()
      const copied = await copyTables(copy.reader, tx, store)
      await runAll(tx, guards.set)
      return copied
    })
  } finally {
    await copy.close()
  }
}

async function runAll(tx: Kysely<Schema>, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(tx)
}
