import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { homeIn } from '../support/home.ts'
import { root } from '../support/source-files.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

// Leicester City Council, Adult Social Care Scrutiny Commission, 12 December 2017: 28 measures, rated by the forecast of the
// year end. The report says that 7 are forecast to meet their target and 5 to miss it, and gives no judgement for 16.

type Cell = { column: string; period: string | null; shown: string | null; value: number | null; reason: string | null }
type Indicator = {
  indicator: string
  frequency: string
  latest: string | null
  periods: (Cell & { rating: string | null; ratingReason: string })[]
}
type Dashboard = { headline: Record<string, unknown>; periods: string[]; indicators: Indicator[] }

const folder = makeTemporaryFolder()
const home = homeIn(join(folder.path, 'register'))
let answer: Dashboard

beforeAll(async () => {
  await home.text(['import', join(root, 'examples/leicester')])
  answer = await home.json(['dashboard', '--as-at', '2017-12-12'])
})
afterAll(folder.remove)

const latest = (row: Indicator) => row.periods.find(cell => cell.period === row.latest)

describe("Leicester's dashboard", () => {
  test('forecasts 7 measures to meet their target, none short by a little, 5 to miss it, and judges 16 not', () => {
    expect(answer.headline).toMatchObject({
      title: '5 of the 12 indicators with a target are forecast to miss it',
      indicators: 28,
      withTarget: 12,
      green: 7,
      amber: 0,
      red: 5,
    })
    const of = (rating: string | null) =>
      answer.indicators.filter(row => latest(row)?.rating === rating).map(row => row.indicator)
    expect(of('Green')).toEqual([
      'ascof-1cia',
      'ascof-1cib',
      'ascof-1ciia',
      'ascof-1ciib',
      'ascof-2ai',
      'ascof-2aii',
      'ascof-2d',
    ])
    expect(of('Red')).toEqual(['ascof-1e', 'ascof-1f', 'ascof-1g', 'ascof-1h', 'ascof-2bi-local'])
    expect(of(null)).toHaveLength(16)
  })

  test('says of every measure without a judgement why', () => {
    const reasons = answer.indicators.filter(row => latest(row)?.rating === null).map(row => latest(row)?.ratingReason)
    expect(reasons.filter(reason => reason === 'no target for 2016/17')).toHaveLength(13)
    expect(reasons.filter(reason => reason?.endsWith('is marked as not comparable with the target'))).toHaveLength(2)
    expect(reasons.filter(reason => reason === 'no target for 2017/18')).toHaveLength(1)
  })

  test('has nine quarters up to the last that is due, and a cell of every measure in each: null with the reason where there is no value', () => {
    expect(answer.periods).toHaveLength(9)
    expect([answer.periods[0], answer.periods.at(-1)]).toEqual(['2015/16-Q2', '2017/18-Q2'])
    for (const row of answer.indicators) {
      expect(
        row.periods.map(cell => cell.column),
        row.indicator,
      ).toEqual(answer.periods)
      for (const cell of row.periods)
        expect((cell.value === null) === (cell.reason !== null), `${row.indicator} ${cell.column}`).toBe(true)
    }
    const of = (slug: string) =>
      answer.indicators
        .find(row => row.indicator === slug)
        ?.periods.map(cell => [cell.period, cell.shown ?? cell.reason])
    expect(of('ascof-1a')).toEqual([
      [null, 'not_expected'],
      [null, 'not_expected'],
      ['2015/16', '18.1'],
      [null, 'not_expected'],
      [null, 'not_expected'],
      [null, 'not_expected'],
      ['2016/17', '18.5'],
      [null, 'not_expected'],
      [null, 'not_expected'],
    ])
    expect(of('ascof-1e')?.slice(2, 5)).toEqual([
      ['2015/16-Q4', 'not_recorded'],
      ['2016/17-Q1', 'not_recorded'],
      ['2016/17-Q2', '4.8'],
    ])
  })

  test('shows a value printed with more decimals with its own', () => {
    const admissions = answer.indicators.find(row => row.indicator === 'ascof-2ai')
    expect(admissions?.periods.map(cell => cell.shown).filter(Boolean)).toEqual(['5.89', '2.7', '5.8'])
  })
})
