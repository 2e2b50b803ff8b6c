import { isRanked } from '../../judgement/benchmark/ranks.ts'
import { valueInWords } from '../../judgement/value/value-in-words.ts'
import type { Direction } from '../../shared/codes.ts'
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
    since: sinceOf(answer),
    figures,
    decimals: answer.decimals,
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

function directionOf({ value, previous, polarity }: Benchmark): Direction | null {
  if (value === null || !previous || !isRanked(polarity)) return null
  if (value === previous.value) return 'no_change'
  return value > previous.value === (polarity === 'bigger') ? 'better' : 'worse'
}

function sinceOf({ previous, previousReason, unit }: Benchmark): string {
  if (!previous) return previousReason ?? 'nothing earlier'
  return `from ${valueInWords(shownAs(String(previous.value)), unit)} in ${previous.period}`
}
