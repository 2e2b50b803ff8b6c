/** Rows of the exchange format to CSV, refused when a table would not hold them. */
import type { Column, ColumnType } from '../../src/intake/exchange/columns.ts'
import { commonColumns, type Table, tables } from '../../src/intake/exchange/tables.data.ts'
import { isPeriod } from '../../src/shared/period/period.ts'
import { isDecimalText } from '../../src/shared/rounding.ts'
import { isDay } from '../../src/shared/words.ts'
import { yearValuesOf } from '../../src/shared/year-values.ts'

export type Row = Readonly<Record<string, string>>
/** Rows by the name of their table. */
export type Tables = Readonly<Record<string, readonly Row[]>>

const slug = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const category = /^[a-z0-9]+(?:-[a-z0-9]+)*\+?$/

/** What each type of column refuses. */
const fits: Record<ColumnType, (text: string, column: Column) => boolean> = {
  slug: text => slug.test(text),
  text: text => !/[\r\n\t]/.test(text),
  markdown: () => true,
  day: isDay,
  period: isPeriod,
  decimal: isDecimalText,
  integer: text => /^-?\d+$/.test(text),
  yes_no: text => text === 'yes' || text === 'no',
  code: (text, column) => (column.codes ?? []).includes(text),
  list: (text, column) => text.split(';').every(item => (column.codes ? column.codes.includes(item) : item !== '')),
  breakdown: text =>
    text.split('; ').every(part => {
      const [dimension = '', value = '', more] = part.split('=')
      return slug.test(dimension) && category.test(value) && more === undefined
    }),
  settings: text => text.split('; ').every(part => /^[a-z0-9_]+=-?[\d.]+$/.test(part)),
  year_values: text => yearValuesOf(text) !== null,
}

/**
 * A table as CSV: columns in the table's order, those without any value left out, lines ended by LF.
 * @throws RangeError that names every cell the table would not hold
 */
export function csvOf(name: string, rows: readonly Row[]): string {
  const table = tables.find(each => each.name === name)
  if (!table) throw new RangeError(`Cannot write the table ${name}: the exchange format has none of that name`)
  const columns = [...table.columns, ...commonColumns]
  const problems = rows.flatMap((row, index) => problemsWith(table, columns, row, index + 1))
  if (problems.length > 0) throw new RangeError(`Cannot write the table ${name}:\n${problems.join('\n')}`)
  const used = columns.filter(column => column.required || rows.some(row => (row[column.name] ?? '') !== ''))
  const lines = [used.map(column => column.name), ...rows.map(row => used.map(column => row[column.name] ?? ''))]
  return lines.map(cells => `${cells.map(quoted).join(',')}\n`).join('')
}

function problemsWith(table: Table, columns: readonly Column[], row: Row, number: number): string[] {
  const at = (column: string) => `${table.name}, row ${number}, ${column}`
  return [
    ...Object.keys(row).flatMap(name =>
      columns.some(column => column.name === name) ? [] : [`${at(name)}: the table has no such column`],
    ),
    ...columns.flatMap(column => {
      const text = row[column.name] ?? ''
      if (text === '') return column.required ? [`${at(column.name)}: a value is required`] : []
      return fits[column.type](text, column) ? [] : [`${at(column.name)}: ${JSON.stringify(text)} is no ${column.type}`]
    }),
  ]
}

/**
 * What a folder of tables says twice or leaves in the air: two rows with one key and one day, a slug that no table explains,
 * a value outside its unit. Every problem at once.
 */
export function problemsAcross(folder: Tables): string[] {
  const names = (table: string, column: string) => new Set((folder[table] ?? []).map(row => row[column] ?? ''))
  const indicators = names('indicators', 'indicator')
  const geographies = names('geographies', 'geography')
  const slugs: Readonly<Record<string, ReadonlySet<string>>> = {
    indicator: indicators,
    indicators,
    supplementary: indicators,
    related: indicators,
    geography: geographies,
  }
  const sources = new Map((folder['sources'] ?? []).map(row => [row['document'] ?? '', row['date'] ?? '']))
  const unitOf = new Map((folder['indicators'] ?? []).map(row => [row['indicator'] ?? '', row]))
  const problems: string[] = []
  for (const table of tables) {
    const seen = new Map<string, number>()
    for (const [index, row] of (folder[table.name] ?? []).entries()) {
      const at = `${table.name}, row ${index + 1}`
      const known = row['known_on'] ?? sources.get(row['source'] ?? '')
      if (known === undefined) problems.push(`${at}: no day on which it was known`)
      const key = JSON.stringify([
        ...table.columns.filter(column => column.key).map(column => row[column.name] || (column.fallback ?? '')),
        row['owner'] ?? '',
        known,
      ])
      const before = seen.get(key)
      if (before !== undefined) problems.push(`${at}: the same key and day as row ${before}`)
      seen.set(key, index + 1)
      for (const column of table.columns) {
        const items = (row[column.name] ?? '').split(';').filter(item => item !== '')
        const known = slugs[column.name]
        for (const item of known ? items : [])
          if (!known?.has(item)) problems.push(`${at}: ${column.name} ${item} is not in its table`)
      }
      const source = row['source']
      if (source && !sources.has(source)) problems.push(`${at}: the source ${source} is not in the table sources`)
      if (table.name !== 'observations') continue
      const indicator = unitOf.get(row['indicator'] ?? '')
      const value = Number(row['value'] ?? '')
      if (!row['value'] && !row['reason']) problems.push(`${at}: neither a value nor a reason`)
      if (row['value'] && row['reason']) problems.push(`${at}: both a value and a reason`)
      if (indicator?.['unit'] === 'percent' && indicator['may_exceed_100'] !== 'yes' && (value < 0 || value > 100))
        problems.push(`${at}: ${value} is no percentage`)
    }
  }
  for (const name of Object.keys(folder))
    if (!tables.some(table => table.name === name)) problems.push(`${name}: the exchange format has no such table`)
  return problems
}

function quoted(text: string): string {
  return /[",\n\r]/.test(text) || /^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
