import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Period } from '../../shared/period/period.ts'
import type { DecimalText } from '../../shared/rounding.ts'
import { rate } from '../rating/rate.ts'
import { whyImpossiblePath } from './why-impossible-path.ts'

const years = (...values: readonly string[]) =>
  values.map((value, at) => ({ period: `20${17 + at}/${18 + at}` as Period, value: value as DecimalText }))
const share = { unit: 'percent', mayExceed100: false, polarity: 'on_target' } as const

describe('whyImpossiblePath()', () => {
  test.each([
    ['a goal over 100 %', { from: 20, goal: 160, targets: years('40') }],
    ['a target over 100 %', { from: 20, goal: null, targets: years('40', '160') }],
    ['a target below 0', { from: 20, goal: null, targets: years('-1') }],
  ])('whyImpossiblePath() refuses %s', (_, path) => {
    expect(whyImpossiblePath(path, share, 0.025)).toMatch(/^A percentage lies from 0 to 100/)
  })

  test('whyImpossiblePath() refuses a target past the goal by more than the band, going up or down', () => {
    expect(whyImpossiblePath({ from: 20.42, goal: 66, targets: years('43', '70', '66') }, share, 0.025)).toBe(
      'The target of 2018/19, 70, lies past 66, to which the path leads, by more than the band of 2.5 %, so that a result that met it would be off the goal',
    )
    expect(whyImpossiblePath({ from: 26.96, goal: null, targets: years('14', '15') }, share, 0.025)).toContain(
      'lies past 15',
    )
    expect(whyImpossiblePath({ from: 26.96, goal: null, targets: years('14.7', '15') }, share, 0.025)).toBeNull()
    expect(whyImpossiblePath({ from: 26.96, goal: null, targets: years('14', '15') }, share, 0.1)).toBeNull()
  })

  test('whyImpossiblePath() takes the targets that Norfolk printed, and any way there is where one side is good', () => {
    expect(
      whyImpossiblePath({ from: 20.42, goal: 66, targets: years('31.82', '43.21', '54.61', '66') }, share, 0.025),
    ).toBeNull()
    const bigger = { ...share, polarity: 'bigger' } as const
    expect(whyImpossiblePath({ from: 20, goal: null, targets: years('70', '66') }, bigger, 0.025)).toBeNull()
  })

  test('whyImpossiblePath() refuses just those targets which, met, would not be rated Green once the goal is in reach', () => {
    const value = fc.integer({ min: 1, max: 99 })
    fc.assert(
      fc.property(value, value, value, (from, goal, step) => {
        fc.pre(from !== goal)
        const found = whyImpossiblePath({ from, goal, targets: years(String(step), String(goal)) }, share, 0.025)
        const verdict = rate({ value: step, target: step, polarity: 'on_target', decimals: 0, path: { from, goal } })
        expect(found === null).toBe(verdict.rating === 'Green')
      }),
    )
  })
})
