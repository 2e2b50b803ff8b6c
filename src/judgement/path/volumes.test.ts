import { describe, expect, test } from 'vitest'
import { rounded } from '../../shared/rounding.ts'
import { volumesAt } from './volumes.ts'

/** Within one per cent of a number that a sheet gives as around, just over or just under. */
const isAround = (exact: number | undefined, said: number) => Math.abs(Number(exact) - said) / said < 0.01

describe('volumesAt() on the target sheets of Norfolk', () => {
  test('volumesAt() of 25 % of around 61,000 requests is around 15,200', () => {
    const base = { rate: 32.72, outOf: 61_000 }
    expect(volumesAt(25, 'percent', base, 'same_total')).toEqual({ count: 15_250, outOf: 61_000 })
    expect(isAround(volumesAt(25, 'percent', base, 'same_total')?.count, 15_200)).toBe(true)
    expect(isAround(volumesAt(32.72, 'percent', base, 'same_total')?.count, 20_000)).toBe(true)
  })

  test('volumesAt() of 90 % with as many people served is around 6,680 of around 7,400 assessments', () => {
    const volumes = volumesAt(90, 'percent', { rate: 75.95, outOf: 8_800 }, 'same_count')
    expect([rounded(Number(volumes?.count), 0), rounded(Number(volumes?.outOf), 0)]).toEqual([6_684, 7_426])
    expect(isAround(volumes?.count, 6_680) && isAround(volumes?.outOf, 7_400)).toBe(true)
  })

  test('volumesAt() tells nothing where a rate of zero would leave nobody to count among', () => {
    expect(volumesAt(0, 'percent', { rate: 10, outOf: 100 }, 'same_count')).toBeNull()
    expect(volumesAt(0, 'percent', { rate: 10, outOf: 100 }, 'same_total')).toEqual({ count: 0, outOf: 100 })
  })
})
