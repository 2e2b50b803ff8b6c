import { describe, expect, test } from 'vitest'
import { examples } from './examples.ts'
import { type SparklineInput, sparkline } from './sparkline.ts'

describe.each(Object.entries(examples))('sparkline(): %s', (_, example) => {
  test('draws the same as before', () => {
    expect(sparkline(example)).toMatchSnapshot()
  })

  test('stays inside of its picture and out of the way of assistive technology', () => {
    const svg = sparkline(example)
    expect(svg).toMatch(/^<svg [^>]*aria-hidden="true"/)
    expect(svg).not.toMatch(/NaN|Infinity|undefined|<text|style=/)
    for (const [, x, y] of svg.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)) {
      expect(Number(x)).toBeGreaterThanOrEqual(0)
      expect(Number(x)).toBeLessThanOrEqual(96)
      expect(Number(y)).toBeGreaterThanOrEqual(2)
      expect(Number(y)).toBeLessThanOrEqual(28)
    }
  })
})

test('sparkline() draws a dash for each period with a target, and none for the others', () => {
  const dashes = (example: SparklineInput | undefined) => example && sparkline(example).match(/h[\d.]+/g)?.length
  expect(dashes(examples['above a flat target'])).toBe(12)
  expect(dashes(examples['single targets'])).toBe(2)
})

test('sparkline() leaves a gap where there is no value', () => {
  const svg = sparkline(examples['a gap and a break'] as SparklineInput)
  expect(svg.match(/class="chart-line"/g)).toHaveLength(3)
})
