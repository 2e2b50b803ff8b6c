import { describe, expect, test } from 'vitest'
import type { Kind, Mark, Unit } from '../../shared/codes.ts'
import { type Period, shiftPeriod } from '../../shared/period/period.ts'
import { type DecimalText, rounded } from '../../shared/rounding.ts'
import { juneReport, knownRow, marchReport } from '../norfolk-dashboards.data.ts'
import type { Series } from '../series.ts'
import { type Target, type TargetAt, targetFor } from './target-for.ts'

const p = (text: string) => text as Period

function target(period: string, value: string, more: Partial<Target> = {}): Target {
  const rest = { profile: 'points', purpose: 'rated', baselinePeriod: null, baselineValue: null } as const
  return { period: p(period), value: value as DecimalText, ...rest, assigned: [], knownOn: '2017-03-06', ...more }
}

function line(period: string, value: string, from: string, baseline: string, more: Partial<Target> = {}): Target {
  const ends = { baselinePeriod: p(from), baselineValue: baseline as DecimalText }
  return target(period, value, { profile: 'line', ...ends, ...more })
}

function found(period: string, targets: readonly Target[], earlier?: Series): TargetAt {
  const result = targetFor(p(period), targets, earlier)
  if ('none' in result) throw new Error(`Expected a target for ${period}: ${result.none}`)
  return result
}

function why(period: string, targets: readonly Target[], earlier?: Series): string | undefined {
  const result = targetFor(p(period), targets, earlier)
  return 'none' in result ? result.none : undefined
}

describe('targetFor() on the Norfolk dashboards', () => {
  test('targetFor() reaches only the printed month of the March report for admissions', () => {
    const { targets } = knownRow('res-admissions-18-64-rate', marchReport)
    expect(found('2016-11', targets)).toMatchObject({ value: 18.2, how: 'given', derived: false, assigned: true })
    expect(why('2016-10', targets)).toBe('no target for October 2016')
    expect(why('2016-12', targets)).toBe('no target for December 2016')
  })

  test.each([
    ['res-admissions-18-64-rate', 1, 18.2],
    ['res-admissions-65-plus-rate', 0, 590],
    ['mh-paid-employment', 1, 3.2],
  ])("targetFor() of %s runs on June's line through the target that March had printed", (slug, decimals, printed) => {
    const june = knownRow(slug, juneReport).targets.filter(({ knownOn }) => knownOn === juneReport)
    const november = found('2016-11', june)
    expect(november).toMatchObject({ how: 'line', derived: true, assigned: true })
    expect(rounded(november.value, decimals)).toBe(printed)
  })

  test('targetFor() lets the printed month of March stand though June draws a line through it', () => {
    const { targets } = knownRow('res-admissions-18-64-rate', juneReport)
    expect(found('2016-11', targets)).toMatchObject({ value: 18.2, how: 'given', goal: { knownOn: marchReport } })
  })

  test('targetFor() reaches every month of 2016/17 with the flat targets, and no other year', () => {
    const { targets } = knownRow('dtoc-social-care-rate', juneReport)
    expect(found('2016-04', targets)).toMatchObject({ value: 1.5, how: 'flat', derived: false })
    expect(why('2016-03', targets)).toBe('no target for March 2016')
    expect(why('2017-04', targets)).toBe('no target for April 2017')
  })

  test('targetFor() keeps the two points for learning-disability employment apart', () => {
    const { targets } = knownRow('ld-paid-employment', juneReport)
    expect(found('2016-12', targets).value).toBe(3.8)
    expect(found('2017-03', targets).value).toBe(4)
    expect(why('2017-01', targets)).toBe('no target for January 2017')
  })
})

