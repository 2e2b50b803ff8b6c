/** A forecast as a list of facts, each with its name: for a table on a page and in a paper. */
import { valueInWords } from '../../judgement/value/value-in-words.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import { roundedText } from '../../shared/rounding.ts'
import { capitalised } from '../../shared/words.ts'
import { chanceInWords, heldTooSeldom, neededInShort, onTrackInShort } from './forecast-sentences.ts'
import type { ForecastView } from './types.ts'

/** What is expected of the year's end, how sure that is, and what it means for the target; none where nothing is forecast. */
export function forecastFacts(view: ForecastView): { readonly label: string; readonly text: string }[] {
  const { indicator, yearEnd, latest, target, chance, onTrack, tested } = view
  if (!yearEnd || !latest) return []
  const { expected, period } = yearEnd
  const say = (value: number) => valueInWords(roundedText(value, indicator.decimals), indicator.unit)
  const range = (interval: typeof expected.likely) =>
    interval ? `${say(interval.lower)} to ${say(interval.upper)}` : 'cannot be said'
  const needed = neededInShort(view)
  const held = expected.likely ? [heldTooSeldom(view)].filter(each => each !== null) : []
  return [
    expected.method === 'last_value'
      ? { label: 'The last value, carried on', text: say(expected.value) }
      : { label: `Expected in ${periodInWords(period)}`, text: say(expected.value) },
    { label: 'Eight times in ten', text: [range(expected.likely), ...held].join('; ') },
    { label: '95 times in a hundred', text: range(expected.nearlySure) },
    {
      label: `Target for ${periodInWords(period)}`,
      text: target ? valueInWords(target.shown, indicator.unit) : 'none',
    },
    ...(target
      ? [
          {
            label: 'Chance of meeting it',
            text: chance === null ? 'cannot be said' : capitalised(chanceInWords(chance, tested)),
          },
          {
            label: 'Rated by forecast',
            text: expected.rating ? `${expected.rating}: ${expected.ratingReason}` : expected.ratingReason,
          },
        ]
      : []),
    ...(onTrack ? [{ label: `Back on track, from ${periodInWords(latest.period)}`, text: onTrackInShort(view) }] : []),
    ...(needed === null ? [] : [{ label: 'Needed', text: needed }]),
  ]
}
