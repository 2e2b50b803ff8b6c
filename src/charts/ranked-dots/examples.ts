/** Examples of the ranked dots: tests and gallery show each of them. */
import type { RankedDot, RankedDotsInput } from './ranked-dots.ts'

const standings = ['better', 'similar', 'worse', 'unknown'] as const

/** Councils in even steps from the best, each with an interval of one width. */
function councils(
  count: number,
  { from, step, half }: { from: number; step: number; half: number | null },
): RankedDot[] {
  return Array.from({ length: count }, (_, at): RankedDot => {
    const value = Math.round((from - at * step) * 10) / 10
    const standing = half === null ? 'unknown' : (standings[Math.floor((at * 3) / count)] ?? 'similar')
    const who = at === Math.floor(count / 3) ? 'asking' : at % 9 === 4 ? 'like' : 'other'
    return {
      value,
      lower: half === null ? null : value - half,
      upper: half === null ? null : value + half,
      standing,
      who,
    }
  })
}

const usual = {
  owner: 'Norfolk',
  like: 'family group',
  ends: ['Worst', 'Best'],
  england: { value: 77.7, shown: '77.7' },
} as const

export const examples: Readonly<Record<string, RankedDotsInput>> = {
  'every council of England, with intervals': {
    ...usual,
    sentence: 'Norfolk is 51st highest of 151 councils, similar to England.',
    dots: councils(151, { from: 90, step: 0.18, half: 4 }),
  },
  'a small group without intervals': {
    ...usual,
    sentence: 'Norfolk is fifth lowest of 14 councils; whether it differs from England cannot be told.',
    dots: councils(14, { from: 12, step: -1.5, half: null }),
    england: { value: 23.7, shown: '23.7' },
  },
  'for information, with nothing said of England': {
    ...usual,
    sentence: 'A figure for information.',
    dots: councils(6, { from: 2400, step: 120.5, half: 80 }).map(dot => ({ ...dot, standing: 'higher' as const })),
    england: null,
    ends: ['Lowest', 'Highest'],
  },
  'one council alone, with a name that is long and means something to SVG': {
    ...usual,
    owner: 'Bournemouth, Christchurch & <Poole> of the very long name that goes on and on',
    sentence: 'One council.',
    dots: [{ value: 0, lower: 0, upper: 2.1, standing: 'similar', who: 'asking' }],
    england: { value: 1.2, shown: '1.2' },
  },
  'no council has a value': { ...usual, sentence: 'No council has a value.', dots: [] },
}
