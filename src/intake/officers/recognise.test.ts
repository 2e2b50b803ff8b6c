import { describe, expect, test } from 'vitest'
import { toPeriod } from '../../shared/period/period.ts'
import type { Cell, Grid } from '../grid.ts'
import { type RecogniseContext, recogniseOfficersSheet } from './recognise.ts'
import { toFacts } from './to-facts.ts'

const cell = (value: string | Cell): Cell =>
  typeof value !== 'string' ? value : { type: value === '' ? 'empty' : 'text', held: value, shown: value }
const sheet = (rows: readonly (readonly (string | Cell)[])[], merged: Grid['merged'] = []): Grid => ({
  file: 'dashboard.xlsx',
  sheet: 'Dashboard',
  rows: rows.map(row => row.map(cell)),
  merged,
})
const recognise = (
  rows: readonly (readonly (string | Cell)[])[],
  context: RecogniseContext = {},
  merged: Grid['merged'] = [],
) => {
  const recognised = recogniseOfficersSheet(sheet(rows, merged), context)
  if (!recognised) throw new Error('Cannot test the sheet as nothing was recognised in it')
  const rowsOf = recognised.blocks.flatMap(block => block.rows)
  return {
    ...recognised,
    periods: recognised.blocks[0]?.periods.map(({ period }) => period as string),
    rows: rowsOf,
    faults: recognised.problems.map(({ level, code, row, column }) => `${level} ${code} ${column}${row}`),
  }
}
const date = (held: string, shown: string): Cell => ({ type: 'date', held, shown })

describe('headings', () => {
  const data = ['Admissions', '21.7', '21.1', '19.7']

  test('are read in any spelling of a month', () => {
    expect(recognise([['Monthly', 'Jan\n16', 'February 2016', '2016-03'], data]).periods).toEqual([
      '2016-01',
      '2016-02',
      '2016-03',
    ])
    expect(
      recognise([['', date('2016-12-01', 'Dec-16'), date('2017-01-31', 'Jan-17'), '01/02/2017'], data]).periods,
    ).toEqual(['2016-12', '2017-01', '2017-02'])
  })

  test('may be quarters or years', () => {
    expect(recognise([['', 'Q1 2016/17', 'Q2 2016/17', 'Q3 2016/17'], data]).periods).toEqual([
      '2016/17-Q1',
      '2016/17-Q2',
      '2016/17-Q3',
    ])
    const years = recognise([['', '2014/15', '2015/16', '2016/17'], data])
    expect(years.understood).toEqual([
      'Row 2: 1 indicator, 2014/15 to 2016/17 (3 years), no target column, no polarity column.',
    ])
  })

  test('may have their years in the next row or in the one above, calendar or financial', () => {
    expect(recognise([['', 'Nov', 'Dec', 'Jan'], ['', '16', '16', '17'], data]).periods).toEqual([
      '2016-11',
      '2016-12',
      '2017-01',
    ])
    expect(recognise([['', '2016', '', '2017'], ['', 'Nov', 'Dec', 'Jan'], data]).periods).toEqual([
      '2016-11',
      '2016-12',
      '2017-01',
    ])
    expect(
      recognise([['', '2016/17', '', ''], ['', 'Feb', 'Mar', 'Jan'], data], { acceptHeadings: true }).periods?.[0],
    ).toBe('2017-02')
    expect(recognise([['', 'Q1', 'Q2', 'Q3'], data], { within: toPeriod('2016/17') }).periods).toEqual([
      '2016/17-Q1',
      '2016/17-Q2',
      '2016/17-Q3',
    ])
  })

  test('without a year are told', () => {
    const { faults, periods } = recognise([['', 'Nov', 'Dec', 'Jan'], ['', '16', '16', ''], data])
    expect(faults).toEqual(['error bad-heading D2'])
    expect(periods).toEqual(['2016-11', '2016-12'])
  })

  test('among the periods that are none are told where they look like one', () => {
    expect(recognise([['', 'Jan 16', 'Febr 16', 'Mar 16'], data]).faults).toEqual(['error bad-heading C1'])
    const trend = recognise([['', 'Jan 16', 'Trend', 'Feb 16'], data])
    expect([trend.faults, trend.understood.at(-1)]).toEqual([[], 'Column C (Trend): not read.'])
  })

  test('that do not follow are an error with a proposal, and a warning once that is accepted', () => {
    const rows = [
      ['', 'Nov 16', 'Dec 16', 'Jan 16', 'Feb 17'],
      ['Admissions', '1', '2', '3', '4'],
    ]
    const refused = recognise(rows)
    expect(refused.faults).toEqual(['error wrong-heading D1'])
    expect(refused.problems[0]).toMatchObject({
      found: 'Jan 16',
      expected: expect.stringContaining('January 2017 is meant'),
    })
    const accepted = recognise(rows, { acceptHeadings: true })
    expect(accepted.faults).toEqual(['warning wrong-heading D1'])
    expect(accepted.problems[0]?.expected).toMatch(/taken as January 2017$/)
    expect(accepted.blocks[0]?.periods[2]).toEqual({
      column: 'D',
      heading: 'Jan 16',
      period: '2017-01',
      proposed: true,
    })
  })
})

