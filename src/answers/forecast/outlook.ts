/** What is expected of a series from its latest value on: worked out once for the same figures, whoever asks for them again. */
import { backtest, type Tally, tally } from '../../judgement/forecast/backtest.ts'
import { carriedOn, type Expected, forecaster } from '../../judgement/forecast/forecast.ts'
import type { Bounds } from '../../judgement/forecast/outcomes.ts'
import { gridOf, notSmoothed, yearEndAfter } from '../../judgement/forecast/series-forecast.ts'
import { yearEndsOf } from '../../judgement/forecast/year-end.ts'
import { monthsApart, type Series, type ValuedPoint } from '../../judgement/series.ts'
import { monthsBetween, type Period, shiftMonths } from '../../shared/period/period.ts'
import type { MethodCode, PathPoint } from './types.ts'

/** A series from its latest value on. */
export type Outlook = {
  /** The period in which the year ends that is spoken of. */
  readonly yearEnd: Period
  /** The year's end by each method, the one to go by first. */
  readonly ends: readonly { readonly method: MethodCode; readonly because: string; readonly expected: Expected }[]
  /** The way there. */
  readonly path: readonly PathPoint[]
  /** What is expected of the periods to come, for two years; none of figures that add up over the year. */
  readonly values: readonly number[]
  /** The outcomes drawn for the year's end; null where there is no probability. */
  readonly outcomes: Float64Array | null
}

/** The figures that an outlook rests on. `numerator`: the count behind the latest value, where it is known. */
export type Given = {
  readonly series: Series
  readonly bounds: Bounds
  readonly latest: ValuedPoint
  readonly numerator: number | null
}

/** Whether figures add up over the year, so that only its end is forecast. */
export function addsUpOverTheYear({ kind, frequency }: Series): boolean {
  return kind === 'cumulative' && monthsApart(frequency) < 12
}

/** How many series are kept. One takes about ten kilobytes. */
const mostKept = 500

/**
 * Remembers what was worked out of the last few hundred different figures. A correction of one figure moves the register's
 * head, but leaves the figures of all other indicators as they were.
 */
function rememberedByFigures<T>(work: (given: Given) => T): (given: Given) => T {
  const kept = new Map<string, T>()
  return given => {
    const { series, bounds, latest, numerator } = given
    const { kind, frequency, unit, decimals, points } = series
    const figures = points.map(({ period, value, marks }) => [period, value, ...marks])
    const key = JSON.stringify([kind, frequency, unit, decimals, bounds, latest.period, numerator, figures])
    const before = kept.get(key)
    const found = before ?? work(given)
    // The oldest stands first: what is asked for again moves to the end.
    kept.delete(key)
    kept.set(key, found)
    const [oldest] = kept.keys()
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
    return found
  }
}

/** What is expected of a series from its latest value on. */
export const outlookOf = rememberedByFigures((given): Outlook => {
  return addsUpOverTheYear(given.series) ? ofCumulative(given) : ofOthers(given)
})

/** How such forecasts of a series have done at every past point. */
export const testedOf = rememberedByFigures(({ series, bounds }): Tally => tally(backtest(series, bounds).said))

function ofCumulative({ series, bounds, latest, numerator }: Given): Outlook {
  const yearEnd = yearEndAfter(latest.period, series)
  const [first, ...others] = yearEndsOf(series, { at: latest.period, numerator }, bounds)
  const ends = [first, ...others].flatMap(end =>
    end ? [{ method: end.method, because: end.reason, expected: end.expected }] : [],
  )
  return {
    yearEnd,
    ends,
    path: ends.slice(0, 1).map(({ expected }) => ({ period: yearEnd, ...expected })),
    values: [],
    outcomes: first?.outcomes ?? null,
  }
}

function ofOthers({ series, bounds, latest }: Given): Outlook {
  const apart = monthsApart(series.frequency)
  const yearEnd = yearEndAfter(latest.period, series)
  const ahead = monthsBetween(latest.period, yearEnd) / apart
  const grid = gridOf(series, bounds)
  const none = notSmoothed(series)
  const found = grid && none === null ? forecaster(grid.figures, grid.of)(grid.figures.length) : null
  const { method, reason, path, expectedAt, outcomesAt } =
    found ?? carriedOn(latest.value, Math.max(24 / apart, 1), none ?? 'there is no value')
  return {
    yearEnd,
    ends: [{ method, because: reason, expected: expectedAt(ahead) }],
    path: Array.from({ length: ahead }, (_, step) => ({
      period: shiftMonths(latest.period, (step + 1) * apart),
      ...expectedAt(step + 1),
    })),
    values: path,
    outcomes: outcomesAt(ahead),
  }
}
