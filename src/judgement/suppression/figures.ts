/** What suppression needs to know of published figures. */
import { entryOf, type Kind, type Unit, units } from '../../shared/codes.ts'
import { type Period, typeOf } from '../../shared/period/period.ts'

/** One published cell: a value with the counts behind it, where they are known. */
export type Figure = {
  /** Slug of its measure. */
  readonly measure: string
  readonly geography: string
  /** Dimensions and categories, as `age=65+; sex=female`; empty is the total. */
  readonly breakdown: string
  readonly period: Period
  readonly version: string
  readonly value: number | null
  readonly numerator: number | null
  readonly denominator: number | null
  /** Whether another publication shows it already, so that it stays. */
  readonly isPublished: boolean
}

/** What the figures of a measure count, and how small a count of people must not be shown. */
export type Measure = {
  readonly unit: Unit
  readonly kind: Kind
  /** Which of its counts are of people: anything else is not suppressed by its size. */
  readonly people: { readonly numerator: boolean; readonly denominator: boolean }
  readonly labels: { readonly numerator: string; readonly denominator: string }
  readonly mayExceed100: boolean
  /** Measures on the same subject on another basis. */
  readonly related: readonly string[]
  /** Counts of people above 0 and below this are hidden; null: none is, from those who look. */
  readonly below: number | null
}
export type Measures = ReadonlyMap<string, Measure>

export type Role = 'numerator' | 'denominator'
export const roles: readonly Role[] = ['numerator', 'denominator']

/**
 * The count of people in a figure; null where it has none, or none is known. A numerator that is not given follows from
 * a rate and its denominator, for whoever reads both.
 */
export function countIn(figure: Figure, measure: Measure, role: Role): number | null {
  if (!measure.people[role]) return null
  if (role === 'denominator') return figure.denominator
  if (measure.unit === 'count') return figure.value ?? figure.numerator
  if (figure.numerator !== null) return figure.numerator
  const { per } = entryOf(units, measure.unit)
  if (figure.value === null || figure.denominator === null || per === null) return null
  return (figure.value * figure.denominator) / per
}

/** Whether a figure may be hidden at all: not what another publication shows already, nor from whom nothing is hidden. */
export function mayBeHidden(figure: Figure, measure: Measure | undefined): boolean {
  return !figure.isPublished && measure !== undefined && measure.below !== null
}

/** The categories of a breakdown, by dimension. @example categoriesOf('age=65+; sex=female') // { age: '65+', … } */
export function categoriesOf(breakdown: string): ReadonlyMap<string, string> {
  const parts = breakdown === '' ? [] : breakdown.split(';')
  return new Map(parts.map(part => part.trim().split('=') as [string, string]))
}

/** Whether all are months, all quarters or all years, so that no two end together and none contains another. */
export function areOfOneLength(figures: readonly Figure[]): boolean {
  const types = new Set(figures.map(figure => typeOf(figure.period)))
  return types.size <= 1 && !types.has('span')
}
