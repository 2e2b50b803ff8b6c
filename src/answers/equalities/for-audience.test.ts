import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Equalities } from '../../measures/equalities/equalities.ts'
import { type Cell, equalityTable } from '../../measures/equalities/table.ts'
import { equalitiesFor, type ShownEqualities } from './for-audience.ts'

const nobody = { age: 70, gender: null, ethnicity: null, reason: null }

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
        [60, 90, '66.3'],
        [null, null, null],
      ])
      expect(rows[0]).toMatchObject({ lower: null, upper: null, gap: null, suppressedFor: ['public', 'member'] })
    }
  })

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
    const counts = fc.integer({ min: 0, max: 40 })
    const cells = fc.array(
      fc
        .record({
          gender: fc.constantFrom('Female', 'Male', 'Other', null),
          ethnicity: fc.constantFrom('White: Roma', 'Asian or Asian British: Indian', null),
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
    fc.assert(
      fc.property(cells, some => {
        const table = made(some)
        const [shown] = equalitiesFor('public', [table])
        const rows = shown ? [shown.total, ...shown.groups] : []
        const exact = [table.total, ...table.groups]
        rows.forEach((row, at) => {
          for (const count of [row.numerator, row.denominator]) expect((count ?? 0) % 5).toBe(0)
          const { numerator = 0, denominator } = exact[at] ?? {}
          const isSmall = (count: number) => count > 0 && count < 5
          if (isSmall(numerator) || isSmall(denominator ?? 0)) expect(row.value).toBe(null)
        })
      }),
      { numRuns: 60 },
    )
  })
})
