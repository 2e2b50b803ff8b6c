/** What choices of the dashboard are called. */
import type { ExceptionRule } from '../../answers/types.ts'
import type { Direction, Rating } from '../../shared/codes.ts'
import { type Period, typeOf } from '../../shared/period/period.ts'
import { numberWord } from '../../shared/words.ts'
import type { Choice, Sort } from './choice.ts'

export const ratingWords: Record<Rating | 'none', string> = {
  Red: 'Red',
  Amber: 'Amber',
  Green: 'Green',
  none: 'Not rated',
}

export const travelWords: Record<Direction, string> = {
  worse: 'Worse',
  no_change: 'No change',
  better: 'Better',
}

export const exceptionWords: Record<ExceptionRule | 'any', string> = {
  any: 'Every exception',
  'off-target': 'Off target',
  deteriorating: 'Deteriorating',
  budget: 'Affects the budget',
  risk: 'Affects a corporate risk',
}

const sortWords: Record<Sort, readonly [up: string, down: string]> = {
  name: ['by name, A to Z', 'by name, Z to A'],
  rating: ['worst rating first', 'best rating first'],
  travel: ['worse first by direction', 'better first by direction'],
}

/** How the rows are ordered, within a sentence. @example orderInWords({ by: 'name', down: false }) // 'by name, A to Z' */
export function orderInWords(sort: Choice['sort']): string {
  return sort ? sortWords[sort.by][sort.down ? 1 : 0] : 'in the framework’s order'
}

/** The filters of the dashboard: what narrows its rows. */
export type Filter = 'find' | 'section' | 'rating' | 'travel' | 'lead' | 'exception'

/** Each filter in effect in words, in the order of the form. */
export function filterWords(choice: Choice): ReadonlyMap<Filter, string> {
  const { find, section, rating, travel, lead, exception } = choice
  const words: readonly (readonly [Filter, string | undefined])[] = [
    ['find', find && `“${find}”`],
    ['section', section],
    ['rating', rating && (rating === 'none' ? ratingWords.none : `Rating: ${ratingWords[rating]}`)],
    ['travel', travel && `Direction: ${travelWords[travel].toLowerCase()}`],
    [
      'exception',
      exception && (exception === 'any' ? 'Exceptions' : `Exception: ${exceptionWords[exception].toLowerCase()}`),
    ],
    ['lead', lead && `Lead: ${lead}`],
  ]
  return new Map(words.filter((each): each is readonly [Filter, string] => each[1] !== undefined))
}

/** The choice without any filter: what is shown of the rows, and their order, stay. */
export function withoutFilters({ find, section, rating, travel, lead, exception, ...others }: Choice): Choice {
  return others
}

const periodNouns = { month: 'months', quarter: 'quarters', year: 'years', span: 'years' } as const

/** So many periods, by what they are: "all 13 months". */
export function allPeriods(periods: readonly Period[]): string {
  return `all ${numberWord(periods.length)} ${nounOf(periods)}`
}

/** What the periods are called: "months". */
export function nounOf([first]: readonly Period[]): string {
  return first === undefined ? 'periods' : periodNouns[typeOf(first)]
}
