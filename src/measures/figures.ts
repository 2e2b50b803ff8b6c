import { rounded } from '../shared/rounding.ts'
import {
  type CountedBy,
  type Definition,
  definitionOf,
  type Figure,
  figureFolders,
  hasDenominator,
  tableOf,
} from './definition.ts'
import { type Engine, quoted, type Row } from './engine.ts'
import type { LakeQuestions } from './main-table.ts'

/** A figure of one council: the names are those of the national files. */
export type FigureRow = {
  readonly period: string
  readonly periodStart: string
  readonly periodEnd: string
  readonly council: string
  readonly measure: string
  readonly breakdown: string
  readonly numerator: number
  /** null where the population of the council is not loaded. */
  readonly denominator: number | null
  readonly outcome: number | null
}

/** Someone (or a spell of someone) that a figure counts. */
export type Member = {
  readonly council: string
  readonly person: string
  readonly inNumerator: boolean
  readonly inDenominator: boolean
}

export type UnknownRow = {
  readonly period: string
  readonly council: string
  readonly measure: string
  readonly description: string
  readonly count: number
}

type Questions = Pick<LakeQuestions, 'engine' | 'make'>

/** Makes the tables of measures, of ASCOF where no others are named, for the period that is set; needs what they rest on. */
export async function makeMeasures(lake: Questions, folders: readonly string[] = figureFolders): Promise<void> {
  const made = new Set<string>()
  for (const folder of folders) await makeOnce(lake, definitionOf(folder), made)
}

/** Makes the tables of one measure, step by step. */
export async function makeSteps({ make }: Questions, definition: Definition): Promise<void> {
  for (const step of definition.steps) await make(`${definition.folder}/${step}`)
}

/** Makes the tables of any measure, and first those on which it builds. */
export async function makeMeasure(lake: Questions, definition: Definition): Promise<void> {
  await makeOnce(lake, definition, new Set())
}

/** Makes what is not made yet: several measures may build on one. */
async function makeOnce(lake: Questions, definition: Definition, made: Set<string>): Promise<void> {
  const { folder, cohorts, needs } = definition
  if (made.has(folder)) return
  for (const cohort of cohorts) await lake.make(`common/${cohort}`)
  for (const needed of needs) await makeOnce(lake, definitionOf(needed), made)
  await makeSteps(lake, definition)
  made.add(folder)
}

/** A count of a table as a figure: a breakdown for each label that its rows have, and all together; needs the measure's tables. */
export async function countedFigure(engine: Engine, definition: Definition, counted: CountedBy): Promise<Figure> {
  const { measure, counts, label, where, told } = counted
  const rows = await engine.rows(
    `select distinct ${label} as label from ${tableOf(definition.folder, 'numerator')} where ${where} order by label`,
  )
  const labels = rows.map(row => String(row['label']))
  const breakdowns = labels.map(each => [each, `(${where}) and (${label}) = ${quoted(each)}`] as const)
  return {
    measure,
    counts,
    unit: 'count',
    decimals: 0,
    numerator: 'person_id is not null', // a council without a row has none, and not one of nothing
    denominator: 'none',
    breakdowns: { Total: where, ...Object.fromEntries(breakdowns) },
    ...(told && { told }),
  }
}

/** The figures of a measure for every council with a submission; a council without anyone counted has 0. */
export async function figuresOf(engine: Engine, definition: Definition): Promise<FigureRow[]> {
  const parts = definition.figures.flatMap(figure =>
    Object.entries(figure.breakdowns).map(([breakdown, where]) => ({ figure, breakdown, where })),
  )
  const counted = await rowsOfParts(
    engine,
    parts.map(({ figure, breakdown, where }) => countSql(definition, figure, breakdown, where)),
  )
  return parts.flatMap(({ figure, breakdown }, at) => (counted[at] ?? []).map(row => figureRow(row, figure, breakdown)))
}

/** The rows of several queries with the same columns, by council: asked as one, since each would take as long to plan as to run. */
async function rowsOfParts(engine: Engine, selects: readonly string[]): Promise<Row[][]> {
  if (selects.length === 0) return []
  const parts = selects.map((select, at) => `select ${at} as part, counted.* from (${select}) counted`)
  const rows = await engine.rows(`select * from (${parts.join(' union all ')}) everything order by part, la_code`)
  return selects.map((_, at) => rows.filter(row => Number(row['part']) === at))
}

/** The table whose rows a figure counts. */
export const rowsOf = ({ folder }: Definition, { rows }: Figure): string => tableOf(folder, rows ?? 'numerator')

