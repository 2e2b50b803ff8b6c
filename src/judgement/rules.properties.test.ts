/** What holds of the rules whatever the figures: properties, tried on many made-up series. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Direction, Frequency, Kind, Polarity, Rating } from '../shared/codes.ts'
import { type Period, shiftMonths } from '../shared/period/period.ts'
import type { DecimalText } from '../shared/rounding.ts'
import { comparisonPeriod, directionOfTravel } from './direction/direction-of-travel.ts'
import { deteriorating } from './exceptions/deteriorating.ts'
import { exceptionReasons } from './exceptions/exception-reasons.ts'
import { pathTargets } from './profile/path.ts'
import { targetFor } from './profile/target-for.ts'
import { rateByForecast } from './projection/rate-by-forecast.ts'
import { noRating, rate, type Verdict } from './rating/rate.ts'
import { revisionOf, type Version } from './revision/revision-of.ts'
import { latestPoint, monthsApart, type Point, type Series, valueAt } from './series.ts'
import { summaryGroup } from './summary/summary-group.ts'
import { judgedValue } from './value/judged-value.ts'

const goodness: Record<Rating, number> = { Green: 2, Amber: 1, Red: 0 }
const decimals = fc.integer({ min: 0, max: 3 })
/** A figure as a paper prints it, with up to three decimals. */
const figure = fc.integer({ min: -200_000, max: 200_000 }).map(thousandths => thousandths / 1000)
/** A figure as counts give it. */
const ratio = fc
  .tuple(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 1, max: 5000 }))
  .map(([n, d]) => (n * 100) / d)
const value = fc.oneof(figure, ratio)
const judged = fc.constantFrom<'bigger' | 'smaller'>('bigger', 'smaller')
const mirrored = { bigger: 'smaller', smaller: 'bigger' } as const

const kinds: Kind[] = ['snapshot', 'in_period', 'cumulative', 'ytd_average', 'rolling_12', 'not_stated']
const firsts: Record<Frequency, string> = {
  monthly: '2015-04',
  quarterly: '2015/16-Q1',
  annual: '2008/09',
  every_two_years: '2008/09',
}

/** A series of up to 30 periods with gaps, of small whole numbers so that ties and runs are common. */
const series: fc.Arbitrary<Series> = fc
  .record({
    polarity: fc.constantFrom<Polarity>('bigger', 'smaller'),
    kind: fc.constantFrom(...kinds),
    frequency: fc.constantFrom<Frequency>('monthly', 'quarterly', 'annual', 'every_two_years'),
    values: fc.array(fc.option(fc.integer({ min: -4, max: 12 }), { freq: 6 }), { maxLength: 30 }),
    marked: fc.option(fc.nat({ max: 29 }), { freq: 3 }),
  })
  .map(({ polarity, kind, frequency, values, marked }) => ({
    polarity,
    kind,
    frequency,
    unit: 'count',
    decimals: 0,
    points: values.map(
      (each, at): Point => ({
        period: shiftMonths(firsts[frequency] as Period, at * monthsApart(frequency)),
        value: each,
        marks: at === marked ? ['break'] : [],
      }),
    ),
  }))

function mirror(one: Series): Series {
  const points = one.points.map(point => ({ ...point, value: point.value === null ? null : -point.value }))
  return { ...one, polarity: mirrored[one.polarity as 'bigger' | 'smaller'], points }
}

function without(one: Series, period: Period): Series {
  return { ...one, points: one.points.map(point => (point.period === period ? { ...point, value: null } : point)) }
}

const always = (verdict: Verdict) => () => verdict
const unrated = always(noRating('no target'))

