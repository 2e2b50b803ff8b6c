/** Confidence intervals of proportions and rates, as public health in England works them out. */
import { gammaQuantile } from './gamma-quantile.ts'

/** A figure with the limits of its confidence interval, all on the same scale. */
export type Interval = { readonly value: number; readonly lower: number; readonly upper: number }

/** Events among so many, per so many: multiplier 100 gives per cent, 100,000 a rate. */
export type Counted = { readonly events: number; readonly of: number; readonly multiplier: number }

/** From this number of events on Byar's approximation is used; below it the limits are exact. */
const byarFrom = 10

const deviates = new Map<number, number>()

/**
 * How many standard deviations on either side of the mean hold a share of the normal distribution.
 * @param confidence above 0 and below 1
 * @throws RangeError when it is not
 * @example standardDeviations(0.95) // 1.959964
 */
export function standardDeviations(confidence: number): number {
  if (!(confidence > 0 && confidence < 1))
    throw new RangeError(`Cannot work at a confidence of ${confidence}: it must be between 0 and 1, as 0.95`)
  const before = deviates.get(confidence)
  if (before !== undefined) return before
  // The square of a standard normal is chi-squared with one degree of freedom.
  const found = Math.sqrt(2 * gammaQuantile(confidence, 0.5))
  if (deviates.size < 100) deviates.set(confidence, found)
  return found
}

/**
 * Wilson's score interval of a proportion (Wilson 1927; Newcombe and Altman 2000). It holds at none and at all.
 * @throws RangeError when there is nobody to count among, or more are counted than there are
 */
export function wilson({ events, of, multiplier }: Counted, confidence: number): Interval {
  if (!(of > 0) || !(events >= 0 && events <= of))
    throw new RangeError(
      `Cannot give an interval of the proportion ${events} of ${of}: it must lie between none and all`,
    )
  const z = standardDeviations(confidence)
  const middle = 2 * events + z * z
  const spread = z * Math.sqrt(z * z + 4 * events * (1 - events / of))
  const scaled = (doubled: number) => (multiplier * doubled) / (2 * (of + z * z))
  return {
    value: (multiplier * events) / of,
    lower: events === 0 ? 0 : Math.max(0, scaled(middle - spread)),
    upper: events === of ? multiplier : Math.min(multiplier, scaled(middle + spread)),
  }
}

/**
 * The interval of a rate: Byar's approximation from ten events on (Breslow and Day 1987), exact Poisson limits below
 * (Armitage and Berry 2002). `of` is an exposure such as person-years and may be smaller than the events.
 * @throws RangeError when the events are below 0 or the exposure is not above 0
 */
export function rateInterval({ events, of, multiplier }: Counted, confidence: number): Interval {
  if (!(of > 0) || !(events >= 0))
    throw new RangeError(`Cannot give an interval of the rate ${events} in ${of}: events from 0, exposure above 0`)
  const [lower, upper] = events < byarFrom ? exact(events, confidence) : byar(events, confidence)
  const scaled = (count: number) => (multiplier * count) / of
  return { value: scaled(events), lower: scaled(lower), upper: scaled(upper) }
}

function byar(events: number, confidence: number): [number, number] {
  const z = standardDeviations(confidence)
  const cubed = (count: number, way: -1 | 1) => count * (1 - 1 / (9 * count) + (way * z) / (3 * Math.sqrt(count))) ** 3
  return [cubed(events, -1), cubed(events + 1, 1)]
}

function exact(events: number, confidence: number): [number, number] {
  const tail = (1 - confidence) / 2
  return [expectedAt(tail, events), expectedAt(1 - tail, events + 1)]
}

/** Half the chi-squared quantile at twice the count: the expected count at which a count lies just in a tail. */
export function expectedAt(share: number, count: number): number {
  return gammaQuantile(share, count)
}
