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
  const room = roomFor(form, figures, form === 'seasonal' ? perYear : 1)
  const costOf = (place: Place) => {
    const pace = paceAt[form](place)
    return pace ? solved(form, figures, pace, room).squares : Number.POSITIVE_INFINITY
  }
  const best = near
    ? searched(costOf, [placeOf[form](near)], firstStep.near)
    : searched(costOf, starts[form], firstStep.anywhere)
  const pace = paceAt[form](best) as Pace
  return { form, pace, ...solved(form, figures, pace, room) }
}

/** The place of least cost: from the best of a few, a step each way in each number, halved when none is better. */
function searched(costOf: (place: Place) => number, from: readonly Place[], first: number): Place {
  let best = from[0] as Place
  let cost = Number.MAX_VALUE
  const tried: Place[] = []
  const isBetter = (place: Place): boolean => {
    // A place that was tried before is no better now: what there is to beat has only become less since.
    if (tried.some(other => other.every((value, at) => value === place[at]))) return false
    tried.push(place)
    const found = costOf(place)
    if (!(found < cost * (1 - 1e-9))) return false
    best = place
    cost = found
    return true
  }
  for (const place of from) isBetter(place)
  for (let step = first; step > 0.003; ) {
    const steps = best.flatMap((value, at) => [best.with(at, value + step), best.with(at, value - step)])
    if (!steps.some(isBetter)) step /= 2
  }
  return best
}

/** The numbers that `solved` works with, made once for the hundreds of times that a search asks it. */
type Room = {
  /** How many unknowns there are, and how many periods the season has. */
  readonly unknowns: number
  readonly length: number
  /** A number for each column: the unknowns, then the constant. The season has a row of them for each of its periods. */
  readonly level: Float64Array
  readonly slope: Float64Array
  readonly season: Float64Array
  /** A row for each column: its part of the error of each figure. */
  readonly errors: Float64Array
  /** Of columns by columns: their sums of products, and the root of these. */
  readonly sums: Float64Array
  readonly root: Float64Array
}

function roomFor(form: Form, figures: Figures, length: number): Room {
  const unknowns = form === 'seasonal' ? length : form === 'damped' ? 2 : 1
  const columns = unknowns + 1
  return {
    unknowns,
    length,
    level: new Float64Array(columns),
    slope: new Float64Array(columns),
    season: new Float64Array(columns * length),
    errors: new Float64Array(columns * figures.length),
    sums: new Float64Array(columns * columns),
    root: new Float64Array(columns * columns),
  }
}

type Solved = { readonly start: State; readonly squares: number }

/**
 * The start of least squared errors for a pace. The unknowns are level and slope, or the season alone (whose level may then
 * be 0, as only their sum is seen); each error is a constant less its slopes times the unknowns.
 */
function solved(form: Form, figures: Figures, pace: Pace, room: Room): Solved {
  const { unknowns, sums } = room
  const columns = unknowns + 1
  const valued = errorsOf(form, figures, pace, room)
  for (let row = 0; row < columns; row += 1)
    for (let at = row; at < columns; at += 1)
      sums[row * columns + at] = product(room.errors, row, at, figures.length, valued)
  const { unknown, rest } = leastSquares(room)
  const state =
    form === 'seasonal'
      ? { level: 0, slope: 0, season: unknown }
      : { level: Number(unknown[0]), slope: unknown[1] ?? 0, season: [0] }
  return { start: { ...state, next: 0 }, squares: rest }
}

/** Fills in what each column has in the error of each figure that is not missing. @returns how many these are */
function errorsOf(form: Form, figures: Figures, { alpha, beta, gamma, phi }: Pace, room: Room): number {
  const { unknowns, length, level, slope, season, errors } = room
  const columns = unknowns + 1
  level.fill(0)
  slope.fill(0)
  season.fill(0)
  if (form === 'seasonal') for (let at = 0; at < length; at += 1) season[at * columns + at] = 1
  else level[0] = 1
  if (form === 'damped') slope[1] = 1
  let valued = 0
  for (let time = 0; time < figures.length; time += 1) {
    const figure = figures[time] as number | null
    const row = (time % length) * columns
    // The last column is the constant; the rest are the slopes of what is expected.
    for (let at = 0; at < columns; at += 1) {
      const moved = phi * (slope[at] as number)
      const seasonal = season[row + at] as number
      const expected = (level[at] as number) + moved + seasonal
      const own = figure === null ? 0 : at === unknowns ? figure - expected : -expected
      errors[at * figures.length + valued] = own
      level[at] = (level[at] as number) + moved + alpha * own
      slope[at] = moved + beta * own
      season[row + at] = seasonal + gamma * own
    }
    if (figure !== null) valued += 1
  }
  return valued
}

/** The sum of the products of two rows of so many numbers, of which the first few count. */
function product(rows: Float64Array, one: number, other: number, length: number, count: number): number {
  let sum = 0
  for (let at = 0; at < count; at += 1)
    sum += (rows[one * length + at] as number) * (rows[other * length + at] as number)
  return sum
}

/**
 * The unknowns x that make the sum of (constant + slopes · x)² least, from the sums of products (upper triangle, constant
 * last), by Cholesky's method; and that sum. An unknown that no figure speaks of is 0.
 */
function leastSquares({ unknowns, sums, root }: Room): { unknown: number[]; rest: number } {
  const columns = unknowns + 1
  for (let row = 0; row < columns; row += 1) {
    const own = row * columns
    for (let at = 0; at <= row; at += 1) {
      const other = at * columns
      let sum = sums[other + row] as number
      for (let k = 0; k < at; k += 1) sum -= (root[own + k] as number) * (root[other + k] as number)
      const pivot = root[other + at] as number
      if (row === unknowns && at === unknowns) root[own + at] = Math.max(sum, 0)
      else if (row === at) root[own + at] = sum > 1e-12 ? Math.sqrt(sum) : 0
      else root[own + at] = pivot > 0 ? sum / pivot : 0
    }
  }
  const last = unknowns * columns
  const unknown = new Array<number>(unknowns).fill(0)
  for (let row = unknowns - 1; row >= 0; row -= 1) {
    let sum = -(root[last + row] as number)
    for (let k = row + 1; k < unknowns; k += 1) sum -= (root[k * columns + row] as number) * Number(unknown[k])
    const pivot = root[row * columns + row] as number
    unknown[row] = pivot > 0 ? sum / pivot : 0
  }
  return { unknown, rest: root[last + unknowns] as number }
}
