import { existsSync, renameSync, rmSync } from 'node:fs'
import type { Kysely } from 'kysely'
import { breathe } from './breathe.ts'
import type { Schema } from './schema.ts'
import { makeTables } from './stores/make-tables.ts'
import { openSqliteStore } from './stores/sqlite.ts'
import type { Store } from './stores/store.ts'

const batch = 1000

/**
 * Copies the whole register, the audit chain too, into one SQLite file, as it is at this moment; readers and writers go on.
 * @throws Error when the file exists: a backup never overwrites another
 */
export async function backUp(store: Store, file: string): Promise<{ facts: number; entries: number }> {
  if (existsSync(file)) throw new Error(`Cannot back up to ${file}: it exists already; choose another name`)
  const unfinished = `${file}.unfinished`
  for (const end of ['', '-wal', '-shm']) rmSync(`${unfinished}${end}`, { force: true })
  const copy = openSqliteStore(unfinished)
  let done: { facts: number; entries: number }
  try {
    await makeTables(copy)
    done = await store.snapshot(from => copy.writer.transaction().execute(to => copyTables(from, to, copy)))
  } finally {
    await copy.close()
  }
  renameSync(unfinished, file)
  return done
}

/** Copies every table from one database into another (a store's), whose tables are empty but for the head. */
export async function copyTables(
  from: Kysely<Schema>,
  to: Kysely<Schema>,
  { insertFacts }: Pick<Store, 'insertFacts'>,
): Promise<{ facts: number; entries: number }> {
  let facts = 0
  for (let after = 0; ; ) {
    const rows = await from
      .selectFrom('fact')
      .selectAll()
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(batch)
      .execute()
    if (rows.length === 0) break
    after = Number(rows.at(-1)?.seq)
    facts += rows.length
    await insertFacts(to, rows)
    await breathe()
  }
  let entries = 0
  for (let after = 0; ; ) {
    const rows = await from
      .selectFrom('audit_entry')
      .selectAll()
      .where('n', '>', after)
      .orderBy('n')
      .limit(batch)
      .execute()
    if (rows.length === 0) break
    after = Number(rows.at(-1)?.n)
    entries += rows.length
    await to.insertInto('audit_entry').values(rows).execute()
  }
  const people = await from.selectFrom('person').selectAll().execute()
  if (people.length > 0) await to.insertInto('person').values(people).execute()
  const head = await from.selectFrom('audit_head').selectAll().executeTakeFirstOrThrow()
  await to.deleteFrom('audit_head').execute()
  await to.insertInto('audit_head').values(head).execute()
  return { facts, entries }
}
