/**
 * What client-level records of many councils cost. The records of a few are invented and taken in as files; those of the others are
 * copies of them in the lake, with councils and people of their own, since to invent a nation's files takes longer than all the rest.
 */
import { copyFileSync, cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openEngine, quoted } from '../src/measures/engine.ts'
import { type Lake, lakeFolder, readLake, type Submission, writeLake } from '../src/measures/lake/lake.ts'
import type { Command } from './support/command.ts'
import { type Measured, measured } from './support/measured.ts'
import { seconds, times } from './support/numbers.ts'

type Tell = (what: string, measured: string, goal?: string) => void

/** Councils whose records are invented; so many people in each make some 395,000 records in three years' files. */
const invented = 5
const people = 10_350
const filesOfEach = 9
const nation = 152
const memory = '8GB'

/** Measures one council, some, and with `isWhole` a nation's 60 million records. */
export async function manyCouncils(tell: Tell, command: Command, folder: string, isWhole: boolean): Promise<void> {
  const base = join(folder, 'base')
  const out = join(folder, 'records')
  const size = ['--councils', String(invented), '--people', String(people), '--files', String(filesOfEach)]
  await command.runWell(['cld', 'synthesise', '--out', out, ...size], { home: base })
  const imported = await measured('tidemark cld import', () =>
    command.start(['cld', 'import', out, '--memory', memory], { home: base }),
  )
  const rows = recordsOf(readLake(base))
  const each = `${seconds((imported.cpu / rows) * 1e6)} of a core for a million records`
  tell(
    `import of three years of ${invented} councils, ${rows.toLocaleString('en-GB')} records`,
    `${seconds(imported.taken)}, ${each}, ${imported.peak} MB`,
  )
  for (const councils of [1, 5, 20, ...(isWhole ? [nation] : [])]) {
    const home = join(folder, `of-${councils}`)
    await copyCouncils(base, home, councils)
    await someCouncils(tell, command, home, councils)
  }
}

const recordsOf = ({ submissions }: Lake): number => submissions.reduce((sum, { rows }) => sum + rows, 0)

async function someCouncils(tell: Tell, command: Command, home: string, councils: number): Promise<void> {
  const ask = (...args: string[]) =>
    measured(`tidemark cld ${args[0]}`, () => command.start(['cld', ...args, '--memory', memory], { home }))
  const everything = () => ask('tables', '--year', '2025/26', '--out', join(home, 'tables'))
  const scan = await scanOf(home)
  const [first, again, ascof] = [await everything(), await everything(), await ask('measures')]
  const records = recordsOf(readLake(home))
  const of = `${councils === 1 ? 'a council' : `${councils} councils`}, three years, ${records.toLocaleString('en-GB')} records`
  const goal = councils === nation ? '120 s' : ''
  const cost = ({ taken, cpu, peak }: Measured) =>
    `${seconds(taken)}, ${seconds(cpu / councils)} of a core for each council, ${peak} MB; ${times(cpu / scan.cpu)} one reading of all columns`
  tell(`every measure and table (ASCOF, waiting times, SALT), the first time, ${of}`, cost(first), goal)
  tell(`the same again, from the main table that an import or the first question keeps, ${of}`, cost(again), goal)
  tell(`every ASCOF measure but 2D, from the kept main table, ${of}`, cost(ascof))
}

/** Reads every column of every record once. */
async function scanOf(home: string): Promise<{ readonly cpu: number }> {
  const engine = await openEngine({ memory, overflow: null })
  const files = readLake(home).submissions.map(({ parquet }) => quoted(join(lakeFolder(home), parquet)))
  const source = `read_parquet([${files.join(', ')}])`
  const columns = await engine.rows(`describe select * from ${source}`)
  const before = process.cpuUsage()
  await engine.rows(`select ${columns.map(row => `max(${row['column_name']})`).join(', ')} from ${source}`)
  const { user, system } = process.cpuUsage(before)
  engine.close()
  return { cpu: (user + system) / 1000 }
}

/** A lake with the records of so many councils: those of the base, and copies of them. */
async function copyCouncils(base: string, home: string, councils: number): Promise<void> {
  mkdirSync(home)
  cpSync(join(lakeFolder(base), 'files'), join(lakeFolder(home), 'files'), { recursive: true })
  copyFileSync(join(base, 'cld.key'), join(home, 'cld.key'))
  const lake = readLake(base)
  const groups = [...Map.groupBy(lake.submissions, ({ council }) => council).values()]
  const engine = await openEngine({ memory, overflow: null })
  const submissions: Submission[] = []
  for (let council = 0; council < councils; council++)
    for (const from of groups[council % groups.length] ?? [])
      submissions.push(await copied(engine.run, { base, home, from, council, last: submissions.at(-1) }))
  engine.close()
  writeLake(home, { ...lake, submissions })
}

type Copy = {
  readonly base: string
  readonly home: string
  readonly from: Submission
  readonly council: number
  readonly last: Submission | undefined
}

async function copied(
  run: (sql: string) => Promise<void>,
  { base, home, from, council, last }: Copy,
): Promise<Submission> {
  const number = (last?.number ?? 0) + 1
  const code = String(901 + council)
  const parquet = `files/${number}-copy.parquet`
  const own = (column: string) => `cast(md5('${council}' || cast(${column} as varchar)) as uuid) as ${column}`
  const people = ['person_id', 'nhs_id', 'local_id', ...[1, 2, 3].map(place => `adult_${place}_linked_person_id`)]
  await run(`copy (
    select * replace (cast(${number} as integer) as submission_no, '${code}' as la_code, ${people.map(own).join(', ')})
    from read_parquet(${quoted(join(lakeFolder(base), from.parquet))})
  ) to ${quoted(join(lakeFolder(home), parquet))} (format parquet, compression zstd, row_group_size 122880)`)
  const firstRecord = last ? last.firstRecord + last.rows : 1
  return { ...from, number, council: code, councilName: `Invented council ${council + 1}`, firstRecord, parquet }
}
