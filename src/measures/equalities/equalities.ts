/** The measures by groups of people, from the lake. */
import { type Asked, withMainTable } from '../ask.ts'
import { type Definition, definitionOf, type Figure, figureFolders } from '../definition.ts'
import type { Row } from '../engine.ts'
import { councilCode } from '../explain/council.ts'
import { makeMeasure } from '../figures.ts'
import { cutOffAfter, type LakeQuestions, makeSaltViews, setCutOff } from '../main-table.ts'
import { vitalFolders } from '../monthly/monthly.ts'
import { areasKnown } from './areas-known.ts'
import { alsoCompared, notCompared } from './compared.data.ts'
import { cellOf, groupCountSql } from './group-count.ts'
import { isRest } from './groups.ts'
import { type GroupPopulation, groupPopulationsOf, populationOfGroup } from './populations.ts'
import { type EqualityTable, equalityTable, type PopulationOf } from './table.ts'

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
  /** Why there are no areas, or not of everybody, and what to do; empty where there is nothing to say. */
  readonly aboutAreas: readonly string[]
}

export type EqualitiesAsked = {
  /** Names, as 2A or Community-based care; null takes every measure. */
  readonly measures: readonly string[] | null
  /** Its code or name; null takes every council. */
  readonly council: string | null
  /** The inhabitants of groups; null takes those of the lake. */
  readonly populations: readonly GroupPopulation[] | null
}

type Named = { readonly definition: Definition; readonly figure: Figure }

/**
 * Every measure that is asked for by age, sex, ethnicity, support reason and area, exact and for officers: `answers/equalities`
 * gives what others may see.
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
    const councils = [...new Set(submissions.map(each => each.council))].filter(each => code === null || each === code)
    const able = all.filter(({ definition }) => lacking(lake, definition) === null)
    await makeAll(lake, asked, able)
    const inhabitants = {
      all: await lake.engine.rows('select la_code, age_band, population from population'),
      groups: populations ?? groupPopulationsOf(await lake.engine.rows('select * from group_population')),
    }
    const tables: Equalities[] = []
    for (const each of able) tables.push(...(await tablesOf(lake, each, councils.sort(), inhabitants)))
    const shown = tables.filter(({ measure }) => wanted.includes(measure))
    const hasAreas = tables.some(({ groups }) => groups.some(({ dimension }) => dimension === 'area'))
    return {
      tables,
      measures: wanted,
      notes: [...notes, ...leftOut(lake, all, tables, wanted), ...withoutPopulation(shown)],
      aboutAreas: areasKnown(lake.lake, councils, hasAreas),
    }
  })
}

/** Makes the tables of every measure, the SALT tables among them, and says where people live. */
async function makeAll(lake: LakeQuestions, asked: Asked, all: readonly Named[]): Promise<void> {
  await lake.make('equalities/living_area')
  const [period] = await lake.engine.rows('select period_end from period')
  await setCutOff(lake.engine, asked.cutOff ?? cutOffAfter(String(period?.['period_end'])))
  await makeSaltViews(lake.engine)
  for (const definition of new Map(all.map(each => [each.definition.folder, each.definition])).values())
    await makeMeasure(lake, definition)
}

/** What a measure needs beside the records, and the lake lacks; null where it lacks nothing. */
function lacking({ lake }: LakeQuestions, { folder }: Definition): string | null {
  if (folder !== 'ascof-2d') return null
  const missing = (['hospital-spells', 'areas'] as const).filter(kind => lake.references[kind] === undefined)
  return missing.length === 0 ? null : `a table of ${missing.join(' and of ').replaceAll('-', ' ')}`
}

/** Measures that were asked for, and have no table: what they need was not imported. */
function leftOut(
  lake: LakeQuestions,
  all: readonly Named[],
  tables: readonly Equalities[],
  wanted: readonly string[],
): string[] {
  return all
    .filter(({ figure }) => wanted.includes(figure.measure) && !tables.some(each => each.measure === figure.measure))
    .map(({ definition, figure }) => {
      const needs = lacking(lake, definition) ?? 'a file whose stated period holds these twelve months whole'
      return `${figure.measure} is left out: it needs ${needs}, which is not here`
    })
}

