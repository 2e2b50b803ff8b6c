import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shiftMonths, toPeriod } from '../../shared/period/period.ts'
import { projectYearEnd } from '../projection/project-year-end.ts'
import type { Series } from '../series.ts'
import { backtest, tally } from './backtest.ts'
import { type Forecast, forecaster } from './forecast.ts'
import { leastFigures, type PerYear } from './method.ts'
import { distancesOf, middle, shares } from './outcomes.ts'
import { chanceOfMeeting, neededPerPeriod, stepsToTarget } from './prospect.ts'
import { boundsOf, gridOf, yearEndAfter } from './series-forecast.ts'
import { yearEndsOf } from './year-end.ts'

const anyPerYear = fc.constantFrom<PerYear>(12, 4, 1)
const percent = boundsOf('percent')
const counts = boundsOf('count')

/** Figures that wander, with a season and some missing, so that every method has its day. */
const figures = (min: number, max: number) =>
  fc
    .record({
      steps: fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: min, maxLength: max }),
      season: fc.double({ min: 0, max: 20, noNaN: true }),
      gaps: fc.array(fc.nat({ max: max * 2 }), { maxLength: 4 }),
    })
    .map(({ steps, season, gaps }) => {
      let level = 40
      return steps.map((step, at) => {
        level += step
        const value = level + season * Math.sin((Math.PI * at) / 6)
        return gaps.includes(at) ? null : Math.min(Math.max(value, 0), 100)
      })
    })

const told = (forecast: Forecast | null) =>
  forecast && { method: forecast.method, steps: [1, 2].map(ahead => forecast.expectedAt(ahead)) }

const runs = { numRuns: 40 }

describe('distancesOf()', () => {
  const anyError = fc.oneof(fc.double({ min: -5, max: 5, noNaN: true }), fc.constantFrom(-1, 0, 1))
  const anyFit = fc.record({ alpha: fc.double({ min: 0.0001, max: 0.9999, noNaN: true }), season: fc.boolean() })

  test('distancesOf() puts those at the edges of intervals where sorting all of them would', () => {
    fc.assert(
      fc.property(fc.array(anyError, { minLength: 1, maxLength: 60 }), anyFit, (errors, { alpha, season }) => {
        const pace = { alpha, beta: 0, gamma: season ? (1 - alpha) / 2 : 0, phi: 0 }
        const start = { level: 0, slope: 0, season: season ? [0, 0, 0, 0] : [0], next: 0 }
        const distances = distancesOf({ form: season ? 'seasonal' : 'level', pace, start, squares: 0 }, errors, 4)
        for (const ahead of [1, 2, 4])
          for (const share of Object.values(shares)) {
            const [found, sorted] = [middle(distances(ahead), share), middle(distances(ahead).toSorted(), share)]
            expect(found.lower === sorted.lower && found.upper === sorted.upper).toBe(true)
          }
      }),
      runs,
    )
  })
})

