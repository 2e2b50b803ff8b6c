import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fitTo } from './fit.ts'
import type { PerYear } from './method.ts'
import { distancesOf } from './outcomes.ts'
import { hasFailed, rangesHeld } from './ranges-held.ts'
import { expectedFrom, type Form, follow, type Pace } from './smoothing.ts'

type Expected = {
  form: Form
  pace: Pace
  level: number
  slope: number
  season: number[]
  fitted: number[]
  squares: number
  ahead: number[]
  sigma2: number
  spread: number[]
}
type Vectors = { series: { id: string; perYear: PerYear; values: number[]; fits: Expected[] }[] }

const file = join(import.meta.dirname, '../../../test/fixtures/forecast/ets-vectors.json')
const { series } = JSON.parse(readFileSync(file, 'utf8')) as Vectors
const cases = series.flatMap(({ id, perYear, values, fits }) =>
  fits.map(expected => [id, expected.form, { perYear, values, expected }] as const),
)

/** The largest difference between two lists, as a share of the largest size in the second. */
function apart(own: readonly number[], others: readonly number[]): number {
  const size = Math.max(...others.map(Math.abs))
  return Math.max(...own.map((value, at) => Math.abs(value - Number(others[at])))) / size
}

describe('exponential smoothing against the package forecast of R', () => {
  test('the vectors hold eleven standard series, four of them quarterly, and every form', () => {
    expect(cases.length).toBe(30)
    expect(series.filter(each => each.perYear === 4)).toHaveLength(4)
    expect(new Set(cases.map(([, form]) => form)).size).toBe(3)
  })

  test.each(cases)('follow() of %s by %s expects of every figure what R does', (_, __, { values, expected }) => {
    const { pace, level, slope, season } = expected
    const followed = follow(values, pace, { level, slope, season, next: 0 })
    expect(apart(followed.expected, expected.fitted)).toBeLessThan(1e-9)
    expect(apart(expectedFrom(followed.state, pace, expected.ahead.length), expected.ahead)).toBeLessThan(1e-9)
  })

  test.each(cases)(
    'fitTo() follows %s by %s as well as R does, or better',
    (_, form, { perYear, values, expected }) => {
      const { squares, pace, start } = fitTo(form, values, perYear)
      expect(squares).toBeLessThan(expected.squares * 1.01)
      const followed = follow(values, pace, start)
      const errors = followed.expected.map((value, at) => (Number(values[at]) - value) ** 2)
      expect(errors.reduce((sum, each) => sum + each, 0) / squares).toBeCloseTo(1, 6)
    },
  )
})

describe('distancesOf() against the package forecast of R', () => {
  test.each(cases)('distancesOf() of %s by %s spreads as far as R says, at every step of a year', (_, form, given) => {
    const { values, expected } = given
    const { pace, level, slope, season, fitted, squares, sigma2, spread } = expected
    const errors = values.map((value, at) => value - Number(fitted[at]))
    const distances = distancesOf(
      { form, pace, start: { level, slope, season, next: 0 }, squares },
      errors,
      spread.length,
    )
    // R widens what errors of the fit itself say by how many numbers were fitted; ours are of figures that the fit did not know.
    const inSample = Math.sqrt(squares / values.length / sigma2)
    for (const [step, ofR] of spread.entries()) {
      const outcomes = distances(step + 1)
      const own = Math.sqrt(outcomes.reduce((sum, outcome) => sum + outcome ** 2, 0) / outcomes.length)
      expect(own / (ofR * inSample)).toBeGreaterThan(0.88)
      expect(own / (ofR * inSample)).toBeLessThan(1.12)
    }
  })
})

describe('rangesHeld()', () => {
  const exactly = (value: number) => ({ lower: value - 0.1, upper: value + 0.1 })
  const expectedAfter = (known: number) => (ahead: number) => ({
    value: 0,
    // Of the year after the next, what is said is wrong.
    likely: exactly(ahead === 1 ? known : -1),
    nearlySure: null,
  })

  test('rangesHeld() holds each figure against the ranges that had been given of it', () => {
    const figures = Array.from({ length: 12 }, (_, at) => at)
    const after = rangesHeld(figures, 1, expectedAfter)
    // The first was given after eight years: of the ninth, and of the tenth.
    expect([8, 9, 10, 12].map(after)).toEqual([
      { ranges: 0, held: 0 },
      { ranges: 1, held: 1 },
      { ranges: 3, held: 2 },
      { ranges: 7, held: 4 },
    ])
  })

  test('rangesHeld() counts nothing where a figure, or what was known before it, is missing', () => {
    const figures = Array.from({ length: 12 }, (_, at) => (at === 9 ? null : at))
    expect(rangesHeld(figures, 1, expectedAfter)(12)).toEqual({ ranges: 3, held: 2 })
    expect(rangesHeld(figures, 1, () => null)(12)).toEqual({ ranges: 0, held: 0 })
  })

  test('hasFailed() takes twenty ranges, of which fewer than half have held', () => {
    expect(hasFailed({ ranges: 20, held: 9 })).toBe(true)
    expect(hasFailed({ ranges: 20, held: 10 })).toBe(false)
    expect(hasFailed({ ranges: 19, held: 0 })).toBe(false)
  })
})

describe('follow()', () => {
  test('follow() passes over a missing figure without learning from it', () => {
    const pace = { alpha: 0.5, beta: 0, gamma: 0, phi: 0 }
    const start = { level: 10, slope: 0, season: [0], next: 0 }
    expect(follow([12, null, 20], pace, start).expected).toEqual([10, 11, 11])
  })
})
