import * as xlsx from '@e965/xlsx'
import { strFromU8, unzipSync } from 'fflate'
import { afterEach, expect, test, vi } from 'vitest'
import { dashboard, everything, hostile, hostilePaper } from '../examples.ts'
import { printable } from '../fonts/printable.ts'
import type { Paper, Table } from '../outline/types.ts'
import { renderOds } from './render-ods.ts'

afterEach(() => void vi.unstubAllEnvs())

const tablesOf = (paper: Paper): Table[] =>
  paper.sections
    .flatMap(section => section.blocks)
    .flatMap(block => (block.block === 'table' ? [block] : block.block === 'figure' ? [block.table] : []))
const partsOf = (paper: Paper) =>
  Object.fromEntries(Object.entries(unzipSync(renderOds(paper))).map(([name, bytes]) => [name, strFromU8(bytes)]))
const read = (paper: Paper) => xlsx.read(renderOds(paper), { type: 'array' })
const rowsOf = (book: xlsx.WorkBook, name: string): unknown[][] =>
  xlsx.utils.sheet_to_json(book.Sheets[name] as xlsx.WorkSheet, { header: 1, blankrows: true, defval: null })

/** The header row and those below, by the range that the file names; and the place of each table. */
function marked(paper: Paper) {
  const book = read(paper)
  const found = [
    ...(partsOf(paper)['content.xml'] ?? '').matchAll(
      /table:name="(\w+)" table:target-range-address="'([^']+)'\.A(\d+):'[^']+'\.([A-Z]+)(\d+)"/g,
    ),
  ]
  return found.map(([, id, sheet, top, column, bottom]) => {
    const all = rowsOf(book, sheet as string)
    const width = xlsx.utils.decode_col(column as string) + 1
    return {
      id,
      sheet,
      all,
      width,
      head: all[Number(top) - 1] ?? [],
      rows: all.slice(Number(top)),
      bottom: Number(bottom),
    }
  })
}

const only = (tables: readonly Table[]): Paper => ({
  ...everything,
  sections: [{ ...(everything.sections[1] as Paper['sections'][number]), blocks: tables }],
})

test('renderOds() begins with cover, contents and notes, then a sheet for each table, titled in the first cell', () => {
  const book = read(everything)
  expect(book.SheetNames.slice(0, 3)).toEqual(['Cover', 'Contents', 'Notes'])
  // Each of the two wide tables is two: values, and what stands once for each row.
  expect(book.SheetNames).toHaveLength(3 + tablesOf(everything).length + 2)
  expect(rowsOf(book, 'Cover').map(([first]) => first)).toEqual(
    expect.arrayContaining([
      'Performance management report',
      'Organisation: Harrowmere County Council',
      'Committee: Adult Social Care Committee',
      'Meeting day: 19 June 2017',
      'Status: Not published: as known on 19 June 2017',
      'Responsible director: Executive Director of Adult Social Services',
    ]),
  )
  expect(rowsOf(book, 'Notes').slice(2)).toEqual([
    ['Note or symbol', 'What it means'],
    ['[note 1]', 'Values of the last two months are provisional until the year is closed.'],
    ['[x]', 'not available'],
    ['[p]', 'provisional'],
    ['–', 'nothing to say here: no rating, no comparison or no note'],
  ])
  const contents = rowsOf(book, 'Contents').slice(3)
  expect(contents.map(([name]) => name)).toEqual(book.SheetNames.filter(name => name !== 'Contents'))
  for (const [name, title] of contents.slice(2)) expect(rowsOf(book, String(name))[0]?.[0]).toBe(title)
})

