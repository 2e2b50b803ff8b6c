import { type Standing, standingAgainst } from '../../judgement/benchmark/standing.ts'
import { rateInterval, wilson } from '../../judgement/intervals/interval.ts'
import type { Polarity, Unit } from '../../shared/codes.ts'
import { withoutNoise } from '../../shared/rounding.ts'
import type { NationalData } from '../national/national-data.ts'
import type { Observation } from './field.ts'
import { uncertaintyOf } from './uncertainty.ts'

/** Whether a council's figure differs from England's by more than chance explains. */
export type Significance = {
  readonly standing: Standing | null
  /** Why it cannot be told; null where it is. */
  readonly reason: string | null
  /** What the publisher says of England; null where it says nothing. */
  readonly england: number | null
  /** The 95 % interval of the council's figure; null where nothing is known of its chance. */
  readonly lower: number | null
  readonly upper: number | null
  /** What the interval is worked out from; null where there is none. */
  readonly method: 'margin' | 'wilson' | 'byar' | null
}

/** What every council of one measure and year is held against. */
export type Comparison = {
  readonly unit: Unit
  readonly polarity: Polarity
  readonly england: number | null
  /** Which counts may be off by two in either direction, as their publisher rounds them to five. */
  readonly rounds: { readonly numerator: boolean; readonly denominator: boolean }
}

type Interval = { readonly lower: number; readonly upper: number }

/** Of every interval that a council's figure is judged by. */
export const confidence = 0.95
/** How far a count that was rounded to the nearest five may lie from it. */
const roundedAway = 2

/**
 * What councils are held against in a year: England's published value. Counts are taken to be rounded where every one that the
 * publisher gives for the year is a multiple of five.
 */
export function comparisonIn(
  inYear: readonly Observation[],
  { unit, polarity }: { readonly unit: Unit; readonly polarity: Polarity },
): Comparison {
  const known = kept.get(inYear) ?? publishedIn(inYear)
  kept.set(inYear, known)
  return { unit, polarity, ...known }
}

/** Worked out once for each year of a measure, which is asked of again for every council. */
const kept = new WeakMap<readonly Observation[], Pick<Comparison, 'england' | 'rounds'>>()

function publishedIn(inYear: readonly Observation[]): Pick<Comparison, 'england' | 'rounds'> {
  const value = inYear.find(fact => fact.geography === 'england')?.payload.value ?? null
  const isByFive = (count: string | null) => count === null || Number(count) % 5 === 0
  return {
    england: value === null ? null : Number(value),
    rounds: {
      numerator: inYear.every(({ payload }) => isByFive(payload.numerator)),
      denominator: inYear.every(({ payload }) => isByFive(payload.denominator)),
    },
  }
}

/**
 * Whether a council's figure is significantly better or worse than England's: by its publisher's margin of error, else by Wilson's
 * interval of a share or Byar's of a rate. From rounded counts it is told only where every count that rounds so says the same.
 */
export function significanceOf(
  data: NationalData,
  fact: Observation | undefined,
  { unit, polarity, england, rounds }: Comparison,
): Significance {
  const blank = { england, lower: null, upper: null, method: null, standing: null }
  if (!fact || fact.payload.value === null) return { ...blank, reason: 'the council has no value in this period' }
  const uncertainty = uncertaintyOf(fact.payload, unit)
  if (uncertainty.kind === 'none')
    return { ...blank, reason: 'neither a margin of error nor counts of the council are published' }
  const told = (interval: Interval, method: Significance['method']): Significance => ({
    england,
    lower: withoutNoise(unit === 'percent' ? Math.max(0, interval.lower) : interval.lower),
    upper: withoutNoise(unit === 'percent' ? Math.min(100, interval.upper) : interval.upper),
    method,
    standing: england === null ? null : standingAgainst(interval, england, polarity),
    reason: england === null ? 'nothing is published for England in this period' : null,
  })
  if (uncertainty.kind === 'margin') {
    const value = Number(fact.payload.value)
    return told({ lower: value - uncertainty.half, upper: value + uncertainty.half }, 'margin')
  }
  const { kind, numerator, denominator, per } = uncertainty
  const intervalOf = (events: number, of: number) =>
    kind === 'share'
      ? wilson({ events: Math.min(events, of), of, multiplier: per }, confidence)
      : rateInterval({ events, of, multiplier: per }, confidence)
  const answer = told(intervalOf(numerator, denominator), kind === 'share' ? 'wilson' : 'byar')
  if (answer.standing === null || isExact(data, fact)) return answer
  const standings = countsAround({ numerator, denominator }, rounds).map(each =>
    standingAgainst(intervalOf(each.numerator, each.denominator), Number(england), polarity),
  )
  if (standings.every(each => each === answer.standing)) return answer
  return {
    ...answer,
    standing: null,
    reason: 'the counts are rounded to 5, and what was rounded away decides',
  }
}

type Counts = { readonly numerator: number; readonly denominator: number }

/** Every pair of counts at the ends of what may have been rounded to the published ones. */
export function countsAround({ numerator, denominator }: Counts, rounds: Comparison['rounds']): Counts[] {
  const around = (count: number, isRounded: boolean, least: number) =>
    isRounded ? [Math.max(least, count - roundedAway), count + roundedAway] : [count]
  return around(numerator, rounds.numerator, 0).flatMap(events =>
    around(denominator, rounds.denominator, 1).map(of => ({ numerator: events, denominator: of })),
  )
}

/** Whether a council's own indicator says that its counts are exact. */
export function isExact(data: NationalData, { owner, indicator }: Observation): boolean {
  return data.indicators.get(`${owner} ${indicator}`)?.payload.counts === 'exact'
}