describe('targetFor()', () => {
  test('targetFor() never rates against an ambition', () => {
    const ambition = target('2017-03', '5', { purpose: 'ambition' })
    expect(why('2017-03', [ambition])).toBe('no target: an ambition is shown but not rated')
    expect(found('2017-03', [ambition, target('2017-03', '4.0')]).value).toBe(4)
    expect(why('2017-03', [])).toBe('no target')
  })

  test("targetFor() rates a year's point only in the annual period", () => {
    const year = [target('2016/17', '70')]
    expect(found('2016/17', year).how).toBe('given')
    expect(why('2017-03', year)).toBe('no target for March 2017')
    expect(why('2017/18', year)).toBe('no target for 2017/18')
  })

  test('targetFor() spreads a flat goal over its year, set for a month or for the year itself', () => {
    for (const goal of ['2016/17', '2016-11', '2016/17-Q2'])
      expect(found('2017-02', [target(goal, '90', { profile: 'flat' })])).toMatchObject({ value: 90, how: 'flat' })
    expect(why('2017-04', [target('2016/17', '90', { profile: 'flat' })])).toBe('no target for April 2017')
  })

  test('targetFor() draws a line after its baseline and up to its goal, unrounded', () => {
    const path = [line('2020/21', '66.00', '2016/17', '20.42')]
    expect(found('2017/18', path).value).toBe(31.815)
    expect(found('2020/21', path)).toMatchObject({ value: 66, how: 'given', derived: false })
    expect(why('2016/17', path)).toBe('no target for 2016/17: the baseline itself is not rated')
    expect(why('2015/16', path)).toBe('no target for 2015/16')
    expect(why('2021/22', path)).toBe('no target for 2021/22')
  })

  test('targetFor() draws no line without a baseline', () => {
    expect(why('2017-02', [target('2017-03', '5', { profile: 'line' })])).toBe(
      'no target for February 2017: a line needs a baseline with its period and value',
    )
  })

  test('targetFor() lets a given point beat any profile, even one known later', () => {
    const flat = target('2017-03', '90', { profile: 'flat', knownOn: '2017-06-19' })
    expect(found('2016-11', [flat, target('2016-11', '88')])).toMatchObject({ value: 88, how: 'given' })
  })

  test('targetFor() takes the profile known latest, then the one with the nearest goal', () => {
    const early = target('2016-11', '80', { profile: 'flat', knownOn: '2017-03-06' })
    const late = target('2017-03', '90', { profile: 'flat', knownOn: '2017-06-19' })
    expect(found('2016-10', [early, late]).value).toBe(90)
    expect(found('2016-10', [early, { ...late, knownOn: early.knownOn }]).value).toBe(80)
    const near = line('2018/19', '25', '2016/17', '32.72')
    const far = line('2020/21', '10', '2016/17', '32.72')
    expect(found('2017/18', [far, near]).value).toBe(28.86)
  })

  test('targetFor() says whether a person assigned a part', () => {
    expect(found('2017-03', [target('2017-03', '4')]).assigned).toBe(false)
    expect(found('2017-03', [target('2017-03', '4', { assigned: ['period'] })]).assigned).toBe(true)
  })
})

describe('targetFor() with a seasonal profile', () => {
  const goal = [target('2017/18', '1000', { profile: 'seasonal' })]

  function quarters(first: string, values: readonly (number | null)[], kind: Kind, unit: Unit, breakAt = -1): Series {
    const points = values.map((value, at) => {
      const marks: Mark[] = at === breakAt ? ['break'] : []
      return { period: shiftPeriod(p(first), at), value, marks }
    })
    return { polarity: 'bigger', unit, kind, frequency: 'quarterly', decimals: 0, points }
  }

  test('targetFor() takes the mean share of the last value of cumulative years', () => {
    const earlier = quarters('2015/16-Q1', [10, 30, 60, 100, 60, 100, 160, 200], 'cumulative', 'count')
    expect(found('2017/18-Q1', goal, earlier)).toMatchObject({ value: 200, how: 'seasonal', derived: true })
    expect(found('2017/18-Q4', goal, earlier).value).toBe(1000)
  })

  test('targetFor() takes the mean share of the sum of counts in the period', () => {
    const earlier = quarters('2015/16-Q1', [10, 20, 30, 40, 30, 20, 40, 10], 'in_period', 'count')
    expect(found('2017/18-Q1', goal, earlier).value).toBe(200)
  })

  test('targetFor() leaves out years with a gap or a break', () => {
    const gap = quarters('2015/16-Q1', [10, null, 60, 100, 60, 100, 160, 200], 'cumulative', 'count')
    expect(found('2017/18-Q1', goal, gap).value).toBe(300)
    const broken = quarters('2015/16-Q1', [10, 30, 60, 100, 60, 100, 160, 200], 'cumulative', 'count', 6)
    expect(found('2017/18-Q1', goal, broken).value).toBe(100)
  })

  test('targetFor() keeps a year that begins after a break, and leaves out one with a figure that is not comparable', () => {
    const values = [10, 30, 60, 100, 60, 100, 160, 200]
    expect(found('2017/18-Q1', goal, quarters('2015/16-Q1', values, 'cumulative', 'count', 4)).value).toBe(200)
    const whole = quarters('2015/16-Q1', values, 'cumulative', 'count')
    const points = whole.points.map((point, at) =>
      at === 4 ? { ...point, marks: ['not_comparable' as const] } : point,
    )
    expect(found('2017/18-Q1', goal, { ...whole, points }).value).toBe(100)
  })

  test("targetFor() takes no share from the goal's own year or a later one", () => {
    const known = quarters('2016/17-Q1', [10, 30, 60, 100, 60, 100, 160, 200, 90, 91, 92, 93], 'cumulative', 'count')
    expect(found('2017/18-Q1', goal, known).value).toBe(100)
  })

  test('targetFor() says why there is no seasonal target', () => {
    const some = quarters('2016/17-Q1', [1, 2, 3], 'cumulative', 'count')
    expect(why('2017/18-Q1', goal)).toMatch(/needs the figures of earlier years$/)
    expect(why('2017/18-Q1', goal, some)).toMatch(/needs a complete earlier year before 2017\/18$/)
    expect(why('2017/18-Q1', goal, quarters('2015/16-Q1', [1, 2, 3, 4], 'snapshot', 'percent'))).toMatch(
      /needs figures that are cumulative in the year, or counts in the period$/,
    )
    expect(why('2017-05', [target('2017-06', '5', { profile: 'seasonal' })])).toMatch(/goal for a financial year$/)
    expect(why('2018/19-Q1', goal, some)).toBe('no target for Q1 2018/19')
  })
})
