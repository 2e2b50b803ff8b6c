/** Where a cumulative figure will stand at the year's end: in a straight line, and by the shares of earlier years. */
import { chanceFrom } from '../../shared/chance.ts'
import { comparePeriods, type Period, yearOf } from '../../shared/period/period.ts'
import { withoutNoise } from '../../shared/rounding.ts'
import { numberWord } from '../../shared/words.ts'
import { type CompleteYear, completeYears, seasonalShare } from '../profile/seasonal-share.ts'
import { type ProjectionOptions, projectYearEnd } from '../projection/project-year-end.ts'
import { monthsApart, type Series, valueAt } from '../series.ts'
import type { Expected } from './forecast.ts'
import { leastFigures, type PerYear } from './method.ts'
import { type Bounds, middle, shares, within } from './outcomes.ts'

/** A year end, by one of the two methods. */
export type YearEnd = {
  readonly method: 'straight_line' | 'seasonal_shares'
  /** As a sentence part. */
  readonly reason: string
  readonly expected: Expected
  /** The outcomes drawn, sorted and within bounds; null where there is no probability. */
  readonly outcomes: Float64Array | null
}

const futures = 1000
const seed = 20_170_402

/**
 * The year end of a cumulative series after the period `at`, by every method that its history allows, the one to go by
 * first: earlier years' shares where complete years hold as many figures as any forecast takes, else the straight line of rule 4.
 * Only figures up to `at` are read.
 * @throws RangeError when `at` has no value
 */
export function yearEndsOf(series: Series, options: ProjectionOptions, bounds: Bounds): YearEnd[] {
  const { at } = options
  const known = { ...series, points: series.points.filter(({ period }) => comparePeriods(period, at) <= 0) }
  const straight = projectYearEnd(known, options)
  const line: YearEnd = {
    method: 'straight_line',
    reason: straight.reason,
    expected: { value: within(bounds, straight.value), likely: null, nearlySure: null },
    outcomes: null,
  }
  const year = yearOf(at)
  const share = seasonalShare(at, year, known)
  if (typeof share !== 'number' || share <= 0) return [line]
  const value = Number(valueAt(known, at))
  const total = withoutNoise(value / share)
  const years = completeYears(known).filter(each => comparePeriods(each.year, year) < 0 && each.points.at(-1)?.value)
  const perYear = (12 / monthsApart(series.frequency)) as PerYear
  const isEnough = years.length * perYear >= leastFigures[perYear]
  const reason = `${Math.round(share * 100)} % of a year has come by now, by ${years.length === 1 ? 'the complete year' : `the ${numberWord(years.length)} complete years`} before`
  if (!isEnough) {
    const expected = { value: within(bounds, total), likely: null, nearlySure: null }
    return [line, { method: 'seasonal_shares', reason, expected, outcomes: null }]
  }
  const elapsed = years[0]?.points.findIndex(point => sameMonth(point.period, at)) ?? 0
  const outcomes = outcomesOf({ value, share, total }, { elapsed: elapsed + 1, perYear }, years, bounds)
  const expected = {
    value: within(bounds, total),
    likely: middle(outcomes, shares.likely),
    nearlySure: middle(outcomes, shares.nearlySure),
  }
  return [{ method: 'seasonal_shares', reason, expected, outcomes }, line]
}

const sameMonth = (a: Period, b: Period) => a.slice(-2) === b.slice(-2)

/**
 * Draws year ends. What each month or quarter of earlier years brought beyond its usual share of its year comes again by
 * chance, in what has come already, which makes the pace uncertain, and in what is still to come.
 */
function outcomesOf(
  { value, share, total }: { value: number; share: number; total: number },
  { elapsed, perYear }: { elapsed: number; perYear: number },
  years: readonly CompleteYear[],
  bounds: Bounds,
): Float64Array {
  const shareOf = years.map(({ points }) =>
    points.map(
      (point, at) => (point.value - (at === 0 ? 0 : Number(points[at - 1]?.value))) / Number(points.at(-1)?.value),
    ),
  )
  const usual = Array.from({ length: perYear }, (_, at) => mean(shareOf.map(own => Number(own[at]))))
  // The usual share is made of the same years, which it therefore fits better than it will fit the next.
  const widened = Math.sqrt(years.length / (years.length - 1))
  const pool = shareOf.flatMap(own => own.map((each, at) => (each - Number(usual[at])) * widened * total))
  const chance = chanceFrom(seed)
  const drawn = (times: number) => {
    let sum = 0
    for (let time = 0; time < times; time += 1) sum += Number(pool[Math.floor(chance() * pool.length)])
    return sum
  }
  return Float64Array.from({ length: futures }, () => {
    const pace = (value - drawn(elapsed)) / share
    return within(bounds, value + pace * (1 - share) + drawn(perYear - elapsed))
  }).sort()
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
