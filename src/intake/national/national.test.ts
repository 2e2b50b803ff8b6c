import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { root } from '../../../test/support/source-files.ts'
import type { Row } from '../exchange/read-table.ts'
import { problemsInWords } from '../grid.ts'
import { readFiles } from '../import.ts'
import { readGrids } from '../read/read-grids.ts'
import type { FileContent } from '../read/reader.ts'
import { readNational } from './national.ts'

const catalogue = join(root, 'catalogue/national')
const fixture = (name: string) => join(root, 'test/fixtures/national', name)

let standing: readonly Row[]
beforeAll(async () => {
  standing = (await readFiles([catalogue])).rows
})

/** What a file is read as: the rows of one table by their parts, with what was understood and what is wrong. */
async function read(source: string | FileContent, table = 'observations') {
  const { grids } = await readGrids([source])
  const { rows, others, problems, understood } = readNational(grids, standing)
  const own = rows.filter(row => row.table.name === table && !standing.includes(row)).map(row => row.values)
  const find = (indicator: string, geography: string, period: string, breakdown = '') =>
    own.filter(
      row =>
        row['indicator'] === indicator &&
        row['geography'] === geography &&
        row['period'] === period &&
        row['breakdown'] === breakdown,
    )
  return { own, find, understood, grids: others, problems: problemsInWords(problems) }
}

/** The same of a text, as the content of a file. */
const readText = (name: string, text: string) => read({ name, bytes: Buffer.from(text) })

describe('the ASCOF workbook', () => {
  test('is read as it is published: values, respondents, margins, counts', async () => {
    const { find, problems, grids } = await read(fixture('ascof-2024-25.ods'))
    expect(problems).toEqual([])
    expect(grids).toEqual([])
    expect(find('control-over-daily-life', 'leicester', '2016/17')).toMatchObject([
      {
        value: '76.2',
        respondents: '370',
        margin_of_error: '4.8',
        reason: null,
        owner: 'dhsc',
        source: 'ascof-2024-25',
        marks: [],
      },
    ])
    expect(find('care-home-admissions-18-64-client-level', 'england', '2024/25')).toMatchObject([
      { value: '17', numerator: '6035', denominator: '35455995', respondents: null },
    ])
    expect(find('care-staff-leaving', 'shire-counties', '2024/25')).toMatchObject([{ value: '25.1' }])
    expect(find('care-providers-good-or-outstanding', 'england', '2024/25')).toMatchObject([
      { value: '81.7', numerator: '11287', denominator: '13820' },
    ])
    expect(find('care-providers-good-or-outstanding', 'england', '2024/25', 'rating=not-yet-rated')).toMatchObject([
      { value: '0.2', numerator: '25' },
    ])
  })

  test('keeps why there is no value, and never takes it for zero', async () => {
    const { find, own } = await read(fixture('ascof-2024-25.ods'))
    expect(find('quality-of-life-carers', 'norfolk', '2017/18')).toMatchObject([
      { value: null, reason: 'not_applicable' },
    ])
    expect(find('quality-of-life-users', 'derby', '2024/25')).toMatchObject([{ value: null, reason: 'not_available' }])
    expect(find('quality-of-life-users', 'leicester', '2020/21')).toMatchObject([
      { value: null, reason: 'not_available' },
    ])
    expect(own.filter(row => (row['value'] === null) === (row['reason'] === null))).toEqual([])
  })

  test('takes no answers from nobody: 0 of 0 respondents is not available, 0 of some is a figure', async () => {
    const table = (respondents: number) =>
      'Table 1b: adjusted quality of life\nLocal authority code,Local authority,ONS area code,2019 to 2020 - outcome,2019 to 2020 - number of respondents,2019 to 2020 - margin of error\n' +
      `607,Norfolk,E10000020,0.000,${respondents},0.000\n`
    const none = { value: null, reason: 'not_available', respondents: null, margin_of_error: null }
    expect((await readText('a.csv', table(0))).own).toMatchObject([none])
    expect((await readText('a.csv', table(20))).own).toMatchObject([
      { value: '0.000', reason: null, respondents: '20' },
    ])
  })

  test('is read whole through the import, though its sheet of notes bears the name of one of our tables', async () => {
    const { rows, problems } = await readFiles([fixture('ascof-2024-25.ods')], { catalogue: () => catalogue })
    expect(problemsInWords(problems)).toEqual([])
    expect(rows.filter(row => row.table.name === 'notes')).toEqual([])
    expect(rows.filter(row => row.table.name === 'observations').length).toBe(654)
  })

  test('takes the official figure of two, and keeps the other as a note', async () => {
    const { find } = await read(fixture('ascof-2024-25.ods'))
    expect(find('quality-of-life-carers', 'england', '2016/17')).toMatchObject([
      { value: '7.7', respondents: '51230', note: '7.6 on the eligibility of before' },
    ])
  })

  test('gives Dorset one figure a year, under whichever of its two codes it stands, and leaves Dorset County its own years', async () => {
    const { find } = await read(fixture('ascof-2024-25.ods'))
    expect(find('quality-of-life-users', 'dorset', '2024/25')).toMatchObject([{ value: '18.3' }])
    expect(find('quality-of-life-users', 'dorset', '2019/20')).toMatchObject([{ value: '19.4' }])
    expect(find('safeguarding-risk-reduced', 'dorset', '2024/25')).toMatchObject([{ value: '92.5' }])
    expect(find('quality-of-life-users', 'dorset-county', '2018/19')).toMatchObject([{ value: '19.4' }])
    expect(find('quality-of-life-users', 'dorset-county', '2024/25')).toEqual([])
    expect(find('care-staff-leaving', 'cornwall-and-isles-of-scilly', '2024/25')).toMatchObject([{ value: '20.2' }])
  })

  test('passes over sheets without figures and areas that nobody names, and says so', async () => {
    const { understood } = await read(fixture('ascof-2024-25.ods'))
    expect(understood).toContain('ascof-2024-25.ods: Cover: no figures, not read.')
    expect(understood.find(sentence => sentence.includes('Table_3a'))).toMatch(
      /measure 3A, 2015\/16 to 2024\/25, \d+ areas with figures\. Left out, as the catalogue has no such area: District\.$/,
    )
  })

  test('told in plain sentences where a heading, a number or a measure is not what it should be', async () => {
    const table = (title: string, heading: string, value: string) =>
      `${title}\nLocal authority code,Local authority,ONS area code,${heading}\n607,Norfolk,E10000020,${value}\n`
    const good = '2023 to 2024 - outcome'
    const tables = {
      good: table('Table 3a: control', good, '79.3'),
      heading: table('Table 3a: control', '2023 to 2025 - outcome', '79.3'),
      number: table('Table 3a: control', good, 'many'),
      measure: table('Table 7a: new', good, '1'),
    }
    const files = Object.entries(tables).map(([name, text]) => ({ name: `${name}.csv`, bytes: Buffer.from(text) }))
    const { grids } = await readGrids(files)
    expect(problemsInWords(readNational(grids, standing).problems)).toEqual([
      'heading.csv, row 2, column D: “2023 to 2025 - outcome”: expected a heading such as “2023 to 2024 - outcome”; mend it, or take the column out',
      'number.csv, row 3, column D: “many”: expected a number, or [c], [x] or [z] where there is none',
      'measure.csv: the catalogue of national measures has no 7A; add it to catalogue/national, or take the sheet out',
    ])
  })

  test('told where one area has two values that differ', async () => {
    const rows = ['809,Dorset,E06000059,70.1', '809,Dorset County,E10000009,70.2'].join('\n')
    const text = `Table 3a: control\nLocal authority code,Local authority,ONS area code,2023 to 2024 - outcome\n${rows}\n`
    const { problems, own } = await readText('a.csv', text)
    expect(problems).toEqual([
      'a.csv, row 4, column D (value): “70.2”: row 3 says 70.1 of dorset in 2023/24; keep one of the two',
    ])
    expect(own).toHaveLength(1)
  })
})

