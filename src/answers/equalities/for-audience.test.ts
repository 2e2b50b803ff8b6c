import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Equalities } from '../../measures/equalities/equalities.ts'
import { type Cell, equalityTable } from '../../measures/equalities/table.ts'
import { equalitiesFor, type ShownEqualities } from './for-audience.ts'

const nobody = { age: 70, gender: null, ethnicity: null, reason: null, area: null }

function made(cells: readonly Cell[], more: Partial<Equalities> = {}): Equalities {
  return {
    period: '1 Apr 25 - 31 Mar 26',
    periodStart: '2025-04-01',
    periodEnd: '2026-03-31',
    council: '901',
    folder: 'made-up',
    measure: 'Made up',
    breakdown: 'Total',
    counts: 'people',
    unit: 'percent',
    decimals: 1,
    isRate: false,
    ...equalityTable(cells, { unit: 'percent', isRate: false }, () => null),
    ...more,
  }
}

const bySex = made([
  { details: { ...nobody, gender: 'Female' }, numerator: 43, denominator: 87 },
  { details: { ...nobody, gender: 'Male' }, numerator: 61, denominator: 92 },
  { details: { ...nobody, gender: 'Other' }, numerator: 3, denominator: 11 },
])
const counts = fc.integer({ min: 0, max: 40 })
const someCells = fc.array(
  fc
    .record({
      gender: fc.constantFrom('Female', 'Male', 'Other', null),
      ethnicity: fc.constantFrom('White: Roma', 'Asian or Asian British: Indian', null),
      area: fc.constantFrom('Harbour', 'Moor', 'sex=Female; area=Moor', null),
      numerator: counts,
      more: counts,
    })
    .map(({ numerator, more, ...details }) => ({
      details: { ...nobody, ...details },
      numerator,
      denominator: numerator + more,
    })),
  { maxLength: 8 },
)
const sexes = ([table]: readonly ShownEqualities[]) => table?.groups.filter(row => row.dimension === 'sex') ?? []