describe('a rating', () => {
  test('rate() never improves when a value gets worse', () => {
    fc.assert(
      fc.property(value, value, value, judged, decimals, (a, b, target, polarity, places) => {
        const [worse, better] = a < b === (polarity === 'bigger') ? [a, b] : [b, a]
        const of = (each: number) => rate({ value: each, target, polarity, decimals: places })
        const [low, high] = [of(worse), of(better)]
        expect(goodness[low.rating as Rating]).toBeLessThanOrEqual(goodness[high.rating as Rating])
        if (low.variance !== null && high.variance !== null) expect(low.variance).toBeGreaterThanOrEqual(high.variance)
      }),
      { numRuns: 3000 },
    )
  })

  test('rate() never improves when a value moves further from an on_target target on the same side', () => {
    const step = fc.integer({ min: 0, max: 50_000 }).map(thousandths => thousandths / 1000)
    fc.assert(
      fc.property(figure, step, step, fc.constantFrom(1, -1), (target, near, more, side) => {
        const of = (away: number) =>
          rate({ value: target + side * away, target, polarity: 'on_target', decimals: 3 }).rating as Rating
        expect(goodness[of(near + more)]).toBeLessThanOrEqual(goodness[of(near)])
      }),
    )
  })

  test('rate() never improves when a value falls further short of its on_target path', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: 1, max: 100 }),
        share,
        share,
        share,
        (from, goal, at, a, b) => {
          fc.pre(from !== goal)
          const way = (part: number) => from + part * (goal - from)
          const of = (part: number) =>
            rate({ value: way(part), target: way(at), polarity: 'on_target', decimals: 3, path: { from, goal } })
              .rating as Rating
          expect(goodness[of(Math.min(a, b))]).toBeLessThanOrEqual(goodness[of(Math.max(a, b))])
        },
      ),
    )
  })

  test('rate() is the same in the mirror: bigger with negated values is smaller', () => {
    fc.assert(
      fc.property(value, value, judged, decimals, (each, target, polarity, places) => {
        const one = rate({ value: each, target, polarity, decimals: places })
        const other = rate({ value: -each, target: -target, polarity: mirrored[polarity], decimals: places })
        expect([other.rating, (other.variance ?? 0) + 0]).toEqual([one.rating, (one.variance ?? 0) + 0])
      }),
    )
  })

  test('rate() is Green exactly where the value is on or better than target, or equal as shown', () => {
    fc.assert(
      fc.property(value, value, judged, decimals, (each, target, polarity, places) => {
        const verdict = rate({ value: each, target, polarity, decimals: places })
        const favourable = polarity === 'bigger' ? each >= target : each <= target
        if (favourable) expect(verdict.rating).toBe('Green')
        else expect(verdict.rating === 'Green').toBe(verdict.reason === 'on target')
      }),
    )
  })

  test('rate() is Red at exactly five per cent, at whatever size', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.integer({ min: 0, max: 6 }),
        judged,
        (whole, shift, polarity) => {
          const target = whole / 10 ** shift
          const adverse = (whole * (polarity === 'bigger' ? 95 : 105)) / 10 ** (shift + 2)
          const verdict = rate({ value: adverse, target, polarity, decimals: 8 })
          expect(verdict).toMatchObject({ rating: 'Red', variance: 0.05 })
        },
      ),
    )
  })

  test('rateByForecast() never improves when the forecast gets worse', () => {
    fc.assert(
      fc.property(value, value, value, judged, decimals, (a, b, target, polarity, places) => {
        const [worse, better] = a < b === (polarity === 'bigger') ? [a, b] : [b, a]
        const of = (projected: number) =>
          goodness[rateByForecast({ projected, target, polarity, decimals: places }).rating as Rating]
        expect(of(worse)).toBeLessThanOrEqual(of(better))
      }),
    )
  })
})

describe('a series in the mirror', () => {
  test('directionOfTravel() is the same', () => {
    fc.assert(
      fc.property(series, one => {
        expect(directionOfTravel(mirror(one)).direction).toBe(directionOfTravel(one).direction)
      }),
    )
  })

  test('deteriorating() finds the same run', () => {
    fc.assert(
      fc.property(series, one => {
        const [run, other] = [deteriorating(one), deteriorating(mirror(one))]
        expect(other && [other.from, other.to, other.moves]).toEqual(run && [run.from, run.to, run.moves])
      }),
      { numRuns: 1000 },
    )
  })

  test('summaryGroup() is the same group with the same change', () => {
    fc.assert(
      fc.property(series, one => {
        const of = (each: Series) => summaryGroup({ series: each, verdictAt: unrated })
        expect([of(mirror(one)).group, of(mirror(one)).change]).toEqual([of(one).group, of(one).change])
      }),
    )
  })

  test('directionOfTravel() turns round with the polarity alone', () => {
    const turned: Record<Direction, Direction> = { better: 'worse', worse: 'better', no_change: 'no_change' }
    fc.assert(
      fc.property(series, one => {
        const other = { ...one, polarity: mirrored[one.polarity as 'bigger' | 'smaller'] }
        const direction = directionOfTravel(one).direction
        expect(directionOfTravel(other).direction).toBe(direction && turned[direction])
      }),
    )
  })
})

