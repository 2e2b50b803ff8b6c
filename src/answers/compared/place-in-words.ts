import type { RankedPolarity } from '../../judgement/benchmark/ranks.ts'

/** Places so near to an end are named by that end. */
const nearest = ['', 'second ', 'third ']

/**
 * A place among others as it is said aloud. Only the three places next to either end are named by it, and by value, as "second
 * highest of 16"; all others count from the best, so that those of one column read in one direction.
 * @param places how many councils are better and how many are worse, and among how many the place is
 * @example placeInWords({ better: 128, worse: 23, of: 152 }, 'smaller') // 129th of 152 (1 is best)
 */
export function placeInWords(
  { better, worse, of }: { readonly better: number; readonly worse: number; readonly of: number },
  polarity: RankedPolarity,
): string {
  const tied = of - better - worse > 1 ? 'joint ' : ''
  const isTop = better <= worse
  const nth = nearest[Math.min(better, worse)]
  if (nth === undefined) return `${tied}${ordinal(better + 1)} of ${of} (1 is best)`
  return `${tied}${nth}${isTop === (polarity === 'bigger') ? 'highest' : 'lowest'} of ${of}`
}

/** A place as a number in a sentence. @example ordinal(36) // 36th */
export function ordinal(place: number): string {
  return `${place}${ending(place)}`
}

function ending(count: number): string {
  const tens = count % 100
  if (tens > 10 && tens < 14) return 'th'
  return ['th', 'st', 'nd', 'rd'][count % 10] ?? 'th'
}
