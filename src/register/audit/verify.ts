import type { Kysely } from 'kysely'
import { breathe } from '../breathe.ts'
import type { AuditEntryRow, FactRow, Schema } from '../schema.ts'
import type { Store } from '../stores/store.ts'
import { entryHash, FactsHash, payloadHash } from './hashes.ts'

export type AuditReport = {
  readonly whole: boolean
  readonly entries: number
  readonly facts: number
  readonly redacted: number
  readonly head: string
  /** Where the chain is broken, first things first, at most twenty. */
  readonly faults: readonly { readonly where: string; readonly what: string }[]
}

type Fault = AuditReport['faults'][number]

const batch = 5000
const enough = 20

/** Reads the whole chain and every fact, and says where anything differs from what was recorded. */
export async function verifyAudit(store: Store): Promise<AuditReport> {
  const faults: Fault[] = (await store.soundness()).map(what => ({ where: store.place, what }))
  try {
    // One moment, so that an import meanwhile does not look like a break.
    return await store.snapshot(db => verify(db, faults))
  } catch (error) {
    const what = `it cannot be read: ${error instanceof Error ? error.message : String(error)}`
    return {
      whole: false,
      entries: 0,
      facts: 0,
      redacted: 0,
      head: '',
      faults: [...faults, { where: store.place, what }],
    }
  }
}

async function verify(db: Kysely<Schema>, faults: Fault[]): Promise<AuditReport> {
  const entries = await db.selectFrom('audit_entry').selectAll().orderBy('n').execute()
  const redactions = redactionsIn(entries, faults)
  checkChain(entries, faults)
  const counted = await checkFacts(db, entries, redactions, faults)
  await checkHead(db, entries, faults)
  return {
    whole: faults.length === 0,
    entries: entries.length,
    facts: counted.facts,
    redacted: counted.redacted,
    head: entries.at(-1)?.hash ?? '',
    faults: faults.slice(0, enough),
  }
}

function checkChain(entries: readonly AuditEntryRow[], faults: Fault[]): void {
  let previous = ''
  entries.forEach((entry, at) => {
    const where = `audit entry ${entry.n}`
    if (entry.n !== at + 1) faults.push({ where, what: `it stands where entry ${at + 1} should` })
    if (entry.previous !== previous) faults.push({ where, what: 'it does not follow from the entry before it' })
    if (entryHash(entry) !== entry.hash) faults.push({ where, what: 'it differs from what was recorded' })
    previous = entry.hash
  })
}

async function checkFacts(
  db: Kysely<Schema>,
  entries: readonly AuditEntryRow[],
  redactions: ReadonlySet<number>,
  faults: Fault[],
): Promise<{ facts: number; redacted: number }> {
  const hashes = new Map(entries.map(entry => [entry.n, new FactsHash()]))
  let after = Number.MIN_SAFE_INTEGER
  let facts = 0
  let redacted = 0
  for (;;) {
    const rows = await db.selectFrom('fact').selectAll().where('seq', '>', after).orderBy('seq').limit(batch).execute()
    if (rows.length === 0) break
    after = Number(rows.at(-1)?.seq)
    facts += rows.length
    for (const row of rows) {
      const what = faultOfFact(row, redactions)
      if (what) faults.push({ where: `fact ${row.seq} (audit entry ${row.entry})`, what })
      if (row.payload === null) redacted += 1
      const hash = hashes.get(row.entry)
      if (hash) hash.add(row)
      else faults.push({ where: `fact ${row.seq}`, what: `it names audit entry ${row.entry}, which does not exist` })
    }
    await breathe()
  }
  for (const entry of entries) {
    const hash = hashes.get(entry.n)
    if (!hash) continue
    const where = `facts of audit entry ${entry.n}`
    if (hash.count !== entry.facts)
      faults.push({ where, what: `there are ${hash.count} where ${entry.facts} were recorded` })
    else if (hash.digest() !== entry.facts_hash)
      faults.push({ where, what: 'one or more differ from what was recorded' })
  }
  return { facts, redacted }
}

function faultOfFact(row: FactRow, redactions: ReadonlySet<number>): string | null {
  if (row.payload === null || row.salt === null) {
    if (row.payload !== null || row.salt !== null) return 'its text and its salt should both be there, or neither'
    return redactions.has(row.seq) ? null : 'what it says is gone and no redaction says so'
  }
  if (redactions.has(row.seq)) return 'it was redacted and yet says something'
  return payloadHash(row.salt, row.payload) === row.payload_hash ? null : 'what it says differs from what was recorded'
}

async function checkHead(db: Kysely<Schema>, entries: readonly AuditEntryRow[], faults: Fault[]): Promise<void> {
  const heads = await db.selectFrom('audit_head').selectAll().execute()
  const last = entries.at(-1)
  const [head] = heads
  if (heads.length !== 1 || !head) {
    faults.push({ where: 'audit head', what: `there are ${heads.length} heads where one belongs` })
    return
  }
  const { maximum } = await db
    .selectFrom('fact')
    .select(({ fn }) => fn.max('seq').as('maximum'))
    .executeTakeFirstOrThrow()
  if (
    head.id !== 1 ||
    head.n !== (last?.n ?? 0) ||
    head.hash !== (last?.hash ?? '') ||
    head.last_at !== (last?.at ?? '')
  )
    faults.push({ where: 'audit head', what: `it does not name the last entry (${last?.n ?? 'none'})` })
  if (head.last_seq !== Number(maximum ?? 0))
    faults.push({
      where: 'audit head',
      what: `it names fact ${head.last_seq} as the last, which is ${maximum ?? 'none'}`,
    })
}

function redactionsIn(entries: readonly AuditEntryRow[], faults: Fault[]): Set<number> {
  const found = new Set<number>()
  for (const entry of entries.filter(each => each.action === 'redact' || each.action === 'restore')) {
    try {
      for (const seq of (JSON.parse(entry.detail) as { facts?: number[] }).facts ?? []) found.add(seq)
    } catch {
      faults.push({ where: `audit entry ${entry.n}`, what: 'its list of redacted facts cannot be read' })
    }
  }
  return found
}
