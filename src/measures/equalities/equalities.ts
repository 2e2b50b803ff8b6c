/** The measures by groups of people, from the lake. */
import { type Asked, withMainTable } from '../ask.ts'
import { type Definition, definitionOf, type Figure, figureFolders, tableOf } from '../definition.ts'
import type { Row } from '../engine.ts'
import { councilCode } from '../explain/council.ts'
import { makeMeasures, makeSteps } from '../figures.ts'
import type { LakeQuestions } from '../main-table.ts'
import { vitalFolders } from '../monthly/monthly.ts'
import { type Dimension, dimensions, groupNames } from './groups.ts'
import { type Cell, type EqualityTable, equalityTable, type PopulationOf } from './table.ts'

/** Inhabitants of a group in an age band of the measures, as 65 and above. */
export type GroupPopulation = {
  readonly dimension: Dimension
  readonly group: string
  readonly ageBand: string
  readonly population: number
}

export type Equalities = EqualityTable & {
  readonly period: string
  readonly periodStart: string
  readonly periodEnd: string
  readonly council: string
  /** The folder of the measure: those of one folder count the same people. */
  readonly folder: string
  readonly measure: string
  /** Whom it counts, as 65 and above; Total: everybody. */
  readonly breakdown: string
  readonly counts: string
  readonly unit: Figure['unit']
  readonly decimals: number
  readonly isRate: boolean
}

export type EqualitiesAnswer = {
  /** Every measure's: what may be shown of one depends on all. */
  readonly tables: readonly Equalities[]
  /** The names of the measures that were asked for. */
  readonly measures: readonly string[]
  readonly notes: readonly string[]
}

export type EqualitiesAsked = {
  /** Names, as 2A or Community-based care; null takes every measure. */
  readonly measures: readonly string[] | null
  /** Its code or name; null takes every council. */
  readonly council: string | null
  readonly populations: readonly GroupPopulation[]
}

type Named = { readonly definition: Definition; readonly figure: Figure }

/**
 * Every measure that is asked for by age, sex, ethnicity and support reason, exact and for officers: `answers/equalities` gives
 * what others may see.
 * @throws Error when the records do not cover the period, or there is no such measure or council
 */
export async function askEqualities(
  asked: Asked,
  { measures, council, populations }: EqualitiesAsked,
): Promise<EqualitiesAnswer> {
  const all = allMeasures()
  const wanted = (measures?.map(name => measureNamed(name, all)) ?? all).map(({ figure }) => figure.measure)
  return withMainTable(asked, async (lake, notes) => {
    const { submissions } = lake.lake
    const code = council === null ? null : councilCode(submissions, council)
    await makeMeasures(lake, figureFolders)
    for (const folder of vitalFolders) await makeSteps(lake, definitionOf(folder))
    const councils = [...new Set(submissions.map(each => each.council))].filter(each => code === null || each === code)
    const tables: Equalities[] = []
    for (const each of all) tables.push(...(await tablesOf(lake, each, councils.sort(), populations)))
    const shown = tables.filter(({ measure }) => wanted.includes(measure))
    return { tables, measures: wanted, notes: [...notes, ...withoutPopulation(shown), noArea] }
  })
}

const noArea =
  'There is no breakdown by area: the records keep no place of living, since postcodes are left out on the way in'

function withoutPopulation(tables: readonly Equalities[]): string[] {
  const isBare = ({ isRate, groups }: Equalities) => isRate && groups.some(({ denominator }) => denominator === null)
  return tables.some(isBare)
    ? [
        'Rates per 100,000 need the inhabitants of each group, which are not here: groups have counts only; --populations FILE gives them',
      ]
    : []
}

function allMeasures(): Named[] {
  return [...figureFolders, ...vitalFolders]
    .map(definitionOf)
    .flatMap(definition => definition.figures.map(figure => ({ definition, figure })))
}

/** The measure of a name, whatever its capitals, with or without ASCOF before it. */
function measureNamed(name: string, all: readonly Named[]): Named {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/^ascof\s*/, '')
      .replaceAll(/[\s()-]/g, '')
  const found = all.find(({ figure }) => plain(figure.measure) === plain(name))
  if (!found)
    throw new Error(`There is no measure ${name}; there are ${all.map(({ figure }) => figure.measure).join(', ')}`)
  return found
}

