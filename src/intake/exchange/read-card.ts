import { parseDocument } from 'yaml'
import type { Problem } from '../grid.ts'
import { readCell } from './read-cell.ts'
import { problemAt, type Row } from './read-table.ts'
import { commonColumns, type Table, tables } from './tables.data.ts'

const headings: readonly { readonly field: string; readonly says: RegExp }[] = [
  { field: 'why', says: /^why (is|this is|it is).*important/i },
  { field: 'explains', says: /^what explains/i },
  { field: 'success', says: /^what (will success look|success looks) like/i },
  { field: 'action', says: /^action required/i },
]

/**
 * Reads a report card from Markdown: front matter in YAML with the columns of the table cards, then the words under the
 * four headings of the standard format.
 */
export function readCard(file: string, text: string): { rows: Row[]; problems: Problem[] } {
  const table = tables.find(each => each.name === 'cards') as Table
  const place = { file, sheet: '', row: 0, letters: {} }
  const fault = (column: string, found: string, code: string, expected: string) =>
    problemAt(place, column, found, code, expected)
  const parts = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(text)
  if (!parts)
    return {
      rows: [],
      problems: [
        fault('', '', 'no-front-matter', 'expected front matter between two lines of three hyphens, then the words'),
      ],
    }
  const front = parseDocument(String(parts[1]), { merge: false, version: '1.2' })
  if (front.errors.length > 0)
    return {
      rows: [],
      problems: [
        fault('', '', 'bad-front-matter', `the front matter is not YAML: ${front.errors[0]?.message.split('\n')[0]}`),
      ],
    }
  const given: unknown = front.toJS({ maxAliasCount: 0 })
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return {
      rows: [],
      problems: [fault('', '', 'bad-front-matter', 'the front matter must be a list of names and values')],
    }

  const problems: Problem[] = []
  const texts: Record<string, string> = {}
  for (const [name, value] of Object.entries(given))
    texts[name] = Array.isArray(value) ? value.join(';') : String(value ?? '')
  for (const section of sectionsOf(String(parts[2]))) {
    const heading = headings.find(each => each.says.test(section.heading))
    if (heading) texts[heading.field] = section.text
    else
      problems.push(
        fault(
          '',
          section.heading,
          'unknown-heading',
          'expected one of the four headings: Why is this important, What explains current performance, What will success look like, Action required',
        ),
      )
  }
  const columns = [...table.columns, ...commonColumns]
  const values: Record<string, Row['values'][string]> = {}
  for (const column of columns) {
    const held = texts[column.name] ?? ''
    const read = readCell({ type: held === '' ? 'empty' : 'text', held, shown: held }, column)
    if (read.ok) values[column.name] = read.value
    else problems.push(fault(column.name, held, read.code, read.expected))
  }
  for (const name of Object.keys(texts))
    if (!columns.some(column => column.name === name))
      problems.push(
        fault(
          name,
          '',
          'unknown-column',
          `a card has no ${name}; it has ${columns.map(column => column.name).join(', ')}`,
        ),
      )
  return { rows: problems.length === 0 ? [{ table, values, place }] : [], problems }
}

function sectionsOf(body: string): { heading: string; text: string }[] {
  return body
    .split(/^##\s+/m)
    .slice(1)
    .map(section => {
      const [heading = '', ...lines] = section.split(/\r?\n/)
      return { heading: heading.trim(), text: lines.join('\n').trim() }
    })
}
