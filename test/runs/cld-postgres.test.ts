import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { definitionOf, figureFolders, tableOf } from '../../src/measures/definition.ts'
import type { Engine } from '../../src/measures/engine.ts'
import { groupCountSql } from '../../src/measures/equalities/equalities.ts'
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
  await importRecords({
    home: home.path,
    catalogue,
    paths: [exampleInput],
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
    await addTables(found, engine, ['client_event'])
    for (const folder of [...figureFolders, 'ascof-2d', 'waiting-times']) {
      await addTables(found, engine, stepsOf(folder))
      for (const [name, select] of Object.entries(definitionOf(folder).tables))
        found[name] = linesOf(await engine.rows(select))
    }
  })
  expect(found['members of ASCOF 2C, 65 and above']?.length).toBeGreaterThan(3)
  expect(found['groups of ASCOF 2E, 65 and above | Total']?.length).toBeGreaterThan(3)
})

const salt = ['salt-lts001', 'salt-lts003', 'salt-lts004', 'salt-sts001', 'salt-sts002a'] as const

test.each([
  ['2025-03', 'as-described'],
  ['2026-03', 'as-described'],
  ['2026-03', 'official'],
] as const)('the SALT tables of the year to %s, %s, count the same people', async (month, variant) => {
  await expectSame(async (engine, found) => {
    const lake = { engine, make: makeIn(engine) }
    const year = yearTo(month)
    await setPeriod(engine, year, { ...settings, variant })
    await setCutOff(engine, `${year.end.slice(0, 4)}-05-05`)
    await makeSaltViews(lake.engine)
    for (const folder of salt) {
      await makeSteps(lake, definitionOf(folder))
      await addTables(found, engine, stepsOf(folder))
      for (const [name, select] of Object.entries(definitionOf(folder).tables))
        found[name] = linesOf(await engine.rows(select))
    }
  })
})
