import { describe, expect, test } from 'vitest'
import type { Unit } from '../shared/codes.ts'
import { indicatorRow } from './indicator-row.ts'
import { type MadeUp, madeUpFramework } from './made-up.data.ts'
import { evidence, finding, reasonInWords } from './sentences.ts'

function cellsOf(cells: Record<string, string>, more: Partial<MadeUp> = {}) {
  const { view } = indicatorRow('a', madeUpFramework([{ slug: 'a', cells, ...more }]))
  return view.history
}

function evidenceOf(cells: Record<string, string>, unit: Unit, more: Partial<MadeUp> = {}) {
  const history = cellsOf(cells, { unit, ...more })
  const last = history.at(-1)
  if (!last) throw new Error('There is no last cell')
  return evidence(history.length > 1 ? (history[0] ?? null) : null, last, { unit, unitNote: '' })
}

describe('evidence()', () => {
  test('evidence() of a rate has its unit behind both values', () => {
    expect(
      evidenceOf({ '2016-03': '21.7', '2017-03': '19.3' }, 'per_100k', {
        polarity: 'smaller',
        targets: { '2017-03': '16.5' },
      }),
    ).toBe('From 21.7 in March 2016 to 19.3 in March 2017 per 100,000; target 16.5')
  })

  test('evidence() says of two values that look alike that they are, not “from 3.3 to 3.3”', () => {
    const alike = evidenceOf({ '2016-03': '3.3=33:1000', '2017-03': '3.3=326:10000' }, 'percent')
    expect(alike).toBe('3.3 % in both March 2016 and March 2017; no target')
  })

  test.each([
    ['percent', '90.7', '94.2', 'From 90.7 % in March 2016 to 94.2 % in March 2017; no target'],
    ['count', '1234', '1100', 'From 1,234 in March 2016 to 1,100 in March 2017; no target'],
    ['pounds', '1200', '-3', 'From £1,200 in March 2016 to −£3 in March 2017; no target'],
    ['days', '1', '2', 'From 1 day in March 2016 to 2 days in March 2017; no target'],
    ['per_1k', '5', '6', 'From 5 in March 2016 to 6 in March 2017 per 1,000; no target'],
  ] as const)('evidence() in %s', (unit, before, now, expected) => {
    expect(evidenceOf({ '2016-03': before, '2017-03': now }, unit, { decimals: 0 })).toBe(expected)
  })

  test('evidence() without an earlier value gives the latest alone', () => {
    expect(evidenceOf({ '2016/17': '15.8' }, 'per_100k', { frequency: 'annual' })).toBe(
      '15.8 per 100,000 in 2016/17; no target',
    )
  })
})

describe('finding()', () => {
  test.each([
    [{}, 'No value yet'],
    [{ '2017-03': 'not_available' }, 'No value yet'],
    [{ '2017-03': '3.5' }, '3.5 % in March 2017'],
    [{ '2016-03': '1.5', '2017-03': '3.56' }, 'Up from 1.5 % in March 2016 to 3.56 % in March 2017'],
    [
      { '2016-03': '4', '2017-02': '2', '2017-03': 'not_available' },
      'Down from 4.0 % in March 2016 to 2.0 % in February 2017',
    ],
    [{ '2016-03': '3.3=33:1000', '2017-03': '3.3=326:10000' }, '3.3 % in March 2017, as in March 2016'],
  ])('finding(%j) is %j', (cells, expected) => {
    expect(finding(cellsOf(cells as Record<string, string>), 'percent')).toBe(expected)
  })
})

test.each([
  [null, '', 'nothing recorded'],
  ['not_due', '2017-04-20', 'not due until 20 April 2017'],
  ['not_due', '2017-04-19', 'not due until 19 April 2017'],
  ['not_due', '2017-04-18', 'was due on 18 April 2017'],
  ['not_due', '', 'not due yet'],
  ['suppressed', '', 'suppressed'],
] as const)('reasonInWords(%s, %j) is %j', (reason, until, words) => {
  expect(reasonInWords(reason, until, '2017-04-19')).toBe(words)
})
