import { describe, expect, test } from 'vitest'
import { isCoarse, roundingStep } from './rounding-step.ts'

describe('roundingStep()', () => {
  test.each([
    [[71.4, 72, 70.9], false, 0.1],
    [[71, 72, 70], false, 1],
    [[20, 35, 15], true, 5],
    [[20, 30], true, 10],
    [[21, 35], true, null],
    [[79.2911744266852, 80.1], false, null],
    [[3.25, 3.5], false, 0.01],
    [[], false, null],
  ])('roundingStep() of %j (a count: %j) is %j', (values, isCount, step) => {
    expect(roundingStep(values, isCount)).toBe(step)
  })

  test('isCoarse() is more than half of the usual move, and never of values that do not move', () => {
    expect([isCoarse(0.1, 0.19), isCoarse(0.1, 0.2), isCoarse(1, 0), isCoarse(1, null)]).toEqual([
      true,
      false,
      false,
      false,
    ])
  })
})
