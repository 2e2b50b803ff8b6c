/** Funnel limits: which areas differ from the whole by more than their size explains. */
import { type Counted, expectedAt, rateInterval, standardDeviations } from '../intervals/interval.ts'

/** The two usual funnels: 2.5 % and 0.1 % in each tail. */
export const funnelLevels = [0.95, 0.998] as const

export type Area = Pick<Counted, 'events' | 'of'>
export type FunnelLimits = { readonly lower: number; readonly upper: number }
export type Placed = 'low' | 'high' | 'within'

/** The figure of all areas together, as a share. @throws RangeError when they have nobody to count among */
export function baselineOf(areas: readonly Area[]): number {
  const events = areas.reduce((sum, area) => sum + area.events, 0)
  const of = areas.reduce((sum, area) => sum + area.of, 0)
  if (!(of > 0)) throw new RangeError('Cannot work out the figure of all areas: their denominators add up to 0')
  return events / of
}

/**
 * Limits of a proportion for an area of a size, around the baseline; never below none nor above all.
 * @param baseline as a share; the limits are on the scale of the multiplier
 */
export function proportionLimits(baseline: number, of: number, multiplier: number, confidence: number): FunnelLimits {
  const spread = standardDeviations(confidence) * Math.sqrt((baseline * (1 - baseline)) / of)
  return { lower: multiplier * Math.max(0, baseline - spread), upper: multiplier * Math.min(1, baseline + spread) }
}

/** Whether an area's proportion lies strictly beyond a limit at its own size. */
export function placeOfProportion({ events, of }: Area, baseline: number, confidence: number): Placed {
  const { lower, upper } = proportionLimits(baseline, of, 1, confidence)
  const value = events / of
  return value < lower ? 'low' : value > upper ? 'high' : 'within'
}

/** A place on each funnel line of a rate: the size at which a count lies just in the tail, and its ratio to the expected. */
export type RatioLimit = { readonly expected: number; readonly ratio: number }

/**
 * Where a count lies on the two lines of a rate's or ratio's funnel, as count ÷ expected count; × the baseline rate it is the
 * limit of the rate. No events lie on no upper line.
 */
export function ratioLimits(count: number, confidence: number): { lower: RatioLimit; upper: RatioLimit | null } {
  const tail = (1 - confidence) / 2
  const at = (expected: number): RatioLimit => ({ expected, ratio: count / expected })
  return {
    lower: at(expectedAt(1 - tail, count + 1)),
    upper: count === 0 ? null : at(expectedAt(tail, count)),
  }
}

/** Whether an area's rate differs from the baseline: the baseline lies strictly outside of the area's own interval. */
export function placeOfRate({ events, of }: Area, baseline: number, confidence: number): Placed {
  const { lower, upper } = rateInterval({ events, of, multiplier: 1 }, confidence)
  return upper < baseline ? 'low' : lower > baseline ? 'high' : 'within'
}
