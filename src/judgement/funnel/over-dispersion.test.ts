import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { standardDeviations } from '../intervals/interval.ts'
import type { Area } from './funnel.ts'
import {
  dispersionAmong,
  type FigureSort,
  fewestAreas,
  placeWidened,
  usuallyBeyond,
  widenedLimits,
} from './over-dispersion.ts'

type Case = {
  readonly name: string
  readonly sort: FigureSort
  readonly events: readonly number[]
  readonly of: readonly number[]
  readonly baseline: number
  readonly times: number
  readonly between: number
  readonly sizes: readonly number[]
  readonly limits: readonly {
    readonly level: number
    readonly lower: readonly number[]
    readonly upper: readonly number[]
  }[]
}

const path = new URL('../../../test/fixtures/funnel/over-dispersion-vectors.json', import.meta.url)
const { cases } = JSON.parse(readFileSync(path, 'utf8')) as { readonly cases: readonly Case[] }

describe.each(cases)('$name', ({ sort, events, of, baseline, times, between, sizes, limits }) => {
  const areas = of.map((people, at): Area => ({ events: Number(events[at]), of: people }))

  test('dispersionAmong() gives what R gives', () => {
    const found = dispersionAmong(areas, baseline, sort)
    expect(found?.times).toBeCloseTo(times, 9)
    expect(found?.between).toBeCloseTo(between, 9)
  })

  test.each(limits)('widenedLimits() at $level gives what R gives', ({ level, lower, upper }) => {
    const found = sizes.map(size => widenedLimits({ baseline, of: size, sort, between }, level))
    found.forEach((limit, at) => {
      expect(limit.lower).toBeCloseTo(Number(lower[at]), 9)
      expect(limit.upper).toBeCloseTo(Number(upper[at]), 9)
    })
  })
})

const areasOf = (sort: FigureSort) =>
  fc.array(
    fc
      .record({ of: fc.integer({ min: 20, max: 20_000 }), share: fc.double({ min: 0.01, max: 0.99, noNaN: true }) })
      .map(({ of, share }): Area => ({ of, events: Math.round(of * (sort === 'share' ? share : share * 3)) })),
    { minLength: fewestAreas, maxLength: 40 },
  )
const sorts = fc.constantFrom<FigureSort>('share', 'rate')
const level = fc.constantFrom(0.95, 0.998)

describe('limits that allow for how much areas differ', () => {
  test('are told of no fewer than ten areas', () => {
    const area = { events: 3, of: 10 }
    expect(
      dispersionAmong(
        Array.from({ length: 9 }, () => area),
        0.3,
        'share',
      ),
    ).toBeNull()
    expect(
      dispersionAmong(
        Array.from({ length: 10 }, () => area),
        0.3,
        'share',
      ),
    ).toEqual({ times: 0, between: 0 })
  })

  test('are not widened by one that stands out, which is drawn in', () => {
    const usual = Array.from({ length: 30 }, (_, at) => ({ events: 290 + at, of: 1000 }))
    const one = [...usual.slice(1), { events: 900, of: 1000 }]
    const [before, after] = [usual, one].map(areas => dispersionAmong(areas, 0.305, 'share'))
    expect(Number(after?.times)).toBeLessThan(Number(before?.times) + 0.5)
    expect(
      placeWidened(
        { events: 900, of: 1000 },
        { baseline: 0.305, sort: 'share', between: Number(after?.between) },
        0.998,
      ),
    ).toBe('high')
  })

  test('stay between none and all, hold the baseline, and close in with size no further than areas differ', () => {
    fc.assert(
      fc.property(
        sorts,
        level,
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.double({ min: 0, max: 0.2, noNaN: true }),
        (sort, confidence, baseline, between) => {
          const [small, large] = [50, 5000].map(of => widenedLimits({ baseline, of, sort, between }, confidence))
          if (!small || !large) throw new Error('Both have limits')
          expect(small.lower).toBeGreaterThanOrEqual(0)
          if (sort === 'share') expect(small.upper).toBeLessThanOrEqual(1)
          expect(small.lower).toBeLessThanOrEqual(large.lower)
          expect(large.lower).toBeLessThanOrEqual(baseline + 1e-12)
          expect(large.upper).toBeGreaterThanOrEqual(baseline - 1e-12)
          expect(small.upper).toBeGreaterThanOrEqual(large.upper)
          const endless = widenedLimits({ baseline, of: 1e12, sort, between }, confidence)
          const none = widenedLimits({ baseline, of: 1e12, sort, between: 0 }, confidence)
          expect(endless.upper).toBeGreaterThanOrEqual(none.upper)
        },
      ),
    )
  })

  test('put fewer areas beyond them than chance alone does, never more', () => {
    fc.assert(
      fc.property(
        sorts.chain(sort => areasOf(sort).map(areas => ({ sort, areas }))),
        level,
        ({ sort, areas }, confidence) => {
          const baseline =
            areas.reduce((sum, { events }) => sum + events, 0) / areas.reduce((sum, { of }) => sum + of, 0)
          if (sort === 'share' && baseline >= 1) return
          const { between } = dispersionAmong(areas, baseline, sort) ?? { between: 0 }
          const beyond = (variance: number) =>
            areas.filter(area => placeWidened(area, { baseline, sort, between: variance }, confidence) !== 'within')
              .length
          expect(beyond(between)).toBeLessThanOrEqual(beyond(0))
        },
      ),
    )
  })

  test('agree between shares and the people who are not in them', () => {
    fc.assert(
      fc.property(areasOf('share'), areas => {
        const others = areas.map(({ events, of }) => ({ events: of - events, of }))
        const [one, other] = [dispersionAmong(areas, 0.4, 'share'), dispersionAmong(others, 0.6, 'share')]
        expect(Number(one?.times)).toBeCloseTo(Number(other?.times), 6)
        expect(Number(one?.between)).toBeCloseTo(Number(other?.between), 9)
      }),
    )
  })

  test('leave about one area in ten and one in a hundred beyond them where areas differ like a bell', () => {
    // Areas so large that chance is nothing, each at a quantile of the normal distribution: half a thousand on either side.
    const deviations = Array.from({ length: 500 }, (_, at) => standardDeviations((2 * at + 1) / 1000))
    const areas = [...deviations, ...deviations.map(each => -each)].map(
      (each): Area => ({ of: 1e12, events: 1e12 * Math.sin(Math.PI / 4 + each / 50) ** 2 }),
    )
    const between = Number(dispersionAmong(areas, 0.5, 'share')?.between)
    for (const confidence of [0.95, 0.998] as const) {
      const beyond = areas.filter(
        area => placeWidened(area, { baseline: 0.5, sort: 'share', between }, confidence) !== 'within',
      )
      expect(beyond.length / areas.length).toBeCloseTo(usuallyBeyond[confidence], 2)
    }
  })
})
