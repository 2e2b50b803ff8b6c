import { describe, expect, test } from 'vitest'
import type { Period } from '../../shared/period/period.ts'
import { rounded } from '../../shared/rounding.ts'
import { peopleAtRate, populationAtRate, populationFor } from './people-at-rate.ts'

/** Whether a number fits the words of the sheets: "around", "just over", "just under" a number, within one per cent. */
function fits(exact: number, words: 'around' | 'just over' | 'just under', said: number): boolean {
  const off = (exact - said) / said
  if (words === 'around') return Math.abs(off) < 0.01
  return words === 'just over' ? off > 0 && off < 0.01 : off < 0 && off > -0.01
}

// Norfolk's target sheets for 2017/18 to 2020/21 state what each rate means in people.
describe('peopleAtRate() on the target sheets of Norfolk', () => {
  test('peopleAtRate() of around 61,000 requests at 25 % is around 15,200 assessments', () => {
    expect(peopleAtRate(25, 'percent', 61_000)).toBe(15_250)
    expect(fits(peopleAtRate(32.72, 'percent', 61_000), 'around', 20_000)).toBe(true)
    expect(fits(15_250, 'around', 15_200)).toBe(true)
  })

  test('populationAtRate() of around 6,680 people with services at 90 % is around 7,400 assessments', () => {
    const withServices = peopleAtRate(75.95, 'percent', 8_800)
    expect(rounded(withServices, 0)).toBe(6_684)
    expect(fits(withServices, 'around', 6_680)).toBe(true)
    const total = populationAtRate(6_680, 'percent', 90)
    expect(rounded(total, 0)).toBe(7_422)
    expect(fits(total, 'around', 7_400)).toBe(true)
  })

  test('peopleAtRate() of 5,799 people at 68.89 % is just under 4,000', () => {
    expect(fits(peopleAtRate(68.89, 'percent', 5_799), 'just under', 4_000)).toBe(true)
  })

  test.each([
    [686, 20.42, 66, 2_217, 2_200],
    [2_060, 26.96, 15, 1_146, 1_140],
  ])(
    'peopleAtRate() of the reviews of which %d are %d %%, at %d %%, is %d: just over %d',
    (count, base, target, people, said) => {
      const exact = peopleAtRate(target, 'percent', populationAtRate(count, 'percent', base))
      expect(rounded(exact, 0)).toBe(people)
      expect(fits(exact, 'just over', said)).toBe(true)
    },
  )

  // A finding: the two admission rates need populations that no document gives. The same authority printed 507,180 adults of 18 to
  // 64 and 213,765 people of 65 and over for 2016/17 (June 2017, provisional ASCOF results 2A1 and 2A2).
  test('populationAtRate() contradicts the printed populations: admissions 18 to 64', () => {
    const before = populationAtRate(80, 'per_100k', 18.3)
    const after = populationAtRate(70, 'per_100k', 13.6)
    expect([rounded(before, 0), rounded(after, 0)]).toEqual([437_158, 514_706])
    expect(rounded(after / before - 1, 3)).toBe(0.177)
    expect(fits(peopleAtRate(18.3, 'per_100k', 507_180), 'around', 80)).toBe(false)
    expect(rounded(peopleAtRate(18.3, 'per_100k', 507_180), 1)).toBe(92.8)
  })

  test('populationAtRate() contradicts the printed populations: admissions 65 and over', () => {
    const before = populationAtRate(1_320, 'per_100k', 611.9)
    const after = populationAtRate(1_220, 'per_100k', 534)
    expect([rounded(before, 0), rounded(after, 0)]).toEqual([215_722, 228_464])
    expect(fits(peopleAtRate(534, 'per_100k', 213_765), 'around', 1_220)).toBe(false)
    expect(rounded(peopleAtRate(611.9, 'per_100k', 213_765), 0)).toBe(1_308)
  })
})

describe('peopleAtRate()', () => {
  test('peopleAtRate() and populationAtRate() refuse what is no rate of people', () => {
    expect(() => peopleAtRate(3, 'count', 100)).toThrow(RangeError)
    expect(() => peopleAtRate(3, 'days', 100)).toThrow(/unit is days/)
    expect(() => populationAtRate(3, 'percent', 0)).toThrow(/above 0/)
  })

  test('peopleAtRate() knows rates per 1,000', () => {
    expect(peopleAtRate(2.5, 'per_1k', 4_000)).toBe(10)
  })
})

describe('populationFor()', () => {
  const of = (period: string, people: number) => ({ period: period as Period, people })
  const estimates = [of('2016/17', 500), of('2014/15', 480), of('2015/16', 490)]

  test.each([
    ['2016/17', [], { people: 500, basis: 'estimate', said: 'on the population estimated for 2016/17' }],
    [
      '2018/19',
      [of('2018/19', 530)],
      { people: 530, basis: 'projection', said: 'on the population projected for 2018/19' },
    ],
    [
      '2018/19',
      [of('2019/20', 540)],
      {
        people: 500,
        basis: 'estimate_held_flat',
        said: 'on the population estimated for 2016/17, held flat as no projection is loaded',
      },
    ],
    ['2013/14', [], null],
  ])('populationFor() %s', (period, projections, chosen) => {
    expect(populationFor(period as Period, projections, estimates)).toEqual(chosen)
  })
})
