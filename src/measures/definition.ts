import { parse } from 'yaml'
import { measureText } from './sql-text.ts'

/** A figure that a measure gives, for each council and breakdown. */
export type Figure = {
  /** The name that the national files give it. */
  readonly measure: string
  /** What is counted: people, spells. */
  readonly counts: string
  readonly unit: 'percent' | 'per 100,000'
  readonly decimals: number
  /** A condition on the rows of the measure's numerator.sql. */
  readonly numerator: string
  /** A condition on these rows, or `population`: the people who live there. */
  readonly denominator: string
  /** Which rows each breakdown takes, as a condition. */
  readonly breakdowns: Readonly<Record<string, string>>
  /** The column of numerator.sql that says why a row is in the denominator or not, and in the numerator or not. */
  readonly toldBy?: string
}

/** A number of rows that is told beside a figure. */
type Unknown = { readonly measure: string; readonly description: string; readonly counts: string }

/** A measure, as its measure.yaml says it. */
export type Definition = {
  readonly folder: string
  readonly title: string
  readonly edition: string
  readonly version: number
  readonly source: { readonly repository: string; readonly commit: string; readonly script: string }
  /** The SQL files of the folder, in the order in which they build on each other. */
  readonly steps: readonly string[]
  readonly figures: readonly Figure[]
  readonly unknowns: readonly Unknown[]
  /** Tables that it gives, as a SELECT from the tables of its steps; the names of the columns are those of the answer. */
  readonly tables: Readonly<Record<string, string>>
}

/** The folders of the measures that give a numerator and a denominator for each council. */
export const figureFolders = ['ascof-2a', 'ascof-2b-2c', 'ascof-2e', 'ascof-3d', 'ascof-3d-carers'] as const

/** What a measure's folder says of it. */
export function definitionOf(folder: string): Definition {
  return { folder, figures: [], unknowns: [], tables: {}, ...parse(measureText(`${folder}/measure.yaml`)) }
}

/** The table that a step of a measure makes. @example tableOf('ascof-2a', 'numerator') // 'ascof_2a_numerator' */
export function tableOf(folder: string, step: string): string {
  return folder === 'common' ? step : `${folder.replaceAll('-', '_')}_${step}`
}
