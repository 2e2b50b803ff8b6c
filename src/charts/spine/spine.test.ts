import { describe, expect, test } from 'vitest'
import { examples } from './examples.ts'
import { type SpineInput, spine } from './spine.ts'

describe.each(Object.entries(examples))('spine(): %s', (_, example) => {
  test('stays inside of its picture and out of the way of assistive technology', () => {
    const svg = spine(example)
    expect(svg).toMatch(/^<svg [^>]*aria-hidden="true"/)
    expect(svg).not.toMatch(/NaN|Infinity|undefined|<text|style=/)
    for (const [, x] of svg.matchAll(/ (?:x|x1|x2|cx)="(-?[\d.]+)"/g)) {
      expect(Number(x)).toBeGreaterThanOrEqual(0)
      expect(Number(x)).toBeLessThanOrEqual(200)
    }
    expect(svg).toMatchSnapshot()
  })
})

test('spine() puts the best at the right whichever way is good', () => {
  const medianOf = (input: SpineInput) => Number(/spine-median" x1="([\d.]+)"/.exec(spine(input))?.[1])
  const high = { ...(examples['a little above the middle'] as SpineInput), median: 88 }
  expect(medianOf(high)).toBeGreaterThan(100)
  expect(medianOf({ ...high, turned: true })).toBeCloseTo(200 - medianOf(high), 1)
})
