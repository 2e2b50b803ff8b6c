import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askMeasures, askTable } from '../../src/measures/ask.ts'
import { readLake, writeLake } from '../../src/measures/lake/lake.ts'
import { yearTo } from '../../src/measures/period.ts'
import { takeIn } from '../support/cld-example.ts'
import { type Home, homeIn } from '../support/home.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

const folder = makeTemporaryFolder()
let home: Home
let asked: Awaited<ReturnType<typeof takeIn>>

type Figure = { readonly value: number | null; readonly numerator: number; readonly denominator: number | null }
type Told = {
  readonly area: string | null
  readonly cutOff: string
  readonly notes: readonly string[]
  readonly measures: readonly {
    readonly measure: string
    readonly breakdown: string
    readonly own: Figure
    readonly published: { readonly owner: string; readonly value: number } | null
    readonly national: { readonly value: number } | null
    readonly difference: number | null
    readonly isWithinRounding: boolean
    readonly tried: readonly { readonly cause: string; readonly figure: Figure; readonly explains: number | null }[]
  }[]
}
const reconcile = (...more: readonly string[]): Promise<Told> =>
  home.json(['cld', 'reconcile', '--year', '2024/25', '--council', 'Eastmere', ...more])

/** What the measures command says under some variant. */
const figureOf = async (more: Partial<typeof asked>, measure: string, breakdown: string) => {
  const { figures } = await askMeasures({ ...asked, span: yearTo('2025-03'), ...more }, false)
  return figures.find(each => each.council === '901' && each.measure === measure && each.breakdown === breakdown)
}

beforeAll(async () => {
  asked = await takeIn(folder.path)
  home = homeIn(folder.path)
  const tables = join(folder.path, 'tables')
  mkdirSync(tables)
  const write = (name: string, ...lines: readonly string[]) =>
    writeFileSync(join(tables, `${name}.csv`), lines.join('\n'))
  const raw = await figureOf({ cutOff: '2025-05-05', key: 'raw' }, 'ASCOF 3D 1a', 'Total')
  const own = await figureOf({ cutOff: '2025-05-05' }, 'ASCOF 2E', '65 and above | Total')
  const rawValue = (100 * (raw?.numerator ?? 0)) / (raw?.denominator ?? 1)
  write(
    'organisations',
    'organisation,name,type,geography,owner,source',
    'press,The Press,publisher,albion,press,book',
    'eastmere,Eastmere,council,eastmere,eastmere,book',
  )
  write(
    'geographies',
    'geography,name,type,owner,source',
    'albion,Albion,nation,press,book',
    'eastmere,Eastmere,council,press,book',
  )
  write(
    'indicators',
    'indicator,name,polarity,unit,decimals,kind,frequency,owner,source',
    ...['self-directed-support-users-client-level', 'at-home-65-plus-client-level'].map(
      slug => `${slug},${slug},bigger,percent,1,not_stated,annual,press,book`,
    ),
    'at-home-65-plus-client-level,Own,bigger,percent,1,not_stated,annual,eastmere,book',
  )
  write('sources', 'document,title,date,owner', 'book,The book,2025-12-04,press')
  write(
    'observations',
    'indicator,geography,period,value,numerator,denominator,owner,source',
    `self-directed-support-users-client-level,eastmere,2024/25,${(rawValue - 3).toFixed(1)},,,press,book`,
    `self-directed-support-users-client-level,albion,2024/25,82.4,,,press,book`,
    `at-home-65-plus-client-level,eastmere,2024/25,${own?.outcome?.toFixed(1)},,,press,book`,
    // a council's own statement is no publisher's figure
    `at-home-65-plus-client-level,eastmere,2024/25,1.0,,,eastmere,book`,
  )
  await home.text(['import', tables])
})
afterAll(folder.remove)

