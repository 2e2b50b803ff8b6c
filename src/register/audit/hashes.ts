import { createHash, hash } from 'node:crypto'
import { type AuditEntryRow, type FactRow, factColumns } from '../schema.ts'

const headerColumns = factColumns.filter(
  column => column !== 'payload' && column !== 'salt' && column !== 'payload_hash' && column !== 'entry',
)

/** The hash of what a fact says, salted so that nobody can guess a redacted text from it. */
export function payloadHash(salt: string, payload: string): string {
  return hash('sha256', `${salt}\n${payload}`)
}

/** The hash of a whole fact: its key, times, author and place, with the hash of what it says. */
function factHash(fact: Omit<FactRow, 'payload' | 'salt' | 'entry'>): string {
  return hash('sha256', JSON.stringify([...headerColumns.map(column => fact[column]), fact.payload_hash]))
}

/** The hash over all facts of one audit entry, in their order. */
export class FactsHash {
  readonly #hash = createHash('sha256')
  count = 0
  add(fact: Omit<FactRow, 'payload' | 'salt' | 'entry'>): void {
    this.#hash.update(`${factHash(fact)}\n`)
    this.count += 1
  }
  digest(): string {
    return this.#hash.digest('hex')
  }
}

/** The hash of an audit entry, which carries that of the entry before it. */
export function entryHash(entry: Omit<AuditEntryRow, 'hash'>): string {
  return hash(
    'sha256',
    JSON.stringify([
      entry.n,
      entry.at,
      entry.actor,
      entry.action,
      entry.origin,
      entry.detail,
      entry.facts,
      entry.facts_hash,
      entry.previous,
    ]),
  )
}
