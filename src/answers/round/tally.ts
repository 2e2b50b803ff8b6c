import type { Direction, Rating } from '../../shared/codes.ts'
import { counted, listed, numberWord } from '../../shared/words.ts'
import type { DashboardRow } from '../types.ts'
import type { Tally } from './types.ts'

/** How many of some rows stand where. */
export function tallyOf(rows: readonly DashboardRow[]): Tally {
  const rated = (rating: Rating | null) => rows.filter(row => (row.latest?.rating ?? null) === rating).length
  const going = (direction: Direction | null) => rows.filter(row => row.travel.direction === direction).length
  return {
    indicators: rows.length,
    withValue: rows.filter(row => row.latest).length,
    rating: { Green: rated('Green'), Amber: rated('Amber'), Red: rated('Red'), none: rated(null) },
    travel: { better: going('better'), no_change: going('no_change'), worse: going('worse'), none: going(null) },
  }
}

/** Several tallies as one. */
export function tallyTogether(tallies: readonly Tally[]): Tally {
  const sum = (of: (tally: Tally) => number) => tallies.reduce((all, tally) => all + of(tally), 0)
  return {
    indicators: sum(tally => tally.indicators),
    withValue: sum(tally => tally.withValue),
    rating: {
      Green: sum(tally => tally.rating.Green),
      Amber: sum(tally => tally.rating.Amber),
      Red: sum(tally => tally.rating.Red),
      none: sum(tally => tally.rating.none),
    },
    travel: {
      better: sum(tally => tally.travel.better),
      no_change: sum(tally => tally.travel.no_change),
      worse: sum(tally => tally.travel.worse),
      none: sum(tally => tally.travel.none),
    },
  }
}

/** What each rating is called, of one indicator and of several. */
const ratingWords: Readonly<Record<'forecast' | 'target', Readonly<Record<Rating, readonly [string, string]>>>> = {
  forecast: {
    Green: ['is forecast to meet its target', 'are forecast to meet their targets'],
    Amber: ['is forecast to fall just short', 'are forecast to fall just short'],
    Red: ['is forecast to miss it', 'are forecast to miss them'],
  },
  target: {
    Green: ['is on target or better', 'are on target or better'],
    Amber: ['is just short', 'are just short'],
    Red: ['is off target', 'are off target'],
  },
}

const is = (count: number) => (count === 1 ? 'is' : 'are')

/** "Of 28 indicators, 7 are forecast to meet their targets … 9 are better than what they are compared with …". */
export function tallyInWords(tally: Tally, byForecast: boolean): string {
  const { indicators, withValue, rating, travel } = tally
  if (indicators === 0) return 'No indicator stands under it.'
  if (withValue === 0)
    return indicators === 1
      ? 'Its one indicator has no figure.'
      : `None of its ${counted(indicators, 'indicator')} has a figure.`
  const words = ratingWords[byForecast ? 'forecast' : 'target']
  if (indicators === 1) return oneInWords(tally, words)
  const rated = (['Green', 'Amber', 'Red'] as const)
    .filter(each => rating[each] > 0)
    .map(each => `${rating[each]} ${words[each][rating[each] === 1 ? 0 : 1]}`)
  const unrated = rating.none === indicators ? 'none can be judged against a target' : ''
  const left = rating.none > 0 && rated.length > 0 ? `${rating.none} cannot be judged` : ''
  const first = `Of ${counted(indicators, 'indicator')}, ${listed([...rated, unrated, left].filter(Boolean))}.`
  const told = indicators - travel.none
  if (told === 0) return `${first} For none can a direction be told.`
  const moves = [
    ...(travel.better > 0 ? [`${travel.better} ${is(travel.better)} better`] : []),
    ...(travel.no_change > 0 ? [`${travel.no_change} ${is(travel.no_change)} unchanged`] : []),
    ...(travel.worse > 0 ? [`${travel.worse} ${is(travel.worse)} worse`] : []),
    ...(travel.none > 0 ? [`${travel.none} cannot be compared`] : []),
  ]
  return `${first} Against what they are compared with, ${listed(moves)}.`
}

function oneInWords({ rating, travel }: Tally, words: Readonly<Record<Rating, readonly [string, string]>>): string {
  const rated = (['Green', 'Amber', 'Red'] as const).find(each => rating[each] > 0)
  const judged = rated ? words[rated][0] : 'cannot be judged against a target'
  const moved =
    travel.none > 0
      ? 'no direction can be told'
      : `it is ${travel.better > 0 ? 'better than' : travel.worse > 0 ? 'worse than' : 'unchanged from'} what it is compared with`
  return `Its one indicator ${judged}; ${moved}.`
}

/** The rows of one framework at two times. */
export type Two = { readonly now: DashboardRow; readonly before: DashboardRow | undefined }

/**
 * What changed between the quarter before and this one: which indicators came to meet their target and which no longer do,
 * and how many figures got better or worse; nothing where none has a figure now, which the counts say.
 * @param since the direction of each indicator from the one quarter to the other; null where none can be told
 * @param when the quarter before, in words
 */
export function differenceInWords(
  two: readonly Two[],
  since: readonly (Direction | null)[],
  when: string,
  byForecast: boolean,
): string {
  // That there is none has been said by tallyInWords().
  if (two.every(({ now }) => !now.latest)) return ''
  if (!two.some(({ before }) => before?.latest)) return `No figures for ${when}.`
  const ratingOf = (row: DashboardRow | undefined) => row?.latest?.rating ?? null
  const names = (rows: readonly Two[]) => listed(rows.map(({ now }) => now.indicator.shortName))
  const both = two.filter(({ now, before }) => ratingOf(now) !== null && ratingOf(before) !== null)
  const gained = both.filter(({ now, before }) => ratingOf(now) === 'Green' && ratingOf(before) !== 'Green')
  const lost = both.filter(({ now, before }) => ratingOf(now) !== 'Green' && ratingOf(before) === 'Green')
  const rating = byForecast ? 'forecast to meet' : 'meeting'
  const sentences = [
    ...(gained.length > 0
      ? [
          `${names(gained)} ${is(gained.length)} now ${rating} ${gained.length === 1 ? 'its' : 'their'} target; by ${when} ${gained.length === 1 ? 'it was' : 'they were'} not.`,
        ]
      : []),
    ...(lost.length > 0
      ? [`${names(lost)} ${is(lost.length)} no longer ${rating} ${lost.length === 1 ? 'its' : 'their'} target.`]
      : []),
    ...(both.length > 0 && gained.length + lost.length === 0
      ? [`As many ${byForecast ? 'are forecast to' : ''} meet their targets as by ${when}.`.replace('  ', ' ')]
      : []),
  ]
  const of = (direction: Direction) => since.filter(each => each === direction).length
  const told = since.filter(each => each !== null).length
  const moved =
    told === 0
      ? `No figure can be compared between the two quarters.`
      : `Of the ${told === 1 ? 'one figure' : `${numberWord(told)} figures`} that can be compared with ${when}, ${listed(
          [
            `${of('better') === 0 ? 'none' : numberWord(of('better'))} got better`,
            ...(of('no_change') > 0 ? [`${numberWord(of('no_change'))} stayed`] : []),
            `${of('worse') === 0 ? 'none' : numberWord(of('worse'))} got worse`,
          ],
        )}.`
  return [...sentences, moved].join(' ')
}
