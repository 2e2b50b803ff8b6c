/** How far what comes may lie from what is expected: a thousand futures, drawn with a fixed seed. */
import { type Chance, chanceFrom } from '../../shared/chance.ts'
import type { Fit } from './fit.ts'

const futures = 1000
const seed = 20_170_401

/**
 * Distances of the outcomes from what is expected of the period so many steps ahead; 1 is the next. Those at the edges of
 * intervals stand where sorting would put them, so that `middle` can be asked; the others do not, as sorting all would take longer than drawing them.
 */
export type Distances = (ahead: number) => Float64Array

/** The least and the most that a figure can be; null: no limit. */
export type Bounds = { readonly least: number | null; readonly most: number | null }

/**
 * Draws futures of a fitted series: errors of the past come again by chance, larger or smaller as a whole as far as so few
 * of them leave open how large they are, and move level, slope and season as errors do. They are taken around their own
 * mean, as R's simulate.ets() does: that the past was missed to one side is no reason why the future should be, and drawn
 * again at every step it would carry the futures away from what is expected. But they are as large as they were around what
 * was expected, not around their mean, as R's sigma2 is: a forecast that ran above what came for years was no surer for that.
 * @param errors one period ahead, of forecasts that did not know the figure
 * @param furthest how many steps ahead may be asked for
 */
export function distancesOf({ pace, start }: Fit, errors: readonly number[], furthest: number): Distances {
  const { alpha, beta, gamma, phi } = pace
  const perSeason = start.season.length
  const { normals, uniforms } = drawsFor(furthest)
  const usual = errors.reduce((sum, error) => sum + error, 0) / Math.max(errors.length, 1)
  const pool = Float64Array.from(errors, error => error - usual)
  const around = sizeOf(pool)
  const missed = around > 0 ? sizeOf(errors) / around : 1
  const free = Math.max(pool.length - 1, 3)
  const outcomes = new Float64Array(futures * furthest)
  const season = new Float64Array(perSeason)
  for (let future = 0; future < futures; future += 1) {
    let level = 0
    let slope = 0
    let place = 0
    season.fill(0)
    const factor = missed * scaleOf(free, normals[future] as number)
    for (let at = future * furthest; at < (future + 1) * furthest; at += 1) {
      const error = factor * (pool[Math.floor((uniforms[at] as number) * pool.length)] as number)
      const seasonal = season[place] as number
      slope *= phi
      level += slope
      outcomes[at] = level + seasonal + error
      level += alpha * error
      slope += beta * error
      season[place] = seasonal + gamma * error
      place = place + 1 === perSeason ? 0 : place + 1
    }
  }
  const found: Float64Array[] = []
  return ahead => {
    found[ahead] ??= withEdgesInPlace(every(furthest, outcomes, ahead - 1))
    return found[ahead]
  }
}

/** Every so-many-th of the values, from a first one on. */
function every(step: number, values: Float64Array, first: number): Float64Array {
  const taken = new Float64Array(values.length / step)
  for (let at = 0; at < taken.length; at += 1) taken[at] = values[at * step + first] as number
  return taken
}

/** What chance says of each future: a number of the normal distribution for its scale, and a number from 0 up to 1 for each step. */
type Draws = { readonly normals: Float64Array; readonly uniforms: Float64Array }

/** The seed is fixed, and so are the draws for so many steps: they are made once and kept. */
const kept = new Map<number, Draws>()

function drawsFor(steps: number): Draws {
  const before = kept.get(steps)
  if (before) return before
  const chance = chanceFrom(seed)
  const normals = new Float64Array(futures)
  const uniforms = new Float64Array(futures * steps)
  for (let future = 0; future < futures; future += 1) {
    normals[future] = normalFrom(chance)
    for (let step = 0; step < steps; step += 1) uniforms[future * steps + step] = chance()
  }
  const draws = { normals, uniforms }
  kept.set(steps, draws)
  return draws
}

/** A number of the normal distribution, by Box and Muller's method. */
function normalFrom(chance: Chance): number {
  return Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance())
}

/** The root of the sum of squares. */
function sizeOf(errors: Iterable<number>): number {
  let squares = 0
  for (const error of errors) squares += error * error
  return Math.sqrt(squares)
}

/**
 * How many times the true spread may be the one seen, when it is seen in so many errors: the root of one over a chi-squared
 * number divided by its degrees of freedom, by Wilson and Hilferty's approximation.
 */
function scaleOf(free: number, normal: number): number {
  const share = 2 / (9 * free)
  return 1 / Math.sqrt(Math.max(1 - share + normal * Math.sqrt(share), 0.1) ** 3)
}

/** A figure kept within its bounds. */
export function within({ least, most }: Bounds, figure: number): number {
  const raised = least === null ? figure : Math.max(figure, least)
  return most === null ? raised : Math.min(raised, most)
}

/** An interval that is to hold so many times in a hundred. */
export type Interval = { readonly lower: number; readonly upper: number }

/** Between which values the middle share of outcomes lie, which are sorted, or at least have the edges in their place. */
export function middle(outcomes: Float64Array, share: number): Interval {
  const [lower, upper] = edgesOf(share, outcomes.length).map(place => {
    const whole = Math.floor(place)
    const low = Number(outcomes[whole])
    return low + (place - whole) * (Number(outcomes[Math.min(whole + 1, outcomes.length - 1)]) - low)
  }) as [number, number]
  return { lower, upper }
}

/** Where the middle share of so many sorted values begins and ends: mostly between two of them. */
function edgesOf(share: number, count: number): [number, number] {
  return [((1 - share) / 2) * (count - 1), ((1 + share) / 2) * (count - 1)]
}

/** Which shares of outcomes intervals hold. */
export const shares = { likely: 0.8, nearlySure: 0.95 } as const

/** Moves values about until those at the edges of the intervals stand where sorting would put them. */
function withEdgesInPlace(values: Float64Array): Float64Array {
  const places = Object.values(shares)
    .flatMap(share => edgesOf(share, values.length))
    .flatMap(place => [Math.floor(place), Math.ceil(place)])
  settle(values, places, 0, values.length - 1)
  return values
}

/** Hoare's quickselect, for several places at once: parts that hold none of them are left as they are. */
function settle(values: Float64Array, places: readonly number[], from: number, to: number): void {
  if (from >= to || !places.some(place => place >= from && place <= to)) return
  const pivot = values[(from + to) >> 1] as number
  let low = from
  let high = to
  while (low <= high) {
    while ((values[low] as number) < pivot) low += 1
    while ((values[high] as number) > pivot) high -= 1
    if (low > high) break
    const moved = values[low] as number
    values[low] = values[high] as number
    values[high] = moved
    low += 1
    high -= 1
  }
  settle(values, places, from, high)
  settle(values, places, low, to)
}
