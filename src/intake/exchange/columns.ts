import {
  frequencies,
  kinds,
  marks,
  noteKinds,
  pathShapes,
  pathStates,
  peopleIn,
  polarities,
  profiles,
  purposes,
  reasons,
  stages,
  summaryGroups,
  units,
  volumeRules,
} from '../../shared/codes.ts'
import type { FactKey } from '../../shared/facts.ts'

/**
 * What may stand in a column.
 * - slug: lower-case letters, digits and hyphens
 * - decimal: digits, at most one point, perhaps a minus; thousands separators and a percent sign are taken off
 * - list: slugs or codes with semicolons between
 * - year_values: `2017/18=28.86; 2018/19=25.00`, each year once
 * - breakdown: `age=65+; sex=female`, empty for the total
 */
export type ColumnType =
  | 'slug'
  | 'text'
  | 'markdown'
  | 'day'
  | 'period'
  | 'decimal'
  | 'integer'
  | 'yes_no'
  | 'code'
  | 'list'
  | 'breakdown'
  | 'settings'
  | 'year_values'

export type Column = {
  readonly name: string
  readonly type: ColumnType
  /** The part of the fact's key that the column fills; several columns of one part are joined by a space. */
  readonly key?: keyof FactKey
  /** The field of the fact's payload that the column fills. */
  readonly field?: string
  readonly required?: boolean
  /** What an empty cell means, written as it would stand in the cell. */
  readonly fallback?: string
  readonly codes?: readonly string[]
  /** An empty cell leaves the field out, so that facts recorded before there was such a column go on saying the same. */
  readonly sparse?: boolean
  readonly about: string
}

const codesOf = (list: readonly { readonly code: string }[]) => list.map(entry => entry.code)

/** The code lists that columns draw on, by name. */
export const codeLists = {
  polarities: codesOf(polarities),
  units: codesOf(units),
  frequencies: codesOf(frequencies),
  kinds: codesOf(kinds),
  reasons: codesOf(reasons),
  marks: codesOf(marks),
  peopleIn: codesOf(peopleIn),
  profiles: codesOf(profiles),
  purposes: codesOf(purposes),
  summaryGroups: codesOf(summaryGroups),
  stages: codesOf(stages),
  noteKinds: codesOf(noteKinds),
  pathShapes: codesOf(pathShapes),
  pathStates: codesOf(pathStates),
  volumeRules: codesOf(volumeRules),
} as const