describe('rows', () => {
  const heading = ['Monthly', 'Bigger or Smaller is better', 'Jan 17', 'Feb 17', 'Target']

  test('hold values, the counts below them, a target and a polarity', () => {
    const { rows, understood } = recognise([
      ['Dashboard'],
      heading,
      ['% at home', 'Bigger', '86.3%', '87.0%', '90%'],
      ['', '', '334 / 387', '/'],
      ['Rate', 'Smaller', '3,523', ''],
      ['Note: figures are provisional'],
    ])
    expect(rows).toMatchObject([
      {
        row: 3,
        label: '% at home',
        polarity: 'bigger',
        percent: true,
        target: { text: '90', cell: 'Dashboard!E3' },
        values: [
          {
            period: '2017-01',
            value: '86.3',
            numerator: '334',
            denominator: '387',
            reason: null,
            place: 'Dashboard!C3',
          },
          { period: '2017-02', value: '87.0', numerator: null, denominator: null, reason: null },
        ],
      },
      {
        row: 5,
        polarity: 'smaller',
        target: null,
        values: [{ value: '3523' }, { value: null, reason: 'not_available' }],
      },
    ])
    expect(understood).toEqual([
      'Rows 3 to 5: 2 indicators, January 2017 to February 2017 (2 months), target column E, polarity column B.',
      '1 of these has numerators and denominators in the line below.',
      'Row 6: text only, not read.',
    ])
  })

  test('with faults say each with its cell', () => {
    const { faults } = recognise([
      heading,
      ['% at home', 'Sideways', { type: 'error', held: '#REF!', shown: '#REF!' }, 'about 5', 'soon'],
      ['', '', '1 /', '3 / 4'],
      ['', '', '5', '6'],
      ['Share', 'Bigger', '86.3%', '0.871', '0.9'],
      ['share', 'Bigger', '86.3%', '87.1%', ''],
      ['Coming', 'Bigger', '', '', '5'],
    ])
    expect(faults).toEqual([
      'error formula-error C (Jan 17)2',
      'error bad-counts C (Jan 17)3',
      'error not-a-number D (Feb 17)2',
      'error not-a-number E (target)2',
      'warning unknown-polarity B2',
      'error mixed-percent D (Feb 17)5',
      'error mixed-percent E (target)5',
      'warning target-without-value E7',
      'error no-label A4',
      'error repeated-indicator 6',
    ])
  })

  test('that are merged are an error over figures, and not over titles, names and notes', () => {
    const rows = [
      ['Title'],
      heading,
      ['A', 'Bigger', '5', '', ''],
      ['', '', '1 / 2', '3 / 4'],
      ['B', 'Bigger', '6', '7'],
      ['Note'],
    ]
    const range = (row: number, column: number, height: number, width: number) => ({
      row,
      column,
      rows: height,
      columns: width,
    })
    expect(
      recognise(rows, {}, [range(0, 0, 1, 5), range(5, 0, 1, 5), range(2, 0, 2, 1), range(2, 4, 2, 1)]).faults,
    ).toEqual([])
    expect(recognise(rows, {}, [range(2, 2, 1, 2)]).faults).toEqual(['error merged-cells C3'])
    expect(recognise(rows, {}, [range(2, 4, 3, 1)]).faults).toEqual(['error merged-cells E3'])
    expect(recognise(rows, {}, [range(2, 0, 1, 2)]).faults).toEqual(['error merged-cells A3'])
  })

  test('may come again in a block of another year', () => {
    const { faults, rows } = recognise([
      ['', 'Jan 16', 'Feb 16'],
      ['A', '1', '2'],
      [],
      ['', 'Jan 17', 'Feb 17'],
      ['A', '3', '4'],
    ])
    expect([faults, rows.length]).toEqual([[], 2])
  })
})

test('recogniseOfficersSheet() is null for what holds no such block', () => {
  expect(
    recogniseOfficersSheet(
      sheet([
        ['indicator', 'period', 'value'],
        ['a', '2016-12', '5'],
      ]),
    ),
  ).toBeNull()
  expect(recogniseOfficersSheet(sheet([['Report of March 2017'], ['Some words']]))).toBeNull()
  expect(recogniseOfficersSheet(sheet([]))).toBeNull()
})

test('toFacts() makes an observation of each cell and puts the target at the latest value', () => {
  const recognised = recognise([
    ['', 'Jan 17', 'Feb 17', 'Target'],
    ['A', '1.0', '', '2'],
    ['B', '1', '2', ''],
  ])
  const context = { owner: 'norfolk', geography: 'norfolk', knownOn: '2017-03-06', document: 'paper' }
  const facts = toFacts(recognised, new Map([['A', 'a-slug']]), context)
  expect(facts.map(({ kind, indicator, period, payload }) => [kind, indicator, period, payload.value])).toEqual([
    ['observation', 'a-slug', '2017-01', '1.0'],
    ['observation', 'a-slug', '2017-02', null],
    ['target', 'a-slug', '2017-01', '2'],
  ])
  expect(facts[2]).toMatchObject({
    name: 'rated',
    payload: { profile: 'points', assigned: ['period'] },
    from: { document: 'paper', file: 'dashboard.xlsx', place: 'Dashboard!D2' },
  })
})
