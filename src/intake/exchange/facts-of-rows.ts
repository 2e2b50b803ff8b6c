import { versionIn } from '../../shared/definition-version.ts'
import { type FactKey, type FactKind, keyOf, keyText, type NewFact } from '../../shared/facts.ts'
import { toPeriod } from '../../shared/period/period.ts'
import type { Problem } from '../grid.ts'
import { type Place, problemAt, type Row, type Signs } from './read-table.ts'
import type { Table } from './tables.data.ts'

/** What the rows are read against: what the caller says, and what the register knows already. */
export type ReadContext = {
  /** The organisation whose facts these are, where no row and no table says it. */
  readonly owner: string | null
  readonly knownOn: string | null
  /** Known before: areas of organisations; dates of sources and definitions of indicators, by ownersOwn(). */
  readonly areas: ReadonlyMap<string, string>
  readonly sourceDates: ReadonlyMap<string, string>
  readonly definitions: ReadonlyMap<string, readonly { version: string; from: string }[]>
}

/** What names an owner's own source or indicator: two owners may call different things the same. */
export function ownersOwn(owner: string, slug: string): string {
  return `${owner} ${slug}`
}

/** A fact about to be recorded, with the row that gave it. */
export type Draft = {
  readonly fact: NewFact
  readonly place: Place
  readonly row: Row['values']
  /** The signs of units that stood with its numbers, by name of the column. */
  readonly signs?: Signs
  /**
   * The fields that the source states, where it cannot state them all: a spreadsheet gives a target's number and not how it
   * spreads. Undefined: all of them.
   */
  readonly states?: readonly string[]
}

/**
 * Makes facts of rows: finds their owner, the day on which they were known and the definition version that holds; tells
 * rows that say different things of one fact on one day.
 */
export function factsOfRows(rows: readonly Row[], context: ReadContext): { drafts: Draft[]; problems: Problem[] } {
  const problems: Problem[] = []
  const lookup = lookupOf(rows, context)
  const drafts: Draft[] = []
  for (const row of rows) {
    const owner = ownerOf(row, lookup)
    if (owner === null) {
      problems.push(
        problemAt(
          row.place,
          'owner',
          '',
          'no-owner',
          'nobody says whose figure this is; add a column owner, a table organisations with one row, or --org',
        ),
      )
      continue
    }
    const knownOn = knownOnOf(row, owner, lookup, problems)
    if (knownOn !== null)
      drafts.push({
        fact: factOf(row, owner, knownOn, lookup),
        place: row.place,
        row: row.values,
        ...(row.signs ? { signs: row.signs } : {}),
      })
  }
  return { drafts: withoutRepeats(drafts, problems), problems }
}

type Lookup = ReadContext & { readonly onlyOwner: string | null }

function lookupOf(rows: readonly Row[], context: ReadContext): Lookup {
  const of = (kind: FactKind) => rows.filter(row => row.table.kind === kind)
  // Publishers that come along with their files are not those whose facts the other rows are.
  const organisations = of('organisation')
  const councils = organisations.filter(row => row.values['type'] !== 'publisher')
  const named = councils.length > 0 ? councils : organisations
  const owners = [...new Set(named.map(row => String(row.values['organisation'])))]
  const onlyOwner = context.owner ?? (owners.length === 1 ? String(owners[0]) : null)
  const areas = new Map(context.areas)
  for (const row of of('organisation')) areas.set(String(row.values['organisation']), String(row.values['geography']))
  const sourceDates = new Map(context.sourceDates)
  for (const row of of('source')) sourceDates.set(ownRow(row, 'document', onlyOwner), String(row.values['date']))
  const definitions = new Map(context.definitions)
  for (const row of of('definition')) {
    const indicator = ownRow(row, 'indicator', onlyOwner)
    const version = String(row.values['version'])
    const others = (definitions.get(indicator) ?? []).filter(each => each.version !== version)
    definitions.set(indicator, [...others, { version, from: String(row.values['from']) }])
  }
  return { ...context, areas, sourceDates, definitions, onlyOwner }
}

function ownRow(row: Row, column: string, onlyOwner: string | null): string {
  return ownersOwn(String(row.values['owner'] || onlyOwner), String(row.values[column]))
}

function ownerOf(row: Row, lookup: Lookup): string | null {
  if (row.values['owner']) return String(row.values['owner'])
  return row.table.kind === 'organisation' ? String(row.values['organisation']) : lookup.onlyOwner
}

