import { parse } from 'yaml'
import { measureText } from './sql-text.ts'

/** A figure that a measure gives, for each council and breakdown. */
export type Figure = {
  /** The name that the national files give it. */
  readonly measure: string
  /** What is counted: people, spells. */
  readonly counts: string
  readonly unit: 'percent' | 'per 100,000' | 'count'
  readonly decimals: number
  /** A condition on the rows of the measure's numerator.sql. */
  readonly numerator: string
  /** A condition on these rows, `population`: the people who live there, or `none` of a plain count. */
  readonly denominator: string
  /** Which rows each breakdown takes, as a condition. */
  readonly breakdowns: Readonly<Record<string, string>>
  /** The column that says why a row is in the denominator or not, and in the numerator or not. */
  readonly toldBy?: string
  /** The step whose rows are counted, where it is not the numerator. */
  readonly rows?: string
  /** The steps that an explanation tells, where they are not those up to the exclusions, and these. */
  readonly told?: readonly ToldStep[]
}

/** A step that an explanation tells. */
export type ToldStep = {
  readonly step: string
  /** Which of its rows belong to the figure; all, where it is not said. */
  readonly where?: string
  /** What it does, where the first sentence of its file does not say it. */
  readonly says?: string
}

/** A table's rows, counted by a label that only the records give. */
export type CountedBy = Pick<Figure, 'measure' | 'counts' | 'told'> & {
  /** A text made of the columns of the measure's numerator.sql. */
  readonly label: string
  /** Which of its rows the table holds. */
  readonly where: string
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
  /** The steps in which the records of one council can change what is made of another's; those of the rest rest on its own alone. */
  readonly across: readonly string[] | 'every step'
  readonly figures: readonly Figure[]
  readonly counted: readonly CountedBy[]
  /** The tables of `common/` on which it builds, beside the main table. */
  readonly cohorts: readonly string[]
  /** The folders of the measures on whose tables it builds. */
  readonly needs: readonly string[]
  readonly unknowns: readonly Unknown[]
  /** Tables that it gives, as a SELECT from the tables of its steps; the names of the columns are those of the answer. */
  readonly tables: Readonly<Record<string, string>>
}

/** The folders of the measures that give a numerator and a denominator for each council. */
export const figureFolders = ['ascof-2a', 'ascof-2b-2c', 'ascof-2e', 'ascof-3d', 'ascof-3d-carers'] as const

/** Measures that rest on the records of a year's submission; the others rest on the main table. */
export const saltFolders = ['salt-lts001', 'salt-lts003', 'salt-lts004', 'salt-sts001', 'salt-sts002a'] as const

/** The folders of the measures that give tables of their own. */
export const tableFolders = ['ascof-2d', 'waiting-times', ...saltFolders] as const

/** Whether the rows of a figure's denominator are counted. */
export const hasDenominator = ({ denominator }: Figure): boolean =>
  denominator !== 'population' && denominator !== 'none'

/** What a measure's folder says of it. */
export function definitionOf(folder: string): Definition {
  return {
    folder,
    figures: [],
    counted: [],
    across: [],
    cohorts: [],
    needs: [],
    unknowns: [],
    tables: {},
    ...parse(measureText(`${folder}/measure.yaml`)),
  }
}

/** The table that a step of a measure makes. @example tableOf('ascof-2a', 'numerator') // 'ascof_2a_numerator' */
export function tableOf(folder: string, step: string): string {
  return folder === 'common' ? step : `${folder.replaceAll('-', '_')}_${step}`
}
