/** How far what comes may lie from what is expected: a thousand futures, drawn with a fixed seed. */
import { type Chance, chanceFrom } from '../../shared/chance.ts'
import type { Fit } from './fit.ts'

const futures = 1000
const seed = 20_170_401

/** Sorted distances of the outcomes from what is expected of the period so many steps ahead; 1 is the next. */
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
  const chance = chanceFrom(seed)
  const usual = errors.reduce((sum, error) => sum + error, 0) / Math.max(errors.length, 1)
  const pool = Float64Array.from(errors, error => error - usual)
  const around = sizeOf(pool)
  const missed = around > 0 ? sizeOf(errors) / around : 1
  const outcomes = new Float64Array(futures * furthest)
  const season = new Float64Array(perSeason)
  for (let future = 0; future < futures; future += 1) {
    let level = 0
    let slope = 0
    let place = 0
    season.fill(0)
    const factor = missed * scaleOf(Math.max(pool.length - 1, 3), chance)
    for (let step = 0; step < furthest; step += 1) {
      const error = factor * (pool[Math.floor(chance() * pool.length)] as number)
      const seasonal = season[place] as number
      slope *= phi
      level += slope
      outcomes[step * futures + future] = level + seasonal + error
      level += alpha * error
      slope += beta * error
      season[place] = seasonal + gamma * error
      place = place + 1 === perSeason ? 0 : place + 1
    }
  }
  const sorted: Float64Array[] = []
  return ahead => {
    sorted[ahead] ??= outcomes.slice((ahead - 1) * futures, ahead * futures).sort()
    return sorted[ahead]
  }
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
function scaleOf(free: number, chance: Chance): number {
  const normal = Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance())
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

/** Between which values the middle share of sorted outcomes lie. */
export function middle(outcomes: Float64Array, share: number): Interval {
  const at = (place: number) => {
    const whole = Math.floor(place)
    const low = Number(outcomes[whole])
    return low + (place - whole) * (Number(outcomes[Math.min(whole + 1, outcomes.length - 1)]) - low)
  }
  const last = outcomes.length - 1
  return { lower: at(((1 - share) / 2) * last), upper: at(((1 + share) / 2) * last) }
}

/** Which shares of outcomes intervals hold. */
export const shares = { likely: 0.8, nearlySure: 0.95 } as const
