import { describe, expect, test } from 'vitest'
import { boxesOf, overlaps } from '../drawing/text-boxes.ts'
import { chartSizes } from '../line-chart/input.ts'
import { examples } from './examples.ts'
import { intervalDots } from './interval-dots.ts'

const sizes = Object.entries(chartSizes)
const heightOf = (svg: string) => Number(/viewBox="0 0 \d+ (\d+)"/.exec(svg)?.[1])

describe.each(Object.entries(examples))('intervalDots(): %s', (_, input) => {
  test.each(sizes)('keeps its text inside of the picture and apart, %s', (_, { width }) => {
    const svg = intervalDots(input, width)
    expect(svg).toContain('role="img"')
    expect(svg).not.toMatch(/NaN|Infinity|undefined|null/)
    const boxes = boxesOf(svg)
    for (const box of boxes) {
      expect(box.left, box.text).toBeGreaterThanOrEqual(0)
      expect(box.right, box.text).toBeLessThanOrEqual(width)
      expect(box.bottom, box.text).toBeLessThanOrEqual(heightOf(svg))
    }
    expect(overlaps(boxes)).toEqual([])
  })

  test('marks a gap by its shape too, and draws every interval', () => {
    const svg = intervalDots(input, chartSizes.wide.width)
    expect(svg.match(/class="chart-gap"/g)?.length ?? 0).toBe(input.rows.filter(({ isGap }) => isGap).length)
    expect(svg.match(/class="chart-interval"/g)).toHaveLength(input.rows.length)
  })
})

test('an interval reaches from its lower to its upper limit, and its mark lies on its value', () => {
  const [, input] = Object.entries(examples)[0] ?? []
  if (!input) throw new Error('There is an example')
  const svg = intervalDots(input, 900)
  const marks = [...svg.matchAll(/class="chart-interval" x1="([\d.]+)" x2="([\d.]+)"/g)].map(([, from, to]) => [
    Number(from),
    Number(to),
  ])
  const [first, second] = marks
  if (!first || !second) throw new Error('There are intervals')
  const scale = ((first[1] ?? 0) - (first[0] ?? 0)) / (49.8 - 41.1)
  expect(((second[1] ?? 0) - (second[0] ?? 0)) / (45.4 - 40.3)).toBeCloseTo(scale, 1)
  expect((second[0] ?? 0) - (first[0] ?? 0)).toBeCloseTo((40.3 - 41.1) * scale, 0)
})
