import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Asked, askMeasures } from '../../src/measures/ask.ts'
import { makeInBatches } from '../../src/measures/batches.ts'
import { definitionOf, figureFolders, tableFolders } from '../../src/measures/definition.ts'
import { figuresOf } from '../../src/measures/figures.ts'
import { useMainTable } from '../../src/measures/kept-tables.ts'
import { importRecords } from '../../src/measures/lake/import.ts'
import { loadSubmissions, makeSaltViews, openLake, setCutOff, setPeriod } from '../../src/measures/main-table.ts'
import { synthesise, usualLastDay } from '../../src/measures/synthesise/synthesise.ts'
import { root } from '../support/source-files.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

// What a question leaves in the lake for the next one, on invented records.

const folder = makeTemporaryFolder()
const catalogue = join(root, 'catalogue')
const records = join(folder.path, 'records')
const submissions = () => readdirSync(records).filter(name => name.endsWith('.gz'))

async function take(home: string, names: readonly string[]): Promise<void> {
  const others = ['submissions.csv', 'populations.csv', 'hospital-spells.csv', 'areas.csv', 'councils.csv']
  const { problems } = await importRecords({
    home,
    catalogue,
    paths: [...others, ...names].map(name => join(records, name)),
    council: null,
    release: null,
    importedAt: '2026-11-22 12:00:00',
    memory: '512MB',
    progress: () => {},
  })
  expect(problems.filter(({ level }) => level === 'error')).toEqual([])
}

const asked = (home: string): Asked => ({
  home,
  catalogue,
  memory: '512MB',
  span: { start: '2025-01-01', end: '2025-12-31' },
  cutOff: '2026-10-01',
  key: 'cleaned',
  variant: 'as-described',
  blankComponent: 'left-out',
  periods: 'derived',
})

/** The figures and who is counted in each. */
const answer = async (home: string, more: Partial<Asked> = {}) =>
  (await askMeasures({ ...asked(home), ...more }, true)).figures

/** The sets that are kept, and when each was written. */
function kept(home: string): string[] {
  const all = join(home, 'cld', 'kept')
  return readdirSync(all).map(name => `${name} ${statSync(join(all, name, 'main_event.parquet')).mtimeMs}`)
}

const home = join(folder.path, 'home')

beforeAll(async () => {
  await synthesise({
    catalogue,
    councils: 2,
    people: 150,
    files: 3,
    seed: 8,
    lastDay: usualLastDay,
    first: null,
    folder: records,
    progress: () => {},
  })
  await take(
    home,
    submissions().filter(name => /_20250930_|_20251231_/.test(name)),
  )
})
afterAll(folder.remove)

test('a second question takes the tables of the first, and answers the same', async () => {
  const first = await answer(home)
  const before = kept(home)
  expect(before).toHaveLength(1)
  expect(first.some(({ members }) => (members?.length ?? 0) > 20)).toBe(true)
  expect(await answer(home)).toEqual(first)
  expect(kept(home)).toEqual(before)
})

test('only its owner may read what is kept', () => {
  const all = join(home, 'cld', 'kept')
  for (const name of readdirSync(all, { recursive: true })) {
    const { mode } = statSync(join(all, String(name)))
    expect(mode & 0o077, String(name)).toBe(0)
  }
})

test('another key or another cut-off day has tables of its own', async () => {
  const before = kept(home).length
  await answer(home, { key: 'raw' })
  await answer(home, { cutOff: '2026-02-15' })
  expect(kept(home)).toHaveLength(before + 2)
})

test('a set that lacks a table is made again', async () => {
  const first = await answer(home)
  const all = join(home, 'cld', 'kept')
  for (const name of readdirSync(all)) rmSync(join(all, name, 'person_detail.parquet'))
  expect(await answer(home)).toEqual(first)
  for (const name of readdirSync(all)) rmSync(join(all, name), { recursive: true })
})

test('what was kept before an import does not answer after it', async () => {
  const before = await answer(home)
  await take(home, submissions())
  const after = await answer(home)
  expect(after).not.toEqual(before)
  rmSync(join(home, 'cld', 'kept'), { recursive: true })
  expect(after).toEqual(await answer(home))
})

test('what was asked for longest ago goes', async () => {
  for (const day of ['04', '05', '06', '07', '08', '09', '10']) await answer(home, { cutOff: `2026-09-${day}` })
  expect(kept(home)).toHaveLength(6)
})

test('the tables of many councils, made some councils at a time, are those of all at once', async () => {
  const span = { start: '2023-04-01', end: '2025-12-31' }
  const rowsOf = async (recordsAtOnce: number) => {
    const lake = await openLake(home, catalogue, '512MB')
    await loadSubmissions(lake, home, 'derived')
    const table = { span, cutOff: '2026-10-01', key: 'cleaned', kind: 'joined' } as const
    await useMainTable(lake, asked(home), table, recordsAtOnce)
    const rows = await lake.engine.rows('select * from main_event order by record_id')
    const people = await lake.engine.rows('select * from person_detail order by la_code, person_id')
    const names = await lake.engine.rows('select count(*) as record_count from record')
    lake.close()
    return { rows, people, names }
  }
  const all = join(home, 'cld', 'kept')
  rmSync(all, { recursive: true })
  const atOnce = await rowsOf(1_000_000)
  rmSync(all, { recursive: true })
  const byCouncil = await rowsOf(1)
  expect(readdirSync(join(all, readdirSync(all)[0] ?? ''))).toContain('main_event-2.parquet')
  expect(atOnce.rows.length).toBeGreaterThan(500)
  expect(byCouncil).toEqual(atOnce)
})

test('every figure and table of many councils, made some councils at a time, is that of all at once', async () => {
  const folders = [...figureFolders, ...tableFolders]
  const span = { start: '2025-01-01', end: '2025-12-31' }
  const answersOf = async (recordsAtOnce: number) => {
    const lake = await openLake(home, catalogue, '512MB')
    await loadSubmissions(lake, home, 'derived')
    const table = {
      span: { start: '2023-04-01', end: '2025-12-31' },
      cutOff: '2026-10-01',
      key: 'cleaned',
      kind: 'joined',
    } as const
    const batches = await useMainTable(lake, asked(home), table, recordsAtOnce)
    await setPeriod(lake.engine, span, asked(home))
    await setCutOff(lake.engine, '2026-10-01')
    await makeSaltViews(lake.engine)
    await makeInBatches(lake, batches, folders)
    const found: Record<string, unknown> = { batches: batches.count }
    for (const definition of folders.map(definitionOf)) {
      found[definition.folder] = await figuresOf(lake.engine, definition)
      for (const [name, select] of Object.entries(definition.tables)) found[name] = await lake.engine.rows(select)
    }
    lake.close()
    return found
  }
  const all = join(home, 'cld', 'kept')
  rmSync(all, { recursive: true })
  const atOnce = await answersOf(1_000_000)
  rmSync(all, { recursive: true })
  expect(await answersOf(1)).toEqual({ ...atOnce, batches: 2 })
  for (const name of ['LTS001a', 'LTS003', 'STS001', 'waiting-times', '2A-outcomes'])
    expect((atOnce[name] as readonly unknown[]).length, name).toBeGreaterThan(2)
})

test('where nothing can be kept, a question is answered all the same', async () => {
  const first = await answer(home)
  const all = join(home, 'cld', 'kept')
  rmSync(all, { recursive: true })
  writeFileSync(all, 'no folder')
  expect(await answer(home)).toEqual(first)
  rmSync(all)
})
