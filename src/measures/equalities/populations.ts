/** The inhabitants of groups, as a table says them: what rates by group are divided by. */
import type { Row } from '../engine.ts'
import { type Dimension, dimensionWith } from './groups.ts'

/** Inhabitants of a group in an age band of the measures, as 65 and above. */
export type GroupPopulation = {
  /** The code of the council; null where a table is of whichever is asked for. */
  readonly council: string | null
  readonly dimension: Dimension
  readonly group: string
  readonly ageBand: string
  readonly population: number
}

type Said = Readonly<Record<'dimension' | 'group' | 'ageBand' | 'population', string>>

/** The age bands of which there are rates. */
export const ratedBands: readonly string[] = ['18 to 64', '65 and above']

/** What is wrong with a row of such a table, as a sentence; null where nothing is. */
export function groupPopulationFault({ dimension, group, ageBand, population }: Said): string | null {
  if (dimensionWith(dimension, group) === null)
    return `there is no group “${group}” of ${dimension === '' ? 'no dimension' : dimension}`
  if (ageBand === '') return 'the age_band is missing, as 65 and above'
  if (!ratedBands.includes(ageBand)) return `the age_band must be ${ratedBands.join(' or ')}`
  return /^\d{1,12}$/.test(population) ? null : 'the population must be a whole number'
}

/** The rows of the lake's table. */
export function groupPopulationsOf(rows: readonly Row[]): GroupPopulation[] {
  return rows.flatMap(row => {
    const group = String(row['group_name'])
    const dimension = dimensionWith(String(row['dimension']), group)
    if (dimension === null) return []
    const said = { council: String(row['la_code']), ageBand: String(row['age_band']) }
    return [{ ...said, dimension, group, population: Number(row['population']) }]
  })
}

/** The inhabitants of a group of a council; null where the table does not say them. */
export function populationOfGroup(
  populations: readonly GroupPopulation[],
  asked: { readonly council: string; readonly dimension: Dimension; readonly group: string; readonly ageBand: string },
): number | null {
  const found = populations.find(
    each =>
      (each.council === null || each.council === asked.council) &&
      each.dimension === asked.dimension &&
      each.group === asked.group &&
      each.ageBand === asked.ageBand,
  )
  return found?.population ?? null
}
