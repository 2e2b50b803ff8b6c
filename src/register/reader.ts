import type { Kysely, SelectQueryBuilder } from 'kysely'
import { type Fact, type FactKey, type FactKind, keyText, type NewFact } from '../shared/facts.ts'
import { type FactRow, factColumns, keyColumns, type Schema } from './schema.ts'

/** The moment whose knowledge is asked for: what was known by the end of a day, and recorded before an instant. */
export type AsAt = { readonly asAt: string; readonly recordedBefore?: string | undefined }

/** Which facts are wanted; a part that is left out is not asked about. */
type Filter = {
  readonly owner?: string | undefined
  readonly indicators?: readonly string[] | undefined
  readonly geographies?: readonly string[] | undefined
  readonly breakdown?: string | undefined
  readonly periods?: readonly string[] | undefined
  readonly names?: readonly string[] | undefined
}

export type Reader = {
  /** Of each key the version that counts at the moment: the latest known, then the latest recorded. Ordered by key. */
  current<K extends FactKind>(kinds: readonly K[], moment: AsAt, filter?: Filter): Promise<Fact<K>[]>
  /** Every version of the facts asked for, superseded ones too, in the order in which they were recorded. */
  history<K extends FactKind>(kinds: readonly K[], filter?: Filter): Promise<Fact<K>[]>
  /**
   * A text that stays the same as long as the facts asked for do, whatever else is recorded or redacted: how many versions there
   * are, the number of the last, and how many of them are redacted. It costs far less than the facts themselves.
   */
  tally(kinds: readonly FactKind[], filter?: Filter): Promise<string>
  /** Every fact, also redacted ones (`payload` null), a batch at a time in the order of recording. */
  everything(batch: number): AsyncGenerator<ExportedFact[]>
  /** Of every redacted fact its key, day and document, as redactionKey() writes them. */
  redacted(): Promise<ReadonlySet<string>>
  /** The last audit entry: its number, its hash, and the number of the last fact. */
  head(): Promise<{ n: number; hash: string; lastSeq: number; at: string }>
  /** The people behind opaque ids, by those that are known: whoever was forgotten is not among them. */
  people(): Promise<ReadonlyMap<string, { readonly name: string; readonly role: string }>>
  /** The audit's entries, the latest first: those of some actions, or of all. */
  entries(limit: number, actions?: readonly string[]): Promise<AuditEntry[]>
  /** The facts that one entry of the audit added, in the order of recording; redacted ones have a payload of null. */
  recordedIn(entry: number): Promise<ExportedFact[]>
  /**
   * A reader that goes on seeing the register as it is now, whatever is recorded meanwhile, so that an answer made of
   * several questions never shows half of a change. `head` is the hash of the last audit entry that it sees.
   */
  pinned(): Promise<{ readonly reader: Reader; readonly head: string }>
}

/** What the audit says of one change. `detail` is JSON: the files of an import, the facts of a redaction. */
export type AuditEntry = {
  readonly n: number
  readonly at: string
  readonly actor: string
  readonly action: string
  readonly origin: string
  readonly detail: string
}

/** A fact on its way out or in again: its payload is null when it was redacted. */
export type ExportedFact = Omit<Fact, 'payload'> & { readonly payload: unknown }

/** Salts and hashes are only for the audit. */
const readColumns = factColumns.filter(
  (column): column is Exclude<typeof column, 'entry' | 'salt' | 'payload_hash'> =>
    column !== 'entry' && column !== 'salt' && column !== 'payload_hash',
)
type ReadRow = Pick<FactRow, (typeof readColumns)[number]>

/**
 * A reader over one connection. It never writes.
 * @param upTo the number of the last fact that it sees; all when it is not given
 */