/** The breakdowns whose people are compared; one by sex is what the comparison itself gives. */
function wholesOf(figure: Figure): (readonly [name: string, where: string])[] {
  return Object.entries(figure.breakdowns)
    .filter(([breakdown]) => !/ \| (Female|Male)$/.test(breakdown))
    .map(([breakdown, where]) => [breakdown.replace(/ \| Total$/, ''), where])
}

async function tablesOf(
  lake: LakeQuestions,
  { definition, figure }: Named,
  councils: readonly string[],
  populations: readonly GroupPopulation[],
): Promise<Equalities[]> {
  const tables: Equalities[] = []
  const [period] = await lake.engine.rows('select label, period_start, period_end from period')
  const inhabitants = await lake.engine.rows('select la_code, age_band, population from population')
  const isRate = figure.denominator === 'population'
  for (const [name, where] of wholesOf(figure)) {
    const rows = await lake.engine.rows(groupCountSql(definition, figure, where))
    for (const council of councils) {
      const cells = rows.filter(row => row['la_code'] === council).map(cellOf)
      const populationOf: PopulationOf = (dimension, group) =>
        dimension === null
          ? inhabitantsIn(inhabitants, council, name)
          : groupPopulation(populations, dimension, group, name)
      tables.push({
        period: String(period?.['label']),
        periodStart: String(period?.['period_start']),
        periodEnd: String(period?.['period_end']),
        council,
        folder: definition.folder,
        measure: figure.measure,
        breakdown: name,
        counts: figure.counts,
        unit: figure.unit,
        decimals: figure.decimals,
        isRate,
        ...equalityTable(cells, { unit: figure.unit, isRate }, populationOf),
      })
    }
  }
  return tables
}

/**
 * Counts the rows of a measure by what is known of their people. The text is read by DuckDB and PostgreSQL.
 * @param where which rows, as the measure's breakdown says it
 */
export function groupCountSql(definition: Definition, figure: Figure, where: string): string {
  const isRate = figure.denominator === 'population'
  const age = 'cast(floor((p.period_end - d.birth_month) / 365.25) as integer)'
  return `select n.la_code, ${age} as age, d.gender, d.ethnicity, d.primary_support_reason as reason,
      count(case when n.is_in_numerator then 1 end) as numerator,
      count(case when n.is_in_denominator then 1 end) as denominator
    from (
      select la_code, person_id, (${figure.numerator}) as is_in_numerator,
        (${isRate ? 'false' : figure.denominator}) as is_in_denominator
      from ${tableOf(definition.folder, 'numerator')}
      where ${where}
    ) n
    cross join period p
    left join person_detail d on d.la_code = n.la_code and d.person_id = n.person_id
    where n.is_in_numerator or n.is_in_denominator
    group by n.la_code, ${age}, d.gender, d.ethnicity, d.primary_support_reason
    order by n.la_code, age, d.gender, d.ethnicity, reason`
}

function cellOf(row: Row): Cell {
  const text = (name: string) => (row[name] === null || row[name] === undefined ? null : String(row[name]))
  return {
    details: {
      age: row['age'] === null ? null : Number(row['age']),
      gender: text('gender'),
      ethnicity: text('ethnicity'),
      reason: text('reason'),
    },
    numerator: Number(row['numerator']),
    denominator: Number(row['denominator']),
  }
}

function inhabitantsIn(rows: readonly Row[], council: string, ageBand: string): number | null {
  const own = rows.filter(row => row['la_code'] === council && row['age_band'] === ageBand)
  return own.length === 0 ? null : own.reduce((sum, row) => sum + Number(row['population']), 0)
}

function groupPopulation(
  populations: readonly GroupPopulation[],
  dimension: Dimension,
  group: string,
  ageBand: string,
): number | null {
  const found = populations.find(
    each => each.dimension === dimension && each.group === group && each.ageBand === ageBand,
  )
  return found?.population ?? null
}

/** Whether a table of inhabitants names a group that there is. @returns the dimension, or null where there is none of that name */
export function dimensionWith(dimension: string, group: string): Dimension | null {
  const found = dimensions.find(each => each === dimension)
  return found !== undefined && groupNames(found).includes(group) ? found : null
}