describe('a forecast', () => {
  test('knows nothing of what came later', () => {
    fc.assert(
      fc.property(figures(20, 60), figures(20, 60), anyPerYear, (before, later, perYear) => {
        const of = { perYear, bounds: percent }
        const alone = told(forecaster(before, of)(before.length))
        const all = forecaster([...before, ...later], of)
        all(before.length + later.length)
        expect(told(all(before.length))).toEqual(alone)
      }),
      runs,
    )
  })

  test('stays within its bounds, and its intervals hold what is expected in order', () => {
    fc.assert(
      fc.property(figures(24, 70), anyPerYear, (known, perYear) => {
        const forecast = forecaster(known, { perYear, bounds: percent })(known.length)
        for (const ahead of [1, 2]) {
          const expected = forecast?.expectedAt(ahead)
          if (!expected?.likely || !expected.nearlySure) continue
          const { likely, nearlySure, value } = expected
          const order = [0, nearlySure.lower, likely.lower, value, likely.upper, nearlySure.upper, 100]
          expect(order).toEqual(order.toSorted((a, b) => a - b))
          expect(value >= 0 && value <= 100).toBe(true)
          const outcomes = forecast?.outcomesAt(ahead) ?? new Float64Array()
          expect(outcomes.every(outcome => outcome >= 0 && outcome <= 100)).toBe(true)
          expect(outcomes).toEqual(outcomes.toSorted())
        }
      }),
      runs,
    )
  })

  test('is never below 0 of counts', () => {
    fc.assert(
      fc.property(figures(24, 70), known => {
        const low = known.map(figure => (figure === null ? null : Math.max(figure - 40, 0)))
        const forecast = forecaster(low, { perYear: 12, bounds: counts })(low.length)
        const { value, nearlySure } = forecast?.expectedAt(12) ?? { value: 0, nearlySure: null }
        expect(Math.min(value, nearlySure?.lower ?? 0, ...(forecast?.outcomesAt(12) ?? []))).toBeGreaterThanOrEqual(0)
      }),
      runs,
    )
  })

  test('is the same every time, and grows with the scale of the figures', () => {
    fc.assert(
      fc.property(figures(24, 60), fc.constantFrom(2, 8, 0.25), (known, scale) => {
        const of = { perYear: 12, bounds: counts } as const
        const first = told(forecaster(known, of)(known.length))
        expect(told(forecaster(known, of)(known.length))).toEqual(first)
        const scaled = known.map(figure => (figure === null ? null : figure * scale))
        const second = told(forecaster(scaled, of)(known.length))
        expect(second?.method).toBe(first?.method)
        for (const [at, step] of (first?.steps ?? []).entries()) {
          expect(second?.steps[at]?.value).toBeCloseTo(step.value * scale, 6)
          if (step.likely) expect(second?.steps[at]?.likely?.upper).toBeCloseTo(step.likely.upper * scale, 6)
        }
      }),
      runs,
    )
  })

  test('has no probability below the least number of figures, and is then the last value', () => {
    fc.assert(
      fc.property(figures(8, 24), anyPerYear, (known, perYear) => {
        const few = known.slice(0, leastFigures[perYear] - 1)
        const forecast = forecaster(few, { perYear, bounds: counts })(few.length)
        if (few.every(figure => figure === null)) return expect(forecast).toBeNull()
        expect(forecast?.method).toBe('last_value')
        expect(forecast?.outcomesAt(1)).toBeNull()
        expect(forecast?.expectedAt(2)).toEqual({
          value: few.findLast(figure => figure !== null),
          likely: null,
          nearlySure: null,
        })
        expect(forecast?.reason).toMatch(`and it takes ${leastFigures[perYear]}`)
      }),
      runs,
    )
  })

  test('gives no probability where its ranges have failed before, and says how often they held', () => {
    // A curve that bends ever more upwards: every trend that dies away ends below it.
    const curve = Array.from({ length: 70 }, (_, at) => 100 + 0.02 * at ** 2.5 + ((at * 7) % 5) / 20)
    const forecastAfter = forecaster(curve, { perYear: 12, bounds: counts })
    expect(forecastAfter(25)?.expectedAt(1).likely).not.toBeNull()
    const later = forecastAfter(70)
    expect(later?.method).toBe('last_value')
    expect(later?.reason).toMatch(
      /^at past points the range of eight in ten held what came only \d+ times in a hundred \(n = \d+\)$/,
    )
    expect([later?.outcomesAt(1), later?.expectedAt(1)]).toEqual([
      null,
      { value: curve.at(-1), likely: null, nearlySure: null },
    ])
  })

  test('is not held to a path for a year that a steady decline has left', () => {
    // Fitted to so straight a decline, the level hardly moves with the figures: by R's ets() no more than by ours.
    const decline = Array.from({ length: 60 }, (_, at) => 60 - 0.05 * at + ((at * 7) % 5) / 20)
    const points = decline.map((value, at) => ({ period: shiftMonths(toPeriod('2016-04'), at), value, marks: [] }))
    const series: Series = {
      polarity: 'smaller',
      unit: 'days',
      kind: 'in_period',
      frequency: 'monthly',
      decimals: 1,
      points,
    }
    const { held80, mase } = tally(backtest(series, counts).said)
    expect(held80.n).toBeGreaterThan(60)
    expect(held80.value).toBeGreaterThan(0.5)
    expect(mase.value).toBeLessThan(0.5)
  })

  test('finds a season, and a straight wander is not beaten', () => {
    const season = Array.from({ length: 72 }, (_, at) => 50 + 10 * Math.sin((Math.PI * at) / 6) + ((at * 7) % 5) / 5)
    const forecast = forecaster(season, { perYear: 12, bounds: counts })(72)
    expect(forecast?.method).toBe('seasonal')
    expect(Math.abs(Number(forecast?.expectedAt(4).value) - 60.4)).toBeLessThan(1)
    const still = Array.from({ length: 40 }, () => 7)
    expect(forecaster(still, { perYear: 12, bounds: counts })(40)?.method).toBe('last_value')
  })
})

const april = toPeriod('2016-04')
function monthly(values: readonly number[], kind: Series['kind']): Series {
  const points = values.map((value, at) => ({ period: shiftMonths(april, at), value, marks: [] }))
  return { polarity: 'bigger', unit: 'count', kind, frequency: 'monthly', decimals: 0, points }
}

