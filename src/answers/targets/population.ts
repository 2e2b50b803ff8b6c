/** Out of how many people a target is put into people. */
import { daysCounted } from '../../judgement/path/days.ts'
import { type Population, populationAtRate, populationFor } from '../../judgement/profile/people-at-rate.ts'
import { entryOf, type Unit, units, type VolumeRule } from '../../shared/codes.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import { comparePeriods, type Period, toPeriod } from '../../shared/period/period.ts'
import { type DecimalText, roundedText } from '../../shared/rounding.ts'
import { grouped } from '../../shared/words.ts'
import type { FrameworkData } from '../framework-data.ts'
import { observationsThatHold } from '../indicator-cells.ts'

/** What is known of the people of whom a figure is a rate. */
export type PeopleKnown = {
  readonly projections: readonly Population[]
  readonly estimates: readonly Population[]
}

/** The number out of which is counted in a period, and how that is known. */
export type OutOf = {
  readonly outOf: number
  /** Where it stays as it is: "out of as many assessments completed as in March 2026". */
  readonly said: string
  /** Where it changes, how many there are now: "the figure of March 2026". */
  readonly source: string
}

type Asked = {
  readonly slug: string
  readonly unit: Unit
  readonly population: string
  readonly outOf: DecimalText | null
  readonly volumeRule: VolumeRule
  readonly baseline: { readonly period: Period; readonly value: number }
}

/**
 * Out of how many is counted in each period (rule 9): the population that was named, projected or held flat; else the number that
 * was given; else the denominators that the register holds, of the indicator itself or of one on the same subject; else what the
 * counted and the rate of the baseline come to. A sentence part where nothing says it.
 */
export function outOfIn(
  asked: Asked,
  data: FrameworkData,
  known: PeopleKnown | null,
): (period: Period) => OutOf | string {
  const { unit } = asked
  const counted = data.indicators.get(asked.slug)?.payload
  const days = counted ? daysCounted(counted) : null
  if (days && typeof days.over !== 'string') {
    const { unknown } = days.over
    return () => unknown
  }
  const { per } = entryOf(units, unit)
  if (per === null || per === 1) return () => 'its unit is no rate of people'
  if (!days && counted && (counted.peopleIn === 'neither' || counted.peopleIn === 'denominator'))
    return () => 'what it counts is not people'
  const given = asked.outOf === null ? null : Number(asked.outOf)
  const label = counted?.denominatorLabel || 'people'
  const ownFlat = unit === 'percent' ? null : known
  return period => {
    const chosen = ownFlat && populationFor(period, ownFlat.projections, ownFlat.estimates)
    if (chosen) return { outOf: chosen.people, said: chosen.said, source: sourceOf(chosen.said) }
    if (given !== null && given > 0)
      return {
        outOf: given,
        said: `out of ${grouped(String(given))} ${label}, as given, held flat`,
        source: 'the number that was given',
      }
    return (
      heldFlat(asked, data, period) ?? `nobody says out of how many ${counted?.numeratorLabel || 'people'} are counted`
    )
  }
}

function heldFlat(asked: Asked, data: FrameworkData, period: Period): OutOf | null {
  const label = data.indicators.get(asked.slug)?.payload.denominatorLabel || 'people'
  const own = denominatorsOf(asked.slug, data)
  const latest = own.filter(each => comparePeriods(each.period, period) <= 0).at(-1)
  if (latest) {
    const when = periodInWords(latest.period)
    const said = label.startsWith('population')
      ? `on the ${label} in ${when}, held flat as no projection is loaded`
      : `out of as many ${label} as in ${when}`
    return { outOf: latest.people, said, source: `the figure of ${when}` }
  }
  const worked = fromCount(asked, data)
  if (worked !== null)
    return {
      outOf: worked,
      said: `out of as many ${label} as in ${periodInWords(asked.baseline.period)} (${grouped(roundedText(worked, 0))}, worked out from the count and the rate)`,
      source: `worked out from the count and the rate of ${periodInWords(asked.baseline.period)}`,
    }
  for (const related of data.indicators.get(asked.slug)?.payload.related ?? []) {
    const theirs = data.indicators.get(related)?.payload
    const found =
      theirs?.unit === asked.unit && asked.unit !== 'percent' ? denominatorsOf(related, data).at(-1) : undefined
    if (found) {
      const population = `the population that ${theirs?.shortName || related} gives for ${periodInWords(found.period)}`
      return {
        outOf: found.people,
        said: `on ${population}, held flat as no projection is loaded`,
        source: population,
      }
    }
  }
  return null
}

/** A population without how it goes on. @example sourceOf('on the population estimated for 2016/17, held flat …') */
function sourceOf(said: string): string {
  return said.replace(/^on /, '').replace(/, held flat.*$/, '')
}

/** The denominators of full years, or of whatever periods there are. */
function denominatorsOf(slug: string, data: FrameworkData): Population[] {
  return observationsThatHold(slug, data).flatMap(({ period, payload: { denominator } }) =>
    denominator === null || Number(denominator) <= 0 ? [] : [{ period: toPeriod(period), people: Number(denominator) }],
  )
}

function fromCount({ slug, unit, baseline }: Asked, data: FrameworkData): number | null {
  const fact = observationsThatHold(slug, data).find(each => each.period === baseline.period)
  const count = fact?.payload.numerator ?? null
  return count !== null && baseline.value > 0 ? populationAtRate(Number(count), unit, baseline.value) : null
}

/**
 * The measure of a population that an indicator of an age group is a rate of, by what it is called.
 * @example guessedPopulation('Permanent admissions, aged 65 and over') // 'population-65-plus'
 */
export function guessedPopulation(called: string): string {
  if (/\b65( and over|\+|-plus| plus)/i.test(called)) return 'population-65-plus'
  return /\b18( to |[-–])64\b/.test(called) ? 'population-18-64' : ''
}

/** What the measure of a projection of a population is called. */
export function projectionOf(population: string): string {
  return `${population}-projection`
}
