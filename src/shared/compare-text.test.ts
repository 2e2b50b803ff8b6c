import { expect, test } from 'vitest'
import { compareText } from './compare-text.ts'

test('compareText() orders texts, and leaves equal ones where they are', () => {
  expect(['b', 'a', '2017-03-06', '2016-12-01'].sort(compareText)).toEqual(['2016-12-01', '2017-03-06', 'a', 'b'])
  expect(compareText('a', 'a')).toBe(0)
})
