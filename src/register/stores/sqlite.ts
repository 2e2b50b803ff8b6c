import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { CompiledQuery, type DatabaseConnection, Kysely, SqliteDialect, SqliteDriver, sql } from 'kysely'
import { factColumns, type Schema } from '../schema.ts'
import { migrationsFor } from './migrations.ts'
import type { Store } from './store.ts'

const fixedColumns = factColumns.filter(column => column !== 'payload' && column !== 'salt')

const guards = [
  `create trigger fact_is_never_deleted before delete on fact
   begin select raise(abort, 'a fact is never deleted'); end`,
  `create trigger fact_is_never_changed before update of ${fixedColumns.join(', ')} on fact
   begin select raise(abort, 'a fact is never changed'); end`,
  `create trigger fact_is_only_redacted before update of payload, salt on fact
   when new.payload is not null or new.salt is not null
   begin select raise(abort, 'what a fact says is only ever taken out'); end`,
  `create trigger audit_is_never_deleted before delete on audit_entry
   begin select raise(abort, 'an audit entry is never deleted'); end`,
  `create trigger audit_is_never_changed before update on audit_entry
   begin select raise(abort, 'an audit entry is never changed'); end`,
]

/** The names of the guards, to lift them while a backup is restored. */
export const sqliteGuards = {
  lift: guards.map(guard => `drop trigger if exists ${guard.split(' ')[2]}`),
  set: guards,
}

const rowsInOneInsert = 200
const insertOf = (rows: number) =>
  `insert into fact (${factColumns.join(', ')}) values ${Array(rows)
    .fill(`(${factColumns.map(() => '?').join(', ')})`)
    .join(', ')}`
const fullInsert = insertOf(rowsInOneInsert)

/** How long a change waits for other programs' changes. */
const patience = 10_000

/**
 * The register in one SQLite file: write-ahead log, every commit on the disk before it is acknowledged, writers wait for
 * one another for up to ten seconds.
 * @throws Error when the file is not a SQLite database
 */
export function openSqliteStore(file: string): Store {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  // The writer comes first: it makes the file.
  const writer = connect(
    file,
    'pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma cache_size = -65536',
  )
  const reader = connect(file, 'pragma query_only = on')
  return {
    name: 'sqlite',
    reader,
    writer,
    async insertFacts(tx, rows) {
      for (let start = 0; start < rows.length; start += rowsInOneInsert) {
        const part = rows.slice(start, start + rowsInOneInsert)
        const text = part.length === rowsInOneInsert ? fullInsert : insertOf(part.length)
        const values = part.flatMap(row => factColumns.map(column => row[column]))
        await tx.executeQuery(CompiledQuery.raw(text, values))
      }
    },
    async snapshot(run) {
      const own = connect(file, 'pragma query_only = on')
      try {
        await sql.raw('begin').execute(own)
        return await run(own)
      } finally {
        await own.destroy()
      }
    },
    migrations: migrationsFor('text', guards),
    place: file,
    async soundness() {
      const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check(20)`.execute(reader)
      return rows.map(row => row.integrity_check).filter(line => line !== 'ok')
    },
    async close() {
      await reader.destroy()
      await writer.destroy()
    },
  }
}

function connect(file: string, pragmas: string): Kysely<Schema> {
  const database = new DatabaseSync(file)
  database.exec(`pragma busy_timeout = 200; ${pragmas}`)
  return new Kysely<Schema>({ dialect: new NodeSqliteDialect(database) })
}

/**
 * Transactions take the write lock at once: one that began as a reader could not be promoted safely. They wait for it
 * without holding up the rest of the program.
 */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    for (let waited = 0; ; waited += 20) {
      try {
        await connection.executeQuery(CompiledQuery.raw('begin immediate'))
        return
      } catch (error) {
        if (!isBusy(error)) throw error
        if (waited >= patience)
          throw new Error(
            'Cannot change the register: another program has been changing it for ten seconds; try again',
            {
              cause: error,
            },
          )
        await new Promise(resolve => setTimeout(resolve, 20))
      }
    }
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === 5
}

class NodeSqliteDialect extends SqliteDialect {
  readonly #database: DatabaseSync
  constructor(database: DatabaseSync) {
    super({ database: adapted(database) })
    this.#database = database
  }
  override createDriver(): SqliteDriver {
    return new ImmediateDriver({ database: adapted(this.#database) })
  }
}

type Parameter = null | number | bigint | string | Uint8Array

/** How many statements are kept ready: the questions of a page many times over. */
const statementsKept = 100

function adapted(database: DatabaseSync) {
  const ready = new Map<string, ReturnType<typeof prepared>>()
  return {
    close: () => database.close(),
    prepare(text: string) {
      const before = ready.get(text)
      if (before) return before
      const statement = prepared(database, text)
      if (ready.size >= statementsKept) ready.clear()
      ready.set(text, statement)
      return statement
    },
  }
}

function prepared(database: DatabaseSync, text: string) {
  const statement = database.prepare(text)
  const columns = statement.columns().map(({ name }) => name)
  // The rows that Node makes itself are dictionaries: making and reading them takes twice as long.
  statement.setReturnArrays(true)
  const rowOf = (values: unknown) => {
    const row: Record<string, unknown> = {}
    for (const [at, column] of columns.entries()) row[column] = (values as readonly unknown[])[at]
    return row
  }
  return {
    reader: columns.length > 0,
    all: (parameters: readonly unknown[]) => statement.all(...(parameters as Parameter[])).map(rowOf),
    run: (parameters: readonly unknown[]) => statement.run(...(parameters as Parameter[])),
    iterate: (parameters: readonly unknown[]) => statement.iterate(...(parameters as Parameter[])).map(rowOf),
  }
}
