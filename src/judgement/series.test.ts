import { expect, test } from 'vitest'
import type { Period } from '../shared/period/period.ts'
import { juneReport, knownRow } from './norfolk-dashboards.data.ts'
import { latestPoint, type Point, previousExpected, type Series, valueAt } from './series.ts'

const cqc = knownRow('cqc-good-or-above', juneReport).series

test('latestPoint() is the latest period with a value, not the latest period', () => {
  expect(cqc.points.at(-1)).toMatchObject({ period: '2017-03', value: null })
  expect(latestPoint(cqc)?.period).toBe('2016-12')
})

test('latestPoint() is null for a series without values', () => {
  expect(latestPoint({ ...cqc, points: [] })).toBeNull()
})

test('valueAt() is null where a value is missing, and where nothing is recorded; never zero', () => {
  expect(valueAt(cqc, '2017-01' as Period)).toBeNull()
  expect(valueAt(cqc, '2010-01' as Period)).toBeNull()
})

test.each([
  ['2017-03', 'monthly', '2017-02'],
  ['2017-01', 'monthly', '2016-12'],
  ['2017/18-Q1', 'quarterly', '2016/17-Q4'],
  ['2016/17', 'annual', '2015/16'],
  ['2016/17', 'every_two_years', '2014/15'],
] as const)('previousExpected() of %s, %s, is %s', (period, frequency, before) => {
  expect(previousExpected(period as Period, frequency)).toBe(before)
})

test('Point refuses a missing value that is left out, and Series an unknown polarity', () => {
  // @ts-expect-error a value that is missing is null, with its reason elsewhere: it is never left out
  const silent: Point = { period: '2017-03' as Period, marks: [] }
  // @ts-expect-error a plain text is not a period until it has been read as one
  const unread: Point = { period: '2017-03', value: 1, marks: [] }
  // @ts-expect-error there is no such polarity
  const odd: Series = { ...cqc, polarity: 'higher' }
  expect([silent, unread, odd]).toHaveLength(3)
})
