import { describe, expect, test } from 'vitest'
import { juneReport, marchReport, printed, rows } from '../norfolk-dashboards.data.ts'
import { decimalsShown } from '../value/decimals-shown.ts'
import { judgedValue, type Recorded } from '../value/judged-value.ts'
import { type Revision, revisionOf, type Version } from './revision-of.ts'

const nothing: Version = { value: null, shown: null, numerator: null, denominator: null, reason: null, marks: [] }

function version(more: Partial<Version> = {}): Version {
  return { value: 68.02, shown: '68.0', numerator: '21', denominator: '31', reason: null, marks: [], ...more }
}

const empty: Version = { ...nothing, reason: 'not_available' }

describe('revisionOf()', () => {
  test.each<[string, Version | null, Version | null, Revision | null]>([
    ['a first value', null, version(), 'added'],
    ['a value where there was a reason for none', empty, version(), 'added'],
    ['a value taken back', version(), empty, 'withdrawn'],
    ['a value that is gone', version(), null, 'withdrawn'],
    ['another value shown', version(), version({ value: 68.18, shown: '68.2' }), 'revised'],
    ['a mark that is new', version(), version({ marks: ['provisional'] }), 'revised'],
    ['a mark that is gone', version({ marks: ['provisional'] }), version(), 'revised'],
    ['other counts with the same value', version(), version({ numerator: '42', denominator: '62' }), 'detail'],
    ['counts that were not known', version({ numerator: null, denominator: null }), version(), 'detail'],
    ['other hidden decimals', version(), version({ value: 68.04 }), 'detail'],
    [
      'the same number shown with more decimals',
      version({ value: 68 }),
      version({ value: 68, shown: '68.00' }),
      'detail',
    ],
    ['another reason for no value', empty, { ...nothing, reason: 'withheld' }, 'detail'],
    ['a new cell without a value', null, empty, null],
    ['nothing at all', null, null, null],
    ['the same', version(), version(), null],
    [
      'the same marks in another order',
      version({ marks: ['break', 'provisional'] }),
      version({ marks: ['provisional', 'break'] }),
      null,
    ],
    ['the same counts written otherwise', version(), version({ numerator: '21.0' }), null],
  ])('revisionOf() %s', (_, before, after, revision) => {
    expect(revisionOf(before, after)).toBe(revision)
  })
})

describe('revisionOf() from the March to the June report of Norfolk', () => {
  const changes = rows.flatMap(row => {
    const march = printed(row, marchReport)
    const june = printed(row, juneReport)
    const texts = [...march.values(), ...june.values()].flatMap(cell => cell.published ?? [])
    const how = { unit: row.unit, counts: 'exact' as const, decimals: decimalsShown(null, texts) }
    const versionOf = (cell: Recorded | undefined): Version | null => {
      if (!cell) return null
      const judged = judgedValue(cell, how)
      const { numerator, denominator } = cell
      return {
        value: judged?.value ?? null,
        shown: judged?.shown ?? null,
        numerator,
        denominator,
        reason: null,
        marks: [],
      }
    }
    const both = [...june].filter(([period]) => march.has(period))
    return both.map(([period, cell]) => ({
      slug: row.slug,
      period,
      revision: revisionOf(versionOf(march.get(period)), versionOf(cell)),
    }))
  })
  const of = (revision: Revision) => changes.filter(change => change.revision === revision)

  test('revisionOf() finds the 23 cells that June filled', () => {
    expect(of('added')).toHaveLength(23)
    expect(of('withdrawn')).toHaveLength(0)
  })

  test('revisionOf() finds the three ratings of care that June printed anew', () => {
    expect(of('revised').map(({ slug, period }) => `${slug} ${period}`)).toEqual([
      'cqc-good-or-above 2016-07',
      'cqc-good-or-above 2016-08',
      'cqc-good-or-above 2016-09',
    ])
  })

  test('revisionOf() keeps the counts that June printed beside the same values out of the paper', () => {
    const withCounts = rows.filter(row => row.unit === 'percent').map(row => row.slug)
    expect(new Set(of('detail').map(({ slug }) => slug))).toEqual(new Set(withCounts))
  })
})
