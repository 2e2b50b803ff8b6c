import { expect, test } from 'vitest'
import { shownNumber } from './shown.ts'

test('shownNumber() keeps the whole number behind a sum shown in thousands or millions', () => {
  expect(shownNumber({ text: '2,655 [n]', value: 2_654_700 })).toEqual({
    value: 2_654_700,
    format: { decimals: 0, grouped: true, before: '', after: '', by: 1000 },
    notes: '[n]',
  })
  expect(shownNumber({ text: '211.5', value: 211_542_100 })?.format).toMatchObject({ decimals: 1, by: 1_000_000 })
})

test('shownNumber() does not take another number for a shortened one', () => {
  expect(shownNumber({ text: '2,655', value: 2_754_700 })).toMatchObject({ format: { by: 1 }, notes: '2,655' })
})
