/** DuckDB, opened for one piece of work. The only file that knows it; what runs on it is SQL text. */
import { type DuckDBConnection, DuckDBInstance, type DuckDBValue } from '@duckdb/node-api'

export type Row = Readonly<Record<string, unknown>>

export type Engine = {
  /** Runs statements, without an answer. */
  readonly run: (sql: string, values?: Readonly<Record<string, DuckDBValue>>) => Promise<void>
  /** The rows of a query: dates and instants as text, whole numbers as numbers. */
  readonly rows: (sql: string) => Promise<readonly Row[]>
  readonly close: () => void
}

export type EngineLimits = {
  /** The most memory that DuckDB takes, as 4GB. */
  readonly memory: string
  /** Where it may write what does not fit in memory; null where nothing may reach the disk. */
  readonly overflow: string | null
  readonly threads?: number
}

/** Opens DuckDB in memory. It loads no extension and keeps nothing when it is closed. */
export async function openEngine(limits: EngineLimits): Promise<Engine> {
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: limits.memory,
    temp_directory: limits.overflow ?? '',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    ...(limits.threads === undefined ? {} : { threads: String(limits.threads) }),
  })
  const connection = await instance.connect()
  await connection.run(`set timezone = 'UTC'`)
  return {
    run: async (sql, values) => {
      await connection.run(sql, values)
    },
    rows: sql => rowsOf(connection, sql),
    close: () => {
      connection.closeSync()
      instance.closeSync()
    },
  }
}

async function rowsOf(connection: DuckDBConnection, sql: string): Promise<readonly Row[]> {
  const reader = await connection.runAndReadAll(sql)
  return reader.getRowObjectsJS().map(row => {
    const entries = Object.entries(row).map(([name, value]) => [name, plain(value)] as const)
    return Object.fromEntries(entries)
  })
}

/** A value of DuckDB as JSON would hold it. */
function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value)
  if (value instanceof Date) return value.toISOString().slice(0, 19).replace('T', ' ').replace(' 00:00:00', '')
  return value
}

/** Keeps the rows of a SELECT as a table of that name, in place of what had it; in words that PostgreSQL understands too. */
export async function replaceTable(engine: Pick<Engine, 'run'>, name: string, select: string): Promise<void> {
  await engine.run(`drop table if exists ${name} cascade`)
  await engine.run(`create table ${name} as ${select}`)
}

/** A text as a literal of SQL. @example quoted("O'Neill") // 'O''Neill' in quotes */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
