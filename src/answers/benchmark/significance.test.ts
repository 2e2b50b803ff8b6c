import { expect, test } from 'vitest'
import type { NationalData } from '../national/national-data.ts'
import type { Observation } from './field.ts'
import { comparisonIn, significanceOf } from './significance.ts'

type Counts = readonly [geography: string, value: string, numerator: string, denominator: string]

const factOf = ([geography, value, numerator, denominator]: Counts) =>
  ({
    owner: 'somebody',
    indicator: 'share',
    geography,
    period: '2024/25',
    payload: { value, numerator, denominator, marginOfError: null },
  }) as unknown as Observation

const dataWith = (counts: string) =>
  ({ indicators: new Map([['somebody share', { payload: { counts } }]]) }) as unknown as NationalData

const asked = { unit: 'percent', polarity: 'bigger', period: '2024/25' } as const

/** What is told of the first of some councils beside England's 50 %. */
function told(councils: readonly Counts[], counts = 'rounded') {
  const series = [factOf(['england', '50.0', '5000', '10000']), ...councils.map(factOf)]
  return significanceOf(dataWith(counts), series[1], comparisonIn(series, asked))
}

const farOff: Counts = ['here', '80.0', '80', '100']
// 60 of 100 gives 50.2 to 69.1; 58 of 100, which also rounds to 60, gives 48.2 to 67.2.
const close: Counts = ['here', '60.0', '60', '100']
const byOnes: Counts = ['there', '33.3', '34', '102']

test('significanceOf() tells from rounded counts what all counts that round so agree on', () => {
  expect(told([farOff]).standing).toBe('better')
  expect(told([close])).toMatchObject({
    standing: null,
    reason: 'the counts are rounded to 5, and what was rounded away decides',
  })
})

test('significanceOf() takes counts as they are where one of the year is no multiple of five, or the council says they are exact', () => {
  expect(told([close, byOnes]).standing).toBe('better')
  expect(told([close], 'exact').standing).toBe('better')
})

test('significanceOf() keeps the interval of a share between none and all, and needs a figure of England', () => {
  expect(told([['here', '100.0', '40', '40']])).toMatchObject({ upper: 100, standing: 'better' })
  const alone = [factOf(farOff)]
  expect(significanceOf(dataWith('rounded'), alone[0], comparisonIn(alone, asked))).toMatchObject({
    standing: null,
    reason: 'nothing is published for England in this period',
  })
})
