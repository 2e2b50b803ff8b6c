import type { Polarity } from '../../shared/codes.ts'

/** A place among others: 1 is best, and a place that several share is the best of those that they would take. */
export type Rank = { readonly rank: number; readonly of: number; readonly tied: boolean }

/** Polarities by which councils can be put in an order. */
export type RankedPolarity = Extract<Polarity, 'bigger' | 'smaller'>

/** Whether values of this polarity have a best: of figures for information, and of those with a value to keep to, none is first. */
export function isRanked(polarity: Polarity): polarity is RankedPolarity {
  return polarity === 'bigger' || polarity === 'smaller'
}

/**
 * The places of values among one another (competition ranking, rule 10), in their order.
 * @param values as published, at the decimals that were published: equal ones share a place
 * @example ranksOf([70, 80, 70], 'bigger') // places 2 (tied), 1, 2 (tied)
 */
export function ranksOf(values: readonly number[], polarity: RankedPolarity): Rank[] {
  const first = new Map<number, number>()
  const times = new Map<number, number>()
  const best = [...values].sort((a, b) => (polarity === 'bigger' ? b - a : a - b))
  best.forEach((value, at) => {
    if (!first.has(value)) first.set(value, at + 1)
    times.set(value, (times.get(value) ?? 0) + 1)
  })
  return values.map(value => ({
    rank: Number(first.get(value)),
    of: values.length,
    tied: Number(times.get(value)) > 1,
  }))
}

/** Among fewer councils than this a place says nothing of one that the figures themselves do not. */
const leastRanked = 3

/**
 * The places of values among one another, in their order; null where no end is the good one, or there are fewer than three.
 * @example placesOf([70, 80], 'bigger') // null
 */
export function placesOf(values: readonly number[], polarity: Polarity): Rank[] | null {
  return isRanked(polarity) && values.length >= leastRanked ? ranksOf(values, polarity) : null
}

/** Which way a place moved: a smaller number is better. */
export type RankDirection = 'improved' | 'unchanged' | 'declined'

/** How a place compares with that of the last time. */
export function rankDirection(now: number, before: number): RankDirection {
  if (now === before) return 'unchanged'
  return now < before ? 'improved' : 'declined'
}

/** The quarter of the group in which a place lies: 1 is the best. @example quarterOf({ rank: 38, of: 152 }) // 1 */
export function quarterOf({ rank, of }: Pick<Rank, 'rank' | 'of'>): 1 | 2 | 3 | 4 {
  return Math.min(4, Math.ceil((4 * rank) / of)) as 1 | 2 | 3 | 4
}
