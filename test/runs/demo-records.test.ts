import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeDemoRecords } from '../../src/cli/demo-records/make.ts'
import { demoCouncil, unfinishedFolder } from '../../src/cli/demo-records/wanted.ts'
import { realWorld } from '../../src/cli/world.ts'
import { makeKey } from '../../src/measures/lake/key.ts'
import { readLake } from '../../src/measures/lake/lake.ts'
import { type Home, homeIn } from '../support/home.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

const folder = makeTemporaryFolder()
afterAll(folder.remove)
const size = { people: 300, population: { '18 to 64': 5000, '65 and above': 2000 } }
const world = { ...realWorld, env: {} }
const make = (home: string) => {
  const told: string[] = []
  return makeDemoRecords(home, world, doing => told.push(doing), size).then(wanted => ({ wanted, told }))
}
const placeOf = (name: string) => join(folder.path, name)

let made: string
let home: Home
beforeAll(async () => {
  made = placeOf('made')
  home = homeIn(made)
  await home.text(['examples', 'load', 'demo'])
})

test('the demo council gets its records once, and every measure of every month with its source and marks', async () => {
  const first = await make(made)
  expect(first.told).toEqual(['inventing records', 'taking the records in', 'computing the measures of every month'])
  expect(new Set(readLake(made).submissions.map(({ council }) => council))).toEqual(new Set([demoCouncil]))
  type Cell = {
    readonly period: string
    readonly marks: readonly string[]
    readonly note: string
    readonly document: string
  }
  type Shown = { readonly indicators: readonly { readonly latest: string | null; readonly periods: readonly Cell[] }[] }
  const shown: Shown = await home.json(['dashboard', '--org', 'demo', '--framework', 'client-records'])
  expect(shown.indicators).toHaveLength(15)
  const latest = shown.indicators.flatMap(({ periods }) => periods.filter(({ period }) => period === '2026-06'))
  expect(latest).toHaveLength(15)
  for (const { marks, note, document } of latest) {
    expect(marks).toContain('provisional')
    expect(note).toMatch(/^Computed by .+, version \d+, from the file received on 2 August 2026\./)
    expect(document).toMatch(/^cld-h01-[0-9a-f]{12}$/)
  }
  const head = await home.text(['audit', 'head'])
  const again = await make(made)
  expect(again).toEqual({ wanted: { kind: 'done' }, told: [] })
  expect(await home.text(['audit', 'head'])).toBe(head)
})

test('a run that was cut short before the measures goes on with them', async () => {
  const place = placeOf('cut')
  await homeIn(place).text(['examples', 'load', 'demo'])
  makeKey(place)
  mkdirSync(unfinishedFolder(place))
  writeFileSync(join(unfinishedFolder(place), 'half.csv.gz'), 'half a file')
  const cut = (doing: string) => {
    if (doing.startsWith('computing')) throw new Error('cut short')
  }
  await expect(makeDemoRecords(place, world, cut, size)).rejects.toThrow('cut short')
  const { wanted, told } = await make(place)
  expect([wanted, told]).toEqual([{ kind: 'wanted', hasRecords: true }, ['computing the measures of every month']])
})

test('no invented record goes where somebody may keep real ones', async () => {
  const refusedBecause = async (place: string) => {
    const { wanted } = await make(place)
    expect(readLake(place).submissions.filter(({ council }) => council === demoCouncil)).toEqual([])
    return wanted.kind === 'refused' ? wanted.why : wanted.kind
  }
  expect(await refusedBecause(placeOf('empty'))).toContain('does not hold the invented council')

  const own = placeOf('own')
  const tables = placeOf('tables')
  mkdirSync(tables)
  writeFileSync(
    join(tables, 'organisations.csv'),
    'organisation,name,type,geography\neastmere,Eastmere,council,eastmere\n',
  )
  writeFileSync(join(tables, 'geographies.csv'), 'geography,name,type\neastmere,Eastmere,council\n')
  await homeIn(own).text(['examples', 'load', 'demo'])
  await homeIn(own).text(['import', tables, '--org', 'eastmere', '--known-on', '2024-04-01'])
  expect(await refusedBecause(own)).toContain('Eastmere, which is no example')

  const keyed = placeOf('keyed')
  await homeIn(keyed).text(['examples', 'load', 'demo'])
  makeKey(keyed)
  expect(await refusedBecause(keyed)).toContain('There is a key')

  const records = placeOf('records')
  await homeIn(keyed).text(['cld', 'synthesise', '--out', records, '--people', '60', '--files', '1'])
  await homeIn(keyed).text(['cld', 'import', records])
  expect(await refusedBecause(keyed)).toContain('of other councils')
})