describe('yearEndsOf()', () => {
  const shares = [20, 10, 10, 10, 10, 10, 5, 5, 5, 5, 5, 5]
  const toDate = (total: number) =>
    shares.map((_, at) => (total * shares.slice(0, at + 1).reduce((a, b) => a + b)) / 100)
  const series = monthly([...toDate(1000), ...toDate(2000), ...toDate(500).slice(0, 3)], 'cumulative')
  const at = toPeriod('2018-06')

  test('yearEndsOf() goes by the shares of earlier years, with the straight line of rule 4 beside it', () => {
    const [first, second] = yearEndsOf(series, { at }, counts)
    expect(first).toMatchObject({ method: 'seasonal_shares', expected: { value: 500 } })
    expect(second?.expected.value).toBe(projectYearEnd(series, { at }).value)
    expect(second?.expected.value).toBe(800)
    expect(first?.outcomes?.every(outcome => Math.abs(outcome - 500) < 1e-6)).toBe(true)
  })

  test('yearEndsOf() has the straight line first, and no probability, without two complete years', () => {
    const short = { ...series, points: series.points.slice(12) }
    const ends = yearEndsOf(short, { at }, counts)
    expect(ends.map(end => [end.method, end.outcomes])).toEqual([
      ['straight_line', null],
      ['seasonal_shares', null],
    ])
  })

  test('yearEndsOf() never reads what came after the period', () => {
    const later = { ...series, points: [...series.points, { period: toPeriod('2018-07'), value: 9999, marks: [] }] }
    expect(yearEndsOf(later, { at }, counts)).toEqual(yearEndsOf(series, { at }, counts))
  })

  test('backtest() of a cumulative series tests the year end, against the end of the year before', () => {
    const { said } = backtest(monthly([...toDate(1000), ...toDate(2000), ...toDate(500)], 'cumulative'), counts)
    expect(said).toHaveLength(22)
    expect(said.at(-1)).toMatchObject({ actual: 500, naive: 2000, ahead: 1, method: 'seasonal_shares', scale: 1000 })
  })
})

describe('gridOf() and yearEndAfter()', () => {
  test('gridOf() leaves a gap for an absent period and begins at a break', () => {
    const series = monthly([1, 2, 3, 4, 5], 'in_period')
    const points = series.points
      .filter((_, at) => at !== 3)
      .map((point, at) => (at === 1 ? { ...point, marks: ['break' as const] } : point))
    expect(gridOf({ ...series, points }, counts)).toMatchObject({ first: '2016-05', figures: [2, 3, null, 5] })
  })

  test('yearEndAfter() of a figure at the year end is the next year end, but of a cumulative one its own', () => {
    expect(yearEndAfter(toPeriod('2017-03'), monthly([], 'in_period'))).toBe('2018-03')
    expect(yearEndAfter(toPeriod('2017-03'), monthly([], 'cumulative'))).toBe('2017-03')
    expect(yearEndAfter(toPeriod('2016/17-Q2'), { ...monthly([], 'in_period'), frequency: 'quarterly' })).toBe(
      '2016/17-Q4',
    )
    expect(yearEndAfter(toPeriod('2016/17'), { ...monthly([], 'in_period'), frequency: 'annual' })).toBe('2017/18')
  })
})

describe('what a forecast means for a target', () => {
  const aim = { target: 3, polarity: 'bigger', decimals: 0 } as const

  test('chanceOfMeeting() counts what meets the target, and an equal value meets it', () => {
    const outcomes = Float64Array.of(1, 2, 2.6, 4)
    expect(chanceOfMeeting(outcomes, aim)).toBe(0.5)
    expect(chanceOfMeeting(outcomes, { ...aim, polarity: 'smaller' })).toBe(0.75)
    expect(chanceOfMeeting(outcomes, { ...aim, polarity: 'none' })).toBeNull()
    expect(chanceOfMeeting(null, aim)).toBeNull()
  })

  test('stepsToTarget() and neededPerPeriod() say when, and what it takes', () => {
    expect(stepsToTarget(1, [2, 2, 3, 4], aim)).toBe(3)
    expect(stepsToTarget(1, [2, 2], aim)).toBeNull()
    expect(stepsToTarget(5, [1], aim)).toBe(0)
    expect(neededPerPeriod(1, 4, aim)).toBe(0.5)
    expect(neededPerPeriod(5, 4, { ...aim, polarity: 'smaller' })).toBe(-0.5)
    expect(neededPerPeriod(5, 4, aim)).toBe(0)
  })
})
