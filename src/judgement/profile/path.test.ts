import { describe, expect, test } from 'vitest'
import type { Period } from '../../shared/period/period.ts'
import type { DecimalText } from '../../shared/rounding.ts'
import { heldTargets, ownTargets, straightLines } from '../norfolk-targets.data.ts'
import { alongLine } from './along-line.ts'
import { ownPoints, pathTargets } from './path.ts'

const baselineYear = '2016/17' as Period
const years = ['2017/18', '2018/19', '2019/20', '2020/21'] as Period[]

describe('pathTargets() on the target sheets of Norfolk', () => {
  test.each(straightLines)(
    'pathTargets() of %s from %s to %s in %s are those printed',
    (_, from, to, reached, shown) => {
      const baseline = { period: baselineYear, value: Number(from) }
      const goal = { period: reached as Period, value: Number(to) }
      expect(pathTargets(baseline, goal, years, 2).map(target => target.shown)).toEqual(shown)
    },
  )

  test('pathTargets() keeps the exact halves of 20.42 to 66.00 for judging', () => {
    const targets = pathTargets(
      { period: baselineYear, value: 20.42 },
      { period: '2020/21' as Period, value: 66 },
      years,
      2,
    )
    expect(targets.map(target => target.value)).toEqual([31.815, 43.21, 54.605, 66])
  })

  test.each(ownTargets)('pathTargets() of %s do not lie on a line, so its own points hold', (_, from, printed) => {
    const goal = { period: '2020/21' as Period, value: Number(printed.at(-1)) }
    const line = pathTargets({ period: baselineYear, value: Number(from) }, goal, years, 1).map(target => target.shown)
    expect(line).not.toEqual(printed)
    const own = printed.map((value, at) => ({ period: years[at] as Period, value: value as DecimalText }))
    expect(ownPoints(own, years).map(target => target.shown)).toEqual(printed)
  })
})

describe('pathTargets()', () => {
  const baseline = { period: baselineYear, value: 10 }
  const goal = { period: '2018/19' as Period, value: 20 }

  test('pathTargets() has no target for the baseline or before it', () => {
    const periods = ['2015/16', '2016/17', '2017/18'] as Period[]
    expect(pathTargets(baseline, goal, periods, 0)).toEqual([{ period: '2017/18', value: 15, shown: '15' }])
  })

  test('alongLine() goes by months, and refuses a goal before its baseline', () => {
    const march = { period: '2016-03' as Period, value: 21.7 }
    const goalMarch = { period: '2017-03' as Period, value: 16.5 }
    expect(alongLine(march, goalMarch, '2016-09' as Period)).toBe(19.1)
    expect(() => alongLine(goalMarch, march, '2016-09' as Period)).toThrow(/must end after its baseline/)
  })
})

test('ownPoints() leaves a missing year missing', () => {
  const own = heldTargets.map((value, at) => ({ period: years[at] as Period, value: value as DecimalText }))
  expect(ownPoints(own, years).at(-1)).toEqual({ period: '2020/21', value: null, shown: null })
})
