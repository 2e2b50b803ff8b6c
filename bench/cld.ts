/** What client-level records cost: taking in a council's year, every measure, more councils, and the same measures on PostgreSQL. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Asked, askMeasures } from '../src/measures/ask.ts'
import { type Engine, openEngine, quoted } from '../src/measures/engine.ts'
import { makeMeasures } from '../src/measures/figures.ts'
import { lakeFolder, readLake } from '../src/measures/lake/lake.ts'
import {
  loadSubmissions,
  makeIn,
  makeMainTable,
  makePersonDetails,
  openLake,
  setPeriod,
} from '../src/measures/main-table.ts'
import { yearTo } from '../src/measures/period.ts'
import { copyPrepared, postgresEngine } from '../test/support/cld-postgres.ts'
import { manyCouncils } from './cld-nation.ts'
import type { Command, Place } from './support/command.ts'
import type { Databases } from './support/databases.ts'
import { type Measured, measured } from './support/measured.ts'
import { quantile, seconds, timed, times } from './support/numbers.ts'

type Tell = (what: string, measured: string, goal?: string) => void

/** So many people make some 400,000 records in a year. */
const peopleOfLargeCouncil = 102_000
const peopleOfSmallCouncil = 5000
const memory = '2GB'

/** Measures all of it; with `isNation` the records of a nation too. */
export async function clientRecords(
  tell: Tell,
  command: Command,
  folder: string,
  databases: Databases,
  isNation: boolean,
): Promise<void> {
  await councilYear(tell, command, join(folder, 'council-year'))
  await onPostgres(tell, command, join(folder, 'small-council'), databases)
  const many = join(folder, 'many')
  mkdirSync(many)
  await manyCouncils(tell, command, many, isNation)
}

/** Invents records and takes them in: how many, what that took, and a way to ask more. */
async function takeIn(command: Command, home: string, councils: number, people: number) {
  const out = `${home}-records`
  const size = ['--councils', String(councils), '--people', String(people), '--files', '1']
  const place: Place = { home }
  await command.runWell(['cld', 'synthesise', '--out', out, ...size], place)
  const step = (...args: string[]) => measured(`tidemark cld ${args[0]}`, () => command.start(['cld', ...args], place))
  const imported = await step('import', out)
  const records = readLake(home).submissions.reduce((sum, { rows }) => sum + rows, 0)
  return { records, imported, step }
}

const inWords = ({ taken, cpu, peak }: Measured) => `${seconds(taken)} (${seconds(cpu)} of a core), ${peak} MB`

async function councilYear(tell: Tell, command: Command, home: string): Promise<void> {
  const { records, imported, step } = await takeIn(command, home, 1, peopleOfLargeCouncil)
  const ascof = await step('measures')
  const everything = await step('tables', '--out', `${home}-tables`)
  const quality = await step('quality', '--json')
  const size = `${records.toLocaleString('en-GB')} client-level records`
  tell(`import of a council’s year of ${size}, with the main table made`, inWords(imported))
  tell('every ASCOF measure from them, after the import', inWords(ascof), '2 s')
  tell('every measure and table from them (ASCOF with 2D, waiting times, SALT)', inWords(everything), '2 s')
  tell('import and every measure and table together', `${seconds(imported.taken + everything.taken)}`)
  tell('what is wrong with them, and what each fault costs', inWords(quality))
  const scans = await timed(5, () => scan(home))
  const asks = await timed(5, () => askMeasures(asked(home), false))
  const [ask, read] = [quantile(asks, 0.5), quantile(scans, 0.5)]
  tell(
    'every measure, beside one reading of all columns of the same Parquet',
    `${times(ask / read)} (${seconds(read)})`,
  )
}

/** Reads every column of every record once. */
async function scan(home: string): Promise<void> {
  const engine = await openEngine({ memory, overflow: null })
  const files = readLake(home).submissions.map(({ parquet }) => quoted(join(lakeFolder(home), parquet)))
  const source = `read_parquet([${files.join(', ')}])`
  const columns = await engine.rows(`describe select * from ${source}`)
  await engine.rows(`select ${columns.map(row => `max(${row['column_name']})`).join(', ')} from ${source}`)
  engine.close()
}

const catalogue = fileURLToPath(new URL('../catalogue', import.meta.url))
const asked = (home: string): Asked => ({
  home,
  catalogue,
  memory,
  span: null,
  cutOff: null,
  key: 'cleaned',
  variant: 'as-described',
  blankComponent: 'left-out',
  periods: 'derived',
})

/** The main table, the details and every measure, on DuckDB and on PostgreSQL, from the same tables in each. */
async function onPostgres(tell: Tell, command: Command, home: string, databases: Databases): Promise<void> {
  const { records } = await takeIn(command, home, 1, peopleOfSmallCouncil)
  const lake = await openLake(home, catalogue, memory)
  await loadSubmissions(lake, home, 'derived')
  const database = await databases.fresh()
  const postgres = await postgresEngine(database.url)
  await copyPrepared(lake.engine, postgres)
  const here = quantile(await timed(3, () => everything(lake.engine)), 0.5)
  const there = quantile(await timed(1, () => everything(postgres), 0), 0.5)
  tell(
    `main table and every measure of ${records.toLocaleString('en-GB')} records on PostgreSQL, beside DuckDB`,
    `${seconds(there)} and ${seconds(here)}: ${times(there / here)}`,
  )
  postgres.close()
  await database.drop()
  lake.close()
}

async function everything(engine: Engine): Promise<void> {
  const lake = { engine, make: makeIn(engine) }
  const span = { start: '2023-04-01', end: '2026-03-31' }
  await makeMainTable(lake, { span, cutOff: '2026-05-05', key: 'cleaned', kind: 'joined' })
  await makePersonDetails(lake, yearTo('2026-03'))
  await setPeriod(engine, yearTo('2026-03'), { variant: 'as-described', blankComponent: 'left-out' })
  await makeMeasures(lake)
}