test('own and published figures stand side by side, with the difference, and each cause is what the measures command says', async () => {
  const { area, cutOff, measures } = await reconcile()
  expect([area, cutOff]).toEqual(['Eastmere', '2025-05-05'])
  const directed = measures.find(({ measure }) => measure === 'ASCOF 3D 1a')
  expect(directed?.published?.owner).toBe('press')
  expect(directed?.national?.value).toBe(82.4)
  expect(directed?.difference).toBeCloseTo((directed?.own.value ?? 0) - (directed?.published?.value ?? 0), 9)
  for (const [cause, more] of [
    ['cut-off a quarter later', { cutOff: '2025-08-04' }],
    ['all files', { cutOff: null }],
    ['key', { cutOff: '2025-05-05', key: 'raw' }],
    ['blank component', { cutOff: '2025-05-05', blankComponent: 'counted' }],
    ['stated periods', { cutOff: '2025-05-05', periods: 'stated' }],
  ] as const)
    for (const each of measures.filter(({ measure }) => !measure.includes('2D'))) {
      const expected = await figureOf(more, each.measure, each.breakdown)
      const tried = each.tried.find(other => other.cause === cause)
      expect(tried?.figure, `${cause}, ${each.measure}`).toMatchObject({
        numerator: expected?.numerator,
        denominator: expected?.denominator,
      })
    }
})

test('ASCOF 2D stands beside the published figure with the counts of its tables; what is not compared is said', async () => {
  const { measures, notes } = await reconcile()
  const span = yearTo('2025-03')
  for (const part of ['2D(1)', '2D(2)']) {
    const { rows } = await askTable(part, { ...asked, span, cutOff: '2025-05-05' })
    const own = rows.find(
      row => row['area'] === 'Eastmere' && row['client_type'] === 'Total' && row['group'] === 'Total',
    )
    const found = measures.find(({ measure }) => measure === `ASCOF ${part}`)
    expect(found?.own, part).toMatchObject({ numerator: own?.['numerator'], denominator: own?.['denominator'] })
    expect(found?.own.denominator).toBeGreaterThan(0)
  }
  expect(notes.join()).toContain('Waiting times and SALT tables are not set beside published figures')
  expect(notes.join()).toContain('The national tables of ASCOF 2D run a quarter behind')
})

test('a published value that rounding alone explains says so, and no cause is credited where nothing differs', async () => {
  const { measures } = await reconcile()
  const home65 = measures.find(({ measure, breakdown }) => measure === 'ASCOF 2E' && breakdown.startsWith('65'))
  expect(home65?.isWithinRounding).toBe(true)
  expect(Math.abs(home65?.difference ?? 1)).toBeLessThanOrEqual(0.05)
  const admissions = measures.find(({ measure }) => measure === 'ASCOF 2C')
  expect([admissions?.published, admissions?.difference]).toEqual([null, null])
  expect(admissions?.tried.every(({ explains }) => explains === null)).toBe(true)
})

test('without dates of death nobody who died before the year is left out', async () => {
  const { measures } = await reconcile()
  const home65 = measures.find(({ measure, breakdown }) => measure === 'ASCOF 2E' && breakdown.startsWith('65'))
  const deathless = home65?.tried.find(({ cause }) => cause === 'deaths')
  expect(deathless?.figure.denominator ?? 0).toBeGreaterThanOrEqual(home65?.own.denominator ?? 0)
})

test('a file that holds less than half of what its council’s files hold is tried without', async () => {
  expect((await reconcile()).notes.join()).toContain('Not tried, partial submissions')
  const lake = readLake(folder.path)
  const smallest = lake.submissions.filter(({ council }) => council === '901')[0]
  writeLake(folder.path, {
    ...lake,
    submissions: lake.submissions.map(each => (each === smallest ? { ...each, rows: 1 } : each)),
  })
  const { measures } = await reconcile()
  expect(measures[0]?.tried.map(({ cause }) => cause)).toContain('partial submissions')
})

test('what is not a financial year, or a council that is not here, is told', async () => {
  for (const [args, says] of [
    [['--as-at', '2025-03'], 'Say which financial year'],
    [['--year', '2024/25', '--council', 'Nowhere'], 'There are no records of a council Nowhere'],
    [['--year', '2035/36', '--council', '901'], 'is not covered yet'],
  ] as const) {
    const ran = await home.run(['cld', 'reconcile', ...args])
    expect(ran.code).toBeGreaterThan(0)
    expect(ran.stderr).toContain(says)
  }
})
