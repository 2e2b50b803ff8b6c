import { expect, test } from 'vitest'
import { rowOf } from '../fixtures/build.ts'
import { harrowmere, harrowmereMonths } from '../fixtures/harrowmere.ts'
import { june, juneMonths } from '../fixtures/norfolk.ts'
import { pointInWords } from './point-reader.tsx'

const rows = [...june.map(each => rowOf(each, juneMonths)), ...harrowmere.map(each => rowOf(each, harrowmereMonths))]

function said(slug: string, at: number): string {
  const row = rows.find(each => each.indicator.slug === slug)
  const cell = row?.history[at]
  if (!row || !cell) throw new Error(`The fixtures have no cell ${at} of ${slug}`)
  return pointInWords(cell, row.indicator)
}

test('pointInWords() says value, marks, rating and target, or why there is no value', () => {
  expect(said('dtoc-social-care-rate', 12)).toBe('March 2017: 3.56\u00a0per 100,000, Red, target 1.5\u00a0per 100,000')
  expect(said('dtoc-social-care-rate', 0)).toBe('March 2016: 1.5\u00a0per 100,000')
  expect(said('short-term-home', 12)).toBe('October 2026: 85.4\u00a0%, provisional, Green, target 80.0\u00a0%')
  expect(said('safeguarding-outcomes', 3)).toBe('January 2026: suppressed')
  expect(said('safeguarding-outcomes', 12)).toBe('October 2026: not available')
})