test('renderOds() marks one named table a sheet: unique headings, nothing empty, nothing merged', () => {
  const tables = marked(everything)
  expect(tables).toHaveLength(read(everything).SheetNames.length - 1)
  expect(new Set(tables.map(({ id }) => id)).size).toBe(tables.length)
  expect(new Set(tables.map(({ sheet }) => sheet)).size).toBe(tables.length)
  for (const { all, head, rows, width, bottom } of tables) {
    expect(all).toHaveLength(bottom)
    expect(head).toHaveLength(width)
    expect(new Set(head).size).toBe(width)
    expect([head, ...rows].flat().filter(value => value === null || value === '')).toEqual([])
  }
  expect(partsOf(everything)['content.xml']).not.toMatch(/spanned|covered|repeated/)
})

test('renderOds() sets out a wide rated table as a row for each value, with its number and its rating in words', () => {
  const table = dashboard(15)
  const [long, rest] = marked(only([table])).slice(2)
  expect(long?.head).toEqual(['Indicator', 'Period', 'Value', 'Rating'])
  const wanted = table.rows.flatMap(row =>
    row
      .slice(1, 14)
      .map((cell, at) => [row[0]?.text, table.columns[at + 1]?.heading, cell.value ?? cell.text, cell.rating ?? '–']),
  )
  expect(long?.rows).toEqual(wanted)
  expect(rest?.head).toEqual(['Indicator', 'Target', 'On a year ago'])
  expect(rest?.rows.map(row => row.slice(0, 2))).toEqual(table.rows.map(row => [row[0]?.text, row[14]?.text]))
})

test('renderOds() says of a wide table without periods that its values stood in columns', () => {
  const wide: Table = {
    ...dashboard(5),
    columns: dashboard(5).columns.map((column, at) => ({ ...column, heading: `Place ${at}` })),
  }
  const [long] = marked(only([wide])).slice(2)
  expect(long?.head).toEqual(['Place 0', 'Column', 'Value', 'Rating'])
})

test('renderOds() keeps other tables in their shape, with the rating of a column beside it', () => {
  const table = tablesOf(everything)[0] as Table
  const [, , own] = marked(only([table]))
  expect(own?.head).toEqual([
    'Indicator',
    'Latest',
    'Latest: rating',
    'Target',
    'Compared with the same month last year',
    'Compared with the same month last year: better or worse',
  ])
  expect(own?.rows).toEqual(
    table.rows.map(([name, latest, target, compared]) => [
      name?.text,
      latest?.value ?? latest?.text,
      latest?.rating ?? '–',
      target?.value,
      compared?.text,
      compared?.compared ?? '–',
    ]),
  )
})

test('renderOds() holds numbers unrounded, shows the decimals of the paper and puts symbols beside them', () => {
  const table: Table = {
    ...(tablesOf(everything)[0] as Table),
    columns: [
      { heading: 'Indicator', align: 'left', isRowHeader: true, width: 1 },
      { heading: 'Jun 17', align: 'right', isRowHeader: false, width: 1 },
    ],
    rows: [
      [{ text: 'Rate' }, { text: '3.56 [r] [note 1]', value: 3.5612345 }],
      [{ text: 'People' }, { text: '−3,523', value: -3523.4 }],
      [{ text: 'Cost' }, { text: '£12.50', value: 12.5 }],
      [{ text: 'Other words' }, { text: 'about a half', value: 0.512 }],
      [{ text: 'None' }, { text: '[x]' }],
    ],
  }
  const [, , own] = marked(only([table]))
  expect(own?.head).toEqual(['Indicator', 'Jun 17', 'Jun 17: notes'])
  expect(own?.rows).toEqual([
    ['Rate', 3.5612345, '[r] [note 1]'],
    ['People', -3523.4, '–'],
    ['Cost', 12.5, '–'],
    ['Other words', 0.512, 'about a half'],
    ['None', '[x]', '–'],
  ])
  const content = partsOf(only([table]))['content.xml'] ?? ''
  expect(content).toMatch(/number:decimal-places="2"/)
  expect(content).toMatch(/number:decimal-places="0"[^>]*number:grouping="true"/)
  expect(content).toContain('<number:text>£</number:text>')
})

