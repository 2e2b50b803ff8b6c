import { isRanked } from '../../judgement/benchmark/ranks.ts'
import { valueInWords } from '../../judgement/value/value-in-words.ts'
import type { Direction } from '../../shared/codes.ts'
import { roundedText } from '../../shared/rounding.ts'
import type { Benchmark } from '../benchmark/benchmark.ts'
import { valuesOf } from '../benchmark/field.ts'
import { shownAs } from '../benchmark/series.ts'
import { placeInWords } from './place-in-words.ts'
import type { ComparedRow } from './types.ts'

/** A council's place in one measure as a row of its profile. */
export function comparedRow(answer: Benchmark): ComparedRow {
  const { measure, name, polarity, unit, period, publisher, reason, rank, significance, figures } = answer
  return {
    measure: measure.slug,
    code: measure.code,
    name,
    polarity,
    unit,
    period,
    publisher,
    value: answer.value,
    shown: answer.shown === null ? null : shownAs(answer.shown),
    reason,
    rank,
    rankReason: answer.rankReason,
    place: placeOf(answer),
    significance,
    direction: directionOf(answer),
    isUnclear: isUnclear(answer),
    since: sinceOf(answer),
    figures,
    reach: answer.reach,
    decimals: answer.decimals,
    documents: [...new Set(answer.entrants.map(fact => fact.from.document))],
  }
}

function placeOf({ entrants, value, rank, polarity }: Benchmark): string | null {
  if (!rank || value === null || !isRanked(polarity)) return null
  const values = valuesOf(entrants)
  const higher = values.filter(each => each > value).length
  const lower = values.filter(each => each < value).length
  const [better, worse] = polarity === 'bigger' ? [higher, lower] : [lower, higher]
  return placeInWords({ better, worse, of: rank.of }, polarity)
}

/** A change that chance explains is no change for the better or the worse; equal values are told as such. */
function isUnclear({ value, previous }: Benchmark): boolean {
  return previous?.isClear === false && value !== previous.value
}

function directionOf(answer: Benchmark): Direction | null {
  const { value, previous, polarity } = answer
  if (value === null || !previous || !isRanked(polarity) || isUnclear(answer)) return null
  if (value === previous.value) return 'no_change'
  return value > previous.value === (polarity === 'bigger') ? 'better' : 'worse'
}

function sinceOf(answer: Benchmark): string {
  const { previous, previousReason, unit, decimals } = answer
  if (!previous) return previousReason ?? 'nothing earlier'
  return `from ${valueInWords(roundedText(previous.value, decimals), unit)} in ${previous.period}`
}
