/** The tables of the register, the same on both stores. Decimals are text, instants ISO UTC text, integers below 2^53. */
export type FactRow = {
  seq: number
  /** The audit entry that added it. */
  entry: number
  kind: string
  owner: string
  indicator: string
  geography: string
  breakdown: string
  period: string
  version: string
  name: string
  known_on: string
  recorded_at: string
  actor: string
  document: string
  file: string
  place: string
  /** JSON of what the fact says; null when redacted. */
  payload: string | null
  salt: string | null
  payload_hash: string
}

export type AuditEntryRow = {
  n: number
  at: string
  actor: string
  action: string
  origin: string
  /** JSON: the files of an import, the facts of a redaction. */
  detail: string
  facts: number
  facts_hash: string
  previous: string
  hash: string
}

/** One row, locked by every change: it makes the chain a chain. */
type AuditHeadRow = { id: number; n: number; hash: string; last_seq: number; last_at: string }

/** The only table that may be changed: people can be forgotten without breaking the chain. */
type PersonRow = { actor: string; name: string; role: string }

export type Schema = { fact: FactRow; audit_entry: AuditEntryRow; audit_head: AuditHeadRow; person: PersonRow }

export const keyColumns = [
  'kind',
  'owner',
  'indicator',
  'geography',
  'breakdown',
  'period',
  'version',
  'name',
] as const satisfies readonly (keyof FactRow)[]

export const factColumns = [
  'seq',
  'entry',
  ...keyColumns,
  'known_on',
  'recorded_at',
  'actor',
  'document',
  'file',
  'place',
  'payload',
  'salt',
  'payload_hash',
] as const satisfies readonly (keyof FactRow)[]
