import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { groupFigures } from './group-figures.ts'

/** In the order in which Norfolk prints its group. */
const familyGroup = [82.0, 79.2, 79.4, 77.4, 76.8, 79.1, 78.2, 76.8, 75.6, 79.7, 76.8, 75.9, 75.8, 74.9, 75.3].map(
  Number,
)

describe('groupFigures()', () => {
  test('groupFigures() gives the quartiles that spreadsheets give', () => {
    // QUARTILE.INC of 1, 2, 4, 7, 11 and of 6, 7, 15, 36, 39, 40: worked out by hand.
    expect(groupFigures([4, 1, 11, 7, 2])).toEqual({
      councils: 5,
      mean: 5,
      median: 4,
      lowerQuartile: 2,
      upperQuartile: 7,
      least: 1,
      most: 11,
    })
    expect(groupFigures([36, 39, 15, 6, 7, 40])).toMatchObject({ lowerQuartile: 9, median: 25.5, upperQuartile: 38.25 })
    expect(groupFigures([0.1, 0.2])).toMatchObject({ mean: 0.15, median: 0.15 })
    expect(groupFigures([])).toBeNull()
  })

  test("groupFigures() of Norfolk's family group of 2015/16 (ASCOF workbook, control over daily life) is not what it prints", () => {
    // Lincolnshire, Gloucestershire, Cumbria, Lancashire, Devon, Worcestershire, Suffolk, Staffordshire, Northamptonshire,
    // Somerset, North Yorkshire, Nottinghamshire, Warwickshire, Leicestershire, Derbyshire
    const printed = 78.0
    const figures = groupFigures(familyGroup)
    expect(figures?.councils).toBe(15)
    expect(figures?.mean).toBeCloseTo(77.53, 2)
    expect(figures?.median).toBe(76.8)
    expect(Math.abs(Number(figures?.mean) - printed)).toBeGreaterThan(0.4)
  })

  test('groupFigures() keeps its figures in order, and none lies outside the values', () => {
    const values = fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(values, values => {
        const figures = groupFigures(values)
        const { least, lowerQuartile, median, upperQuartile, most, mean } = figures as NonNullable<typeof figures>
        const inOrder = [least, lowerQuartile, median, upperQuartile, most]
        expect(inOrder).toEqual([...inOrder].sort((a, b) => a - b))
        expect(mean).toBeGreaterThanOrEqual(least)
        expect(mean).toBeLessThanOrEqual(most)
        expect([least, most]).toEqual([Math.min(...values), Math.max(...values)])
      }),
    )
  })
})