function knownOnOf(row: Row, owner: string, lookup: Lookup, problems: Problem[]): string | null {
  if (row.values['known_on']) return String(row.values['known_on'])
  const source = row.table.kind === 'source' ? String(row.values['document']) : String(row.values['source'] ?? '')
  const sourceDate = sourceDateOf(owner, source, lookup)
  if (source !== '' && sourceDate === undefined) {
    problems.push(
      problemAt(row.place, 'source', source, 'unknown-source', 'the table sources has no such document; add it there'),
    )
    return null
  }
  const date = sourceDate || lookup.knownOn
  if (date) return date
  problems.push(
    problemAt(
      row.place,
      'known_on',
      '',
      'no-known-on',
      'nobody says on which day this was known; add a column known_on, the date of its source, or --known-on DATE',
    ),
  )
  return null
}

/** The date of an owner's own document, else of the one by that name which somebody else has; two are too many. */
function sourceDateOf(owner: string, source: string, { sourceDates }: Lookup): string | undefined {
  const own = sourceDates.get(ownersOwn(owner, source))
  if (own !== undefined || source === '') return own
  const others = new Set([...sourceDates].flatMap(([key, date]) => (key.endsWith(` ${source}`) ? [date] : [])))
  return others.size === 1 ? [...others][0] : undefined
}

/** Kinds that speak of an area: that of the organisation where none is said. */
const ofAnArea: readonly FactKind[] = ['observation', 'target', 'target_path']

function factOf(row: Row, owner: string, knownOn: string, lookup: Lookup): NewFact {
  const key = keyOfRow(row.table, row.values, owner)
  if (ofAnArea.includes(row.table.kind) && key.geography === '')
    Object.assign(key, { geography: lookup.areas.get(owner) ?? owner })
  if (row.table.kind === 'observation' && key.version === '')
    Object.assign(key, {
      version: versionIn(toPeriod(key.period), lookup.definitions.get(ownersOwn(owner, key.indicator)) ?? []),
    })
  const place = [row.place.sheet, row.place.row === 0 ? '' : `row ${row.place.row}`].filter(part => part !== '')
  return {
    kind: row.table.kind,
    ...key,
    knownOn,
    payload: payloadOf(row.table, row.values),
    from: { document: String(row.values['source'] ?? ''), file: row.place.file, place: place.join(', ') },
  } as NewFact
}

/** The key that a row's values give. */
export function keyOfRow(table: Table, values: Row['values'], owner: string): FactKey {
  const parts: Partial<Record<keyof FactKey, string>> = {}
  for (const column of table.columns) {
    if (!column.key) continue
    const text = String(values[column.name] ?? '')
    const before = parts[column.key]
    parts[column.key] = before === undefined ? text : `${before} ${text}`
  }
  return keyOf(owner, parts)
}

/** What a row's values say, in the order of the columns, so that equal rows give equal texts. */
export function payloadOf(table: Table, values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const fields = table.columns.filter(column => column.field && !(column.sparse && isEmpty(values[column.name])))
  return Object.fromEntries(fields.map(column => [String(column.field), values[column.name] ?? emptyOf(column)]))
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

function emptyOf(column: Table['columns'][number]): unknown {
  const isNullable = column.type === 'decimal' || column.type === 'integer' || column.type === 'code'
  if (isNullable) return null
  if (column.type === 'list') return []
  if (column.type === 'settings') return {}
  return column.type === 'yes_no' ? false : ''
}

/** Rows that say the same of one fact on one day count once; rows that say different things are told. */
function withoutRepeats(drafts: readonly Draft[], problems: Problem[]): Draft[] {
  const first = new Map<string, Draft>()
  for (const draft of drafts) {
    const key = `${keyText(draft.fact.kind, draft.fact)} ${draft.fact.knownOn}`
    const before = first.get(key)
    if (!before) first.set(key, draft)
    else if (JSON.stringify(before.fact.payload) !== JSON.stringify(draft.fact.payload))
      problems.push(
        problemAt(
          draft.place,
          '',
          '',
          'said-twice',
          `this row and ${placeInWords(before.place, draft.place)} say different things of one ${draft.fact.kind.replaceAll('_', ' ')} on one day; keep one of the two`,
        ),
      )
  }
  return [...first.values()]
}

function placeInWords(place: Place, from: Place): string {
  const elsewhere = place.file === from.file && place.sheet === from.sheet ? '' : ` of ${place.sheet || place.file}`
  return `row ${place.row}${elsewhere}`
}
