import { describe, expect, test } from 'vitest'
import type { Period } from '../../shared/period/period.ts'
import type { DecimalText } from '../../shared/rounding.ts'
import { straightLines } from '../norfolk-targets.data.ts'
import { type Target, targetFor } from '../profile/target-for.ts'
import { rate } from '../rating/rate.ts'
import { asDecimal, type KeptPath, targetsOfPath } from './targets-of-path.ts'
import { wayOf } from './way-of.ts'

const years = ['2017/18', '2018/19', '2019/20', '2020/21'] as Period[]
const text = (value: string) => value as DecimalText
const valuesOf = (printed: readonly string[]) =>
  printed.map((value, at) => ({ period: years[at] as Period, value: text(value) }))
const rated = (path: KeptPath): Target[] =>
  targetsOfPath(path).map(step => ({ ...step, purpose: 'rated', assigned: [], knownOn: '2017-10-09' }))
const at = (period: string, targets: readonly Target[]) => {
  const found = targetFor(period as Period, targets)
  return 'none' in found ? found.none : found.value
}

describe('targetsOfPath()', () => {
  test.each(straightLines)(
    'targetsOfPath() of %s rates each year by its printed target',
    (_, from, to, by, printed) => {
      const path: KeptPath = {
        shape: 'line',
        baselinePeriod: '2016/17' as Period,
        baselineValue: text(from),
        goal: text(to),
        goalBy: by as Period,
        targets: valuesOf(printed),
        profile: 'line',
      }
      const targets = rated(path)
      for (const [index, year] of years.entries())
        expect(Number(at(year, targets))).toBeCloseTo(Number(printed[index]), 1)
      expect(at('2017/18', targets)).not.toBe('no target')
      expect(at('2016/17', targets)).toContain('the baseline itself is not rated')
    },
  )

  const own = (profile: KeptPath['profile']): KeptPath => ({
    shape: 'points',
    baselinePeriod: '2016/17' as Period,
    baselineValue: text('18.3'),
    goal: null,
    goalBy: null,
    targets: valuesOf(['16.6', '15.6', '14.4', '13.6']),
    profile,
  })

  test('targetsOfPath() of own points has a target for each year, and none for its months', () => {
    const targets = rated(own('points'))
    expect(years.map(year => at(year, targets))).toEqual([16.6, 15.6, 14.4, 13.6])
    expect(at('2017-12', targets)).toContain('no target')
  })

  test('targetsOfPath() of own points along a line begins each where the one before ends', () => {
    const targets = rated(own('line'))
    expect(years.map(year => at(year, targets))).toEqual([16.6, 15.6, 14.4, 13.6])
    expect(at('2017-09', targets)).toBe(17.45)
    expect(at('2018-09', targets)).toBe(16.1)
  })

  test('targetsOfPath() leads no line across a year that has no target', () => {
    const path = own('line')
    const targets = rated({ ...path, targets: path.targets.filter(({ period }) => period !== '2018/19') })
    expect(at('2017-09', targets)).toBe(17.45)
    expect([at('2018/19', targets), at('2018-09', targets), at('2019-09', targets)]).toEqual([
      'no target for 2018/19',
      'no target for September 2018',
      'no target for September 2019',
    ])
    expect([at('2019/20', targets), at('2020-09', targets)]).toEqual([14.4, 14])
  })

  test('targetsOfPath() of a rate that is held are the same in every month, however the path says its years spread', () => {
    const targets = rated({ ...own('line'), shape: 'hold', targets: valuesOf(['20', '20']) })
    expect(['2017-04', '2017-09', '2018-03', '2018-09'].map(month => at(month, targets))).toEqual([20, 20, 20, 20])
  })

  test('targetsOfPath() that are the same in every month of a year reach from April to March', () => {
    const targets = rated(own('flat'))
    expect([at('2017-04', targets), at('2018-03', targets), at('2018-04', targets)]).toEqual([16.6, 16.6, 15.6])
  })
})

describe('wayOf()', () => {
  // Reviews of people aged 65 and over: neither too high nor too low, from 26.96 down to 15.00.
  const path = (shape: KeptPath['shape'], profile: KeptPath['profile']): KeptPath => ({
    shape,
    baselinePeriod: '2016/17' as Period,
    baselineValue: text('26.96'),
    goal: text('15.00'),
    goalBy: '2020/21' as Period,
    targets: valuesOf(['23.97', '20.98', '17.99', '15.00']),
    profile,
  })
  const ratingOf = (value: number, period: string, targets: readonly Target[]) => {
    const found = targetFor(period as Period, targets)
    if ('none' in found) return found.none
    const way = wayOf(found.goal, targets)
    return rate({ value, target: found.value, polarity: 'on_target', decimals: 2, path: way }).rating
  }

  test.each([
    ['line', 'line'],
    ['points', 'points'],
    ['points', 'line'],
    ['points', 'flat'],
  ] as const)('wayOf() of a %s path by %s leads to the goal: one-sided until within its band', (shape, profile) => {
    const targets = rated(path(shape, profile))
    // Ahead of the year's 23.97, and not yet at the goal: fine.
    expect(ratingOf(20, '2017/18', targets)).toBe('Green')
    expect(ratingOf(25.5, '2017/18', targets)).toBe('Red')
    // Beyond the goal: too low.
    expect(ratingOf(14, '2017/18', targets)).toBe('Red')
    expect(ratingOf(14.7, '2018/19', targets)).toBe('Green')
  })

  test('wayOf() leads nowhere for a target without a baseline, and never into an ambition or an older promise', () => {
    const [first, ...rest] = rated(path('points', 'points'))
    expect(wayOf({ ...(first as Target), baselinePeriod: null, baselineValue: null }, rest)).toBeUndefined()
    const others = rest.map((each, index) =>
      index === 0 ? { ...each, purpose: 'ambition' as const } : { ...each, knownOn: '2016-01-01' },
    )
    expect(wayOf(first as Target, others)).toEqual({ from: 26.96, goal: 23.97 })
  })
})

test.each([
  [31.814999999999998, '31.815'],
  [100, '100'],
  [0.1 + 0.2, '0.3'],
  [-2.5, '-2.5'],
])('asDecimal(%d) is %s', (value, shown) => {
  expect(asDecimal(value)).toBe(shown)
})
