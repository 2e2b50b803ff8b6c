import type { FactKey, FactKind, Origin } from '../shared/facts.ts'
import { payloadHash } from './audit/hashes.ts'
import type { FactRow } from './schema.ts'

type Said = FactKey & {
  readonly kind: FactKind
  readonly knownOn: string
  readonly payload: unknown
  readonly from: Origin
}
type Recorded = Pick<FactRow, 'seq' | 'entry' | 'recorded_at' | 'actor'>

/** A fact as a row of the table, with the salt that its hash is made with; a redacted one (payload null) has none. */
export function factRow(fact: Said, by: Recorded, salt: string): FactRow {
  const payload = fact.payload === null ? null : JSON.stringify(fact.payload)
  const { kind, owner, indicator, geography, breakdown, period, version, name } = fact
  return {
    ...by,
    kind,
    owner,
    indicator,
    geography,
    breakdown,
    period,
    version,
    name,
    known_on: fact.knownOn,
    document: fact.from.document,
    file: fact.from.file,
    place: fact.from.place,
    payload,
    salt: payload === null ? null : salt,
    // What a redacted fact said is gone, so its hash stands for nothing but the redaction.
    payload_hash: payload === null ? payloadHash('', '') : payloadHash(salt, payload),
  }
}
