/** The two plain forecasts that any better one must beat: the last value, and the value of the same period last year. */
import type { Figures } from './smoothing.ts'

/** The last value known, for each of the periods to come; none where nothing is known. */
export function lastValue(figures: Figures): number | null {
  return figures.findLast(figure => figure !== null) ?? null
}

/** The value of the same period a year before, of each period to come, as far as it is known; else the last value. */
export function sameAsLastYear(figures: Figures, perYear: number, ahead: number): (number | null)[] {
  const last = lastValue(figures)
  return Array.from({ length: ahead }, (_, at) => {
    const place = figures.length - perYear + (at % perYear)
    return figures[place] ?? last
  })
}

/**
 * The mean change over so many periods, whichever its way, among the figures known: how wrong the last value has been. Null
 * where no two figures lie so far apart, or nothing ever changed.
 */
export function meanChange(figures: Figures, ahead: number): number | null {
  let sum = 0
  let count = 0
  for (let at = ahead; at < figures.length; at += 1) {
    const [before, after] = [figures[at - ahead], figures[at]]
    if (before == null || after == null) continue
    sum += Math.abs(after - before)
    count += 1
  }
  return sum > 0 ? sum / count : null
}
