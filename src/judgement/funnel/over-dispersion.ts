/**
 * Funnel limits that allow for how much areas differ beyond chance: a random effect is added to the chance of each (Spiegelhalter 2005,
 * Statistics in Medicine 24: 1185-1202; Spiegelhalter and others 2012, Journal of the Royal Statistical Society A 175: 1-47).
 */
import { quantileOf } from '../benchmark/group-figures.ts'
import { standardDeviations } from '../intervals/interval.ts'
import type { Area, FunnelLimits, funnelLevels, Placed } from './funnel.ts'

/** What a figure is: a share of people, or events among a population. */
export type FigureSort = 'share' | 'rate'

/** How much areas differ. */
export type Dispersion = {
  /** How many times the spread that chance would give them, in variances, the most extreme tenths drawn in: 1 is chance alone. */
  readonly times: number
  /** The variance between areas that chance does not explain, on the even scale; 0 where chance explains all. */
  readonly between: number
}

/** Of the values at either end that are drawn in to the next ones, so that those who stand out do not widen their own limits. */
const drawnIn = 0.1
/** Of fewer areas there is no tenth to draw in. */
export const fewestAreas = 10

/**
 * The share of areas beyond widened limits where the differences between large areas have the shape of a bell: more than the limits'
 * names say, as the tenths that are drawn in make the spread look smaller.
 */
export const usuallyBeyond: Readonly<Record<(typeof funnelLevels)[number], number>> = { 0.95: 0.106, 0.998: 0.011 }

/**
 * A scale on which chance spreads areas of one size alike, wherever they lie: the angle whose squared sine is a share, the square root
 * of a rate. On both, the standard error of a figure of `of` people is 1 / (2 √of).
 */
const evenScales: Record<FigureSort, { to: (value: number) => number; from: (even: number) => number }> = {
  share: { to: value => Math.asin(Math.sqrt(value)), from: even => Math.sin(Math.min(even, Math.PI / 2)) ** 2 },
  rate: { to: Math.sqrt, from: even => even ** 2 },
}

/**
 * How much areas differ from the baseline beyond chance: by their distances in standard errors, with the most extreme tenth of either
 * end drawn in (winsorised), and the variance between them by moments (DerSimonian and Laird 1986).
 * @param baseline the figure of all of them, as a share or as events for each of the population
 * @returns null of fewer than ten areas
 */
export function dispersionAmong(areas: readonly Area[], baseline: number, sort: FigureSort): Dispersion | null {
  if (areas.length < fewestAreas) return null
  const { to } = evenScales[sort]
  const distances = areas.map(({ events, of }) => (to(events / of) - to(baseline)) * 2 * Math.sqrt(of))
  const sorted = distances.toSorted((a, b) => a - b)
  const [least, most] = [quantileOf(sorted, drawnIn), quantileOf(sorted, 1 - drawnIn)]
  const squares = distances.map(distance => Math.min(most, Math.max(least, distance)) ** 2)
  const sum = squares.reduce((all, each) => all + each, 0)
  const weights = areas.map(({ of }) => 4 * of)
  const weight = weights.reduce((all, each) => all + each, 0)
  const squared = weights.reduce((all, each) => all + each ** 2, 0)
  const between = (sum - (areas.length - 1)) / (weight - squared / weight)
  return { times: sum / areas.length, between: Math.max(0, between) }
}

/** Limits of a figure of so many people around the baseline, wide enough for how much areas differ; on the scale of the baseline. */
export function widenedLimits(
  { baseline, of, sort, between }: Widening & { readonly of: number },
  confidence: number,
): FunnelLimits {
  const { to, from } = evenScales[sort]
  const reach = standardDeviations(confidence) * Math.sqrt(1 / (4 * of) + between)
  return { lower: from(Math.max(0, to(baseline) - reach)), upper: from(to(baseline) + reach) }
}

/** What limits are widened by, around which baseline. */
export type Widening = Pick<Dispersion, 'between'> & { readonly baseline: number; readonly sort: FigureSort }

/** Whether an area lies strictly beyond the limits of its size that allow for how much areas differ. */
export function placeWidened({ events, of }: Area, widening: Widening, confidence: number): Placed {
  const { lower, upper } = widenedLimits({ ...widening, of }, confidence)
  const value = events / of
  return value < lower ? 'low' : value > upper ? 'high' : 'within'
}
