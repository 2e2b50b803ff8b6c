/**
 * Measures of more councils than fit into memory: made of some councils at a time, and what the answers read put together. The
 * figures are those of all councils at once.
 */
import { type Definition, definitionOf, tableOf } from './definition.ts'
import type { Engine } from './engine.ts'
import { makeMeasures } from './figures.ts'
import type { Submission } from './lake/lake.ts'
import { type LakeQuestions, setRecords } from './main-table.ts'

/** Councils are taken together up to so many records: that much fits into little memory, whatever the number of councils. */
export const manyRecords = 1_000_000

/** Submissions of whole councils, so many together that their records fit. */
export function batchesOf(submissions: readonly Submission[], recordsAtOnce: number): Submission[][] {
  const batches: Submission[][] = []
  let records = Number.POSITIVE_INFINITY
  for (const own of Map.groupBy(submissions, ({ council }) => council).values()) {
    const more = own.reduce((sum, { rows }) => sum + rows, 0)
    if (records + more > recordsAtOnce) {
      batches.push([])
      records = 0
    }
    batches.at(-1)?.push(...own)
    records += more
  }
  return batches
}

/** What a lake holds, some councils at a time. */
export type Batches = {
  readonly count: number
  /** Makes the records, and the main tables where there are any, those of one batch of councils. */
  readonly take: (at: number) => Promise<void>
  /** Makes them those of every council again. */
  readonly takeAll: () => Promise<void>
}

/** The records of a lake, some councils at a time. */
export function recordBatches({ engine, lake }: LakeQuestions, home: string): Batches {
  const batches = batchesOf(lake.submissions, manyRecords)
  return {
    count: batches.length,
    take: at => setRecords(engine, batches[at] ?? [], home),
    takeAll: () => setRecords(engine, lake.submissions, home),
  }
}

/** Makes the tables of measures from which their figures and tables are read, and leaves out what only leads to them. */
export async function makeInBatches(lake: LakeQuestions, batches: Batches, folders: readonly string[]): Promise<void> {
  if (batches.count <= 1) return makeMeasures(lake, folders)
  const definitions = folders.map(definitionOf)
  for (const definition of definitions)
    for (const step of definition.steps.filter(isAcross(definition))) await lake.make(`${definition.folder}/${step}`)
  const apart = definitions.filter(definition => !definition.steps.every(isAcross(definition)))
  const answered = apart.flatMap(answeredTables)
  for (let at = 0; at < batches.count; at++) {
    await batches.take(at)
    for (const { cohorts } of apart) for (const cohort of cohorts) await lake.make(`common/${cohort}`)
    for (const definition of apart)
      for (const step of definition.steps.filter(each => !isAcross(definition)(each)))
        await lake.make(`${definition.folder}/${step}`)
    for (const table of answered) await append(lake.engine, table, at === 0)
  }
  await batches.takeAll()
  for (const table of answered)
    await lake.engine.run(`drop table ${table} cascade; alter table ${togetherOf(table)} rename to ${table}`)
}

const isAcross =
  ({ across }: Definition) =>
  (step: string): boolean =>
    across === 'every step' || across.includes(step)

/** The tables that the figures, the unknowns and the tables of a measure are read from. */
function answeredTables(definition: Definition): string[] {
  const { folder, steps, figures, tables } = definition
  const read = new Set(
    ['numerator', ...figures.map(figure => figure.rows ?? 'numerator')].map(step => tableOf(folder, step)),
  )
  return steps
    .map(step => tableOf(folder, step))
    .filter(table => read.has(table) || Object.values(tables).some(select => select.includes(table)))
}

const togetherOf = (table: string): string => `${table}_together`

async function append(engine: Engine, table: string, isFirst: boolean): Promise<void> {
  const together = togetherOf(table)
  if (isFirst)
    await engine.run(`drop table if exists ${together} cascade; create table ${together} as select * from ${table}`)
  else await engine.run(`insert into ${together} select * from ${table}`)
}
