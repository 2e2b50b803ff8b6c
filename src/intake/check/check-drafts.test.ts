import { describe, expect, test } from 'vitest'
import { keyOf, type NewFact } from '../../shared/facts.ts'
import type { Draft } from '../exchange/facts-of-rows.ts'
import { checkDrafts } from './check-drafts.ts'
import { draftOf, knowing, observation } from './made-up.data.ts'
import { warnOfSeries } from './warn-of-series.ts'

const told = (draft: Draft, known = knowing()) =>
  checkDrafts([draft], known).map(({ column, found, code }) => [column, found, code])

describe('checkDrafts()', () => {
  test('checkDrafts() refuses a value for what had not begun on the day, and takes the reason for none', () => {
    expect(told(draftOf(observation('2017-03')))).toEqual([])
    expect(told(draftOf(observation('2016/17')))).toEqual([])
    expect(told(draftOf(observation('2017-04')))).toEqual([['B (period)', '2017-04', 'future-period']])
    expect(told(draftOf(observation('2017/18-Q1', { value: null, numerator: '3', denominator: '4' })))).toEqual([
      ['B (period)', '2017/18-Q1', 'future-period'],
    ])
    expect(told(draftOf(observation('2017-04', { value: null, reason: 'not_due' })))).toEqual([])
  })

  test('checkDrafts() takes one for information, which may be a plan; warnOfSeries() asks about it', () => {
    const known = knowing({ polarity: 'none' })
    const draft = draftOf(observation('2017-04'))
    expect(told(draft, known)).toEqual([])
    expect(warnOfSeries([draft], [], known)).toMatchObject([{ level: 'warning', code: 'future-period' }])
  })

  test("checkDrafts() refuses a sign that is not that of the indicator's unit", () => {
    const signed = (sign: '%' | '£') => draftOf(observation('2017-01'), { signs: { value: sign }, row: { value: '5' } })
    expect(told(signed('%'))).toEqual([['C (value)', '5%', 'other-unit']])
    expect(told(signed('£'), knowing({ unit: 'percent' }))).toEqual([['C (value)', '£5', 'other-unit']])
    expect(told(signed('%'), knowing({ unit: 'percent' }))).toEqual([])
    expect(told(signed('£'), knowing({ unit: 'pounds' }))).toEqual([])
  })

  test.each([
    ['percent', '160', 'percentage-out-of-range'],
    ['percent', '-5', 'percentage-out-of-range'],
    ['count', '-20', 'negative-target'],
    ['per_100k', '-1', 'negative-target'],
  ] as const)('checkDrafts() refuses a target, a goal and a target of a path in %s of %s', (unit, value, code) => {
    const factOf = (kind: 'target' | 'target_path', payload: object) =>
      draftOf({ ...observation('2016/17'), kind, payload } as unknown as NewFact)
    const known = knowing({ unit })
    const target = { value, profile: 'flat', baselinePeriod: '', baselineValue: null }
    expect(told(factOf('target', target), known)).toEqual([['C (value)', value, code]])
    expect(told(factOf('target_path', { goal: value, targets: '' }), known)).toEqual([['goal', value, code]])
    expect(told(factOf('target_path', { goal: null, targets: `2016/17=50; 2017/18=${value}` }), known)).toEqual([
      ['targets', value, code],
    ])
    expect(told(factOf('target_path', { goal: '50', targets: '2016/17=50' }), known)).toEqual([])
  })

  test('checkDrafts() tells an unknown indicator under the column that names it', () => {
    const card = draftOf({
      kind: 'card',
      ...keyOf('demo', { name: 'one' }),
      knownOn: '2017-03-06',
      payload: { indicators: ['stays', 'nights'], supplementary: ['days'] },
      from: { document: '', file: 'a.csv', place: 'row 2' },
    } as unknown as NewFact)
    expect(told(card)).toEqual([
      ['indicators', 'nights', 'unknown-indicator'],
      ['supplementary', 'days', 'unknown-indicator'],
    ])
  })
})