function withoutPopulation(tables: readonly Equalities[]): string[] {
  const groups = tables
    .filter(({ isRate }) => isRate)
    .flatMap(table => table.groups)
    .filter(({ dimension, group }) => dimension !== 'support reason' && !isRest(group)) // nobody counts inhabitants by it
  const bare = [...Map.groupBy(groups, ({ dimension }) => dimension)].flatMap(([dimension, own]) => {
    // somebody’s age may be told two ways, so that a band holds a few of whose years it has no inhabitants
    const known = new Set(own.filter(({ denominator }) => denominator !== null).map(({ group }) => group))
    if (known.size === 0) return [dimension]
    const lacking = new Set(own.map(({ group }) => group).filter(group => !known.has(group)))
    return lacking.size === 0 ? [] : [`${dimension}: ${[...lacking].join(', ')}`]
  })
  return bare.length === 0
    ? []
    : [
        `Rates per 100,000 need the inhabitants of each group. Some are not here (${bare.join('; ')}), so that these groups have counts only. A table la_code, dimension, group, age_band, population gives them, taken in by “tidemark cld import”`,
      ]
}

function allMeasures(): Named[] {
  const own = [...figureFolders, 'ascof-2d', ...vitalFolders]
    .map(definitionOf)
    .flatMap(definition => definition.figures.map(figure => ({ definition, figure })))
  const more = alsoCompared.flatMap(({ folder, figures }) =>
    figures.map(figure => ({ definition: definitionOf(folder), figure })),
  )
  return [...own, ...more]
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/^ascof\s*/, '')
    .replaceAll(/[\s()-]/g, '')

/** The measure of a name, whatever its capitals, with or without ASCOF before it. */
function measureNamed(name: string, all: readonly Named[]): Named {
  const found = all.find(({ figure }) => plain(figure.measure) === plain(name))
  if (found) return found
  const not = notCompared.find(each => plain(each.name) === plain(name))
  if (not) throw new Error(`${not.name} is not compared by groups: ${not.why}`)
  throw new Error(`There is no measure ${name}; there are ${all.map(({ figure }) => figure.measure).join(', ')}`)
}

/** The breakdowns whose people are compared; one by sex is what the comparison itself gives. */
function wholesOf(figure: Figure): (readonly [name: string, where: string])[] {
  return Object.entries(figure.breakdowns)
    .filter(([breakdown]) => !/ \| (Female|Male)$/.test(breakdown))
    .map(([breakdown, where]) => [breakdown.replace(/ \| Total$/, ''), where])
}

type Inhabitants = { readonly all: readonly Row[]; readonly groups: readonly GroupPopulation[] }

async function tablesOf(
  lake: LakeQuestions,
  { definition, figure }: Named,
  councils: readonly string[],
  inhabitants: Inhabitants,
): Promise<Equalities[]> {
  const tables: Equalities[] = []
  const [period] = await lake.engine.rows('select label, period_start, period_end from period')
  const isRate = figure.denominator === 'population'
  const served = definition.folder === 'salt-lts001' ? await councilsIn(lake, 'salt_record') : null
  for (const [name, where] of wholesOf(figure)) {
    const rows = await lake.engine.rows(groupCountSql(definition, figure, where))
    for (const council of councils.filter(each => served?.has(each) ?? true)) {
      const cells = rows.filter(row => row['la_code'] === council).map(cellOf)
      const populationOf: PopulationOf = (dimension, group) =>
        dimension === null
          ? inhabitantsIn(inhabitants.all, council, name)
          : populationOfGroup(inhabitants.groups, { council, dimension, group, ageBand: name })
      const areas = areasOf(inhabitants.groups, council)
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
        ...equalityTable(cells, { unit: figure.unit, isRate }, populationOf, areas),
      })
    }
  }
  return tables
}

/** The councils of which a table has rows: a table of none of theirs would say that nobody is counted. */
async function councilsIn(lake: LakeQuestions, table: string): Promise<ReadonlySet<string>> {
  const rows = await lake.engine.rows(`select distinct la_code from ${table}`)
  return new Set(rows.map(row => String(row['la_code'])))
}

const areasOf = (groups: readonly GroupPopulation[], council: string): string[] => [
  ...new Set(
    groups.filter(each => each.dimension === 'area' && (each.council ?? council) === council).map(({ group }) => group),
  ),
]

function inhabitantsIn(rows: readonly Row[], council: string, ageBand: string): number | null {
  const own = rows.filter(row => row['la_code'] === council && row['age_band'] === ageBand)
  return own.length === 0 ? null : own.reduce((sum, row) => sum + Number(row['population']), 0)
}