describe('the open data of 2020/21', () => {
  test('are read with their counts and breakdowns, under the codes of that edition', async () => {
    const { find, problems } = await read(fixture('meas-from-asc-of-eng-2021-open-data.xlsx'))
    expect(problems).toEqual([])
    expect(find('care-home-admissions-65-plus', 'england', '2020/21')).toMatchObject([
      { value: '498.2', owner: 'nhs-digital', source: 'ascof-2020-21', marks: [] },
    ])
    expect(find('quality-of-life-users', 'kirklees', '2020/21')).toMatchObject([
      { value: '19.6', numerator: '83160', respondents: '430', margin_of_error: '0.3', marks: ['not_comparable'] },
    ])
    expect(find('self-directed-support-users', 'norfolk', '2020/21', 'age=65+')).toHaveLength(1)
    expect(find('quality-of-life-users', 'leicester', '2020/21')).toMatchObject([
      { value: null, reason: 'not_available' },
    ])
  })

  test('are refused where nothing says of which year they are', async () => {
    const text =
      'cassr_code,area_name,area_level,ons_code,ascof_measure_code,disaggregation,measure_type,value,measure_group\n607,Norfolk,Council,E10000020,1A,Total,Outcome,19.1,1A\n'
    expect((await readText('open.csv', text)).problems).toEqual([
      'open.csv: nothing in the file says which year it is of; its name should, as ascof-2020-21.csv',
    ])
    expect((await readText('ascof_2020_21.csv', text)).own).toMatchObject([{ period: '2020/21', value: '19.1' }])
  })
})

