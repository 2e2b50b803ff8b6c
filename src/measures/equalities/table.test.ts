import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { differenceOfShares } from './gap.ts'
import { type Details, type Dimension, dimensions, elsewhere, groupNames, groupOf, notKnown } from './groups.ts'
import { type Cell, equalityTable } from './table.ts'

const nobody: Details = { age: null, gender: null, ethnicity: null, reason: null, area: null }
const percent = { unit: 'percent', isRate: false } as const
const cell = (numerator: number, denominator: number, details: Partial<Details>): Cell => ({
  details: { ...nobody, ...details },
  numerator,
  denominator,
})
const noPopulation = () => null

describe('groupOf()', () => {
  test.each<[Dimension, Partial<Details>, string]>([
    ['age', { age: 17 }, 'Under 18'],
    ['age', { age: 18 }, '18 to 24'],
    ['age', { age: 64 }, '45 to 64'],
    ['age', { age: 65 }, '65 to 74'],
    ['age', { age: 85 }, '85 and above'],
    ['age', { age: -1 }, notKnown],
    ['sex', { gender: 'Female' }, 'Female'],
    ['sex', { gender: 'Unknown' }, notKnown],
    ['ethnicity', { ethnicity: 'White: English, Welsh, Scottish, Northern Irish or British' }, 'White British'],
    ['ethnicity', { ethnicity: 'White: Roma' }, 'White: other'],
    ['ethnicity', { ethnicity: 'No data: Refused' }, notKnown],
    ['support reason', { reason: 'Social support: Support to unpaid carer' }, 'Support to unpaid carer'],
    ['support reason', { reason: 'Social support: Substance misuse support' }, 'Social support'],
    ['support reason', { reason: 'Unknown' }, notKnown],
    ['area', { area: 'Harbour' }, 'Harbour'],
    ['area', { area: elsewhere }, elsewhere],
  ])('of %s %o is %s', (dimension, details, group) => {
    expect(groupOf(dimension, { ...nobody, ...details })).toBe(group)
    expect(groupNames(dimension, [{ ...nobody, ...details }])).toContain(group)
  })
})

