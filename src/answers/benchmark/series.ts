import type { Indicator } from '../../shared/indicator.ts'
import { decimalsOf, roundedText } from '../../shared/rounding.ts'
import type { Observation } from './field.ts'

/** One publisher's figures of a measure, by year. */
export type Series = ReadonlyMap<string, readonly Observation[]>

const none: Series = new Map()

/** Worked out once for each list of figures, which is asked of again for every council. */
const kept = new WeakMap<readonly Observation[], ReadonlyMap<string, Series>>()
const keptDecimals = new WeakMap<Series, number>()

/** Those of a measure's published figures that a publisher gives, by year. */
export function seriesOf(published: readonly Observation[], owner: string): Series {
  const known = kept.get(published) ?? byOwner(published)
  kept.set(published, known)
  return known.get(owner) ?? none
}

/** The most decimals that a publisher's figure is shown with: some files give all that a spreadsheet holds. */
const mostDecimals = 3

/** A published figure as pages show it. @example shownAs('27.49501508') // 27.5 */
export function shownAs(value: string): string {
  return decimalsOf(value) > mostDecimals ? roundedText(Number(value), 1) : value
}

/**
 * With how many decimals figures of a measure are said, in every year alike: as its publisher's catalogue says, else as many as
 * any of its figures has.
 */
export function decimalsIn({ decimals }: Pick<Indicator, 'decimals'>, series: Series): number {
  if (decimals !== null) return decimals
  const known = keptDecimals.get(series) ?? mostDecimalsIn(series)
  keptDecimals.set(series, known)
  return known
}

function mostDecimalsIn(series: Series): number {
  const facts = [...series.values()].flat()
  return Math.max(0, ...facts.flatMap(({ payload: { value } }) => (value === null ? [] : [decimalsOf(shownAs(value))])))
}

function byOwner(published: readonly Observation[]): ReadonlyMap<string, Series> {
  const owners = Map.groupBy(published, fact => fact.owner)
  return new Map([...owners].map(([owner, facts]) => [owner, Map.groupBy(facts, fact => fact.period)]))
}
