import { describe, expect, test } from 'vitest'
import { count, figure, hiddenIn } from '../../../test/support/made-up-figures.ts'
import { toPeriod } from '../../shared/period/period.ts'
import type { Measure } from './figures.ts'

describe('a small count of people without recorded counts', () => {
  test.each([
    // 1.1 of 377,952 people are 4.2, and 1.4 are 5.3.
    ['in the nearest month', 1.1, { period: '2025-05', value: 9, numerator: 34, denominator: 377_952 }, true],
    ['in the nearest month', 1.4, { period: '2025-05', value: 9, numerator: 34, denominator: 377_952 }, false],
    ['in a month of another area', 1.1, { geography: 'there', numerator: 34, denominator: 377_952 }, false],
  ])('is found behind a rate without counts by the denominator %s (%s)', (_, value, lender, isHidden) => {
    const rate: Measure = { ...count, unit: 'per_100k' }
    const bare = figure({ value })
    expect(hiddenIn([bare, figure(lender)], { people: rate }).includes(bare)).toBe(isHidden)
  })

  test('is found behind a rate without counts by a denominator of the same name, and never where it is none', () => {
    const labels = { numerator: '', denominator: 'People aged 18 to 64' }
    const rate: Measure = { ...count, unit: 'per_100k', labels }
    const measures = { people: rate, others: { ...rate, labels: { ...labels, denominator: 'people aged 18 to 64 ' } } }
    const lender = figure({ measure: 'others', period: '2024-03', numerator: 900, denominator: 377_952 })
    const [some, none] = [figure({ value: 1.1 }), figure({ value: 0, period: '2025-07' })]
    expect(hiddenIn([some, none, lender], measures)).toEqual([some])
    expect(hiddenIn([{ ...some, isPublished: true }, lender], measures)).toEqual([])
    expect(hiddenIn([some, lender], { ...measures, people: { ...rate, labels: count.labels } })).toEqual([])
  })
})

describe('a small count of people that another publication shows', () => {
  test('stays where another publication shows that figure already, not the next one', () => {
    const figures = [figure({ value: 3, isPublished: true }), figure({ value: 3, period: '2025-07' })]
    expect(hiddenIn(figures)).toEqual([figures[1]])
  })

  test('is hidden although a figure that stays happens to be the same number once', () => {
    const figures = [figure({ value: 3, isPublished: true }), figure({ measure: 'others', value: 3 })]
    expect(hiddenIn(figures, { people: count, others: count })).toEqual([figures[1]])
    const again = figures.map(each => ({ ...each, period: toPeriod('2025-07') }))
    expect(hiddenIn([...figures, ...again], { people: count, others: count })).toEqual([])
  })
})
