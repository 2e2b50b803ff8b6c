import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { FactRow, Schema } from '../schema.ts'

/** A place to keep the register: two connections, so that readers never wait for a writer. */
export type Store = {
  readonly name: 'sqlite' | 'postgres'
  readonly reader: Kysely<Schema>
  /** Reads everything as it is at one moment, on a connection of its own, while others read and write. */
  snapshot<T>(run: (db: Kysely<Schema>) => Promise<T>): Promise<T>
  readonly writer: Kysely<Schema>
  /** Adds facts as part of a transaction of the writer, by the store's quickest way. */
  insertFacts(tx: Kysely<Schema>, rows: readonly FactRow[]): Promise<void>
  readonly migrations: Readonly<Record<string, Migration>>
  /** What a person would call the place: a file, or a database without its password. */
  readonly place: string
  /** Problems that the store finds in its own file or pages; none when it is sound. */
  soundness(): Promise<string[]>
  close(): Promise<void>
}
