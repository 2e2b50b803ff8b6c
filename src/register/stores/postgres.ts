import { CompiledQuery, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { factColumns, type Schema } from '../schema.ts'
import { migrationsFor } from './migrations.ts'
import type { Store } from './store.ts'

const fixedColumns = factColumns.filter(column => column !== 'payload' && column !== 'salt')

const refuse = (name: string, why: string) =>
  `create or replace function ${name}() returns trigger language plpgsql as
   $$ begin raise exception '${why}'; end $$`

const guards = [
  refuse('fact_is_never_deleted', 'a fact is never deleted'),
  refuse('fact_is_never_changed', 'a fact is never changed'),
  refuse('audit_is_never_changed', 'an audit entry is never changed or deleted'),
  `create trigger fact_is_never_deleted before delete on fact
   for each row execute function fact_is_never_deleted()`,
  `create trigger fact_is_never_changed before update on fact
   for each row when (${fixedColumns.map(column => `old.${column} is distinct from new.${column}`).join(' or ')}
     or new.payload is not null or new.salt is not null)
   execute function fact_is_never_changed()`,
  `create trigger audit_is_never_changed before update or delete on audit_entry
   for each row execute function audit_is_never_changed()`,
]

/** The statements that lift and set the guards, while a backup is restored. */
export const postgresGuards = {
  lift: [
    'drop trigger if exists fact_is_never_deleted on fact',
    'drop trigger if exists fact_is_never_changed on fact',
    'drop trigger if exists audit_is_never_changed on audit_entry',
  ],
  set: guards.filter(guard => guard.startsWith('create trigger')),
}

// Whole numbers of the register stay below 2^53, so they come back as numbers, not as text.
const wholeNumbers = { getTypeParser: (oid: number, format?: unknown) => parserOf(oid, format) }
function parserOf(oid: number, format: unknown) {
  if (oid === 20 && format !== 'binary') return Number
  return pg.types.getTypeParser(oid, format as 'text')
}

// One parameter, however many rows there are: thousands of them take longer to plan than to insert.
const insertFromJson = `insert into fact (${factColumns.join(', ')})
  select ${factColumns.join(', ')} from json_populate_recordset(null::fact, $1)`
const rowsInOneInsert = 1000

/** The register in a PostgreSQL database, shared by as many processes as one likes. */
export function openPostgresStore(url: string): Store {
  const poolOf = (max: number) =>
    new pg.Pool({ connectionString: url, max, types: wholeNumbers, application_name: 'tidemark' })
  const readerPool = poolOf(4)
  const writerPool = poolOf(1)
  // A lost connection shows in the query that needed it; an idle one must not end the process.
  for (const pool of [readerPool, writerPool]) pool.on('error', () => {})
  const reader = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: readerPool }) })
  const writer = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: writerPool }) })
  const { host, pathname } = new URL(url)
  return {
    name: 'postgres',
    reader,
    writer,
    async insertFacts(tx, rows) {
      for (let start = 0; start < rows.length; start += rowsInOneInsert) {
        const part = JSON.stringify(rows.slice(start, start + rowsInOneInsert))
        await tx.executeQuery(CompiledQuery.raw(insertFromJson, [part]))
      }
    },
    snapshot: run => reader.transaction().setIsolationLevel('repeatable read').execute(run),
    migrations: migrationsFor('text collate "C"', guards),
    place: `postgres://${host}${pathname}`,
    async soundness() {
      return []
    },
    async close() {
      await reader.destroy()
      await writer.destroy()
    },
  }
}
