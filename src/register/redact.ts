import { FactsHash } from './audit/hashes.ts'
import { addEntry, instantOf, lockHead } from './change.ts'
import type { RegisterEffects } from './effects.ts'
import { inTurn } from './in-turn.ts'
import type { Author } from './register.ts'
import type { Store } from './stores/store.ts'

/**
 * Takes out what facts say, with their salts, so that it cannot even be guessed; their keys, times and hashes stay, and
 * the chain says who took them out and why.
 * @throws RangeError when a fact does not exist or is redacted already; nothing is changed then
 */
export async function redact(
  store: Store,
  effects: RegisterEffects,
  author: Author,
  facts: readonly number[],
  why: string,
): Promise<void> {
  await inTurn(store, async tx => {
    const head = await lockHead(store, tx)
    for (const seq of facts) {
      const { numUpdatedRows } = await tx
        .updateTable('fact')
        .set({ payload: null, salt: null })
        .where('seq', '=', seq)
        .where('payload', 'is not', null)
        .executeTakeFirstOrThrow()
      if (numUpdatedRows !== 1n)
        throw new RangeError(`Cannot redact fact ${seq}: there is none with that number, or it is redacted already`)
    }
    await addEntry(tx, head.hash, {
      n: head.n + 1,
      at: instantOf(effects, head),
      actor: author.actor,
      action: 'redact',
      origin: author.origin,
      detail: JSON.stringify({ facts: [...facts].sort((a, b) => a - b), why }),
      facts: 0,
      facts_hash: new FactsHash().digest(),
      lastSeq: head.last_seq,
    })
  })
}
