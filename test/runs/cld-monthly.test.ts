import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Asked } from '../../src/measures/ask.ts'
import { monthlyIndicators } from '../../src/measures/monthly/indicators.data.ts'
import { askMonthly, type MonthlyRun } from '../../src/measures/monthly/monthly.ts'
import { expectedRows } from '../fixtures/cld/expected.ts'
import { takeIn } from '../support/cld-example.ts'
import { type Home, homeIn } from '../support/home.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

const folder = makeTemporaryFolder()
let asked: Asked
let run: MonthlyRun
let home: Home

beforeAll(async () => {
  asked = await takeIn(folder.path)
  run = await askMonthly(asked, 'Eastmere')
  home = homeIn(folder.path)
  const tables = join(folder.path, 'tables')
  mkdirSync(tables)
  writeFileSync(
    join(tables, 'organisations.csv'),
    'organisation,name,type,geography\neastmere,Eastmere,council,eastmere\n',
  )
  writeFileSync(join(tables, 'geographies.csv'), 'geography,name,type\neastmere,Eastmere,council\n')
  await home.text(['import', tables, '--org', 'eastmere', '--known-on', '2024-04-01'])
})
afterAll(folder.remove)

test('the months that end a year hold the official results, every one of them', () => {
  const named = new Map(
    monthlyIndicators.flatMap(({ slug, measure, breakdowns }) =>
      Object.entries(breakdowns).map(([group, breakdown]) => [`${measure} ${group}`, `${slug} ${breakdown}`] as const),
    ),
  )
  const found = new Map(run.observations.map(each => [`${each.indicator} ${each.breakdown} ${each.period}`, each]))
  let compared = 0
  for (const row of expectedRows('cleaned_key_measures').filter(each => each['la_code'] === '901')) {
    const own = found.get(`${named.get(`${row['measure']} ${row['breakdown']}`)} ${row['period_end']?.slice(0, 7)}`)
    compared += 1
    if (row['denominator'] === '0') expect(own).toMatchObject({ value: '', reason: 'not_applicable' })
    else {
      expect(own).toMatchObject({ numerator: row['numerator'], denominator: row['denominator'] })
      expect(Number(own?.value)).toBe(Number(row['outcome']))
    }
  }
  expect(compared).toBe(2 * 26)
})

test('every month from the first whole year on has every indicator', () => {
  const months = [...new Set(run.observations.map(({ period }) => period))]
  expect([months.length, months[0], months.at(-1)]).toEqual([25, '2024-03', '2026-03'])
  const each = monthlyIndicators.flatMap(({ slug, breakdowns }) =>
    Object.values(breakdowns).map(breakdown => `${slug} ${breakdown}`),
  )
  for (const month of months) {
    const own = run.observations.filter(({ period }) => period === month)
    expect(own.map(({ indicator, breakdown }) => `${indicator} ${breakdown}`).sort()).toEqual([...each].sort())
  }
})

test('a month is provisional until the file of its year’s last quarter is in, and estimated where the past is missing', async () => {
  const marks = (of: MonthlyRun, indicator: string, period: string) =>
    of.observations.find(each => each.indicator === indicator && each.period === period && each.breakdown === '')?.marks
  expect(marks(run, 'cld-ascof-2e-1', '2025-06')).toEqual([])
  expect(marks(run, 'cld-ascof-2a', '2024-03')).toEqual(['estimated'])
  expect(marks(run, 'cld-ascof-2a', '2024-08')).toEqual([])
  expect(marks(run, 'cld-ascof-2c', '2025-02')).toEqual(['estimated'])
  expect(marks(run, 'cld-ascof-2c', '2025-03')).toEqual([])
  const earlier = await askMonthly({ ...asked, cutOff: '2026-02-04' }, '901')
  expect(earlier.run).not.toBe(run.run)
  expect(marks(earlier, 'cld-ascof-2e-1', '2025-12')).toEqual(['provisional'])
  expect(marks(earlier, 'cld-ascof-2e-1', '2025-03')).toEqual([])
})

type Told = {
  readonly counts: { readonly new: number; readonly revised: number; readonly unchanged: number }
  readonly stored: boolean
  readonly run: string
}

test('a dry run stores nothing, a run stores once, and the dashboard shows it without small numbers', async () => {
  const args = ['cld', 'monthly', '--council', '901', '--org', 'eastmere', '--cut-off', '2024-08-04']
  const dry: Told = await home.json([...args, '--dry-run'])
  expect(dry).toMatchObject({ stored: false })
  const first: Told = await home.json(args)
  expect(first).toMatchObject({ stored: true, run: dry.run, counts: dry.counts })
  expect(first.counts.new).toBeGreaterThan(4 * monthlyIndicators.length)
  const again: Told = await home.json(args)
  expect(again).toMatchObject({ stored: false, counts: { new: 0, revised: 0 } })

  const dashboard = ['dashboard', '--org', 'eastmere', '--framework', 'client-records']
  const officers = JSON.stringify(await home.json(dashboard))
  expect(officers).toContain(`cld-901-${first.run}`)
  type Cell = { value: number | null; numerator: number | null; reason: string | null; period: string }
  type Shown = { indicators: { indicator: string; periods: Cell[] }[] }
  const admissions = async (audience: string) => {
    const { indicators }: Shown = await home.json([...dashboard, '--audience', audience])
    return indicators.find(({ indicator }) => indicator === 'cld-ascof-2b')?.periods ?? []
  }
  const seen = (await admissions('officer')).filter(
    ({ numerator }) => numerator !== null && numerator > 0 && numerator < 5,
  )
  expect(seen).not.toEqual([])
  const shown = await admissions('public')
  for (const { period } of seen)
    expect(shown.find(each => each.period === period)).toMatchObject({
      value: null,
      numerator: null,
      reason: 'suppressed',
    })
})

test('nothing about a person reaches the register', () => {
  const people = expectedRows('members_2e').map(row => row['person_id'] ?? '')
  const text = JSON.stringify(run)
  expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}/)
  for (const person of people) expect(text).not.toContain(person)
  const register = readFileSync(join(folder.path, 'register.sqlite')).toString('latin1')
  expect(register).not.toMatch(/999\d{7}(?!\d)/)
})
