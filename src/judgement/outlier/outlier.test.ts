import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupFigures } from '../benchmark/group-figures.ts'
import { fewestCouncils, outlierSide } from './outlier.ts'

const group = { councils: 16, lowerQuartile: 70, upperQuartile: 80 }

test('outlierSide() takes a value beyond one and a half middle halves, and none on the fence', () => {
  // The fences of 70 to 80 are 55 and 95.
  expect([54.9, 55, 75, 95, 95.1].map(value => outlierSide(value, group))).toEqual(['low', null, null, null, 'high'])
  expect(outlierSide(0.1 + 0.2, { councils: 8, lowerQuartile: 0.3, upperQuartile: 0.3 })).toBeNull()
})

test('outlierSide() finds the known one of a textbook sample', () => {
  // Ten values with quartiles 3.25 and 7.75 (type 7): the fences are -3.5 and 14.5.
  const figures = groupFigures([1, 2, 3, 4, 5, 6, 7, 8, 9, 40])
  if (!figures) throw new Error('The group has values')
  expect([figures.lowerQuartile, figures.upperQuartile]).toEqual([3.25, 7.75])
  expect([14.5, 40, -3.6].map(value => outlierSide(value, figures))).toEqual([null, 'high', 'low'])
})

test('outlierSide() says nothing of a small group', () => {
  expect(outlierSide(1, { ...group, councils: fewestCouncils - 1 })).toBeNull()
})

test('outlierSide() never takes a value of the middle half, and mirrors', () => {
  const values = fc.array(fc.integer({ min: -999, max: 999 }), { minLength: fewestCouncils, maxLength: 30 })
  fc.assert(
    fc.property(values, values => {
      const figures = groupFigures(values)
      const mirrored = groupFigures(values.map(value => -value))
      if (!figures || !mirrored) throw new Error('The group has values')
      const other = { low: 'high', high: 'low' } as const
      for (const value of values) {
        const side = outlierSide(value, figures)
        if (value >= figures.lowerQuartile && value <= figures.upperQuartile) expect(side).toBeNull()
        expect(outlierSide(-value, mirrored)).toBe(side && other[side])
      }
    }),
  )
})
