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
  const body = String(parts[2])
  const firstLine = text.slice(0, text.length - body.length).split('\n').length
  for (const section of sectionsOf(body)) {
    const faultHere = (found: string, code: string, expected: string) =>
      problems.push(problemAt({ ...place, row: firstLine + section.line }, '', found, code, expected))
    const field = section.heading === null ? null : fieldOf(section.heading)
    if (section.heading === null) {
      const words = section.text.split('\n')[0] ?? ''
      if (words !== '') faultHere(words, 'words-before-heading', `these words stand under no heading; ${fourHeadings}`)
    } else if (field === null) problems.push(fault('', section.heading, 'unknown-heading', fourHeadings))
    else if (texts[field] !== undefined)
      faultHere(section.heading, 'heading-twice', 'the card has this part already; put its words under one heading')
    else texts[field] = section.text
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

const fourHeadings =
  'expected one of the four headings: Why is this important, What explains current performance, What will success look like, Action required'

function fieldOf(heading: string): string | null {
  return headings.find(each => each.says.test(heading))?.field ?? null
}

type Section = {
  /** Null for what stands before the first heading. */
  readonly heading: string | null
  readonly text: string
  /** Its first line that is not blank, from 0. */
  readonly line: number
}

const headingLine = /^ {0,3}(#{1,4})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$/

/**
 * The parts of a card. A heading of any level begins one where it bears one of the four titles, and so does every other heading
 * of the first two levels; deeper ones belong to the words, and so does all that stands in a fence of code.
 */
function sectionsOf(body: string): Section[] {
  const found: { heading: string | null; line: number; lines: string[] }[] = [{ heading: null, line: 0, lines: [] }]
  let fence: string | null = null
  body.split(/\r?\n/).forEach((text, line) => {
    const mark = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(text)
    const title = fence === null ? headingLine.exec(text) : null
    const heading = String(title?.[2]).trim()
    if (title && (String(title[1]).length <= 2 || fieldOf(heading) !== null)) found.push({ heading, line, lines: [] })
    else found.at(-1)?.lines.push(text)
    if (mark && fence === null) fence = String(mark[1])
    else if (mark && fence !== null && mark[1]?.startsWith(fence) && mark[2]?.trim() === '') fence = null
  })
  return found.map(({ heading, line, lines }) => {
    const blank = heading === null ? lines.findIndex(each => each.trim() !== '') : 0
    return { heading, line: line + Math.max(blank, 0), text: lines.join('\n').trim() }
  })
}
