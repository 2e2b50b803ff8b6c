import type { DashboardRow } from '../../answers/types.ts'
import { type Direction, directions, type Rating, ratings } from '../../shared/codes.ts'
import { linkTo } from '../components/wording.ts'

/** Which rows a reader has chosen; without a rating or a direction, those of every one. */
export type Choice = { readonly rating?: Rating; readonly travel?: Direction }

/** Reads ?rating=red&travel=no-change; what is none of the words chooses nothing. */
export function readChoice(query: Readonly<Record<string, string>>): Choice {
  const rating = ratings.find(({ code }) => wordOf(code) === query['rating'])?.code
  const travel = directions.find(({ code }) => wordOf(code) === query['travel'])?.code
  return { ...(rating && { rating }), ...(travel && { travel }) }
}

/** The address of the rows of a choice on an organisation's dashboard, with other choices of the address. */
export function dashboardLink(
  organisation: string,
  { rating, travel }: Choice,
  asAt: string | undefined,
  others: Readonly<Record<string, string | undefined>> = {},
): string {
  return linkTo(`/${organisation}/dashboard`, {
    'as-at': asAt,
    rating: rating && wordOf(rating),
    travel: travel && wordOf(travel),
    ...others,
  })
}

/** The rows of a choice: by the rating of the latest value, and by the direction of travel. */
export function chosenRows(rows: readonly DashboardRow[], { rating, travel }: Choice): readonly DashboardRow[] {
  return rows.filter(
    row =>
      (rating === undefined || row.latest?.rating === rating) &&
      (travel === undefined || row.travel.direction === travel),
  )
}

const wordOf = (code: string) => code.toLowerCase().replace('_', '-')
