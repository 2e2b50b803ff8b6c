/** How the ranges given at past points of a series have held, so that none is given where they have failed. */
import type { Expected } from './forecast.ts'
import { leastFigures, type PerYear } from './method.ts'
import type { Figures } from './smoothing.ts'

/** How far ahead forecasts are tested, in periods. */
export const aheadTested: Record<PerYear, readonly number[]> = { 12: [1, 3, 6, 12], 4: [1, 2, 4], 1: [1, 2] }

/** How many ranges of eight in ten there have been of which it is known what came, and how many of these held it. */
export type RangesHeld = { readonly ranges: number; readonly held: number }

/** So many ranges of a series must have been tested before they count against it, and this share of them must have held. */
const fewestRanges = 20
const leastHeld = 0.5

/** Whether ranges that should hold eight times in ten have held so seldom that no chance can rest on another. */
export function hasFailed({ ranges, held }: RangesHeld): boolean {
  return ranges >= fewestRanges && held < leastHeld * ranges
}

/** The same as a sentence part. */
export function failureInWords({ ranges, held }: RangesHeld): string {
  return `at past points the range of eight in ten held what came only ${Math.round((100 * held) / ranges)} times in a hundred (n = ${ranges})`
}

type ExpectedAt = (ahead: number) => Expected

/**
 * Counts, after each number of figures known, how ranges have held: each figure is held against those that had been given of it.
 * @param expectedAfter what was expected after so many figures; null where nothing was
 */
export function rangesHeld(
  figures: Figures,
  perYear: PerYear,
  expectedAfter: (known: number) => ExpectedAt | null,
): (known: number) => RangesHeld {
  const after: RangesHeld[] = [{ ranges: 0, held: 0 }]
  const rangesOf = (place: number) =>
    aheadTested[perYear].flatMap(ahead => {
      const known = place + 1 - ahead
      if (known < leastFigures[perYear] || figures[known - 1] == null) return []
      return expectedAfter(known)?.(ahead).likely ?? []
    })
  return known => {
    for (let place = after.length - 1; place < known; place += 1) {
      const { ranges, held } = after[place] as RangesHeld
      const figure = figures[place]
      const given = figure == null ? [] : rangesOf(place)
      const holding = given.filter(({ lower, upper }) => figure != null && figure >= lower && figure <= upper)
      after.push({ ranges: ranges + given.length, held: held + holding.length })
    }
    return after[known] as RangesHeld
  }
}
