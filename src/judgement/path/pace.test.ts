import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Period } from '../../shared/period/period.ts'
import { type CouncilFigures, paceAmong } from './pace.ts'

const span = ['2014/15', '2015/16', '2016/17', '2017/18'] as Period[]
const council = (name: string, ...values: (number | null)[]): CouncilFigures => ({
  council: name,
  points: values.flatMap((value, at) => (value === null ? [] : [{ period: span[at] as Period, value }])),
})

describe('paceAmong()', () => {
  const councils = [
    council('fast', 20, 18, 16, 14),
    council('fast-then-back', 20, 13, 19, 20),
    council('slow', 20, 19.5, 19, 18.9),
    council('worse', 10, 12, 14, 16),
    council('too-short', null, null, 30, 10),
  ]

  test('paceAmong() counts who came so far in so many years or fewer, of those with figures so far apart', () => {
    expect(paceAmong({ by: 6, years: 3, direction: -1 }, councils, [span])).toEqual({
      kind: 'known',
      improved: 2,
      of: 4,
      councils: ['fast', 'fast-then-back'],
      from: '2014/15',
      to: '2017/18',
    })
    expect(paceAmong({ by: 6, years: 3, direction: 1 }, councils, [span])).toMatchObject({
      improved: 2,
      of: 4,
      councils: ['fast-then-back', 'worse'],
    })
  })

  test('paceAmong() counts a change of exactly so much, in decimals', () => {
    const exact = [council('exact', 16.5, 16.4, 16.3, 16.2)]
    expect(paceAmong({ by: 0.3, years: 3, direction: -1 }, exact, [span])).toMatchObject({ improved: 1 })
  })

  test('paceAmong() never sets figures of two definitions beside each other', () => {
    const spans = [span.slice(0, 2), span.slice(2)]
    expect(paceAmong({ by: 1, years: 3, direction: -1 }, councils, spans)).toEqual({
      kind: 'unknown',
      because: 'one definition spans 1 year of change, and the path takes 3',
    })
    // 18 to 16 lies across the break: only 20 to 18 and 16 to 14 count.
    expect(paceAmong({ by: 3, years: 1, direction: -1 }, [council('fast', 20, 18, 14, 12)], spans)).toMatchObject({
      improved: 0,
      of: 1,
    })
  })

  test('paceAmong() refuses a change of nothing', () => {
    expect(() => paceAmong({ by: 0, years: 3, direction: 1 }, councils, [span])).toThrow(/must be above 0/)
  })

  test('paceAmong() of a smaller change is never fewer councils, and turns about with the sign', () => {
    const value = fc.integer({ min: 0, max: 1000 }).map(whole => whole / 10)
    const some = fc.array(fc.tuple(value, value, value, value), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(some, fc.integer({ min: 2, max: 200 }), (rows, tenths) => {
        const those = rows.map((row, at) => council(`c${at}`, ...row))
        const turned = rows.map((row, at) => council(`c${at}`, ...row.map(each => -each)))
        const did = (by: number, direction: 1 | -1, all = those) => {
          const pace = paceAmong({ by, years: 3, direction }, all, [span])
          return pace.kind === 'known' ? pace.improved : -1
        }
        expect(did((tenths - 1) / 10, 1)).toBeGreaterThanOrEqual(did(tenths / 10, 1))
        expect(did(tenths / 10, 1)).toBe(did(tenths / 10, -1, turned))
      }),
    )
  })
})