test('renderOds() leaves text as text, whatever it begins with', () => {
  const starts = ['=1+1', '+1', '-1', '@SUM(A1)', ...hostile]
  const table: Table = {
    ...(tablesOf(everything)[0] as Table),
    columns: [{ heading: '=A1', align: 'left', isRowHeader: true, width: 1 }],
    rows: starts.map(text => [{ text }]),
  }
  const paper = only([table])
  const [, , own] = marked(paper)
  expect(own?.head).toEqual(['=A1'])
  expect(own?.rows).toEqual(starts.map(text => [printable(text, () => true)]))
  for (const each of [paper, hostilePaper]) {
    expect(partsOf(each)['content.xml']).not.toMatch(/table:formula|<script/)
    const cells = Object.values(read(each).Sheets).flatMap(sheet => Object.values(sheet) as unknown[])
    expect(cells.filter(cell => typeof cell === 'object' && cell !== null && 'f' in cell)).toEqual([])
  }
})

test('renderOds() gives every sheet a name that spreadsheets take', () => {
  const tables = ['Same', 'Same', 'w'.repeat(90), `${'w'.repeat(28)}\u{1f600}`, "a[b]*?:/\\'c", ''].map(
    (caption, at): Table => ({ ...(tablesOf(everything)[0] as Table), id: `same`, caption, description: String(at) }),
  )
  const names = [only(tables), hostilePaper].flatMap(paper => {
    const { SheetNames } = read(paper)
    expect(new Set(SheetNames.map(name => name.toLowerCase())).size).toBe(SheetNames.length)
    return SheetNames
  })
  expect(names.filter(name => !/^[^[\]*?:/\\']{1,31}$/.test(name) || !name.isWellFormed())).toEqual([])
})

test('renderOds() writes well-formed XML, of hostile words too', () => {
  for (const paper of [everything, hostilePaper]) {
    for (const [name, xml] of Object.entries(partsOf(paper))) {
      if (name !== 'mimetype') expect([name, faultOf(xml)]).toEqual([name, null])
    }
  }
  expect(faultOf('<a><b></a>')).toBe('</a>')
  expect(faultOf('<a>1 < 2 &nbsp;</a>')).toMatch(/^text/)
})

/** Reads tags one after the other; gives what is not closed, or closed by another. */
function faultOf(xml: string): string | null {
  const open: string[] = []
  const tag = /<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>/g
  const body = xml.replace(/^<\?xml[^>]*\?>\n/, '')
  for (const [whole, close, name, , single] of body.matchAll(tag)) {
    if (close && open.pop() !== name) return whole
    if (!close && !single) open.push(name as string)
  }
  const unread = body.replace(tag, '') + [...body.matchAll(tag)].map(([, , , attributes]) => attributes).join('')
  const fault = /<|&(?!(?:amp|lt|gt|quot);)|[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.exec(unread)
  return fault ? `text: ${unread.slice(fault.index, fault.index + 20)}` : (open.at(-1) ?? null)
}

test('renderOds() says its title, its language and its day, and stores its type first', () => {
  const bytes = renderOds(everything)
  const start = strFromU8(bytes.slice(0, 84), true)
  expect(start.slice(30)).toMatch(/^mimetypeapplication\/vnd\.oasis\.opendocument\.spreadsheet/)
  const parts = partsOf(everything)
  expect(parts['meta.xml']).toContain('<dc:title>Performance management report</dc:title>')
  expect(parts['meta.xml']).toContain('<dc:language>en-GB</dc:language>')
  expect(parts['meta.xml']).toContain('<dc:date>2017-06-19T00:00:00</dc:date>')
  expect(parts['styles.xml']).toContain('fo:language="en" fo:country="GB"')
  expect(parts['styles.xml']).toContain('fo:wrap-option="wrap"')
})

test('renderOds() gives the same bytes in another zone', () => {
  const once = renderOds(everything)
  for (const zone of ['America/St_Johns', 'UTC', 'Asia/Tokyo']) {
    vi.stubEnv('TZ', zone)
    expect(Buffer.from(renderOds(everything)).equals(once)).toBe(true)
  }
})
