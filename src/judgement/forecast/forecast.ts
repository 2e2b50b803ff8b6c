/** What is expected of a series that does not add up over the year, at any number of figures known. */
import { type Fit, fitTo } from './fit.ts'
import { type Choice, choose, chosenAfter, type PerYear, tooFew } from './method.ts'
import { lastValue } from './naive.ts'
import { type Bounds, type Distances, distancesOf, type Interval, middle, shares, within } from './outcomes.ts'
import { failureInWords, hasFailed, rangesHeld } from './ranges-held.ts'
import { expectedFrom, type Figures, type Form, follow } from './smoothing.ts'

/** What is expected of one period, and how sure that is; no intervals where only the last value is carried on. */
export type Expected = {
  readonly value: number
  readonly likely: Interval | null
  readonly nearlySure: Interval | null
}

export type Method = Form | 'last_value'

export type Forecast = {
  readonly method: Method
  /** Why this method, as a sentence part. */
  readonly reason: string
  /** What is expected of each of the periods to come, as far as anything is said. */
  readonly path: readonly number[]
  /** The same of the period so many steps ahead, with how sure that is; 1 is the next. */
  readonly expectedAt: (ahead: number) => Expected
  /** The outcomes drawn for it, sorted and within bounds; null where there is no probability. */
  readonly outcomesAt: (ahead: number) => Float64Array | null
}

export type Forecasting = { readonly perYear: PerYear; readonly bounds: Bounds }

/** The fewest figures that a first fit without seasons takes. */
const leastFirst: Record<PerYear, number> = { 12: 12, 4: 8, 1: 5 }

/** How far ahead anything is said: two years of months or quarters, two years of annual figures. */
const stepsAhead: Record<PerYear, number> = { 12: 24, 4: 8, 1: 2 }

/**
 * How often a year the fit is made anew. Once would do for what is chosen, but a fit that hardly moves with the figures (R's ets()
 * finds the same on a straight decline: a weight of 0.0001) is then held for a year to a path that they have left.
 */
const refitsPerYear = 4

/**
 * A forecast after each number of figures known. It looks at those figures alone: the method is chosen and fitted after
 * the first that are enough; chosen anew once a year, and fitted anew each quarter; in between only the level, slope and season
 * move. Where its ranges have failed at past points, there is no probability: the last value is carried on.
 * @returns a function from how many figures are known to the forecast; null where none of them has a value
 */
