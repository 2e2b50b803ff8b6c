import { verifyAudit } from './audit/verify.ts'
import { backUp } from './backup.ts'
import { type Change, changeRegister } from './change.ts'
import type { RegisterEffects } from './effects.ts'
import { type Reader, readerOf } from './reader.ts'
import { redact } from './redact.ts'
import { type RestoreFacts, restoreBackup, restoreFacts } from './restore.ts'
import { makeTables } from './stores/make-tables.ts'
import { openPostgresStore } from './stores/postgres.ts'
import { openSqliteStore } from './stores/sqlite.ts'

/** Who changes the register, from where, and what they call it. */
export type Author = {
  /** Opaque id of the person or program; names live in the table of people. */
  readonly actor: string
  /** `command line`, `web` … */
  readonly origin: string
}

export type Register = Awaited<ReturnType<typeof openRegister>>

/**
 * Opens the register, making it if it is not there yet.
 * @param where a SQLite file, or a PostgreSQL database by its URL
 */
export async function openRegister(where: { file: string } | { url: string }, effects: RegisterEffects) {
  const store = 'file' in where ? openSqliteStore(where.file) : openPostgresStore(where.url)
  await makeTables(store)
  return {
    store: store.name,
    place: store.place,
    reader: readerOf(store.reader) as Reader,
    /** Runs one change: all of it is recorded, with one audit entry, or nothing is. */
    change: <T>(author: Author, action: string, run: (change: Change) => Promise<T>) =>
      changeRegister(store, effects, author, action, run),
    redact: (author: Author, facts: readonly number[], why: string) => redact(store, effects, author, facts, why),
    /** Takes exported facts into an empty register verbatim, with their times and authors. */
    restoreFacts: (author: Author, facts: RestoreFacts, from: string) =>
      restoreFacts(store, effects, author, facts, from),
    verifyAudit: () => verifyAudit(store),
    backUp: (file: string) => backUp(store, file),
    restoreBackup: (file: string, replace: boolean) => restoreBackup(store, file, replace),
    /** Names of the people behind opaque ids; the only thing that may be overwritten. */
    async setPerson(actor: string, name: string, role: string) {
      await store.writer
        .insertInto('person')
        .values({ actor, name, role })
        .onConflict(conflict => conflict.column('actor').doUpdateSet({ name, role }))
        .execute()
    },
    /** The opaque id of a person by name and role; a new one when they are not known yet. */
    async actorFor(name: string, role: string): Promise<string> {
      const known = await store.reader
        .selectFrom('person')
        .select('actor')
        .where('name', '=', name)
        .where('role', '=', role)
        .orderBy('actor')
        .executeTakeFirst()
      if (known) return known.actor
      const actor = `person-${effects.randomHex(8)}`
      await store.writer.insertInto('person').values({ actor, name, role }).execute()
      return actor
    },
    /** The name behind an opaque id; null where nobody knows it, or it was forgotten. */
    async nameOf(actor: string): Promise<string | null> {
      const known = await store.reader.selectFrom('person').select('name').where('actor', '=', actor).executeTakeFirst()
      return known?.name ?? null
    },
    async forgetPerson(actor: string) {
      await store.writer.deleteFrom('person').where('actor', '=', actor).execute()
    },
    close: () => store.close(),
  }
}
