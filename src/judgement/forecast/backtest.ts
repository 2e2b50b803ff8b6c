/** What would have been said at every past point of a series, beside what came. */
import { comparePeriods, monthsBetween, type Period, yearBefore } from '../../shared/period/period.ts'
import { hasValue, monthsApart, type Series, type ValuedPoint } from '../series.ts'
import { forecaster, type Method } from './forecast.ts'
import { chosenAfter, leastFigures, tooFew } from './method.ts'
import { lastValue, meanChange } from './naive.ts'
import type { Bounds, Interval } from './outcomes.ts'
import { aheadTested } from './ranges-held.ts'
import { gridOf, notSmoothed, periodAt, yearEndAfter } from './series-forecast.ts'
import { type YearEnd, yearEndsOf } from './year-end.ts'

/** One thing that would have been said, and what came of it. */
export type Said = {
  /** The latest period that was known. */
  readonly at: Period
  /** The period spoken of, and how many periods ahead it was. */
  readonly period: Period
  readonly ahead: number
  readonly method: Method | YearEnd['method']
  readonly expected: number
  readonly likely: Interval | null
  readonly nearlySure: Interval | null
  readonly actual: number
  /** What the plain forecast said: the last value; of a cumulative year, the end of the last. */
  readonly naive: number
  /** The mean error of the same period last year as the forecast, among the figures known then; null: there was none. */
  readonly scale: number | null
}

export type Backtest = {
  /** Why nothing could be tested, as a sentence part; empty where something was. */
  readonly refused: string
  readonly said: readonly Said[]
}

/** Tests the forecasts of a series: after every figure that had enough before it, on what was known of it then. */
export function backtest(series: Series, bounds: Bounds): Backtest {
  const isCumulative = series.kind === 'cumulative' && monthsApart(series.frequency) < 12
  if (isCumulative) return ofCumulative(series, bounds)
  const none = notSmoothed(series)
  const grid = none === null ? gridOf(series, bounds) : null
  if (!grid) return { refused: none ?? 'there is no value', said: [] }
  const { figures, of } = grid
  const forecastAfter = forecaster(figures, of)
  const said: Said[] = []
  for (let known = leastFigures[of.perYear]; known < figures.length; known += 1) {
    const seen = figures.slice(0, known)
    if (figures[known - 1] == null || chosenAfter(seen, of.perYear) === null) continue
    const forecast = forecastAfter(known)
    const naive = lastValue(seen)
    if (!forecast || naive === null) continue
    const scale = meanChange(seen, of.perYear)
    for (const ahead of aheadTested[of.perYear]) {
      const actual = figures[known + ahead - 1]
      if (actual == null) continue
      const { value, likely, nearlySure } = forecast.expectedAt(ahead)
      const at = periodAt(grid, known - 1, series)
      const period = periodAt(grid, known + ahead - 1, series)
      said.push({
        at,
        period,
        ahead,
        method: forecast.method,
        expected: value,
        likely,
        nearlySure,
        actual,
        naive,
        scale,
      })
    }
  }
  const refused =
    said.length > 0
      ? ''
      : `no past point had enough figures before it: ${tooFew(figures, of.perYear)} before the one that is tested`
  return { refused, said }
}

/** Of a cumulative series the year's end is tested, as it would have been said after each of the year's other figures. */
function ofCumulative(series: Series, bounds: Bounds): Backtest {
  const apart = monthsApart(series.frequency)
  const points = series.points.filter(hasValue)
  const ends = new Map(points.map(point => [point.period, point]))
  const said = points.flatMap((point): Said[] => {
    const period = yearEndAfter(point.period, series)
    const end = ends.get(period)
    const before = ends.get(yearBefore(period))
    if (!end || !before || end === point || !isOneSeries(points, before, end)) return []
    const [first] = yearEndsOf(series, { at: point.period }, bounds)
    if (!first) return []
    const ahead = monthsBetween(point.period, period) / apart
    const { value, likely, nearlySure } = first.expected
    const { method } = first
    const scale = meanChange(
      points
        .filter(
          each => comparePeriods(each.period, point.period) <= 0 && yearEndAfter(each.period, series) === each.period,
        )
        .map(each => each.value),
      1,
    )
    return [
      {
        at: point.period,
        period,
        ahead,
        method,
        expected: value,
        likely,
        nearlySure,
        actual: end.value,
        naive: before.value,
        scale,
      },
    ]
  })
  return { refused: said.length > 0 ? '' : 'no complete year follows another', said }
}

function isOneSeries(points: readonly ValuedPoint[], from: ValuedPoint, to: ValuedPoint): boolean {
  return points
    .slice(points.indexOf(from) + 1, points.indexOf(to) + 1)
    .every(point => !point.marks.includes('break') && !point.marks.includes('not_comparable'))
}

/** A figure about forecasts, with the number of forecasts that it is made of; null of none. */
type Measured = { readonly value: number | null; readonly n: number }

/** How good a number of forecasts were. */
export type Tally = {
  readonly forecasts: number
  /** The share of 80 % and of 95 % intervals that held what came. */
  readonly held80: Measured
  readonly held95: Measured
  /** Mean absolute scaled error: 1 is as wrong as the same period last year was, among the figures known then. */
  readonly mase: Measured
  /** Mean error as a share of that of the last value, on the very same forecasts. */
  readonly againstLast: Measured
}

/** Counts up what was said, and what came. */
export function tally(said: readonly Said[]): Tally {
  const inside = (actual: number, interval: Interval) => actual >= interval.lower && actual <= interval.upper
  const held = (which: 'likely' | 'nearlySure') =>
    measured(said.flatMap(each => (each[which] === null ? [] : [Number(inside(each.actual, each[which]))])))
  const errors = said.map(each => Math.abs(each.actual - each.expected))
  const plain = said.map(each => Math.abs(each.actual - each.naive))
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  return {
    forecasts: said.length,
    held80: held('likely'),
    held95: held('nearlySure'),
    mase: measured(said.flatMap(({ scale }, at) => (scale === null ? [] : [Number(errors[at]) / scale]))),
    againstLast: { value: sum(plain) > 0 ? sum(errors) / sum(plain) : null, n: said.length },
  }
}

function measured(values: readonly number[]): Measured {
  return {
    value: values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length,
    n: values.length,
  }
}
