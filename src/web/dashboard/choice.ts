/** What a reader has chosen of the dashboard: every choice stands in the address. */
import type { DashboardAnswer, DashboardRow, ExceptionRule } from '../../answers/types.ts'
import { type Direction, directions, type Rating, ratings } from '../../shared/codes.ts'
import { compareText } from '../../shared/compare-text.ts'
import { linkTo } from '../components/wording.ts'

/** The names by which an address says what was chosen. */
export const choiceNames = [
  'framework',
  'to',
  'find',
  'section',
  'rating',
  'travel',
  'lead',
  'exception',
  'sort',
  'counts',
  'periods',
] as const

/** By what the rows can be sorted; the other way about with a hyphen before it. */
export const sorts = ['name', 'rating', 'travel'] as const
export type Sort = (typeof sorts)[number]

export const exceptionRules: readonly ExceptionRule[] = ['off-target', 'deteriorating', 'budget', 'risk']

/** A choice that is left out chooses everything, in the order of the framework. */
export type Choice = {
  /** The framework's slug; the committee's own where nothing is chosen. */
  readonly framework?: string
  /** The period of the last column. */
  readonly to?: string
  /** Words that all must occur in what an indicator is called. */
  readonly find?: string
  readonly section?: string
  /** The rating of the latest value. */
  readonly rating?: Rating | 'none'
  readonly travel?: Direction
  readonly lead?: string
  /** The rule that sends the indicator to committee. */
  readonly exception?: ExceptionRule | 'any'
  readonly sort?: { readonly by: Sort; readonly down: boolean }
  /** Whether the counts stand under the values. */
  readonly counts?: true
  /** All periods of the dashboard, where the latest few would else do. */
  readonly periods?: 'all'
}

/** The most letters of a text in the address that are read. */
const longest = 100

/** Reads ?rating=red&travel=no-change&sort=-name; what is none of the words chooses nothing. */
export function readChoice(query: Readonly<Record<string, string>>): Choice {
  const text = (name: string) => query[name]?.trim().slice(0, longest) || undefined
  const rating = query['rating'] === 'none' ? 'none' : ratings.find(each => wordOf(each.code) === query['rating'])?.code
  const exception = query['exception'] === 'any' ? 'any' : exceptionRules.find(each => each === query['exception'])
  const [, minus, by] = /^(-?)(.*)$/.exec(query['sort'] ?? '') ?? []
  const sort = sorts.find(each => each === by)
  return given({
    framework: text('framework'),
    to: text('to'),
    find: text('find'),
    section: text('section'),
    rating,
    travel: directions.find(each => wordOf(each.code) === query['travel'])?.code,
    lead: text('lead'),
    exception,
    sort: sort && { by: sort, down: minus === '-' },
    counts: query['counts'] === '1' ? true : undefined,
    periods: query['periods'] === 'all' ? 'all' : undefined,
  })
}

/** The choices as an address writes them, with the names of `choiceNames`. */
export function queryOf({ rating, travel, sort, counts, ...texts }: Choice): Readonly<Record<string, string>> {
  const query = {
    ...texts,
    rating: rating && wordOf(rating),
    travel: travel && wordOf(travel),
    sort: sort && sortWord(sort),
    counts: counts && '1',
  }
  return Object.fromEntries(choiceNames.flatMap(name => (query[name] === undefined ? [] : [[name, query[name]]])))
}

/** A way to sort as an address writes it. @example sortWord({ by: 'name', down: true }) // '-name' */
export function sortWord({ by, down }: NonNullable<Choice['sort']>): string {
  return down ? `-${by}` : by
}

/** The address of an organisation's dashboard with a choice. */
export function dashboardLink(organisation: string, choice: Choice, asAt: string | undefined, file = ''): string {
  return linkTo(`/${organisation}/dashboard${file}`, { 'as-at': asAt, ...queryOf(choice) })
}

/** Without the sections and leads that the dashboard does not have, as after a change of its framework. */
export function choiceWithin(choice: Choice, { rows }: Pick<DashboardAnswer, 'rows'>): Choice {
  const { section, lead, ...rest } = choice
  return given({
    ...rest,
    section: rows.some(row => row.indicator.section === section) ? section : undefined,
    lead: rows.some(row => row.indicator.lead === lead) ? lead : undefined,
  })
}

/** The rows of a choice in its order. */
export function chosenRows(rows: readonly DashboardRow[], choice: Choice): readonly DashboardRow[] {
  const { find = '', section, rating, travel, lead, exception, sort } = choice
  const words = find.toLowerCase().split(/\s+/)
  const chosen = rows.filter(
    row =>
      words.every(word => namesOf(row).includes(word)) &&
      (section === undefined || row.indicator.section === section) &&
      (rating === undefined || (row.latest?.rating ?? 'none') === rating) &&
      (travel === undefined || row.travel.direction === travel) &&
      (lead === undefined || row.indicator.lead === lead) &&
      (exception === undefined || row.reasons.some(({ rule }) => exception === 'any' || rule === exception)),
  )
  return sort ? chosen.toSorted((a, b) => (sort.down ? -1 : 1) * orders[sort.by](a, b)) : chosen
}

/** Everything that an indicator may be looked for by. */
function namesOf({ indicator }: DashboardRow): string {
  const { name, shortName, slug, section, reference, lead, dataOwner } = indicator
  return [name, shortName, slug, section, reference, lead, dataOwner].join(' ').toLowerCase()
}

type Order = (a: DashboardRow, b: DashboardRow) => number

const byName: Order = (a, b) =>
  compareText(a.indicator.shortName.toLowerCase(), b.indicator.shortName.toLowerCase()) ||
  compareText(a.indicator.slug, b.indicator.slug)

/** Worst first: Red, the furthest from its target before others, then Amber, Green, and what is not rated. */
const ratingOrder = (row: DashboardRow) => ['Red', 'Amber', 'Green', 'none'].indexOf(row.latest?.rating ?? 'none')
const travelOrder = (row: DashboardRow) =>
  ['worse', 'no_change', 'better', 'none'].indexOf(row.travel.direction ?? 'none')
const variance = (row: DashboardRow) => row.latest?.variance ?? Number.NEGATIVE_INFINITY

const orders: Record<Sort, Order> = {
  name: byName,
  rating: (a, b) => ratingOrder(a) - ratingOrder(b) || compareNumbers(variance(b), variance(a)) || byName(a, b),
  travel: (a, b) => travelOrder(a) - travelOrder(b) || byName(a, b),
}

/** Infinities too, whose difference is no number. */
function compareNumbers(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1
}

const wordOf = (code: string) => code.toLowerCase().replace('_', '-')

function given<T extends object>(all: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as T
}
