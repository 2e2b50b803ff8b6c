import { rateInterval, wilson } from '../../judgement/intervals/interval.ts'
import { differenceOf } from '../../measures/equalities/gap.ts'
import type { NationalData } from '../national/national-data.ts'
import type { Observation } from './field.ts'
import { type Comparison, confidence, countsAround, isExact } from './significance.ts'
import { uncertaintyOf } from './uncertainty.ts'

/** A council's figure of one year with what its year is held against. */
type Told = { readonly fact: Observation; readonly comparison: Comparison }

/**
 * Whether a council's figure changed by more than chance explains: zero lies outside of the 95 % interval of the difference of the
 * two years. From rounded counts it counts as changed only where every count that rounds so says it. What both figures are drawn from
 * is taken to be independent, as samples of two years are.
 * @returns null where nothing is published of the chance of either
 */
export function isClearChange(data: NationalData, now: Told, then: Told): boolean | null {
  const [later, earlier] = [intervalsOf(data, now), intervalsOf(data, then)]
  if (later.length === 0 || earlier.length === 0) return null
  const differences = later.flatMap(one => earlier.map(other => differenceOf(one, other)))
  return differences.every(each => each.lower > 0) || differences.every(each => each.upper < 0)
}

/** The interval of a figure; one for each of the counts that may stand behind rounded ones. */
function intervalsOf(data: NationalData, { fact, comparison: { unit, rounds } }: Told) {
  const uncertainty = uncertaintyOf(fact.payload, unit)
  if (uncertainty.kind === 'none') return []
  if (uncertainty.kind === 'margin') {
    const value = Number(fact.payload.value)
    return [{ value, lower: value - uncertainty.half, upper: value + uncertainty.half }]
  }
  const { kind, per } = uncertainty
  const all = isExact(data, fact) ? [uncertainty] : countsAround(uncertainty, rounds)
  return all.map(({ numerator, denominator: of }) =>
    kind === 'share'
      ? wilson({ events: Math.min(numerator, of), of, multiplier: per }, confidence)
      : rateInterval({ events: numerator, of, multiplier: per }, confidence),
  )
}
