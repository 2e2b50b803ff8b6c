import { Migrator } from 'kysely/migration'
import type { Store } from './store.ts'

/** Makes the tables that are missing, or brings them up to date. */
export async function makeTables(store: Store): Promise<void> {
  const migrator = new Migrator({ db: store.writer, provider: { getMigrations: async () => store.migrations } })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
}
