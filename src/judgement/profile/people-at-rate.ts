/** What a rate means in people (rule 9). */
import { entryOf, type Unit, units } from '../../shared/codes.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import { comparePeriods, type Period } from '../../shared/period/period.ts'
import { withoutNoise } from '../../shared/rounding.ts'

/** How many people live in a place, or belong to the group that a rate is of, in a period. */
export type Population = { readonly period: Period; readonly people: number }

/** The population to use for a period, and in words what it is. */
export type ChosenPopulation = {
  readonly people: number
  readonly basis: 'projection' | 'estimate' | 'estimate_held_flat'
  readonly said: string
}

/**
 * People at a rate, unrounded (rule 9): rate × population.
 * @param rate in the unit, which must be a percentage or a rate per so many people
 * @throws RangeError for a unit that is no rate
 * @example peopleAtRate(25, 'percent', 61000) // 15250
 */
export function peopleAtRate(rate: number, unit: Unit, population: number): number {
  return withoutNoise((rate * population) / per(unit))
}

/**
 * The population of which these people are this rate, unrounded: the other way round of peopleAtRate().
 * @throws RangeError for a unit that is no rate, and for a rate of zero or less
 * @example populationAtRate(80, 'per_100k', 18.3) // 437158.46…
 */
export function populationAtRate(people: number, unit: Unit, rate: number): number {
  if (rate <= 0) throw new RangeError(`Cannot work out a population as its rate must be above 0: rate is ${rate}`)
  return withoutNoise((people * per(unit)) / rate)
}

/**
 * The population for a period (rule 9): a projection for it where there is one; else the estimate for it; else the
 * latest estimate before it held flat, which the words say.
 * @returns null when there is neither a projection for the period nor an estimate up to it
 */
export function populationFor(
  period: Period,
  projections: readonly Population[],
  estimates: readonly Population[],
): ChosenPopulation | null {
  const projected = projections.find(projection => projection.period === period)
  if (projected)
    return {
      people: projected.people,
      basis: 'projection',
      said: `on the population projected for ${periodInWords(period)}`,
    }
  const latest = estimates
    .filter(estimate => comparePeriods(estimate.period, period) <= 0)
    .toSorted((a, b) => comparePeriods(a.period, b.period))
    .at(-1)
  if (!latest) return null
  const of = periodInWords(latest.period)
  return latest.period === period
    ? { people: latest.people, basis: 'estimate', said: `on the population estimated for ${of}` }
    : {
        people: latest.people,
        basis: 'estimate_held_flat',
        said: `on the population estimated for ${of}, held flat as no projection is loaded`,
      }
}

function per(unit: Unit): number {
  const { per } = entryOf(units, unit)
  if (per === null || per === 1)
    throw new RangeError(`Cannot turn a rate into people as the unit must be a rate of people: unit is ${unit}`)
  return per
}
