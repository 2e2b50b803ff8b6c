import { describe, expect, test } from 'vitest'
import { type SignalOptions, signalOf } from './signal.ts'
import { suggestedRebase } from './suggested-rebase.ts'

const standard: SignalOptions = { better: 'up', target: null, rebases: [], baseline: null, screening: true }
const days = (count: number) =>
  Array.from({ length: count }, (_, at) => `${2020 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`)
const pointsOf = (values: readonly (number | null)[]) =>
  values.map((value, at) => ({ date: String(days(values.length)[at]), value }))
const judged = (values: readonly (number | null)[], options: Partial<SignalOptions> = {}) =>
  signalOf(pointsOf(values), { ...standard, ...options })
const causes = (values: readonly (number | null)[], options: Partial<SignalOptions> = {}) =>
  judged(values, options).points.map(point => point.flag?.cause ?? null)

/** Up and down by one around 10: limits are 10 ± 5.32 and nothing is a signal. */
const calm = Array.from({ length: 14 }, (_, at) => (at % 2 === 0 ? 9 : 11))

describe('signalOf()', () => {
  const delays = [1.5, 2.9, 2.6, 2.4, 2.6, 3, 3.1, 3.1, 3.1, 3.2, 3.4, 3.5, 3.56]

  test('screens the first step of a real series out of its limits (worked example)', () => {
    const signal = judged(delays, { better: 'down', target: 1.5 })
    const { lines } = signal.stretches[0] ?? { lines: null }
    expect(lines?.mean).toBeCloseTo(2.92, 10)
    expect(lines?.lower).toBeCloseTo(2.5186, 4)
    expect(lines?.upper).toBeCloseTo(3.3214, 4)
    expect(lines?.screened).toBe(1)
    expect(signal.points.at(-1)).toMatchObject({ flag: { cause: 'outside', way: 'up' }, meaning: 'concern' })
    expect(signal.assurance).toBe('fail')
  })

  test('keeps that step in without screening, so the limits are wider', () => {
    const { lower, upper } = judged(delays, { screening: false }).stretches[0]?.lines ?? { lower: 0, upper: 0 }
    // 2 × 2.66 × the mean of all twelve moving ranges, 3.06 ÷ 12.
    expect(Number(upper) - Number(lower)).toBeCloseTo(1.3566, 10)
  })

  test('takes a value on a limit as inside and a target on a limit as hit and miss', () => {
    const { lines } = judged(calm, { screening: false }).stretches[0] ?? { lines: null }
    expect(lines).toMatchObject({ mean: 10, averageRange: 2 })
    const upper = Number(lines?.upper)
    expect(judged(calm, { target: upper }).assurance).toBe('inconsistent')
    expect(judged(calm, { target: upper + 1e-9 }).assurance).toBe('fail')
    expect(judged(calm, { target: upper + 1e-9, better: 'down' }).assurance).toBe('pass')
    expect(judged(calm, { target: Number(lines?.lower) - 1e-9 }).assurance).toBe('pass')
    expect(judged(calm, { target: upper + 1, better: 'neither' }).assurance).toBeNull()
  })

  test('flags all seven points of a trend and none of six', () => {
    const six = [10, 9, 11, 9, 9.2, 9.4, 9.6, 9.8, 10.2, 9, 11, 9, 11]
    expect(causes(six).filter(cause => cause === 'trend')).toHaveLength(0)
    const seven = [10, 9, 11, 9, 9.2, 9.4, 9.6, 9.8, 10.2, 10.4, 9, 11, 9, 11]
    expect(causes(seven).filter(cause => cause === 'trend')).toHaveLength(7)
  })

  test('ends a trend at two equal neighbours', () => {
    const tied = [10, 9, 11, 9, 9.2, 9.4, 9.6, 9.6, 9.8, 10.2, 10.4, 9, 11, 9, 11]
    expect(causes(tied).filter(cause => cause === 'trend')).toHaveLength(0)
  })

  test('lets a peak point where the run behind it leads', () => {
    const zigzag = [-20, 20, -20, 20, -20]
    const peak = [...zigzag, 1, 2, 3, 4, 5, 6, 7, 6, 5, 4, 3, 2, 1, ...zigzag.toReversed()]
    const flags = judged(peak, { screening: false }).points.map(point => point.flag)
    expect(flags[10]).toEqual({ cause: 'trend', way: 'up' })
    expect(flags[11]).toEqual({ cause: 'trend', way: 'down' })
    expect(flags[12]).toEqual({ cause: 'trend', way: 'down' })
  })

  test('breaks every run at a missing value, and takes no moving range there', () => {
    const rising = [1, 2, 3, 4, null, 5, 6, 7, 8, 9]
    const signal = judged(rising, { screening: false })
    expect(signal.points.map(point => point.flag?.cause)).not.toContain('trend')
    expect(signal.points[4]).toMatchObject({ outside: null, close: null, side: null, meaning: 'common' })
    expect(signal.stretches[0]?.lines.averageRange).toBe(1)
  })

  test('takes the neighbours of an absent period as consecutive', () => {
    const gapped = pointsOf([1, 2, 3, 4, 5, 6, 7, 8]).filter((_, at) => at !== 3)
    expect(signalOf(gapped, { ...standard, screening: false }).points.every(point => point.flag)).toBe(true)
  })

  test('draws no limits where every value is the same, unless screening is off', () => {
    expect(judged(calm.map(() => 5)).stretches[0]?.lines).toMatchObject({ mean: 5, lower: null, upper: null })
    expect(
      judged(
        calm.map(() => 5),
        { target: 5 },
      ).assurance,
    ).toBe('inconsistent')
    const lines = judged(
      calm.map(() => 5),
      { screening: false },
    ).stretches[0]?.lines
    expect(lines).toMatchObject({ lower: 5, upper: 5, collapsed: false })
  })

  test('gives a stretch of one point a mean and no limits', () => {
    const signal = judged(calm, { rebases: ['2021-02'], target: 12 })
    expect(signal.stretches.at(-1)).toMatchObject({ points: 1, short: true, lines: { mean: 11, lower: null } })
    expect(signal).toMatchObject({ assurance: 'inconsistent' })
    expect(signal.points.at(-1)?.meaning).toBe('common')
  })

  test('judges later points against a fixed baseline, which starts anew after a rebase', () => {
    const values = [...calm.slice(0, 12), 30, 30, ...calm.slice(0, 12), 30, 30]
    const signal = judged(values, { baseline: 12, rebases: ['2021-03'] })
    expect(signal.stretches.map(stretch => stretch.lines.mean)).toEqual([10, 10])
    expect(signal.points.filter(point => point.outside)).toHaveLength(4)
  })

  test('counts a rebase at the first point as one, as the package does', () => {
    expect(judged(calm, { rebases: ['2020-01'] }).stretches.map(({ number, points }) => [number, points])).toEqual([
      [1, 14],
    ])
  })

  test('says which rebase dates no point has', () => {
    expect(judged(calm, { rebases: ['2020-06', '2030-01'] }).unusedRebases).toEqual(['2030-01'])
  })

  test('warns of twelve points and not of thirteen, in each stretch', () => {
    expect(judged(calm.slice(0, 12)).stretches[0]?.short).toBe(true)
    expect(judged(calm.slice(0, 13)).stretches[0]?.short).toBe(false)
    expect(judged(calm, { rebases: ['2020-08'] }).stretches.map(stretch => stretch.short)).toEqual([true, true])
  })

  test('refuses a date that stands twice and a baseline that is too short', () => {
    const twice = [...pointsOf([1, 2]), { date: '2020-01', value: 3 }]
    expect(() => signalOf(twice, standard)).toThrow('two points of 2020-01')
    expect(() => judged(calm, { baseline: 11 })).toThrow('12 or more')
  })

  test('takes a point on the mean to be on neither side, where a plain sum would not', () => {
    // The mean of the decimals is 0.3 exactly; added up as binary fractions they miss it.
    const values = [0.1, 0.2, 0.3, 0.4, 0.5, 0.7, 0.3, 0.1, 0.1, 0.3]
    expect(judged(values).points.filter(point => point.side === 0)).toHaveLength(3)
  })
})

describe('suggestedRebase()', () => {
  const shifted = [...calm, 20, 22, 20, 22, 20, 22, 20]

  test('suggests the first point of a shift that lasts', () => {
    expect(suggestedRebase(judged(shifted))).toEqual({ date: '2021-03', points: 7, side: 'above' })
  })

  test('suggests nothing once it is done, nothing of six points, nothing of a shift that has ended', () => {
    expect(suggestedRebase(judged(shifted, { rebases: ['2021-03'] }))).toBeNull()
    expect(suggestedRebase(judged(shifted.slice(0, -1)))).toBeNull()
    expect(suggestedRebase(judged([...shifted, 9]))).toBeNull()
    expect(suggestedRebase(judged([]))).toBeNull()
  })
})