describe('a missing value', () => {
  test('valueAt() of one is never zero, and it is never the latest', () => {
    fc.assert(
      fc.property(series, fc.nat({ max: 29 }), (one, at) => {
        const point = one.points[at]
        fc.pre(point !== undefined)
        const gap = without(one, point.period)
        expect(valueAt(gap, point.period)).toBeNull()
        expect(latestPoint(gap)?.period).not.toBe(point.period)
      }),
    )
  })

  test('directionOfTravel() to or from one is none', () => {
    fc.assert(
      fc.property(series, one => {
        const { to, from, direction } = directionOfTravel(one)
        fc.pre(to !== null && from !== null && direction !== null)
        const at = to.period
        expect(directionOfTravel(without(one, at), { at }).direction).toBeNull()
        const again = directionOfTravel(without(one, from.period), { at })
        // an annual figure is then compared with the time before; any other has nothing to be compared with
        if (monthsApart(one.frequency) < 12) expect(again.direction).toBeNull()
        else expect(again.from?.period).not.toBe(from.period)
      }),
    )
  })

  test('deteriorating() breaks at one anywhere within the run', () => {
    fc.assert(
      fc.property(series, fc.nat({ max: 29 }), (one, pick) => {
        const run = deteriorating(one)
        fc.pre(run !== null)
        const periods = one.points.map(point => point.period)
        const inside = periods.slice(periods.indexOf(run.from), periods.indexOf(run.to) + 1)
        const period = inside[pick % inside.length] as Period
        const after = deteriorating(without(one, period))
        expect(after?.from === run.from && after.to === run.to).toBe(false)
      }),
      { numRuns: 300, maxSkipsPerRun: 1000 },
    )
  })

  test('judgedValue() of one is null, never zero', () => {
    const text = fc.option(fc.nat({ max: 500 }).map(each => String(each) as DecimalText))
    const unit = fc.constantFrom<'percent' | 'per_100k' | 'count' | 'days'>('percent', 'per_100k', 'count', 'days')
    fc.assert(
      fc.property(text, text, unit, (numerator, denominator, each) => {
        const result = judgedValue(
          { published: null, numerator, denominator },
          { unit: each, counts: 'exact', decimals: 1 },
        )
        const known = numerator !== null && (each === 'count' || (denominator !== null && denominator !== '0'))
        expect(result !== null).toBe(known)
        if (result?.value === 0) expect(numerator).toBe('0')
      }),
    )
  })

  test('revisionOf() tells one from a zero', () => {
    const zero: Version = { value: 0, shown: '0', numerator: null, denominator: null, reason: null, marks: [] }
    const missing: Version = { ...zero, value: null, shown: null, reason: 'not_available' }
    expect([revisionOf(missing, zero), revisionOf(zero, missing)]).toEqual(['added', 'withdrawn'])
  })
})

describe('the rules together', () => {
  test('comparisonPeriod() is always earlier, and in the series when it is annual', () => {
    fc.assert(
      fc.property(series, one => {
        const latest = latestPoint(one)
        fc.pre(latest !== null)
        const before = comparisonPeriod(latest.period, one)
        if (monthsApart(one.frequency) >= 12 && before !== null) expect(valueAt(one, before)).not.toBeNull()
        expect(before === null || before < latest.period).toBe(true)
      }),
    )
  })

  test('deteriorating() ends at the latest value with at least three moves, each of which is worse', () => {
    fc.assert(
      fc.property(series, one => {
        const run = deteriorating(one)
        fc.pre(run !== null)
        expect(run.to).toBe(latestPoint(one)?.period)
        expect(run.moves).toBeGreaterThanOrEqual(3)
        const periods = one.points.map(point => point.period)
        for (const at of periods.slice(-run.moves + periods.indexOf(run.to) + 1, periods.indexOf(run.to) + 1))
          expect(directionOfTravel(one, { at }).direction).toBe('worse')
      }),
      { numRuns: 300, maxSkipsPerRun: 1000 },
    )
  })

  test('every reason of an exception, a summary or a direction is said', () => {
    fc.assert(
      fc.property(series, one => {
        const red: Verdict = { rating: 'Red', variance: 0.5, reason: '50.0 % below target' }
        for (const { detail } of exceptionReasons({ series: one, verdict: red, links: [] }))
          expect(detail).toMatch(/^(.+ in .+, 50\.0 % below target$|worse .*in each of the last .+\(.+\))/)
        expect(summaryGroup({ series: one, verdictAt: always(red) }).reason).not.toBe('')
        const { direction, reason } = directionOfTravel(one)
        expect(direction === null).toBe(reason !== '')
      }),
    )
  })

  test('summaryGroup() without a value or an earlier one is never better or worse', () => {
    fc.assert(
      fc.property(series, one => {
        const { group, from, change } = summaryGroup({ series: one, verdictAt: unrated })
        if (from === null) expect([group, change]).toEqual([null, null])
        else expect(group).not.toBeNull()
      }),
    )
  })

  test('targetFor() and pathTargets() draw the same line', () => {
    const year = (start: number) => `${start}/${String((start + 1) % 100).padStart(2, '0')}` as Period
    const text = fc.nat({ max: 99_999 }).map(hundredths => (hundredths / 100).toFixed(2) as DecimalText)
    fc.assert(
      fc.property(
        text,
        text,
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 1, max: 8 }),
        (from, to, length, at) => {
          fc.pre(at <= length)
          const goal = { period: year(2016 + length), value: to }
          const line = { baselinePeriod: year(2016), baselineValue: from, knownOn: '2017-03-06', assigned: [] }
          const target = targetFor(year(2016 + at), [{ ...goal, ...line, profile: 'line', purpose: 'rated' }])
          const ends = [
            { period: year(2016), value: Number(from) },
            { period: goal.period, value: Number(to) },
          ] as const
          const [point] = pathTargets(...ends, [year(2016 + at)], 2)
          expect('value' in target && target.value).toBe(point?.value)
        },
      ),
    )
  })
})