describe('equalityTable()', () => {
  // Worked by hand: 56 of 70 against 48 of 80 (Newcombe's first example), and 4 of 10 whose sex is not known.
  const table = equalityTable(
    [
      cell(56, 70, { gender: 'Female', age: 70 }),
      cell(48, 80, { gender: 'Male', age: 70 }),
      cell(4, 10, { gender: 'Unknown', age: 70 }),
    ],
    percent,
    noPopulation,
  )
  const of = (group: string) => table.groups.find(row => row.dimension === 'sex' && row.group === group)

  test('counts each group, with Wilson’s interval', () => {
    expect(table.total).toMatchObject({ numerator: 108, denominator: 160, value: 67.5 })
    expect(of('Female')).toMatchObject({ numerator: 56, denominator: 70, value: 80 })
    expect(of('Female')?.lower).toBeCloseTo(69.18, 1)
    expect(of(notKnown)).toMatchObject({ numerator: 4, denominator: 10, value: 40, gap: null })
  })

  test('two groups are one comparison, each against the other, and those not known are in neither', () => {
    expect(table.comparisons).toBe(1)
    expect(table.confidence).toBe(0.95)
    expect(of('Female')?.gap?.others).toEqual({ numerator: 48, denominator: 80, value: 60 })
    expect(of('Female')?.gap?.lower).toBeCloseTo(5.24, 2)
    expect(of('Female')?.gap?.upper).toBeCloseTo(33.39, 2)
    expect(of('Female')?.gap?.isMoreThanChance).toBe(true)
    expect(of('Male')?.gap?.difference).toBeCloseTo(-20, 10)
  })

  test('what is a gap alone may be none among many comparisons', () => {
    const many = equalityTable(
      [
        cell(39, 70, { gender: 'Female', age: 20 }),
        cell(33, 80, { gender: 'Male', age: 30 }),
        cell(42, 100, { gender: 'Other', age: 50 }),
        cell(42, 100, { gender: 'Other', age: 70 }),
        cell(42, 100, { gender: 'Other', age: 80 }),
      ],
      percent,
      noPopulation,
    )
    const women = many.groups.find(row => row.group === 'Female')
    expect(many.comparisons).toBe(8)
    const others = { numerator: 159, denominator: 380 }
    expect(women?.gap?.others).toMatchObject(others)
    expect(differenceOfShares({ numerator: 39, denominator: 70 }, others, 0.95).lower).toBeGreaterThan(0)
    expect(women?.gap?.isMoreThanChance).toBe(false)
  })

  test('the groups of each dimension sum to the total, those not known with them', () => {
    const anyCell = fc
      .record({
        of: fc.integer({ min: 0, max: 500 }),
        part: fc.double({ min: 0, max: 1, noNaN: true }),
        age: fc.option(fc.integer({ min: -3, max: 160 })),
        gender: fc.option(fc.constantFrom('Female', 'Male', 'Other', 'Unknown', 'Invalid and not mapped')),
        ethnicity: fc.option(fc.constantFrom('White: Roma', 'No data: Refused', 'Asian or Asian British: Indian', '')),
        reason: fc.option(fc.constantFrom('Mental health support', 'Unknown', 'Social support: Asylum seeker support')),
        area: fc.option(fc.constantFrom('Harbour', 'Moor', elsewhere, notKnown)),
      })
      .map(({ of: people, part, ...details }) => cell(Math.floor(people * part), people, details))
    fc.assert(
      fc.property(fc.array(anyCell, { maxLength: 30 }), cells => {
        const { total, groups } = equalityTable(cells, percent, noPopulation)
        for (const dimension of dimensions)
          for (const count of ['numerator', 'denominator'] as const) {
            if (dimension === 'area' && cells.every(({ details }) => details.area === null)) continue
            const own = groups.filter(row => row.dimension === dimension)
            expect(own.reduce((sum, row) => sum + (row[count] ?? 0), 0)).toBe(total[count])
          }
      }),
    )
  })

  test('those who live elsewhere, or nobody knows where, belong to the sum and are compared with nobody', () => {
    const inAreas = equalityTable(
      [
        cell(56, 70, { area: 'Moor' }),
        cell(48, 80, { area: 'Harbour' }),
        cell(9, 10, { area: elsewhere }),
        cell(4, 10, { area: null }),
      ],
      percent,
      noPopulation,
    ).groups.filter(({ dimension }) => dimension === 'area')
    expect(inAreas.map(({ group, gap }) => [group, gap?.others.denominator])).toEqual([
      ['Harbour', 70],
      ['Moor', 80],
      [elsewhere, undefined],
      [notKnown, undefined],
    ])
  })

  test('where nobody has an area there is no breakdown by it; where somebody has, an area of nobody counted is seen', () => {
    const rate = { unit: 'per 100,000', isRate: true } as const
    const inhabitants = (dimension: Dimension | null) => (dimension === 'area' ? 5000 : null)
    const areasIn = (cells: readonly Cell[]) =>
      equalityTable(cells, rate, inhabitants, ['Moor', 'Harbour']).groups.filter(row => row.dimension === 'area')
    expect(areasIn([cell(3, 0, {})])).toEqual([])
    expect(areasIn([cell(3, 0, { area: 'Moor' })]).map(({ group, value }) => [group, value])).toEqual([
      ['Harbour', 0],
      ['Moor', 60],
      [elsewhere, 0],
      [notKnown, 0],
    ])
  })

  test('a rate has the inhabitants of each group where they are known, and counts alone where they are not', () => {
    const rate = { unit: 'per 100,000', isRate: true } as const
    const cells = [cell(30, 0, { gender: 'Female' }), cell(10, 0, { gender: 'Male' })]
    const bare = equalityTable(cells, rate, noPopulation)
    expect(bare.total).toMatchObject({ numerator: 40, denominator: null, value: null, lower: null })
    expect(bare.comparisons).toBe(0)
    const inhabitants = new Map([
      ['Female', 10_000],
      ['Male', 10_000],
      ['Other', 100],
    ])
    const known = equalityTable(cells, rate, (dimension, group) =>
      dimension === null ? 20_100 : dimension === 'sex' ? (inhabitants.get(group) ?? null) : null,
    )
    const sexes = known.groups.filter(row => row.dimension === 'sex')
    expect(sexes.map(({ group, numerator, value }) => [group, numerator, value])).toEqual([
      ['Female', 30, 300],
      ['Male', 10, 100],
      ['Other', 0, 0],
    ])
    // Byar's limits of 30 and 10 events, from the tables of Breslow and Day: 20.24 to 42.83, 4.79 to 18.39
    expect(sexes[0]?.lower).toBeCloseTo(202.4, 1)
    expect(sexes[0]?.upper).toBeCloseTo(428.3, 1)
    expect(sexes[1]?.lower).toBeCloseTo(47.9, 1)
    expect(sexes[0]?.gap?.isMoreThanChance).toBe(true)
  })
})