export function readerOf(db: Kysely<Schema>, upTo?: number): Reader {
  const facts = (columns: readonly (typeof readColumns)[number][] = readColumns) => {
    const all = db.selectFrom('fact').select(columns)
    return upTo === undefined ? all : all.where('seq', '<=', upTo)
  }
  return {
    async current<K extends FactKind>(kinds: readonly K[], moment: AsAt, filter: Filter = {}) {
      const shared = sharedBy(kinds, filter)
      const columns = readColumns.filter(column => !(column in shared))
      let known = filtered(facts(columns), kinds, filter).where('known_on', '<=', moment.asAt)
      if (moment.recordedBefore !== undefined) known = known.where('recorded_at', '<', moment.recordedBefore)
      // In the order of the index by key, so that nothing is sorted: the versions of a fact come one after the other.
      for (const column of keyColumns) known = known.orderBy(column)
      const rows = await known.orderBy('known_on').orderBy('recorded_at').orderBy('seq').execute()
      return rows
        .filter((row, at) => row.payload !== null && !isSameFact(row, rows[at + 1]))
        .map(row => factOf<K>(row, shared))
    },

    async history<K extends FactKind>(kinds: readonly K[], filter: Filter = {}) {
      const rows = await filtered(facts(), kinds, filter).where('payload', 'is not', null).orderBy('seq').execute()
      return rows.map(row => factOf<K>(row))
    },

    async tally(kinds: readonly FactKind[], filter: Filter = {}) {
      const all = db.selectFrom('fact').select(({ fn }) => [fn.countAll().as('count'), fn.max('seq').as('last')])
      const wanted = filtered(upTo === undefined ? all : all.where('seq', '<=', upTo), kinds, filter)
      const { count, last } = await wanted.executeTakeFirstOrThrow()
      const redacted = await wanted.where('payload', 'is', null).executeTakeFirstOrThrow()
      return [count, last ?? 0, redacted.count].map(Number).join(' ')
    },

    async *everything(batch: number) {
      let after = 0
      for (;;) {
        const rows = await facts().where('seq', '>', after).orderBy('seq').limit(batch).execute()
        if (rows.length === 0) return
        after = Number(rows.at(-1)?.seq)
        yield rows.map(row => factOf(row) as ExportedFact)
      }
    },

    async redacted() {
      const rows = await db.selectFrom('fact').selectAll().where('payload', 'is', null).execute()
      return new Set(rows.map(row => redactionKey(factOf(row))))
    },

    async head() {
      const head = await db.selectFrom('audit_head').selectAll().executeTakeFirstOrThrow()
      return { n: head.n, hash: head.hash, lastSeq: head.last_seq, at: head.last_at }
    },

    async people() {
      const rows = await db.selectFrom('person').selectAll().execute()
      return new Map(rows.map(({ actor, name, role }) => [actor, { name, role }]))
    },

    async entries(limit: number, actions?: readonly string[]) {
      const all = db
        .selectFrom('audit_entry')
        .select(['n', 'at', 'actor', 'action', 'origin', 'detail'])
        .orderBy('n', 'desc')
        .limit(limit)
      return (actions ? all.where('action', 'in', nonEmpty(actions)) : all).execute()
    },

    async recordedIn(entry: number) {
      const rows = await facts().where('entry', '=', entry).orderBy('seq').execute()
      return rows.map(row => factOf(row) as ExportedFact)
    },

    async pinned() {
      const { hash, last_seq } = await db.selectFrom('audit_head').selectAll().executeTakeFirstOrThrow()
      return { reader: readerOf(db, Math.min(last_seq, upTo ?? last_seq)), head: hash }
    },
  }
}

type Shared = Partial<Pick<ReadRow, 'kind' | 'owner' | 'breakdown'>>

/** What all rows of a question have in common need not be read from each of them. */
function sharedBy([kind, ...others]: readonly FactKind[], { owner, breakdown }: Filter): Shared {
  return {
    ...(kind !== undefined && others.length === 0 ? { kind } : {}),
    ...(owner === undefined ? {} : { owner }),
    ...(breakdown === undefined ? {} : { breakdown }),
  }
}

/** Whether two rows are versions of one fact. */
function isSameFact(row: ReadRow, next: ReadRow | undefined): boolean {
  return next !== undefined && keyColumns.every(column => row[column] === next[column])
}

type Query<Row> = SelectQueryBuilder<Schema, 'fact', Row>

function filtered<Row>(query: Query<Row>, kinds: readonly FactKind[], filter: Filter): Query<Row> {
  let wanted = query.where('kind', 'in', [...kinds])
  if (filter.owner !== undefined) wanted = wanted.where('owner', '=', filter.owner)
  if (filter.indicators) wanted = wanted.where('indicator', 'in', nonEmpty(filter.indicators))
  if (filter.geographies) wanted = wanted.where('geography', 'in', nonEmpty(filter.geographies))
  if (filter.breakdown !== undefined) wanted = wanted.where('breakdown', '=', filter.breakdown)
  if (filter.periods) wanted = wanted.where('period', 'in', nonEmpty(filter.periods))
  if (filter.names) wanted = wanted.where('name', 'in', nonEmpty(filter.names))
  return wanted
}

/** `in ()` is not SQL; no slug, area or period has spaces, so nothing is called this. */
function nonEmpty(list: readonly string[]): string[] {
  return list.length === 0 ? ['(nothing is called this)'] : [...list]
}

/** A row of the table as a fact. */
function factOf<K extends FactKind>(row: ReadRow, { kind, owner, breakdown }: Shared = {}): Fact<K> {
  return {
    seq: row.seq,
    kind: kind ?? row.kind,
    owner: owner ?? row.owner,
    indicator: row.indicator,
    geography: row.geography,
    breakdown: breakdown ?? row.breakdown,
    period: row.period,
    version: row.version,
    name: row.name,
    knownOn: row.known_on,
    recordedAt: row.recorded_at,
    actor: row.actor,
    payload: row.payload === null ? null : JSON.parse(row.payload),
    from: { document: row.document, file: row.file, place: row.place },
  } as unknown as Fact<K>
}

/** What tells a fact of one document from all others: its key, the day on which it was known, and the document. */
export function redactionKey(fact: Pick<NewFact, keyof FactKey | 'kind' | 'knownOn' | 'from'>): string {
  return JSON.stringify([keyText(fact.kind, fact), fact.knownOn, fact.from.document])
}
