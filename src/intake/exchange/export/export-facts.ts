import type { ExportedFact } from '../../../register/index.ts'
import type { Column } from '../columns.ts'
import { isWords, withGuard } from '../read-cell.ts'
import { commonColumns, historyColumns, type Table, tables } from '../tables.data.ts'
import { csvText } from './csv-text.ts'

/**
 * Facts as tables of the exchange format, with the columns of their history: every fact, superseded ones too. The same facts
 * give the same bytes.
 * @returns text of each CSV file by its name; tables without facts are left out
 */
export function exportFacts(facts: readonly ExportedFact[]): Map<string, string> {
  const files = new Map<string, string>()
  for (const table of tables) {
    const own = facts.filter(fact => fact.kind === table.kind)
    if (own.length === 0) continue
    const columns = [...table.columns, ...commonColumns, ...historyColumns]
    const rows = own.map(fact => columns.map(column => cellOf(fact, column, table)))
    files.set(`${table.name}.csv`, csvText([columns.map(column => column.name), ...rows]))
  }
  return files
}

function cellOf(fact: ExportedFact, column: Column, table: Table): string {
  const history: Record<string, string> = {
    owner: fact.owner,
    known_on: fact.knownOn,
    source: fact.from.document,
    seq: String(fact.seq),
    recorded_at: fact.recordedAt,
    author: fact.actor,
    file: fact.from.file,
    place: fact.from.place,
    redacted: fact.payload === null ? 'yes' : 'no',
  }
  const isOwn = table.columns.includes(column)
  if (!isOwn) return textOf(history[column.name], column)
  if (column.key) return textOf(keyPart(fact, column, table), column)
  const payload = fact.payload as Readonly<Record<string, unknown>> | null
  return payload === null ? '' : textOf(payload[String(column.field)], column)
}

/** The part of the key that a column gave, where several columns share one part. */
function keyPart(fact: ExportedFact, column: Column, table: Table): string {
  const key = column.key
  if (!key) return ''
  const sharing = table.columns.filter(each => each.key === key)
  if (sharing.length === 1) return fact[key]
  const at = sharing.indexOf(column)
  const parts = fact[key].split(' ')
  return at === sharing.length - 1 ? parts.slice(at).join(' ') : String(parts[at] ?? '')
}

function textOf(value: unknown, column: Column): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return value.join(';')
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([name, number]) => `${name}=${plain(Number(number))}`)
      .join(';')
  const text = String(value)
  return isWords(column) ? withGuard(text) : text
}

/** A number in digits, also where JavaScript writes it with an exponent. */
function plain(number: number): string {
  return String(number).includes('e') ? number.toFixed(9).replace(/\.?0+$/, '') : String(number)
}
