/** Figures for the invented council: from a level and its chance to counts and values that agree to the last decimal. */
import { entryOf, units } from '../../src/shared/codes.ts'
import { monthNumber, type Period, periodOfMonths } from '../../src/shared/period/period.ts'
import { type DecimalText, rounded, roundedText } from '../../src/shared/rounding.ts'
import { type DemoIndicator, seasons } from './demo-indicators.data.ts'

/** Months are counted from April 2023; a year before it is made up too, for figures that look twelve months back. */
const firstMonth = monthNumber(2023, 4)
const months = 36

export type Figure = {
  readonly period: Period
  readonly value: DecimalText
  readonly numerator: DecimalText | ''
  readonly denominator: DecimalText | ''
}

/** Chance from 0 to 1 that is the same in every run: mulberry32, seeded by a text. */
export function chanceOf(seed: string): () => number {
  let state = 2166136261
  for (const letter of seed) state = Math.imul(state ^ letter.charCodeAt(0), 16777619)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Chance around 0, between −1 and 1, mostly near the middle. */
const around = (chance: () => number) => ((chance() + chance() + chance()) / 3) * 2 - 1

const whole = (value: number) => Math.round(value)
const text = (value: number, decimals = 0) => roundedText(value, decimals)

/** The level of each month from April 2022 to March 2026, in the unit. */
function levels(indicator: DemoIndicator, chance: () => number): number[] {
  const { from, to, season, noise = 0.02, tail = [] } = indicator
  return Array.from({ length: months + 12 }, (_, at) => {
    const month = at - 12
    const told = tail[month - (months - tail.length)]
    const shake = around(chance) * noise * 2
    if (told !== undefined) return told
    const swing = season ? (seasons[season[0]][at % 12] ?? 0) * season[1] : 0
    return (
      (from + ((to - from) * month) / (months - 1)) *
      (1 + swing) *
      (1 + shake) *
      (month < 12 ? breakFactor(indicator) : 1)
    )
  })
}

/** Waiting days were counted from the decision, not from readiness, until March 2024: the series breaks there. */
function breakFactor({ slug }: DemoIndicator): number {
  return slug === 'discharge-delay-days' ? 0.78 : 1
}

/** What is below the line in each month: grown a little over the years, shaken where it is not a population. */
function denominators({ denominator = 0, labels }: DemoIndicator, chance: () => number): number[] {
  const isPopulation = /population|adults$/.test(labels?.[1] ?? '')
  const isFixed = /beds$|posts$/.test(labels?.[1] ?? '')
  return Array.from({ length: months + 12 }, (_, at) => {
    const growth = 1 + ((at - 12) / 12) * 0.008
    if (isPopulation) return whole(denominator * (1 + Math.floor((at - 12) / 12) * 0.008))
    return whole(denominator * growth * (isFixed ? 1 : 1 + around(chance) * 0.06))
  })
}

/** Every figure of an indicator, in order of its periods. */
export function figuresOf(indicator: DemoIndicator): Figure[] {
  const chance = chanceOf(indicator.slug)
  const level = levels(indicator, chance)
  const below = denominators(indicator, chance)
  if (indicator.frequency === 'annual' || indicator.frequency === 'every_two_years') return yearly(indicator, chance)
  const step = indicator.frequency === 'quarterly' ? 3 : 1
  return Array.from({ length: months / step }, (_, at) => {
    const last = 12 + (at + 1) * step - 1
    const period = periodOfMonths({ first: firstMonth + at * step, last: firstMonth + at * step + step - 1 })
    return { period, ...figureAt(indicator, level, below, last, step) }
  })
}

type Numbers = Omit<Figure, 'period'>

function figureAt(indicator: DemoIndicator, level: number[], below: number[], last: number, step: number): Numbers {
  const { kind, unit, decimals, denominator } = indicator
  const inYear = (last % 12) + 1
  const window =
    kind === 'cumulative' || kind === 'ytd_average'
      ? inYear
      : kind === 'rolling_12'
        ? 12
        : kind === 'snapshot' || kind === 'not_stated'
          ? 1
          : step
  const span = Array.from({ length: window }, (_, back) => last - window + 1 + back)
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  const monthly = kind === 'cumulative' || kind === 'rolling_12' ? 12 : 1
  if (denominator === undefined) {
    const value = sum(span.map(at => roundedFor(unit, (level[at] ?? 0) / monthly, decimals)))
    return { value: text(value, decimals), numerator: '', denominator: '' }
  }
  const per = entryOf(units, unit).per ?? 1
  const flows = span.map(at => whole(((level[at] ?? 0) * (below[at] ?? 0)) / per / (isShare(indicator) ? 1 : monthly)))
  if (kind === 'ytd_average') {
    const over = text(sum(flows) / window, 1)
    const under = text(sum(span.map(at => below[at] ?? 0)) / window, 1)
    return quotient(over, under, per, decimals)
  }
  const under = isShare(indicator) && kind !== 'rolling_12' ? sum(span.map(at => below[at] ?? 0)) : (below[last] ?? 0)
  return quotient(text(sum(flows)), text(under), per, decimals)
}

/** Whether months add up above and below the line, as for a share of reviews; a population is not added up. */
function isShare({ labels, kind }: DemoIndicator): boolean {
  return kind === 'in_period' && !/population|adults$/.test(labels?.[1] ?? '')
}

const roundedFor = (unit: string, value: number, decimals: number) =>
  unit === 'pounds' ? whole(value / 100) * 100 : rounded(value, decimals)

/** Two counts with the value that follows from them. */
export function quotient(over: DecimalText, under: DecimalText, per: number, decimals: number): Numbers {
  return { value: text((Number(over) / Number(under)) * per, decimals), numerator: over, denominator: under }
}

function yearly(indicator: DemoIndicator, chance: () => number): Figure[] {
  const { from, to, noise = 0, denominator = 1, unit, decimals, frequency } = indicator
  const per = entryOf(units, unit).per ?? 1
  const isPopulation = indicator.labels?.[1] === 'population'
  return [0, 1, 2]
    .filter(year => frequency === 'annual' || year !== 1)
    .map(year => {
      const below = whole(denominator * (isPopulation ? 1 + year * 0.008 : 1 + around(chance) * 0.05))
      const level = (from + ((to - from) * year) / 2) * (1 + around(chance) * noise)
      const over = text((level * below) / per, decimals === 3 ? 2 : 0)
      const first = firstMonth + year * 12
      return { period: periodOfMonths({ first, last: first + 11 }), ...quotient(over, text(below), per, decimals) }
    })
}

/** A whole number shared out by weights so that the parts add up to it: largest remainders, ties to the first. */
export function sharedOut(total: number, weights: readonly number[]): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const exact = weights.map(weight => (total * weight) / all)
  const parts = exact.map(Math.floor)
  const left = total - parts.reduce((sum, part) => sum + part, 0)
  const order = exact
    .map((value, at) => ({ at, rest: value - Math.floor(value) }))
    .toSorted((a, b) => b.rest - a.rest || a.at - b.at)
  for (const { at } of order.slice(0, left)) parts[at] = (parts[at] ?? 0) + 1
  return parts
}

/** The weights shaken a little, so that categories do not move in step. */
export function shaken(weights: readonly number[], chance: () => number, by = 0.12): number[] {
  return weights.map(weight => weight * (1 + around(chance) * by))
}
