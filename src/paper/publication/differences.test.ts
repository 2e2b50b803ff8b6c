import { expect, test } from 'vitest'
import { numberColumn, rowHeader, textColumn } from '../outline/cells.ts'
import { paragraph } from '../outline/say.ts'
import type { Block, Cell, Paper } from '../outline/types.ts'
import { differences } from './differences.ts'
import { publishedPaper } from './published.ts'

const paperWith = (blocks: readonly Block[], more: Partial<Paper> = {}): Paper => ({
  title: 'Report',
  language: 'en-GB',
  organisation: 'Norfolk County Council',
  committee: 'Committee',
  meetingDay: '2017-06-19',
  status: 'Not published: as known on 19 June 2017. An invented council.',
  frontMatter: [],
  sections: [
    { id: 'one', heading: '1 One', kind: 'analysis', orientation: 'portrait', newPage: false, blocks: [...blocks] },
  ],
  symbols: [],
  notes: [],
  ...more,
})

const table = (...rows: readonly (readonly [string, string, Cell])[]): Block => ({
  block: 'table',
  id: 'values',
  caption: 'Values',
  description: '',
  columns: [rowHeader('Indicator'), textColumn('Period'), numberColumn('Value')],
  rows: rows.map(([name, period, cell]) => [{ text: name }, { text: period }, cell]),
  size: 'text',
})

test('differences() sets each cell beside what it was, rows that came and went as a whole', () => {
  const before = paperWith([
    table(
      ['A', 'May', { text: '1', value: 1, rating: 'Red' }],
      ['A', 'June', { text: '2', value: 2 }],
      ['B', 'June', { text: '3' }],
    ),
  ])
  const after = paperWith([
    table(
      ['A', 'April', { text: '9' }],
      ['A', 'May', { text: '1', value: 1, rating: 'Amber' }],
      ['A', 'June', { text: '2', value: 2.04 }],
    ),
  ])
  expect(differences(before, after)).toEqual([
    { where: 'One, Values, A, April', old: null, new: 'Indicator: A; Period: April; Value: 9' },
    { where: 'One, Values, A, May, Value', old: '1 (Red)', new: '1 (Amber)' },
    { where: 'One, Values, A, June, Value', old: '2 (unrounded 2)', new: '2 (unrounded 2.04)' },
    { where: 'One, Values, B, June', old: 'Indicator: B; Period: June; Value: 3', new: null },
  ])
})

test('differences() pairs the sentences that changed between those that stayed', () => {
  const before = paperWith([paragraph('It rose.'), paragraph('It stays.'), paragraph('It goes.')], { notes: ['Old.'] })
  const after = paperWith([paragraph('It fell.'), paragraph('It stays.')], { title: 'Paper', notes: ['Old.'] })
  expect(differences(before, after)).toEqual([
    { where: 'Front page', old: 'Report', new: 'Paper' },
    { where: 'One', old: 'It rose.', new: 'It fell.' },
    { where: 'One', old: 'It goes.', new: null },
  ])
})

test('differences() does not count status, erratum, or the numbers of headings', () => {
  const plain = paperWith([paragraph('It stays.')])
  const [section] = plain.sections
  const moved = { ...plain, sections: section ? [{ ...section, heading: '2 One' }] : [] }
  const erratum = { replaces: 1, replacesPublishedAt: '', replacesDay: '2017-06-20', why: 'So.', changes: [] }
  const published = publishedPaper(moved, { version: 2, day: '2017-06-21', auditHead: 'abc', erratum })
  expect(published.sections.map(each => each.id)).toEqual(['erratum', 'one'])
  expect(published.status).toBe('Published 21 June 2017, version 2. Audit head abc. An invented council.')
  expect(differences(plain, published)).toEqual([])
})

test('differences() names a part that came or went', () => {
  const before = paperWith([])
  expect(differences(before, { ...before, sections: [] })).toEqual([{ where: 'One', old: 'this part', new: null }])
})
