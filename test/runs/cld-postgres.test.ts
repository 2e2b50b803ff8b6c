import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { definitionOf, figureFolders, tableOf } from '../../src/measures/definition.ts'
import { type Engine, openEngine, quoted } from '../../src/measures/engine.ts'
import { alsoCompared } from '../../src/measures/equalities/compared.data.ts'
import { groupCountSql } from '../../src/measures/equalities/group-count.ts'
import { figuresOf, makeMeasures, makeSteps, membersOf, unknownsOf } from '../../src/measures/figures.ts'
import { importRecords } from '../../src/measures/lake/import.ts'
import {
  loadSubmissions,
  mainTables,
  makeIn,
  makeMainTable,
  makePersonDetails,
  makeSaltViews,
  openLake,
  setCutOff,
  setPeriod,
} from '../../src/measures/main-table.ts'
import { yearTo } from '../../src/measures/period.ts'
import { exampleInput } from '../fixtures/cld/expected.ts'
import { copyPrepared, postgresEngine } from '../support/cld-postgres.ts'
import { type FreshDatabase, freshDatabase } from '../support/postgres.ts'
import { root } from '../support/source-files.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

// The same SQL on DuckDB and on PostgreSQL, over the example: every row of every step, every figure, and who is counted.

const home = makeTemporaryFolder()
let database: FreshDatabase
let duckdb: Engine
let postgres: Engine

beforeAll(async () => {
  const catalogue = join(root, 'catalogue')
  // The example's people live in QE1 to QE20, of which these are five areas; two are called the same.
  const lookUp = join(home.path, 'areas.csv')
  const postcodes = await postcodesOf(exampleInput)
  const lines = postcodes.map(postcode => {
    const district = Number(/^QE(\d+)/.exec(postcode)?.[1])
    return `${postcode},W${district % 6},${district % 6 < 2 ? 'Twin' : `Area ${district % 6}`}`
  })
  writeFileSync(lookUp, ['postcode,area_code,area_name', ...lines.filter(line => !line.includes(',W5,'))].join('\n'))
  await importRecords({
    home: home.path,
    catalogue,
    paths: [exampleInput, lookUp],
    council: null,
    release: null,
    importedAt: '2026-11-22 12:00:00',
    memory: '1GB',
    progress: () => {},
  })
  const lake = await openLake(home.path, catalogue, '1GB')
  await loadSubmissions(lake, home.path, 'derived')
  duckdb = lake.engine
  database = await freshDatabase()
  postgres = await postgresEngine(database.url)
  await copyPrepared(duckdb, postgres)
})

afterAll(async () => {
  duckdb.close()
  postgres.close()
  await database.drop()
  home.remove()
})

/** Every postcode of the example's submissions. */
async function postcodesOf(input: string): Promise<string[]> {
  const engine = await openEngine({ memory: '200MB', overflow: null })
  const files = quoted(join(input, 'submissions', '*.csv.gz'))
  const rows = await engine.rows(`select distinct "Postcode" as postcode
    from read_csv(${files}, all_varchar = true, union_by_name = true) where "Postcode" like 'QE%' order by 1`)
  engine.close()
  return rows.map(row => String(row['postcode']))
}

type Row = Readonly<Record<string, unknown>>
type Found = Record<string, string[]>

/** A value as text by which the two are compared: numbers that differ in their last bits are the same. */
const text = (value: unknown): unknown => (typeof value === 'number' ? Number(value.toPrecision(12)) : value)
const linesOf = (rows: readonly Row[]): string[] =>
  rows.map(row => JSON.stringify(Object.entries(row).map(([name, value]) => [name, text(value)]))).sort()

/** Every row of tables that were made. */
async function addTables(found: Found, engine: Engine, tables: readonly string[]): Promise<void> {
  for (const table of tables) found[table] = linesOf(await engine.rows(`select * from ${table}`))
}

const stepsOf = (folder: string) => definitionOf(folder).steps.map(step => tableOf(folder, step))

async function expectSame(work: (engine: Engine, found: Found) => Promise<void>): Promise<Found> {
  const [here, there]: [Found, Found] = [{}, {}]
  await work(duckdb, here)
  await work(postgres, there)
  for (const name of Object.keys(here)) expect(there[name], name).toEqual(here[name])
  expect(Object.keys(there)).toEqual(Object.keys(here))
  return here
}

const span = { start: '2023-04-01', end: '2026-03-31' }
const settings = { variant: 'as-described', blankComponent: 'left-out' } as const

test.each([
  ['joined', 'cleaned', span],
  ['joined', 'raw', span],
  ['single', 'raw', yearTo('2026-03')],
] as const)('the %s main table by %s values and its details have the same rows', async (kind, key, of) => {
  const found = await expectSame(async (engine, found) => {
    const make = makeIn(engine)
    await makeMainTable({ engine, make }, { span: of, cutOff: '2026-05-05', key, kind })
    await makePersonDetails({ engine, make }, yearTo('2026-03'))
    await addTables(found, engine, mainTables)
  })
  expect(found['main_event']?.length).toBeGreaterThan(1000)
})

