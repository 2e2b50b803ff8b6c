import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { factColumns } from '../schema.ts'

/**
 * Makes the tables and the guards that keep them append-only. `text` is the store's text type with byte-order collation;
 * `guards` are the statements by which the store itself refuses to change or delete a fact or an audit entry.
 */
export function migrationsFor(text: string, guards: readonly string[]): Record<string, Migration> {
  return {
    '001-facts-and-audit': {
      async up(db: Kysely<unknown>) {
        const run = (statement: string) => sql.raw(statement).execute(db)
        await run(`create table fact (
          seq bigint primary key,
          entry bigint not null,
          ${factColumns
            .slice(2, 16)
            .map(column => `${column} ${text} not null`)
            .join(', ')},
          payload text,
          salt text,
          payload_hash ${text} not null
        )`)
        await run(
          `create index fact_by_key on fact
           (owner, kind, indicator, geography, breakdown, period, version, name, known_on, recorded_at, seq)`,
        )
        await run(`create index fact_by_entry on fact (entry)`)
        await run(`create index fact_redacted on fact (seq) where payload is null`)
        await run(`create table audit_entry (
          n bigint primary key, at ${text} not null, actor ${text} not null, action ${text} not null,
          origin ${text} not null, detail text not null, facts bigint not null, facts_hash ${text} not null,
          previous ${text} not null, hash ${text} not null
        )`)
        await run(`create table audit_head (
          id bigint primary key, n bigint not null, hash ${text} not null, last_seq bigint not null, last_at ${text} not null
        )`)
        await run(`create table person (actor ${text} primary key, name text not null, role text not null)`)
        await run(`insert into audit_head (id, n, hash, last_seq, last_at) values (1, 0, '', 0, '')`)
        for (const guard of guards) await run(guard)
      },
    },
    '002-index-by-kind': {
      // The kind first: every question names kinds, not every one an owner. Then all that tells versions of a fact apart.
      async up(db: Kysely<unknown>) {
        await sql
          .raw(
            `create index fact_by_kind on fact
             (kind, owner, indicator, geography, breakdown, period, version, name, known_on, recorded_at, seq)`,
          )
          .execute(db)
        await sql.raw('drop index fact_by_key').execute(db)
      },
    },
  }
}
