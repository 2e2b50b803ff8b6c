import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ExportedFact } from '../../../register/index.ts'
import { type FactKey, keyOf } from '../../../shared/facts.ts'
import type { Cell, Grid } from '../../grid.ts'
import { csvParts } from '../../read/csv.ts'
import { defaultLimits } from '../../read/limits.ts'
import type { Column } from '../columns.ts'
import { tables } from '../tables.data.ts'
import { csvText } from './csv-text.ts'
import { exportFacts } from './export-facts.ts'
import { factsOfExport } from './restore-rows.ts'

const empty: Cell = { type: 'empty', held: '', shown: '' }

async function gridOf(file: string, text: string): Promise<Grid> {
  const rows: Cell[][] = []
  for await (const part of csvParts(Buffer.from(text), defaultLimits))
    if (part.part === 'row')
      rows[part.row] = part.cells.map(cell => (cell.type === 'text' ? { ...cell, shown: cell.shown.trim() } : empty))
  return { file, sheet: '', rows, merged: [] }
}

// What a text may hold once it is in the register: whatever prints, and no HTML.
const nasty = fc.constantFrom(
  '=',
  '+',
  '-',
  '@',
  "'",
  '"',
  ',',
  ';',
  '\n',
  '\r\n',
  '\r',
  '\t',
  ' ',
  'a',
  '1',
  '.',
  'é',
  '£',
  '“',
  '😀',
  '#',
  '|',
)
const text = fc.array(nasty, { maxLength: 12 }).map(parts => parts.join(''))

describe('csvText()', () => {
  test('csvText() is read back cell by cell, whatever the cells hold', async () => {
    const row = fc.array(text, { minLength: 3, maxLength: 3 })
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 5 }), async rows => {
        const heading = ['one', 'two', 'three']
        const { rows: read } = await gridOf('any.csv', csvText([heading, ...rows]))
        expect(read.map(cells => cells.map(cell => cell.held))).toEqual([heading, ...rows])
      }),
      { numRuns: 200 },
    )
  })

  test.each([
    [['a', 'b,c', 'd "e"'], 'a,"b,c","d ""e"""\n'],
    [['two\nlines', ' edge ', ''], '"two\nlines"," edge ",\n'],
  ])('csvText() of %j', (row, expected) => {
    expect(csvText([row])).toBe(expected)
  })
})

const slug = fc.stringMatching(/^[a-z0-9][a-z0-9+-]{0,8}$/)
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10))
const period = fc.constantFrom('2016-12', '2017/18-Q2', '2016/17')
const decimal = fc
  .tuple(fc.integer({ min: -999_999, max: 999_999 }), fc.integer({ min: 0, max: 5 }))
  .map(([whole, decimals]) => (whole / 10 ** decimals).toFixed(decimals).replace(/^-(0(?:\.0+)?)$/, '$1'))
const category = fc.stringMatching(/^[^=;\s"]([^=;"\p{C}\s]{0,6})$/u)
const year = (at: number) => `20${String(at).padStart(2, '0')}/${String(at + 1).padStart(2, '0')}`
const orNull = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null })
const orEmpty = (some: fc.Arbitrary<string>) => fc.oneof(some, fc.constant(''))