describe('merged outcomes', () => {
  test('of 2018/19 name users and carers apart', async () => {
    const { find, problems } = await read(fixture('outcomes-2018-19.csv'))
    expect(problems).toEqual([])
    expect(find('direct-payments-users', 'barnet', '2018/19')).toMatchObject([{ value: '27.4' }])
    expect(find('direct-payments-carers', 'barnet', '2018/19')).toMatchObject([{ value: '100.0' }])
  })

  test('of 2019/20 name them alike: the first is of the users, the second of the carers, a single one of the users', async () => {
    const { find, problems, understood } = await read(fixture('outcomes-2019-20.csv'))
    expect(problems).toEqual([])
    expect(find('direct-payments-users', 'city-of-london', '2019/20')).toMatchObject([{ value: '41.6' }])
    expect(find('direct-payments-carers', 'city-of-london', '2019/20')).toMatchObject([{ value: '100.0' }])
    expect(find('direct-payments-users', 'walsall', '2019/20')).toMatchObject([{ value: '37.6' }])
    expect(find('direct-payments-carers', 'walsall', '2019/20')).toEqual([])
    expect(understood.at(-1)).toContain('the first figure of an area is read as the users’')
  })

  test('of 2020/21 are passed over, as their publisher gives more', async () => {
    const { own, understood } = await read(fixture('outcomes-2020-21.csv'))
    expect(own).toEqual([])
    expect(understood.join(' ')).toContain('2020/21 is passed over')
  })

  test('of a name that nobody knows are told', async () => {
    const text =
      'Geographical Description,Geographical Level,ONS Code,Measure Group Description,Disaggregation Level,Measure Value,Year\nBarnet,Council,E09000003,Happiness,Total,1,2019\nBarnet,Council,E09000003,The proportion of people who use services who feel safe,Total,1,twenty\n'
    expect((await readText('a.csv', text)).problems).toEqual([
      'a.csv, row 2, column D: “Happiness”: no measure of the ASCOF is known by this name',
      'a.csv, row 3, column G: “twenty”: expected the calendar year in which the financial year ends, as 2019',
    ])
  })
})

describe('the file of the Office for Local Government', () => {
  test('is read by its codes; a blank is not available; Dorset is the one that there was', async () => {
    const { find, problems } = await read(fixture('oflog.csv'))
    expect(problems).toEqual([])
    expect(find('sequel-to-short-term-services', 'leicester', '2016/17')).toMatchObject([
      { value: '61.9', owner: 'oflog' },
    ])
    expect(find('quality-of-life-carers', 'isles-of-scilly', '2016/17')).toMatchObject([
      { value: null, reason: 'not_available' },
    ])
    expect(find('sequel-to-short-term-services', 'dorset-county', '2018/19')).toHaveLength(1)
    expect(find('sequel-to-short-term-services', 'dorset', '2019/20')).toHaveLength(1)
  })

  test('told where a code or a year is none', async () => {
    const heading = 'Financial year,Local authority code,Local authority name,Code,Value,MEDIAN\n'
    const { problems } = await readText('a.csv', `${heading}2016-18,E10000020,Norfolk,ASC9,1,2\n`)
    expect(problems).toEqual([
      'a.csv, row 2, column D: “ASC9”: expected ASC1 to ASC7',
      'a.csv, row 2, column A: “2016-18”: expected a financial year, as 2016-17',
    ])
  })
})

describe('mid-year populations', () => {
  test('stand at the financial year of their day; areas without social services are left out', async () => {
    const { find, own, understood } = await read(fixture('mid-year-population.csv'))
    expect(find('population-65-plus', 'leicester', '2015/16')).toMatchObject([{ value: '40054', owner: 'ons' }])
    expect(find('population-65-plus', 'leicester', '2015/16', 'age=85+')).toMatchObject([{ value: '5773' }])
    expect(find('population', 'buckinghamshire', '2015/16')).toMatchObject([{ value: '528400' }])
    expect(find('population', 'buckinghamshire', '2020/21')).toHaveLength(1)
    expect(own.some(row => String(row['geography']).includes('norwich'))).toBe(false)
    expect(understood.join(' ')).toContain('1 area that the catalogue does not have left out.')
  })
})

describe('neighbour lists', () => {
  test('become groups; districts and the council itself are left out; an old code finds its council', async () => {
    const { own } = await read(fixture('nearest_neighbours_long.csv'), 'groups')
    expect(own.map(row => [row['group'], row['members'], row['owner']])).toEqual([
      ['neighbours-norfolk', ['suffolk', 'somerset'], 'oflog'],
      ['neighbours-leicester', ['nottingham', 'derby'], 'oflog'],
    ])
  })
})

test('readFiles() takes a national file by the catalogue, with its standing tables, and without it for none', async () => {
  const path = fixture('nearest_neighbours_long.csv')
  const { rows, grids, understood } = await readFiles([path], { catalogue: () => catalogue })
  expect([rows.length, grids.length]).toEqual([standing.length + 2, 0])
  expect(understood).toEqual(['nearest_neighbours_long.csv: Nearest neighbours of 2 councils.'])
  const without = await readFiles([path])
  expect([without.rows.length, without.grids.length]).toEqual([0, 1])
})
