/**
 * Exponential smoothing with additive errors, in the form of Hyndman, Koehler, Ord and Snyder (2008), Forecasting with
 * Exponential Smoothing: what comes next is a level, with a slope that dies away or a season where the form has one.
 */

/** level: the level alone; damped: with a slope that dies away; seasonal: with a part for each month or quarter. */
export const forms = ['level', 'damped', 'seasonal'] as const
export type Form = (typeof forms)[number]

/** How fast level (alpha), slope (beta) and season (gamma) follow the figures, and how much of the slope stays (phi). */
export type Pace = { readonly alpha: number; readonly beta: number; readonly gamma: number; readonly phi: number }

/** Where a series stands between two periods. `season` has an entry for each period of the year; `next` is the one to come. */
export type State = {
  readonly level: number
  readonly slope: number
  readonly season: readonly number[]
  readonly next: number
}

/** Figures in order of time, one for each expected period; null: missing. */
export type Figures = readonly (number | null)[]

/** What was expected of each period before it was known, and where the series stands after the last. */
export type Followed = { readonly expected: readonly number[]; readonly state: State }

/** Follows figures from a state on. A missing figure changes nothing but the time. */
export function follow(figures: Figures, { alpha, beta, gamma, phi }: Pace, start: State): Followed {
  let { level, slope, next } = start
  const season = [...start.season]
  const expected = figures.map(figure => {
    const seasonal = season[next] ?? 0
    const forecast = level + phi * slope + seasonal
    const error = figure === null ? 0 : figure - forecast
    level += phi * slope + alpha * error
    slope = phi * slope + beta * error
    season[next] = seasonal + gamma * error
    next = (next + 1) % season.length
    return forecast
  })
  return { expected, state: { level, slope, season, next } }
}

/** What is expected of the periods to come, by a state: the first of them, the second and so on. */
export function expectedFrom(state: State, { phi }: Pick<Pace, 'phi'>, ahead: number): number[] {
  let { level, slope } = state
  return Array.from({ length: ahead }, (_, at) => {
    slope *= phi
    level += slope
    return level + (state.season[(state.next + at) % state.season.length] ?? 0)
  })
}