/** The denominator of a figure's row, as SQL. */
function denominatorSql(figure: Figure, breakdown: string): string {
  if (hasDenominator(figure)) return `count(case when (${figure.denominator}) then 1 end)`
  if (figure.denominator === 'none') return 'cast(null as bigint)'
  return `(select sum(n.population) from population n where n.la_code = c.la_code and n.age_band = ${quoted(breakdown)})`
}

function countSql(definition: Definition, figure: Figure, breakdown: string, where: string): string {
  return `select p.label, p.period_start, p.period_end, c.la_code,
      count(case when (${figure.numerator}) then 1 end) as numerator,
      ${denominatorSql(figure, breakdown)} as denominator
    from (select distinct la_code from ${figure.unit === 'count' ? 'submission' : 'selected_submission'}) c
    cross join period p
    left join (select * from ${rowsOf(definition, figure)} where ${where}) n on n.la_code = c.la_code
    group by p.label, p.period_start, p.period_end, c.la_code`
}

function figureRow(row: Readonly<Record<string, unknown>>, figure: Figure, breakdown: string): FigureRow {
  const numerator = Number(row['numerator'])
  const denominator = row['denominator'] === null ? null : Number(row['denominator'])
  return {
    period: String(row['label']),
    periodStart: String(row['period_start']),
    periodEnd: String(row['period_end']),
    council: String(row['la_code']),
    measure: figure.measure,
    breakdown,
    numerator,
    denominator,
    outcome: outcomeOf(numerator, denominator, figure),
  }
}

/**
 * The outcome of counts: halves are rounded away from zero; with nobody to divide by it is 0, as in the national files.
 * @example outcomeOf(57, 65, { unit: 'percent', decimals: 1 }) // 87.7
 */
export function outcomeOf(
  numerator: number,
  denominator: number | null,
  { unit, decimals }: Pick<Figure, 'unit' | 'decimals'>,
): number | null {
  if (denominator === null) return null
  if (denominator === 0) return 0
  return rounded((numerator * (unit === 'percent' ? 100 : 100_000)) / denominator, decimals)
}

/** Who is counted in a breakdown of a figure, by pseudonym. */
export async function membersOf(
  engine: Engine,
  definition: Definition,
  figure: Figure,
  breakdown: string,
): Promise<Member[]> {
  const only = { [breakdown]: figure.breakdowns[breakdown] ?? 'false' }
  return (await membersByBreakdown(engine, definition, { ...figure, breakdowns: only })).get(breakdown) ?? []
}

/** Who is counted in each breakdown of a figure, from one reading of its rows. */
export async function membersByBreakdown(
  engine: Engine,
  definition: Definition,
  figure: Figure,
): Promise<ReadonlyMap<string, Member[]>> {
  const denominator = hasDenominator(figure) ? figure.denominator : 'false'
  const groups = Object.entries(figure.breakdowns)
  const isIn = groups.map(([, where], at) => `(${where}) as is_in_${at}`)
  const rows =
    await engine.rows(`select la_code, cast(person_id as varchar) as person, (${figure.numerator}) as in_numerator,
      (${denominator}) as in_denominator, ${isIn.join(', ')}
    from ${rowsOf(definition, figure)}
    where ((${figure.numerator}) or (${denominator})) and (${groups.map(([, where]) => `(${where})`).join(' or ')})
    order by la_code, person, in_numerator, in_denominator`)
  const memberOf = (row: Row): Member => ({
    council: String(row['la_code']),
    person: String(row['person']),
    inNumerator: row['in_numerator'] === true,
    inDenominator: row['in_denominator'] === true,
  })
  return new Map(
    groups.map(([breakdown], at) => [breakdown, rows.filter(row => row[`is_in_${at}`] === true).map(memberOf)]),
  )
}

/** What is not known of the people of a measure, counted for every council. */
export async function unknownsOf(engine: Engine, definition: Definition): Promise<UnknownRow[]> {
  const counted = await rowsOfParts(
    engine,
    definition.unknowns.map(
      ({ counts }) => `select p.label, c.la_code, count(case when (${counts}) then 1 end) as row_count
      from (select distinct la_code from selected_submission) c
      cross join period p
      left join ${tableOf(definition.folder, 'numerator')} n on n.la_code = c.la_code
      group by p.label, c.la_code`,
    ),
  )
  return definition.unknowns.flatMap(({ measure, description }, at) =>
    (counted[at] ?? []).map(row => ({
      period: String(row['label']),
      council: String(row['la_code']),
      measure,
      description,
      count: Number(row['row_count']),
    })),
  )
}
