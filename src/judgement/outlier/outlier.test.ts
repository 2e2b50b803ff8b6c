import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupFigures } from '../benchmark/group-figures.ts'
import { fewestCouncils, outlierSide } from './outlier.ts'

test('outlierSide() finds the known one of a textbook sample', () => {
  // Ten values with quartiles 3.25 and 7.75 (type 7): the fences are -3.5 and 14.5.
  const sample = [1, 2, 3, 4, 5, 6, 7, 8, 9, 40]
  expect(groupFigures(sample)).toMatchObject({ lowerQuartile: 3.25, upperQuartile: 7.75 })
  expect([40, 14.5, 14.6, -3.5, -3.6].map(value => outlierSide(value, sample))).toEqual([
    'high',
    null,
    'high',
    null,
    'low',
  ])
})

test('outlierSide() takes nobody where many lie beyond the fence', () => {
  // Of twenty, fifteen have all of 100 %: the other five are spread out below, and none stands apart.
  const most = Array.from({ length: 16 }, () => 100)
  expect(outlierSide(40, [...most, 90, 80, 70, 40])).toBeNull()
  // Of eighteen, one and another: a tenth is not exceeded by one.
  expect(outlierSide(40, [...most, 99, 40])).toBeNull()
  expect(outlierSide(40, [...most, 100, 40])).toBe('low')
})

test('outlierSide() reads a value on the fence without the noise of sums', () => {
  const group = [0.1, 0.1, 0.2, 0.2, 0.3, 0.3, 0.4, 0.4]
  // Quartiles 0.175 and 0.325 (type 7): the upper fence is 0.55.
  expect([0.55, 0.1 + 0.45, 0.5501].map(value => outlierSide(value, group))).toEqual([null, null, 'high'])
})

test('outlierSide() says nothing of a small group', () => {
  expect(outlierSide(1, [1, 50, 51, 52, 53, 54, 55])).toBeNull()
  expect(outlierSide(1, [])).toBeNull()
})

test('outlierSide() never takes a value of the middle half, and mirrors', () => {
  const values = fc.array(fc.integer({ min: -999, max: 999 }), { minLength: fewestCouncils, maxLength: 30 })
  fc.assert(
    fc.property(values, values => {
      const figures = groupFigures(values)
      if (!figures) throw new Error('The group has values')
      const other = { low: 'high', high: 'low' } as const
      const mirrored = values.map(value => -value)
      for (const value of values) {
        const side = outlierSide(value, values)
        if (value >= figures.lowerQuartile && value <= figures.upperQuartile) expect(side).toBeNull()
        expect(outlierSide(-value, mirrored)).toBe(side && other[side])
      }
    }),
  )
})
