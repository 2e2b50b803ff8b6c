import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupFigures } from './group-figures.ts'
import { reachOf } from './reach.ts'

test('reachOf() leaves out what lies more than three widths of the middle half beyond it', () => {
  // Quartiles 3.25 and 7.75 (type 7): the outer fences are -10.25 and 21.25.
  const nine = [1, 2, 3, 4, 5, 6, 7, 8, 9]
  expect(reachOf([...nine, 40])).toEqual({ from: 1, to: 9, below: 0, above: 1 })
  expect(reachOf([...nine, 21.25])).toEqual({ from: 1, to: 21.25, below: 0, above: 0 })
  expect(reachOf([...nine, 21.26])).toEqual({ from: 1, to: 9, below: 0, above: 1 })
})

test('reachOf() draws all where half of a group has one value, and nothing of an empty group', () => {
  expect(reachOf([100, 100, 100, 100, 100, 40])).toEqual({ from: 40, to: 100, below: 0, above: 0 })
  expect(reachOf([])).toBeNull()
})

test('reachOf() always draws the middle half, counts everybody, and mirrors', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -999, max: 999 }), { minLength: 1, maxLength: 40 }), values => {
      const [reach, figures] = [reachOf(values), groupFigures(values)]
      if (!reach || !figures) throw new Error('There are values')
      const { from, to, below, above } = reach
      expect(values.filter(value => value >= from && value <= to).length + below + above).toBe(values.length)
      expect(from).toBeLessThanOrEqual(figures.median)
      expect(to).toBeGreaterThanOrEqual(figures.median)
      const mirrored = reachOf(values.map(value => 0 - value))
      expect(mirrored).toEqual({ from: 0 - to, to: 0 - from, below: above, above: below })
    }),
  )
})
