import type { Transaction } from 'kysely'
import type { Schema } from './schema.ts'
import type { Store } from './stores/store.ts'

const waiting = new WeakMap<Store, Promise<unknown>>()

/**
 * Runs a transaction that writes, after those of this program that asked before: one connection writes. Other programs wait
 * for the database's own lock.
 */
export function inTurn<T>(store: Store, work: (tx: Transaction<Schema>) => Promise<T>): Promise<T> {
  const turn = (waiting.get(store) ?? Promise.resolve()).then(() => store.writer.transaction().execute(work))
  waiting.set(
    store,
    turn.catch(() => undefined),
  )
  return turn
}
