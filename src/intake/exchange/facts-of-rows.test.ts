import { describe, expect, test } from 'vitest'
import type { Cell, Grid } from '../grid.ts'
import { factsOfRows, type ReadContext } from './facts-of-rows.ts'
import { type Row, readTable, tableOf } from './read-table.ts'

const nothing: ReadContext = {
  owner: null,
  knownOn: null,
  areas: new Map(),
  sourceDates: new Map(),
  definitions: new Map(),
}

/** Rows of a table written as its text would be, without quotes. */
function rowsOf(name: string, text: string): Row[] {
  const rows = text
    .trim()
    .split('\n')
    .map(line =>
      line.split(',').map((held): Cell => ({ type: held.trim() === '' ? 'empty' : 'text', held, shown: held.trim() })),
    )
  const grid: Grid = { file: `${name}.csv`, sheet: '', rows, merged: [] }
  const table = tableOf(grid)
  if (!table) throw new Error(`There is no table ${name}`)
  const read = readTable(grid, table)
  expect(read.problems).toEqual([])
  return read.rows
}

const norfolk = rowsOf('organisations', 'organisation,name,geography,known_on\nnorfolk,Norfolk,norfolk-area,2017-01-01')

describe('factsOfRows()', () => {
  test('factsOfRows() finds the owner, the area, the day and the definition that holds', () => {
    const rows = [
      ...norfolk,
      ...rowsOf('sources', 'document,title,date\nmarch-paper,A paper,2017-03-06'),
      ...rowsOf('definitions', 'indicator,version,from,known_on\nstays,1,,2017-01-01\nstays,2,2016-04,2017-01-01'),
      ...rowsOf(
        'observations',
        'indicator,period,value,source\nstays,2016-03,1,march-paper\nstays,2016-04,2,march-paper',
      ),
    ]
    const { drafts, problems } = factsOfRows(rows, nothing)
    expect(problems).toEqual([])
    expect(drafts.flatMap(({ fact }) => (fact.kind === 'observation' ? [fact] : []))).toMatchObject([
      { owner: 'norfolk', geography: 'norfolk-area', period: '2016-03', version: '1', knownOn: '2017-03-06' },
      { period: '2016-04', version: '2', from: { document: 'march-paper', file: 'observations.csv', place: 'row 3' } },
    ])
  })

  test("factsOfRows() takes an owner's own definitions and documents, not another's of the same name", () => {
    const rows = [
      ...rowsOf('definitions', 'indicator,version,from,owner,known_on\nstays,2015,2015-04,somerset,2017-01-01'),
      ...rowsOf(
        'sources',
        'document,title,date,owner\npaper,One,2017-03-06,norfolk\npaper,Another,2017-11-30,somerset',
      ),
      ...rowsOf(
        'observations',
        'indicator,period,value,source,owner\nstays,2016-04,1,paper,norfolk\nstays,2016-04,1,paper,somerset',
      ),
    ]
    const { drafts, problems } = factsOfRows(rows, nothing)
    expect(problems).toEqual([])
    expect(drafts.slice(-2).map(({ fact }) => [fact.owner, fact.version, fact.knownOn])).toEqual([
      ['norfolk', '1', '2017-03-06'],
      ['somerset', '2015', '2017-11-30'],
    ])
  })

  test("factsOfRows() finds a national publisher's document where the owner has none of that name", () => {
    const rows = rowsOf('observations', 'indicator,period,value,source\nstays,2016-04,1,ascof')
    const dates = (given: [string, string][]) =>
      factsOfRows(rows, { ...nothing, owner: 'norfolk', sourceDates: new Map(given) })
    expect(dates([['national ascof', '2016-10-05']]).drafts[0]?.fact.knownOn).toBe('2016-10-05')
    const two = dates([
      ['national ascof', '2016-10-05'],
      ['another ascof', '2017-10-25'],
    ])
    expect(two.drafts).toEqual([])
    expect(two.problems).toMatchObject([{ code: 'unknown-source', found: 'ascof', row: 2, column: 'D (source)' }])
  })

  test('factsOfRows() takes the day of the row before that of its source, and that before --known-on', () => {
    const sources = rowsOf('sources', 'document,title,date\ndated,One,2017-03-06\nundated,Two,')
    const told = (text: string, knownOn: string | null) =>
      factsOfRows([...sources, ...rowsOf('observations', text)], { ...nothing, owner: 'norfolk', knownOn })
    const heading = 'indicator,period,value,source,known_on\n'
    const day = (text: string, knownOn: string | null) => told(heading + text, knownOn).drafts.at(-1)?.fact.knownOn
    expect(day('stays,2016-04,1,dated,2017-03-01', '2018-01-01')).toBe('2017-03-01')
    expect(day('stays,2016-04,1,dated,', '2018-01-01')).toBe('2017-03-06')
    expect(day('stays,2016-04,1,undated,', '2018-01-01')).toBe('2018-01-01')
    expect(day('stays,2016-04,1,,', '2018-01-01')).toBe('2018-01-01')
    expect(told(`${heading}stays,2016-04,1,undated,`, null).problems.map(problem => problem.code)).toEqual([
      'no-known-on', // the undated document itself
      'no-known-on',
    ])
  })

  test('factsOfRows() says whose figure is missing', () => {
    const { drafts, problems } = factsOfRows(
      rowsOf('observations', 'indicator,period,value,known_on\nstays,2016-04,1,2017-01-01'),
      nothing,
    )
    expect(drafts).toEqual([])
    expect(problems).toMatchObject([{ code: 'no-owner', row: 2 }])
  })

  test('factsOfRows() counts a row that is said twice once, and tells one that says two things', () => {
    const text =
      'indicator,period,value,known_on\nstays,2016-04,1,2017-01-01\nstays,2016-04,1,2017-01-01\nstays,2016-04,2,2017-01-01\nstays,2016-04,2,2017-01-02'
    const { drafts, problems } = factsOfRows(rowsOf('observations', text), { ...nothing, owner: 'norfolk' })
    expect(drafts.map(each => each.place.row)).toEqual([2, 5])
    expect(problems).toMatchObject([{ code: 'said-twice', row: 4 }])
    expect(problems[0]?.expected).toBe(
      'this row and row 2 say different things of one observation on one day; keep one of the two',
    )
  })
})