/** Anything that the register may hold where the column stands. */
function payloadValue(column: Column): fc.Arbitrary<unknown> {
  const may = column.required === true || column.key !== undefined
  switch (column.type) {
    case 'slug':
      return may ? slug : orEmpty(slug)
    case 'text':
    case 'markdown':
      return column.required ? text.filter(each => each.trim() !== '') : text
    case 'day':
      return orEmpty(day)
    case 'period':
      return may ? period : orEmpty(period)
    case 'decimal':
      return column.required ? decimal : orNull(decimal)
    case 'integer':
      return column.required || column.fallback ? fc.nat() : orNull(fc.nat())
    case 'yes_no':
      return fc.boolean()
    case 'code': {
      const code = fc.constantFrom(...(column.codes ?? ['x']))
      return column.required || column.fallback ? code : orNull(code)
    }
    case 'list':
      return column.codes
        ? fc.subarray([...column.codes])
        : fc.array(slug, { minLength: column.required ? 1 : 0, maxLength: 3 })
    case 'breakdown':
      return fc.dictionary(fc.stringMatching(/^[a-z][a-z0-9-]{0,5}$/), category, { maxKeys: 2 }).map(pairs =>
        Object.keys(pairs)
          .sort()
          .map(name => `${name}=${pairs[name]}`)
          .join(';'),
      )
    case 'year_values':
      return fc
        .uniqueArray(fc.nat({ max: 98 }), { maxLength: 4 })
        .chain(years => fc.tuple(...years.sort((a, b) => a - b).map(at => decimal.map(each => `${year(at)}=${each}`))))
        .map(parts => parts.join('; '))
    case 'settings':
      return fc.dictionary(
        fc.stringMatching(/^[a-z_]{1,8}$/),
        fc.double({ min: 0, max: 1e6, noNaN: true }).map(n => Number(n.toFixed(9))),
        { maxKeys: 3 },
      )
  }
}

/** A list as text, so that one without entries is told from others. */
const textOrNull = (value: unknown) =>
  value === null ? null : Array.isArray(value) ? JSON.stringify(value) : String(value)

const factOf = (at: number): fc.Arbitrary<ExportedFact> =>
  fc.constantFrom(...tables).chain(table => {
    const values = fc.record(Object.fromEntries(table.columns.map(column => [column.name, payloadValue(column)])))
    const rest = { document: orEmpty(slug), file: text, place: text, actor: slug, owner: slug, knownOn: day }
    return fc.tuple(values, fc.record(rest), fc.integer({ min: 0, max: 9 })).map(([row, also, redacted]) => {
      const key: Partial<Record<keyof FactKey, string>> = {}
      for (const column of table.columns)
        if (column.key) {
          const before = key[column.key]
          const own = String(row[column.name])
          key[column.key] = before === undefined ? own : `${before} ${own}`
        }
      const isLeftOut = ({ sparse, name }: Column) => sparse && [null, '', '[]'].includes(textOrNull(row[name]))
      const fields = table.columns.flatMap(column =>
        column.field && !isLeftOut(column) ? [[column.field, row[column.name]]] : [],
      )
      return {
        kind: table.kind,
        ...keyOf(also.owner, key),
        seq: at + 1,
        knownOn: also.knownOn,
        recordedAt: '2026-01-02T03:04:05.678Z',
        actor: also.actor,
        payload: redacted === 0 ? null : Object.fromEntries(fields),
        from: { document: also.document, file: also.file, place: also.place },
      } as unknown as ExportedFact
    })
  })

describe('exportFacts() and factsOfExport()', () => {
  test('factsOfExport() gives back every fact that exportFacts() wrote, texts that look like formulas too', async () => {
    const facts = fc
      .integer({ min: 1, max: 8 })
      .chain(count => fc.tuple(...Array.from({ length: count }, (_, at) => factOf(at))))
    await fc.assert(
      fc.asyncProperty(facts, async given => {
        const files = exportFacts(given)
        const grids = await Promise.all([...files].map(([name, content]) => gridOf(name, content)))
        const { facts: read, problems } = factsOfExport(grids)
        expect(problems).toEqual([])
        expect(read).toEqual(given)
        expect([...exportFacts(read)]).toEqual([...files])
      }),
      { numRuns: 300 },
    )
  })

  test('exportFacts() writes no cell that a spreadsheet would run', async () => {
    await fc.assert(
      fc.asyncProperty(factOf(0), async fact => {
        for (const [name, content] of exportFacts([fact])) {
          const grid = await gridOf(name, content)
          for (const cell of grid.rows.flat())
            expect(/^\s*[=+@＝]|^\s*-(?![\d.]+$)/.test(cell.held), JSON.stringify(cell.held)).toBe(false)
        }
      }),
      { numRuns: 300 },
    )
  })
})
