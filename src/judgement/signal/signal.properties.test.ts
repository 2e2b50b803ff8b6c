/** What holds of every series, and the same answers from a second, plainer implementation in exact fractions. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Meaning, type SignalOptions, type SignalPoint, signalOf } from './signal.ts'

const date = (at: number) => `${2000 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
const dated = (values: readonly (number | null)[]) => values.map((value, at) => ({ date: date(at), value }))

/** Whole numbers in few sizes, so that ties, runs and points on the mean are common, with a spike now and then. */
const value = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: -6, max: 12 }) },
  { weight: 1, arbitrary: fc.integer({ min: -80, max: 80 }) },
)
const drift = fc.integer({ min: -2, max: 2 })
const whole = fc
  .tuple(fc.array(value, { minLength: 1, maxLength: 45 }), drift)
  .map(([values, each]) => values.map((number, at) => number + at * each))
const withGaps = fc
  .tuple(whole, fc.array(fc.nat({ max: 44 }), { maxLength: 2 }))
  .map(([values, gaps]) => values.map((number, at): number | null => (gaps.includes(at) ? null : number)))
const options: fc.Arbitrary<SignalOptions> = fc.record({
  better: fc.constantFrom('up', 'down', 'neither'),
  target: fc.option(fc.integer({ min: -20, max: 30 })),
  rebases: fc.array(fc.nat({ max: 44 }).map(date), { maxLength: 3 }),
  baseline: fc.option(fc.integer({ min: 12, max: 20 })),
  screening: fc.boolean(),
})
const runs = { numRuns: 400 }
const flags = (points: readonly SignalPoint[]) => points.map(point => point.flag)

describe('signalOf(), whatever the series', () => {
  test('scaling the values scales the lines and changes no flag', () => {
    fc.assert(
      fc.property(withGaps, options, fc.constantFrom(0.5, 2, 4, 1024), (values, how, factor) => {
        const plain = signalOf(dated(values), how)
        const scaled = signalOf(dated(values.map(each => each && each * factor)), {
          ...how,
          target: how.target && how.target * factor,
        })
        expect(flags(scaled.points)).toEqual(flags(plain.points))
        expect(scaled.assurance).toBe(plain.assurance)
        plain.stretches.forEach(({ lines }, at) => {
          const other = scaled.stretches[at]?.lines
          expect(other?.upper ?? null).toBe(lines.upper && lines.upper * factor)
          expect(other?.lower ?? null).toBe(lines.lower && lines.lower * factor)
        })
      }),
      runs,
    )
  })

  test('turning good round swaps improvement and concern, pass and fail, and nothing else', () => {
    const swapped: Record<Meaning, Meaning> = {
      common: 'common',
      improvement: 'concern',
      concern: 'improvement',
      high: 'high',
      low: 'low',
    }
    fc.assert(
      fc.property(withGaps, options, (values, how) => {
        const up = signalOf(dated(values), { ...how, better: 'up' })
        const down = signalOf(dated(values), { ...how, better: 'down' })
        expect(down.points).toEqual(up.points.map(point => ({ ...point, meaning: swapped[point.meaning] })))
        expect(down.stretches).toEqual(up.stretches)
        const assured = { pass: 'fail', fail: 'pass', inconsistent: 'inconsistent' } as const
        expect(down.assurance).toBe(up.assurance && assured[up.assurance])
      }),
      runs,
    )
  })

  test('adding a constant moves the mean by it and leaves ranges and flags', () => {
    fc.assert(
      fc.property(whole, options, fc.integer({ min: -1000, max: 1000 }), (values, how, more) => {
        const plain = signalOf(dated(values), how)
        const moved = signalOf(dated(values.map(each => each + more)), { ...how, target: null })
        plain.stretches.forEach(({ lines }, at) => {
          const other = moved.stretches[at]?.lines
          expect(other?.averageRange).toBe(lines.averageRange)
          expect(Number(other?.mean) - Number(lines.mean)).toBeCloseTo(more, 9)
        })
        // Flags are compared where the mean is a fraction that both can hold; the exact oracle below has no such limit.
        expect(moved.points.map(point => point.flag?.cause === 'trend')).toEqual(
          plain.points.map(point => point.flag?.cause === 'trend'),
        )
      }),
      runs,
    )
  })

  test('the order in which points come does not matter', () => {
    fc.assert(
      fc.property(
        withGaps.chain(values =>
          fc.tuple(fc.constant(values), fc.shuffledSubarray(dated(values), { minLength: values.length })),
        ),
        options,
        ([values, shuffled], how) => {
          expect(signalOf(shuffled, how)).toEqual(signalOf(dated(values), how))
        },
      ),
      runs,
    )
  })

  test('a rebase keeps the two sides apart: each is judged as if it stood alone', () => {
    fc.assert(
      fc.property(withGaps, withGaps, options, (before, after, how) => {
        const alone = { ...how, rebases: [] }
        const both = signalOf(dated([...before, ...after]), { ...how, rebases: [date(before.length)] })
        const parts = [signalOf(dated(before), alone), signalOf(dated(after), alone)]
        expect(flags(both.points)).toEqual(parts.flatMap(part => flags(part.points)))
        expect(both.stretches.map(stretch => stretch.lines)).toEqual(
          parts.flatMap(part => part.stretches.map(stretch => stretch.lines)),
        )
      }),
      runs,
    )
  })

  test('agrees with the rules written down a second time in exact fractions', () => {
    fc.assert(
      fc.property(withGaps, options, (values, how) => {
        const signal = signalOf(dated(values), how)
        const expected = plainly(values, how)
        expect(signal.points.map(point => (point.flag ? `${point.flag.cause} ${point.flag.way}` : ''))).toEqual(
          expected.labels,
        )
        expect(signal.assurance).toBe(expected.assurance)
        signal.points.forEach((point, at) => {
          const { lines } = signal.stretches.find(stretch => stretch.number === point.stretch) ?? { lines: null }
          for (const [ours, exact] of [
            [lines?.mean, expected.lines[at]?.mean],
            [lines?.lower, expected.lines[at]?.lower],
            [lines?.upper, expected.lines[at]?.upper],
          ] as const) {
            if (exact == null) expect(ours ?? null).toBeNull()
            else expect(Number(ours)).toBeCloseTo(Number(exact.n) / Number(exact.d), 9)
          }
        })
      }),
      { numRuns: 1500 },
    )
  })
})

