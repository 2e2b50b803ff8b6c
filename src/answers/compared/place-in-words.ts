import type { RankedPolarity } from '../../judgement/benchmark/ranks.ts'

const ordinals = ['', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']

/**
 * A place among others as it is said aloud, from the end that is nearer: by value, so that it reads the same whichever way is good.
 * @param places how many councils are better and how many are worse, and among how many the place is
 * @example placeInWords({ better: 14, worse: 1, of: 16 }, 'smaller') // second highest of 16
 */
export function placeInWords(
  { better, worse, of }: { readonly better: number; readonly worse: number; readonly of: number },
  polarity: RankedPolarity,
): string {
  const isTop = better <= worse
  const place = Math.min(better, worse) + 1
  const end = isTop === (polarity === 'bigger') ? 'highest' : 'lowest'
  const nth = ordinals[place - 1] ?? `${place}${ending(place)}`
  const tied = of - better - worse > 1 ? 'joint ' : ''
  return `${tied}${nth === '' ? end : `${nth} ${end}`} of ${of}`
}

function ending(count: number): string {
  const tens = count % 100
  if (tens > 10 && tens < 14) return 'th'
  return ['th', 'st', 'nd', 'rd'][count % 10] ?? 'th'
}