export function forecaster(figures: Figures, of: Forecasting): (known: number) => Forecast | null {
  const { perYear, bounds } = of
  const fits = new Map<string, Fit>()
  const remembered = (key: string, make: () => Fit): Fit => {
    const found = fits.get(key) ?? make()
    fits.set(key, found)
    return found
  }
  const fitted = (form: Form, known: number): Fit =>
    remembered(`${form} ${known}`, () => fitTo(form, figures.slice(0, known), perYear))
  /** The fit to so many figures, of a form that was chosen after as many or fewer. The many unknowns of seasons are looked for nearby. */
  const refitted = (form: Form, refit: number, after: number): Fit => {
    if (refit === after) return fitted(form, after)
    const near = form === 'seasonal' ? fitted(form, after).pace : undefined
    return remembered(`${form} ${refit} after ${after}`, () => fitTo(form, figures.slice(0, refit), perYear, near))
  }
  /** Each year's by a fit that knew only the years before; those of the first fit, which it was made to fit, without its start. */
  const honestErrors = (seen: Figures, form: Form, after: number): number[] => {
    const least = form === 'seasonal' ? 2 * perYear : leastFirst[perYear]
    const first = least + ((after - least) % perYear)
    const errors = errorsIn(seen.slice(0, first), fitted(form, first), 0, of).slice(form === 'seasonal' ? perYear : 2)
    for (let from = first; from < seen.length; from += perYear)
      errors.push(...errorsIn(seen.slice(0, from + perYear), fitted(form, from), from, of))
    return errors
  }
  const choices = new Map<number, Choice>()
  const chosen = (after: number): Choice => {
    const before = choices.get(after)
    if (before) return before
    const choice = choose(figures.slice(0, after), perYear, fitted)
    choices.set(after, choice)
    return choice
  }
  const drawn = new Map<string, Distances>()
  /** Futures by a fit to so many figures. */
  const distancesAfter = (refit: number, form: Form, after: number): Distances => {
    const key = `${form} ${refit}`
    const before = drawn.get(key)
    if (before) return before
    const errors = honestErrors(figures.slice(0, refit), form, after)
    const distances = distancesOf(refitted(form, refit, after), errors, Math.max(perYear, 2))
    drawn.set(key, distances)
    return distances
  }
  const smoothed = (known: number): Forecast | null => {
    const seen = figures.slice(0, known)
    const last = lastValue(seen)
    if (last === null) return null
    const after = chosenAfter(seen, perYear)
    if (after === null) return carriedOn(last, stepsAhead[perYear], tooFew(seen, perYear))
    const choice = chosen(after)
    if (choice.form === null) return carriedOn(last, stepsAhead[perYear], choice.reason)
    const refit = known - ((known - after) % Math.ceil(perYear / refitsPerYear))
    const distances = distancesAfter(refit, choice.form, after)
    const { pace, start } = refitted(choice.form, refit, after)
    const path = expectedFrom(follow(seen, pace, start).state, pace, stepsAhead[perYear])
    const spread = spreadBefore(seen, known, of)
    const from = (ahead: number, distance: number) => within(bounds, Number(path[ahead - 1]) + spread * distance)
    const interval = (ahead: number, share: number): Interval => {
      const { lower, upper } = middle(distances(ahead), share)
      // Few errors of which one was large can leave the middle beside what is expected: it is widened up to that.
      return { lower: from(ahead, Math.min(lower, 0)), upper: from(ahead, Math.max(upper, 0)) }
    }
    const outcomesAt = (ahead: number) =>
      distances(ahead)
        .map(distance => from(ahead, distance))
        .sort()
    const expectedAt = (ahead: number): Expected => ({
      value: from(ahead, 0),
      likely: interval(ahead, shares.likely),
      nearlySure: interval(ahead, shares.nearlySure),
    })
    return {
      method: choice.form,
      reason: choice.reason,
      path: path.map((_, step) => from(step + 1, 0)),
      expectedAt,
      outcomesAt,
    }
  }
  const made = new Map<number, Forecast | null>()
  const forecastAfter = (known: number) => {
    const before = made.get(known)
    if (before !== undefined) return before
    const found = smoothed(known)
    made.set(known, found)
    return found
  }
  const recordAfter = rangesHeld(figures, perYear, known => forecastAfter(known)?.expectedAt ?? null)
  return known => {
    const forecast = forecastAfter(known)
    const last = lastValue(figures.slice(0, known))
    if (forecast === null || last === null || forecast.method === 'last_value') return forecast
    const record = recordAfter(known)
    return hasFailed(record) ? carriedOn(last, stepsAhead[perYear], failureInWords(record)) : forecast
  }
}

/** Figures less what was expected of them, from a place on, in units of how far such figures spread. */
function errorsIn(figures: Figures, { pace, start }: Fit, from: number, of: Forecasting): number[] {
  const { expected } = follow(figures, pace, start)
  return figures.flatMap((figure, at) =>
    figure === null || at < from ? [] : [(figure - Number(expected[at])) / spreadBefore(figures, at, of)],
  )
}

/**
 * What spreads are measured in. Counts, rates and sums of money spread as the root of their size does, so that errors of a
 * year when there were few tell of a year when there are many: it is the root of their mean over the year before. For others 1.
 */
function spreadBefore(figures: Figures, place: number, { perYear, bounds }: Forecasting): number {
  if (bounds.least === null || bounds.most !== null) return 1
  let [sum, count] = [0, 0]
  for (let at = Math.max(place - Math.max(perYear, 3), 0); at < place; at += 1) {
    const figure = figures[at]
    if (figure == null) continue
    sum += Math.abs(figure)
    count += 1
  }
  return sum > 0 ? Math.sqrt(sum / count) : 1
}

/** The last value carried on, for want of anything better. */
export function carriedOn(last: number, steps: number, reason: string): Forecast {
  const expected = { value: last, likely: null, nearlySure: null }
  const path = new Array<number>(steps).fill(last)
  return { method: 'last_value', reason, path, expectedAt: () => expected, outcomesAt: () => null }
}
