/** Which pace and which start let exponential smoothing follow a series best: the least sum of squared errors. */
import type { Figures, Form, Pace, State } from './smoothing.ts'

/** A form fitted to figures: its pace, where it started, and how well it follows. */
export type Fit = {
  readonly form: Form
  readonly pace: Pace
  readonly start: State
  /** The sum of the squared errors, each one period ahead. */
  readonly squares: number
}

/** Within these the paces are looked for: those that R's forecast::ets() has as "usual". */
const [least, most] = [0.0001, 0.9999]
const [leastPhi, mostPhi] = [0.8, 0.98]

/** A point of the search: one number for each pace that the form has. */
type Place = readonly number[]

const starts: Record<Form, readonly Place[]> = {
  level: [[0.1], [0.5], [0.9]],
  damped: [0.1, 0.4, 0.8].flatMap(alpha => [0.01, 0.1].flatMap(beta => [0.82, 0.95].map(phi => [alpha, beta, phi]))),
  seasonal: [0.1, 0.4, 0.8].flatMap(alpha => [0.001, 0.1].map(gamma => [alpha, gamma])),
}

/** The paces at a point of the search; null outside of what is allowed. */
const paceAt: Record<Form, (place: Place) => Pace | null> = {
  level: ([alpha = 0]) => (inside(alpha, least, most) ? { alpha, beta: 0, gamma: 0, phi: 0 } : null),
  damped: ([alpha = 0, beta = 0, phi = 0]) =>
    inside(alpha, least, most) && inside(beta, least, alpha) && inside(phi, leastPhi, mostPhi)
      ? { alpha, beta, gamma: 0, phi }
      : null,
  seasonal: ([alpha = 0, gamma = 0]) =>
    inside(alpha, least, most) && inside(gamma, least, 1 - alpha) ? { alpha, beta: 0, gamma, phi: 0 } : null,
}

const inside = (value: number, from: number, to: number) => value >= from && value <= to

/** The point of the search at which a pace lies. */
const placeOf: Record<Form, (pace: Pace) => Place> = {
  level: ({ alpha }) => [alpha],
  damped: ({ alpha, beta, phi }) => [alpha, beta, phi],
  seasonal: ({ alpha, gamma }) => [alpha, gamma],
}

/** How far the first step of a search goes: from anywhere, and from where the best pace lately lay. */
const firstStep = { anywhere: 0.1, near: 0.05 } as const

/**
 * Fits a form to figures. The start is the best for each pace, exactly, as errors are linear in it; the pace is looked for
 * from a few places in ever smaller steps.
 * @param perYear periods in a year
 * @param near the pace of a fit to nearly the same figures, from which the search goes; from several places where it is left out
 */
export function fitTo(form: Form, figures: Figures, perYear: number, near?: Pace): Fit {
  const length = form === 'seasonal' ? perYear : 1
  const costOf = (place: Place) => {
    const pace = paceAt[form](place)
    return pace ? solved(form, figures, pace, length).squares : Number.POSITIVE_INFINITY
  }
  const best = near
    ? searched(costOf, [placeOf[form](near)], firstStep.near)
    : searched(costOf, starts[form], firstStep.anywhere)
  const pace = paceAt[form](best) as Pace
  return { form, pace, ...solved(form, figures, pace, length) }
}

/** The place of least cost: from the best of a few, a step each way in each number, halved when none is better. */
function searched(costOf: (place: Place) => number, from: readonly Place[], first: number): Place {
  let best = from[0] as Place
  let cost = Number.MAX_VALUE
  const tried = (place: Place): boolean => {
    const found = costOf(place)
    if (!(found < cost * (1 - 1e-9))) return false
    best = place
    cost = found
    return true
  }
  for (const place of from) tried(place)
  for (let step = first; step > 0.003; ) {
    const steps = best.flatMap((value, at) => [best.with(at, value + step), best.with(at, value - step)])
    if (!steps.some(tried)) step /= 2
  }
  return best
}

