import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { signalOfSeries } from '../answers/signal/signal-of-series.ts'
import { readSeriesFile } from '../intake/signal-series/read-series-file.ts'
import { expectedJson } from './signal-series.ts'

type Expected = ReturnType<typeof expectedJson>
const text = readFileSync(new URL('../../test/fixtures/statistics/spc-vectors.json', import.meta.url), 'utf8')
const vectors = (JSON.parse(text) as { series: { id: string; quirk: string | null; expected: Expected }[] }).series
const file = readSeriesFile(text)
const answered = (id: string, choice: 'labelled' | 'all' | 'none' = 'labelled') => {
  const series = file.series.find(each => each.id === id)
  if (!series) throw new Error(`The fixture has no series ${id}`)
  return expectedJson(signalOfSeries(series, choice), series.options.target)
}

/** Numbers within 1e-9 of one another; everything else the same, keys and their order included. */
function expectSame(actual: Expected, expected: Expected): void {
  expect(JSON.stringify(actual, withoutNumbers)).toBe(JSON.stringify(expected, withoutNumbers))
  expected.points.forEach((point, at) => {
    for (const key of ['value', 'mean', 'lpl', 'upl', 'target'] as const) {
      const [a, b] = [actual.points[at]?.[key] ?? null, point[key] ?? null]
      if (a === null || b === null) expect(a, `${point.date} ${key}`).toBe(b)
      else expect(Math.abs(a - b), `${point.date} ${key}`).toBeLessThanOrEqual(1e-9 * Math.max(1e-9, Math.abs(b)))
    }
  })
}
const withoutNumbers = (key: string, value: unknown) =>
  ['value', 'mean', 'lpl', 'upl', 'target'].includes(key) && typeof value === 'number' ? 'number' : value

describe('expectedJson()', () => {
  test('the fixture is read whole and without complaint', () => {
    expect(file.errors).toEqual([])
    expect(file.warnings).toEqual([])
    expect(file.series).toHaveLength(19)
  })

  test.each(vectors)('says of every point of $id what the package says', ({ id, expected }) => {
    expectSame(answered(id), expected)
    expectSame(answered(id, 'all'), expected)
  })

  test.each(vectors.filter(each => each.quirk === null))('needs no quirk for $id', ({ id, expected }) => {
    expectSame(answered(id, 'none'), expected)
  })

  test('gives a trend’s last point its own trend’s direction, unless as the package', () => {
    const labelsOf = (choice: 'none' | 'all') =>
      answered('quirk-adjacent-trends', choice).points.find(point => point.date === '2023-01-01')?.special_cause_type
    expect(labelsOf('none')).toBe('7 Point Trend (Increasing)')
    expect(labelsOf('all')).toBe('7 Point Trend (Decreasing)')
  })

  test('withholds limits that screening has brought onto the mean, unless as the package', () => {
    const own = answered('quirk-limits-collapse', 'none')
    for (const point of own.points)
      expect(point).toMatchObject({ mean: 3.5, lpl: null, upl: null, outside_limits: null })
    // Nine points on either side of the mean are still shifts.
    expect(own.points[0]?.special_cause_type).toBe('7 Points Below CL')
    expect(own).toMatchObject({ variation_icon: 'concern_high', assurance_type: 'inconsistent' })
    expect(answered('quirk-limits-collapse', 'all').points[0]?.special_cause_type).toBe('Below LCL')
  })
})
