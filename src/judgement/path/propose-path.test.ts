import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Period } from '../../shared/period/period.ts'
import type { DecimalText } from '../../shared/rounding.ts'
import { heldTargets, ownTargets, straightLines } from '../norfolk-targets.data.ts'
import { groupGoal, proposePath } from './propose-path.ts'

const start = '2016/17' as Period
const years = ['2017/18', '2018/19', '2019/20', '2020/21'] as Period[]
const last = years.at(-1) as Period
const ownOf = (printed: readonly string[]) =>
  printed.map((value, at) => ({ period: years[at] as Period, value: value as DecimalText }))

describe('proposePath() on the target sheets of Norfolk', () => {
  test.each(straightLines)(
    'proposePath() of %s as a line gives the printed targets',
    (_, from, to, reached, printed) => {
      const asked = {
        shape: 'line',
        baseline: { period: start, value: Number(from) },
        goal: Number(to),
        by: reached as Period,
        own: [],
      } as const
      expect(proposePath(asked, years, 2)?.map(({ shown }) => shown)).toEqual(printed)
    },
  )

  test.each(ownTargets)('proposePath() of %s keeps its own points as printed', (_, from, printed) => {
    const asked = {
      shape: 'points',
      baseline: { period: start, value: Number(from) },
      goal: null,
      by: last,
      own: ownOf(printed),
    } as const
    expect(proposePath(asked, years, 1)?.map(({ shown }) => shown)).toEqual(printed)
  })

  test('proposePath() leaves 2020/21 of reablement missing, as no target is printed', () => {
    const asked = {
      shape: 'points',
      baseline: { period: start, value: 68.89 },
      goal: null,
      by: last,
      own: ownOf(heldTargets),
    } as const
    expect(proposePath(asked, years, 2)?.map(({ value }) => value)).toEqual([69, 69, 69, null])
  })
})

describe('proposePath()', () => {
  const baseline = { period: start, value: 68.89 }
  const nothing = { goal: null, by: last, own: [] } as const

  test('proposePath() of a rate that is held is the baseline, or the rate that was named', () => {
    expect(proposePath({ shape: 'hold', baseline, ...nothing }, years, 1)?.map(each => each.shown)).toEqual(
      Array(4).fill('68.9'),
    )
    expect(proposePath({ shape: 'hold', baseline, ...nothing, goal: 69 }, years, 0)?.[0]).toMatchObject({
      value: 69,
      shown: '69',
    })
  })

  test('proposePath() says nothing of a line without a goal, or with a goal that is not after its start', () => {
    expect(proposePath({ shape: 'line', baseline, ...nothing }, years, 1)).toBeNull()
    expect(proposePath({ shape: 'line', baseline, goal: 50, by: start, own: [] }, years, 1)).toBeNull()
  })

  test('proposePath() of a line never leaves the way between its ends, and ends at its goal', () => {
    const value = fc.integer({ min: -1_000_000, max: 1_000_000 }).map(whole => whole / 100)
    fc.assert(
      fc.property(value, value, fc.nat({ max: 3 }), (from, goal, at) => {
        const by = years[at] as Period
        const drawn =
          proposePath({ shape: 'line', baseline: { period: start, value: from }, goal, by, own: [] }, years, 2) ?? []
        const values = drawn.map(each => Number(each.value))
        const sorted = [...values].sort((a, b) => (goal > from ? a - b : b - a))
        expect(values).toEqual(sorted)
        expect(values.slice(at)).toEqual(Array(4 - at).fill(goal))
        for (const each of values) expect(Math.min(from, goal) <= each && each <= Math.max(from, goal)).toBe(true)
      }),
    )
  })
})

test('groupGoal() is the mean, or the quartile on the good side; no quarter is best where no side is', () => {
  const figures = { councils: 5, mean: 12, median: 11, lowerQuartile: 9, upperQuartile: 14, least: 8, most: 18 }
  expect(groupGoal('group_average', figures, 'smaller')).toBe(12)
  expect(groupGoal('top_quartile', figures, 'smaller')).toBe(9)
  expect(groupGoal('top_quartile', figures, 'bigger')).toBe(14)
  expect(groupGoal('top_quartile', figures, 'on_target')).toBeNull()
})