type Solved = { readonly start: State; readonly squares: number }

/**
 * The start of least squared errors for a pace. The unknowns are level and slope, or the season alone (whose level may then
 * be 0, as only their sum is seen); each error is a constant less its slopes times the unknowns.
 */
function solved(form: Form, figures: Figures, { alpha, beta, gamma, phi }: Pace, length: number): Solved {
  const unknowns = form === 'seasonal' ? length : form === 'damped' ? 2 : 1
  const level = new Float64Array(unknowns + 1)
  const slope = new Float64Array(unknowns + 1)
  const seasons = Array.from({ length }, () => new Float64Array(unknowns + 1))
  if (form === 'seasonal') for (let at = 0; at < length; at += 1) (seasons[at] as Float64Array)[at] = 1
  else level[0] = 1
  if (form === 'damped') slope[1] = 1
  // The last column is the constant; the rest are the slopes of what is expected.
  const error = new Float64Array(unknowns + 1)
  const sums = Array.from({ length: unknowns + 1 }, () => new Float64Array(unknowns + 1))
  for (let time = 0; time < figures.length; time += 1) {
    const figure = figures[time] as number | null
    const season = seasons[time % length] as Float64Array
    for (let at = 0; at <= unknowns; at += 1) {
      const moved = phi * (slope[at] as number)
      const expected = (level[at] as number) + moved + (season[at] as number)
      const own = figure === null ? 0 : at === unknowns ? figure - expected : -expected
      error[at] = own
      level[at] = (level[at] as number) + moved + alpha * own
      slope[at] = moved + beta * own
      if (gamma > 0) season[at] = (season[at] as number) + gamma * own
    }
    if (figure === null) continue
    for (let row = 0; row <= unknowns; row += 1) {
      const sum = sums[row] as Float64Array
      const factor = error[row] as number
      for (let at = row; at <= unknowns; at += 1) sum[at] = (sum[at] as number) + factor * (error[at] as number)
    }
  }
  const { unknown, rest } = leastSquares(sums, unknowns)
  const state =
    form === 'seasonal'
      ? { level: 0, slope: 0, season: unknown }
      : { level: Number(unknown[0]), slope: unknown[1] ?? 0, season: [0] }
  return { start: { ...state, next: 0 }, squares: rest }
}

/**
 * The unknowns x that make the sum of (constant + slopes · x)² least, from the sums of products (upper triangle, constant
 * last), by Cholesky's method; and that sum. An unknown that no figure speaks of is 0.
 */
function leastSquares(sums: readonly Float64Array[], unknowns: number): { unknown: number[]; rest: number } {
  const root = Array.from({ length: unknowns + 1 }, () => new Float64Array(unknowns + 1))
  for (let row = 0; row <= unknowns; row += 1) {
    const own = root[row] as Float64Array
    for (let at = 0; at <= row; at += 1) {
      const other = root[at] as Float64Array
      let sum = (sums[at] as Float64Array)[row] as number
      for (let k = 0; k < at; k += 1) sum -= (own[k] as number) * (other[k] as number)
      if (row === unknowns && at === unknowns) own[at] = Math.max(sum, 0)
      else if (row === at) own[at] = sum > 1e-12 ? Math.sqrt(sum) : 0
      else own[at] = (other[at] as number) > 0 ? sum / (other[at] as number) : 0
    }
  }
  const last = root[unknowns] as Float64Array
  const unknown = new Array<number>(unknowns).fill(0)
  for (let row = unknowns - 1; row >= 0; row -= 1) {
    let sum = -(last[row] as number)
    for (let k = row + 1; k < unknowns; k += 1) sum -= ((root[k] as Float64Array)[row] as number) * Number(unknown[k])
    const pivot = (root[row] as Float64Array)[row] as number
    unknown[row] = pivot > 0 ? sum / pivot : 0
  }
  return { unknown, rest: last[unknowns] as number }
}