describe('equalitiesFor()', () => {
  test('officers see every figure, and from whom a small one is hidden', () => {
    const [women, , other] = sexes(equalitiesFor('officer', [bySex]))
    expect(women).toMatchObject({ numerator: 43, denominator: 87, value: '49.4' })
    expect(other).toMatchObject({ numerator: 3, denominator: 11, suppressedFor: ['public', 'member'] })
  })

  test('members see no small count, nor the one from which it could be worked out; the others are rounded to five', () => {
    for (const audience of ['member', 'public'] as const) {
      const rows = sexes(equalitiesFor(audience, [bySex]))
      expect(rows.map(({ numerator, denominator, value }) => [numerator, denominator, value])).toEqual([
        [null, null, null],
        [60, 90, '66.7'],
        [null, null, null],
      ])
      expect(rows[0]).toMatchObject({ lower: null, upper: null, gap: null, suppressedFor: ['public', 'member'] })
    }
  })

  test('nobody but officers reads that all but a few of a group are counted', () => {
    const allButTwo = made([
      { details: { ...nobody, gender: 'Female' }, numerator: 52, denominator: 87 },
      { details: { ...nobody, gender: 'Male' }, numerator: 51, denominator: 92 },
      { details: { ...nobody, gender: 'Other' }, numerator: 38, denominator: 40 },
    ])
    const hidden = sexes(equalitiesFor('public', [allButTwo])).filter(({ value }) => value === null)
    expect(hidden.map(({ group }) => group)).toContain('Other')
    expect(hidden.length).toBeGreaterThan(1)
  })

  test.each([
    [0, 8],
    [8, 8],
  ])(
    'nobody but officers reads that %s of a group of %s are counted: that would speak of each of them',
    (some, all) => {
      const alike = made([
        { details: { ...nobody, gender: 'Female' }, numerator: 52, denominator: 87 },
        { details: { ...nobody, gender: 'Male' }, numerator: 51, denominator: 92 },
        { details: { ...nobody, gender: 'Other' }, numerator: some, denominator: all },
      ])
      const hidden = sexes(equalitiesFor('public', [alike])).filter(({ value }) => value === null)
      expect(hidden.map(({ group }) => group)).toContain('Other')
      expect(hidden.length).toBeGreaterThan(1)
    },
  )

  test('a gap that others may read says its direction, and no number from which counts follow', () => {
    const wide = made([
      { details: { ...nobody, gender: 'Female' }, numerator: 80, denominator: 100 },
      { details: { ...nobody, gender: 'Male' }, numerator: 40, denominator: 100 },
    ])
    const [table] = equalitiesFor('public', [wide])
    expect(table?.gaps).toEqual([
      'Sex, Female: 80.0 %, higher than all others',
      'Sex, Male: 40.0 %, lower than all others',
    ])
    expect(sexes([table as ShownEqualities])[0]?.gap).toEqual({
      isMoreThanChance: true,
      direction: 'higher',
      others: null,
      difference: null,
      lower: null,
      upper: null,
    })
    expect(equalitiesFor('officer', [wide])[0]?.gaps[0]).toBe(
      'Sex, Female: 80.0 %, 40.0 points higher than all others (40.0 %)',
    )
  })

  test('what one measure hides, another that counts the rest of the same people does not give away', () => {
    const rest = made(
      [
        { details: { ...nobody, gender: 'Female' }, numerator: 44, denominator: 87 },
        { details: { ...nobody, gender: 'Male' }, numerator: 31, denominator: 92 },
        { details: { ...nobody, gender: 'Other' }, numerator: 8, denominator: 11 },
      ],
      { measure: 'Other measure' },
    )
    const [, beside] = equalitiesFor('public', [bySex, rest])
    const rows = beside?.groups.filter(row => row.dimension === 'sex') ?? []
    expect(rows.find(row => row.group === 'Other')?.numerator).toBe(null)
  })

  test('beside a table of everybody, those of the age bands stay with officers', () => {
    const band = made([{ details: nobody, numerator: 50, denominator: 80 }], { breakdown: '65 and above' })
    const alone = { ...band, folder: 'another' }
    expect(equalitiesFor('public', [bySex, band, alone]).map(({ breakdown }) => breakdown)).toEqual([
      'Total',
      '65 and above',
    ])
    const [, kept] = equalitiesFor('officer', [bySex, band])
    expect(kept?.total).toMatchObject({ numerator: 50, suppressedFor: ['public', 'member'] })
  })

  test('no count from 1 to 4 ever leaves officers, nor one that is not a multiple of five', () => {
    fc.assert(
      fc.property(someCells, some => {
        const table = made(some)
        const [shown] = equalitiesFor('public', [table])
        const rows = shown ? [shown.total, ...shown.groups] : []
        const exact = [table.total, ...table.groups]
        rows.forEach((row, at) => {
          for (const count of [row.numerator, row.denominator]) expect((count ?? 0) % 5).toBe(0)
          const { numerator = 0, denominator } = exact[at] ?? {}
          const isSmall = (count: number) => count > 0 && count < 5
          const few = [numerator, denominator ?? 0, (denominator ?? 0) - numerator]
          if (few.some(isSmall)) expect(row.value).toBe(null)
        })
      }),
      { numRuns: 60 },
    )
  })

  test('whoever tries every pair of exact counts finds each as likely as the next: value and interval follow from the printed ones', () => {
    fc.assert(
      fc.property(someCells, some => {
        const [shown] = equalitiesFor('public', [made(some)])
        for (const { numerator, denominator, value, lower, upper } of shown ? [shown.total, ...shown.groups] : []) {
          if (numerator === null || denominator === null || value === null) continue
          expect(value).toBe(((100 * numerator) / denominator).toFixed(1))
          expect(Number(lower)).toBeLessThanOrEqual(Number(value))
          expect(Number(upper)).toBeGreaterThanOrEqual(Number(value))
        }
      }),
      { numRuns: 60 },
    )
  })

  test('an area is hidden with another, so that it cannot be worked out, whatever the areas are called', () => {
    const [shown] = equalitiesFor('public', [
      made([
        { details: { ...nobody, area: 'Harbour' }, numerator: 43, denominator: 87 },
        { details: { ...nobody, area: 'Moor; sex=Female' }, numerator: 61, denominator: 92 },
        { details: { ...nobody, area: 'Moor' }, numerator: 3, denominator: 11 },
      ]),
    ])
    const areas = shown?.groups.filter(({ dimension }) => dimension === 'area') ?? []
    expect(areas.map(({ group, numerator }) => [group, numerator])).toEqual([
      ['Harbour', null],
      ['Moor', null],
      ['Moor; sex=Female', 60],
    ])
  })

  test('the value of a rate follows from the rounded count too, and lies inside its interval', () => {
    const details = { ...nobody, gender: 'Female' }
    const rate = { unit: 'per 100,000', isRate: true } as const
    const table = made([{ details, numerator: 43, denominator: 0 }], {
      ...rate,
      ...equalityTable([{ details, numerator: 43, denominator: 0 }], rate, () => 9000),
    })
    const [women] = sexes(equalitiesFor('public', [table]))
    expect(women).toMatchObject({ numerator: 45, denominator: 9000, value: '500.0' })
    expect(Number(women?.lower)).toBeLessThan(500)
    expect(Number(women?.upper)).toBeGreaterThan(500)
  })
})
