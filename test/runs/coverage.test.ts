import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse as parseCsv } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rounded } from '../../src/shared/rounding.ts'
import { homeIn } from '../support/home.ts'
import { root } from '../support/source-files.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

// What the publishers' figures hold (Open Government Licence v3.0; see examples/england/README.md), and whether they agree
// with themselves.

type Row = Readonly<Record<string, string>>

const folder = makeTemporaryFolder()
const home = homeIn(join(folder.path, 'register'))
const example = (name: string, table: string) =>
  parseCsv(readFileSync(join(root, 'examples', name, `${table}.csv`)), { columns: true }) as Row[]
const england = example('england', 'observations')

beforeAll(async () => {
  await home.text(['examples', 'load', 'england', 'norfolk'])
}, 120_000)
afterAll(folder.remove)

describe('coverage', () => {
  type Coverage = {
    readonly measures: readonly {
      readonly measure: string
      readonly publisher: string
      readonly codes: readonly { readonly edition: string; readonly code: string }[]
      readonly periods: readonly {
        readonly period: string
        readonly councils: number
        readonly notComparable: boolean
      }[]
    }[]
    readonly reorganisations: readonly { readonly geography: string; readonly predecessors: readonly string[] }[]
  }

  test('says of each measure which years, how many councils, and from whom', async () => {
    const { measures, reorganisations } = (await home.json(['coverage'])) as Coverage
    const years = (measure: string, publisher: string) =>
      measures
        .find(each => each.measure === measure && each.publisher === publisher)
        ?.periods.map(each => `${each.period}: ${each.councils}${each.notComparable ? ' [n]' : ''}`)
    expect(years('control-over-daily-life', 'dhsc')).toEqual([
      '2015/16: 150',
      '2016/17: 151',
      '2017/18: 150',
      '2018/19: 151',
      '2019/20: 147',
      '2020/21: 18 [n]',
      '2021/22: 149',
      '2022/23: 149',
      '2023/24: 151',
      '2024/25: 151', // the workbook has 152 rows with a value: Dorset's stands twice
    ])
    expect(years('quality-of-life-impact-of-services', 'dhsc')?.[0]).toBe('2016/17: 151')
    // Of 151 rows with a number, five are 0.000 of 0 respondents.
    expect(years('quality-of-life-impact-of-services', 'dhsc')?.[3]).toBe('2019/20: 146')
    expect(years('quality-of-life-carers', 'dhsc')).toEqual([
      '2016/17: 151',
      '2018/19: 151',
      '2021/22: 149',
      '2023/24: 152',
    ])
    expect(years('sequel-to-short-term-services', 'oflog')).toHaveLength(8)
    expect(years('requests-resulting-in-a-service', 'oflog')?.at(-1)).toBe('2022/23: 151')
    expect(years('workforce-turnover', 'oflog')).toEqual([
      '2016/17: 110',
      '2017/18: 112',
      '2018/19: 115',
      '2019/20: 112',
      '2020/21: 103',
      '2021/22: 106',
      '2022/23: 151',
    ])
    expect(years('care-home-admissions-65-plus', 'nhs-digital')).toEqual([
      '2018/19: 152',
      '2019/20: 151',
      '2020/21: 150',
    ])
    expect(years('reablement-no-ongoing-support-client-level', 'dhsc')).toEqual(['2024/25: 146'])
    expect(years('safeguarding-risk-reduced', 'dhsc')).toEqual(['2023/24: 150', '2024/25: 150'])
    expect(years('population-65-plus', 'ons')).toHaveLength(6)
    const codes = measures.map(each => each.codes[0] ?? { edition: '', code: '' })
    const inOrder = codes.map(({ edition, code }) => `${edition} ${code}`).filter(each => each.startsWith('2024/25'))
    expect(inOrder.slice(0, 3)).toEqual(['2024/25 1A', '2024/25 1B', '2024/25 1C'])
    expect(inOrder).toEqual(inOrder.toSorted())
    expect(codes.map(each => each.edition).join(' ')).toMatch(/^(2024\/25 )+(2022\/23 )+ +$/)
    expect(measures.slice(-2).map(each => each.publisher)).toEqual(['ons', 'ons'])
    expect(reorganisations.find(each => each.geography === 'dorset')?.predecessors).toEqual(['dorset-county'])
  })
})

test('no figure is of nobody: wherever a value stands, somebody answered and somebody was counted', () => {
  const isNone = (count: string | undefined) => count !== '' && Number(count) === 0
  const ofNobody = england.filter(
    row => row['value'] !== '' && (isNone(row['respondents']) || isNone(row['denominator'])),
  )
  expect(ofNobody).toEqual([])
})

