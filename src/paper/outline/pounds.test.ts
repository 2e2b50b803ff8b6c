import { expect, test } from 'vitest'
import type { CellView } from '../../answers/types.ts'
import { poundsScale } from './pounds.ts'

const cells = (...values: readonly number[]) => values.map(value => ({ value, target: null }) as unknown as CellView)
const pounds = { unit: 'pounds', unitLabel: '£' } as const

test('poundsScale() shows a row of large sums in thousands, of very large ones in millions', () => {
  const thousands = poundsScale(pounds, [null, ...cells(2_654_700, 45_499)])
  expect([thousands?.shownAs(2_654_700), thousands?.shownAs(45_499), thousands?.words]).toEqual([
    '2,655',
    '45',
    '£, shown in thousands',
  ])
  const millions = poundsScale(pounds, cells(211_542_100, -9_960_000))
  expect([millions?.shownAs(211_542_100), millions?.shownAs(-9_960_000)]).toEqual(['211.5', '−10.0'])
})

test('poundsScale() leaves small sums and other units as they are', () => {
  expect(poundsScale(pounds, cells(99_999))).toBeNull()
  expect(poundsScale({ unit: 'count', unitLabel: 'number' }, cells(5_000_000))).toBeNull()
})
