import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fitTo } from './fit.ts'
import type { PerYear } from './method.ts'
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
  test('the vectors hold eight standard series and every form', () => {
    expect(cases.length).toBe(21)
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

describe('follow()', () => {
  test('follow() passes over a missing figure without learning from it', () => {
    const pace = { alpha: 0.5, beta: 0, gamma: 0, phi: 0 }
    const start = { level: 10, slope: 0, season: [0], next: 0 }
    expect(follow([12, null, 20], pace, start).expected).toEqual([10, 11, 11])
  })
})