describe('England', () => {
  const areas = new Map(example('england', 'geographies').map(row => [row['geography'], row['type']]))
  const units = new Map(
    example('england', 'indicators').map(row => [`${row['owner']} ${row['indicator']}`, row['unit']]),
  )
  const withCounts = england.filter(row => row['numerator'] !== '' && row['denominator'] !== '')
  const keyOf = (row: Row) => [row['owner'], row['indicator'], row['period'], row['breakdown']].join(' ').trim()
  const per = (row: Row) => (units.get(`${row['owner']} ${row['indicator']}`) === 'percent' ? 100 : 100_000)
  const scored = (row: Row) => units.get(`${row['owner']} ${row['indicator']}`) === 'score'
  const published = withCounts.filter(row => row['geography'] === 'england' && !scored(row))
  const decimals = (row: Row) => Math.max(1, row['value']?.split('.')[1]?.length ?? 0)

  test('computed from its own rounded counts is what is published, in all of them', () => {
    expect(published).toHaveLength(33)
    const different = published.filter(
      row =>
        rounded((Number(row['numerator']) / Number(row['denominator'])) * per(row), decimals(row)) !==
        Number(row['value']),
    )
    expect(different.map(keyOf)).toEqual([])
  })

  test('computed from the councils’ counts differs where councils are left out or counted otherwise, and nowhere else', () => {
    const exceptions = published.flatMap(row => {
      const councils = withCounts.filter(
        each => keyOf(each) === keyOf(row) && areas.get(each['geography'] ?? '') === 'council',
      )
      const sum = (column: string) => councils.reduce((total, each) => total + Number(each[column]), 0)
      const computed = rounded((sum('numerator') / sum('denominator')) * per(row), decimals(row))
      return computed === Number(row['value']) ? [] : [[keyOf(row), Number(row['value']), computed]]
    })
    expect(exceptions).toEqual([
      // Counts of seven councils are suppressed; England's are theirs too.
      ['dhsc reablement-no-ongoing-support-client-level 2024/25', 77.1, 77.2],
      // England's denominator counts 0.7 % more discharges than those of the councils with a figure.
      ['dhsc reablement-offered-client-level 2024/25', 5.7, 5.8],
      // Councils above 100 % are shown as not applicable and still counted in England; counts are rounded to 5.
      ['dhsc safeguarding-risk-reduced 2023/24', 91.2, 90.9],
      ['dhsc safeguarding-risk-reduced 2024/25', 91.2, 90.9],
      // Three councils have no figure of 2023/24: their providers count in England.
      ['dhsc care-providers-good-or-outstanding 2023/24 rating=good', 76, 75.9],
      ['dhsc care-providers-good-or-outstanding 2023/24 rating=other', 19.7, 19.8],
      ['dhsc care-providers-good-or-outstanding 2023/24', 80.3, 80.2],
      // One to four councils are suppressed or gave nothing.
      ['nhs-digital self-directed-support-carers 2020/21', 87.1, 87],
      ['nhs-digital direct-payments-carers 2020/21', 75.3, 75.2],
      ['nhs-digital care-home-admissions-65-plus 2020/21', 498.2, 498.6],
      ['nhs-digital reablement-home-91-days 2020/21', 79.1, 79],
    ])
  })
})

describe('loading', () => {
  test('again changes nothing, and nothing that a council printed is replaced', async () => {
    expect(await home.text(['examples', 'load', 'england'])).toMatch(/^england: 0 facts loaded, 38100 there already\./)
    const before = example('norfolk', 'observations').filter(row => row['indicator'] === 'ascof-1b')
    const card: { indicators: { indicator: string; periods: { period: string; shown: string }[] }[] } = await home.json(
      ['dashboard', '--org', 'norfolk', '--framework', 'ascof-2016', '--as-at', '2017-06-19'],
    )
    expect(before.length).toBeGreaterThan(0)
    const cells = card.indicators.find(each => each.indicator === 'ascof-1b')?.periods ?? []
    expect(cells.find(cell => cell.period === '2015/16')?.shown).toBe('78.2')
  })

  test('the example carries the standing tables of the catalogue as they are', () => {
    for (const table of [
      'organisations',
      'sources',
      'geographies',
      'frameworks',
      'indicators',
      'definitions',
      'memberships',
    ])
      expect(readFileSync(join(root, `examples/england/${table}.csv`), 'utf8'), table).toBe(
        readFileSync(join(root, `catalogue/national/${table}.csv`), 'utf8'),
      )
  })
})
