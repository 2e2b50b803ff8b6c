import { peopleAtRate } from '../../judgement/profile/people-at-rate.ts'
import type { Indicator } from '../../shared/indicator.ts'
import { withoutNoise } from '../../shared/rounding.ts'
import { grouped } from '../../shared/words.ts'
import type { DashboardRow } from '../types.ts'
import type { Base } from './base.ts'

/**
 * What missing the target means, or, where it is met, what the change since its base means: how many people lie between the latest
 * value and the other, and what officers have linked with it.
 */
export function impactOf({ latest, reasons }: DashboardRow, indicator: Indicator, base: Base | null): string[] {
  const linked = reasons
    .filter(({ rule }) => rule === 'budget' || rule === 'risk')
    .map(
      ({ rule, detail }) => `It affects ${rule === 'budget' ? 'the budget' : 'a corporate risk'}: ${withStop(detail)}`,
    )
  if (!latest) return linked
  if (isMissed(latest)) return [...peopleSentence(latest, indicator), ...linked]
  return [...(latest.rating === 'Green' && base ? changeSentence(latest, indicator, base) : []), ...linked]
}

type Latest = NonNullable<DashboardRow['latest']>
/** A value with what it is held against. */
type Aimed = Omit<Latest, 'target'> & { readonly target: { readonly value: number; readonly shown: string } | null }

const isMissed = ({ target, rating }: Latest) => target !== null && rating !== null && rating !== 'Green'

/** "On target it would have been about 360 of 450 rather than 324: about 36 more people." */
function peopleSentence(latest: Aimed, indicator: Indicator): string[] {
  const { target, numerator, denominator, value } = latest
  if (!target || value === null) return []
  const { unit, peopleIn, unitNote } = indicator
  const isOfPeople = peopleIn === 'both' || peopleIn === 'numerator'
  if (unit === 'count') {
    const gap = withoutNoise(Number(target.shown) - Number(latest.shown))
    return [
      `On target it would have been ${grouped(target.shown)} rather than ${grouped(String(latest.shown))}: ${apart(gap, isOfPeople, unitNote)}.`,
    ]
  }
  const isRate = unit === 'percent' || unit === 'per_100k' || unit === 'per_1k'
  if (!isRate || numerator === null || denominator === null || indicator.counts === 'rounded') return []
  const onTarget = Math.round(peopleAtRate(target.value, unit, denominator))
  const what = indicator.numeratorLabel === '' ? '' : ` (${indicator.numeratorLabel})`
  return [
    `On target it would have been about ${words(onTarget)} of ${words(denominator)} rather than ${words(numerator)}${what}: about ${apart(onTarget - numerator, isOfPeople, '')}.`,
  ]
}

/** "At the level of March 2016, a year before, it would have been about 100 of 125 rather than 90: about 10 more people." */
function changeSentence(latest: Latest, indicator: Indicator, { from, when }: Base): string[] {
  const { value, shown } = from
  if (value === null || shown === null || shown === latest.shown) return []
  const told = peopleSentence({ ...latest, target: { value, shown } }, indicator)
  return told.map(each => each.replace(/^On target/, `At the level ${when.replace(/^in /, 'of ')},`))
}

/** "36 more people", "143 fewer". */
function apart(gap: number, isOfPeople: boolean, unitNote: string): string {
  const size = Math.abs(gap)
  const way = gap > 0 ? 'more' : 'fewer'
  if (!isOfPeople || (unitNote !== '' && unitNote !== 'people')) return `${words(size)} ${way}`
  return `${words(size)} ${way} ${size === 1 ? 'person' : 'people'}`
}

const words = (count: number) => grouped(String(withoutNoise(count)))
const withStop = (text: string) => text.replace(/\.?$/, '.')