test.each(['2025-03', '2026-03'])('the measures of the year to %s count the same people', async month => {
  const found = await expectSame(async (engine, found) => {
    const lake = { engine, make: makeIn(engine) }
    await makeMainTable(lake, { span, cutOff: '2026-05-05', key: 'cleaned', kind: 'joined' })
    await makePersonDetails(lake, yearTo('2026-03'))
    await setPeriod(engine, yearTo(month), settings)
    await lake.make('equalities/living_area')
    await makeMeasures(lake)
    for (const definition of figureFolders.map(definitionOf)) {
      found[`figures of ${definition.folder}`] = linesOf(await figuresOf(engine, definition))
      found[`unknowns of ${definition.folder}`] = linesOf(await unknownsOf(engine, definition))
      for (const figure of definition.figures)
        for (const breakdown of Object.keys(figure.breakdowns))
          found[`members of ${figure.measure}, ${breakdown}`] = linesOf(
            await membersOf(engine, definition, figure, breakdown),
          )
      for (const figure of definition.figures)
        for (const [breakdown, where] of Object.entries(figure.breakdowns))
          found[`groups of ${figure.measure}, ${breakdown}`] = linesOf(
            await engine.rows(groupCountSql(definition, figure, where)),
          )
    }
    for (const folder of ['ascof-2d', 'waiting-times'] as const) await makeSteps(lake, definitionOf(folder))
    await addTables(found, engine, ['client_event', 'equalities_living_area'])
    for (const [folder, figures] of [
      ['ascof-2d', definitionOf('ascof-2d').figures],
      ...alsoCompared.filter(each => each.folder === 'waiting-times').map(each => [each.folder, each.figures] as const),
    ] as const)
      for (const figure of figures)
        for (const [breakdown, where] of Object.entries(figure.breakdowns))
          found[`groups of ${figure.measure}, ${breakdown}`] = linesOf(
            await engine.rows(groupCountSql(definitionOf(folder), figure, where)),
          )
    for (const folder of [...figureFolders, 'ascof-2d', 'waiting-times']) {
      await addTables(found, engine, stepsOf(folder))
      for (const [name, select] of Object.entries(definitionOf(folder).tables))
        found[name] = linesOf(await engine.rows(select))
    }
  })
  expect(found['members of ASCOF 2C, 65 and above']?.length).toBeGreaterThan(3)
  expect(found['groups of ASCOF 2E, 65 and above | Total']?.length).toBeGreaterThan(3)
  const areas = new Set(found['equalities_living_area']?.map(line => /\["area",([^\]]*)\]/.exec(line)?.[1]))
  expect([...areas].sort()).toEqual(['"Area 2"', '"Area 3"', '"Area 4"', '"Twin (W0)"', '"Twin (W1)"'])
  expect(found['groups of First response after more than 28 days, Total']?.length).toBeGreaterThan(3)
})

const salt = ['salt-lts001', 'salt-lts003', 'salt-lts004', 'salt-sts001', 'salt-sts002a'] as const

test.each([
  ['2025-03', 'as-described'],
  ['2026-03', 'as-described'],
  ['2026-03', 'official'],
] as const)('the SALT tables of the year to %s, %s, count the same people', async (month, variant) => {
  const found = await expectSame(async (engine, found) => {
    const lake = { engine, make: makeIn(engine) }
    const year = yearTo(month)
    await makeMainTable(lake, { span, cutOff: '2026-05-05', key: 'cleaned', kind: 'joined' })
    await makePersonDetails(lake, yearTo('2026-03'))
    await lake.make('equalities/living_area')
    await setPeriod(engine, year, { ...settings, variant })
    await setCutOff(engine, `${year.end.slice(0, 4)}-05-05`)
    await makeSaltViews(lake.engine)
    for (const folder of salt) {
      await makeSteps(lake, definitionOf(folder))
      await addTables(found, engine, stepsOf(folder))
      for (const [name, select] of Object.entries(definitionOf(folder).tables))
        found[name] = linesOf(await engine.rows(select))
      for (const figure of alsoCompared.find(each => each.folder === folder)?.figures ?? [])
        for (const [breakdown, where] of Object.entries(figure.breakdowns))
          found[`groups of ${figure.measure}, ${breakdown}`] = linesOf(
            await engine.rows(groupCountSql(definitionOf(folder), figure, where)),
          )
    }
  })
  expect(found['groups of LTS001a, 65 and above']?.length).toBeGreaterThan(3)
  expect(found['groups of STS001, 65 and above']?.length).toBeGreaterThan(3)
})