// ------------------------------------------------------------------ the rules again, as simply as they can be written

type Fraction = { readonly n: bigint; readonly d: bigint }
const of = (n: number, d = 1): Fraction => ({ n: BigInt(n), d: BigInt(d) })
const plus = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d })
const times = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.n, d: a.d * b.d })
const less = (a: Fraction, b: Fraction) => a.n * b.d < b.n * a.d
const average = (all: readonly Fraction[]) => (all.length ? times(all.reduce(plus, of(0)), of(1, all.length)) : null)

function plainly(values: readonly (number | null)[], how: SignalOptions) {
  const groups: (number | null)[][] = [[]]
  values.forEach((each, at) => {
    if (at > 0 && how.rebases.includes(date(at))) groups.push([])
    groups.at(-1)?.push(each)
  })
  const labels: string[] = []
  const lines: ({ mean: Fraction | null; lower: Fraction | null; upper: Fraction | null } | undefined)[] = []
  for (const group of groups) {
    const used = group.slice(0, how.baseline ?? group.length)
    const mean = average(used.filter(each => each !== null).map(each => of(each)))
    const ranges: number[] = []
    for (let at = 1; at < used.length; at += 1)
      if (used[at] != null && used[at - 1] != null) ranges.push(Math.abs(Number(used[at]) - Number(used[at - 1])))
    const first = average(ranges.map(range => of(range)))
    const kept = ranges.filter(range => !how.screening || (first && less(of(range), times(first, of(3267, 1000)))))
    const last = average(kept.map(range => of(range)))
    const collapsed = last?.n === 0n && first?.n !== 0n
    const line = (factor: Fraction) => (mean && last && !collapsed ? plus(mean, times(last, factor)) : null)
    const [lower, upper] = [line(of(-266, 100)), line(of(266, 100))]
    const [nearLower, nearUpper] = [line(of(-2 * 266, 300)), line(of(2 * 266, 300))]
    const side = group.map(each =>
      each === null || !mean ? 0 : less(mean, of(each)) ? 1 : less(of(each), mean) ? -1 : 0,
    )
    const outside = group.map(
      each => each !== null && upper !== null && lower !== null && (less(upper, of(each)) || less(of(each), lower)),
    )
    const close = group.map(
      (each, at) =>
        each !== null &&
        !outside[at] &&
        nearUpper !== null &&
        nearLower !== null &&
        (less(nearUpper, of(each)) || less(of(each), nearLower)),
    )
    const trend: string[] = []
    const shift = new Set<number>()
    const two = new Set<number>()
    for (let from = 0; from < group.length; from += 1) {
      const window = group.slice(from, from + 7)
      const steps = window.slice(1).map((each, at) => [window[at], each] as const)
      const full = window.length === 7 && window.every(each => each !== null)
      // A later window writes over an earlier one: a peak points where the run behind it leads.
      for (let at = from; at < from + 7; at += 1) {
        if (full && steps.every(([a, b]) => Number(b) > Number(a))) trend[at] = 'up'
        if (full && steps.every(([a, b]) => Number(b) < Number(a))) trend[at] = 'down'
        const sides = side.slice(from, from + 7)
        if (sides.length === 7 && sides[0] !== 0 && sides.every(each => each === sides[0])) shift.add(at)
      }
      const three = [from, from + 1, from + 2]
      const same = three.every(at => side[at] !== undefined && side[at] !== 0 && side[at] === side[from])
      const near = three.filter(at => close[at])
      if (same && near.length >= 2) for (const at of near) two.add(at)
    }
    group.forEach((_, at) => {
      const way = side[at] === 1 ? 'up' : 'down'
      if (outside[at]) labels.push(`outside ${way}`)
      else if (trend[at]) labels.push(`trend ${trend[at]}`)
      else if (two.has(at)) labels.push(`two_in_three ${way}`)
      else labels.push(shift.has(at) ? `shift ${way}` : '')
      lines.push({ mean, lower, upper })
    })
  }
  return { labels, lines, assurance: assured(how, lines.at(-1)) }
}

function assured(
  { target, better }: SignalOptions,
  last: { lower: Fraction | null; upper: Fraction | null } | undefined,
): string | null {
  if (target === null || better === 'neither') return null
  if (last?.upper && less(last.upper, of(target))) return better === 'up' ? 'fail' : 'pass'
  if (last?.lower && less(of(target), last.lower)) return better === 'up' ? 'pass' : 'fail'
  return 'inconsistent'
}
