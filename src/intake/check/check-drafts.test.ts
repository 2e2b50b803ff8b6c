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
