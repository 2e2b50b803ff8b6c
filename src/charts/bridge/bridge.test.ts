import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boxesOf, overlaps } from '../drawing/text-boxes.ts'
import { chartSizes } from '../line-chart/input.ts'
import { bridge } from './bridge.ts'
import { examples } from './examples.ts'

const sizes = Object.entries(chartSizes)
const heightOf = (svg: string) => Number(/viewBox="0 0 \d+ (\d+)"/.exec(svg)?.[1])

describe.each(Object.entries(examples))('bridge(): %s', (_, input) => {
  test.each(sizes)('keeps its text inside of the picture and apart, %s', (_, { width }) => {
    const svg = bridge(input, width)
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

  test('draws the same as before', () => {
    expect(bridge(input, chartSizes.wide.width)).toMatchSnapshot()
  })
})

test('each bar is as long as its change, begins where the one before ended, and is striped where it takes away', () => {
  const whole = fc.integer({ min: -500, max: 500 })
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 20_000 }),
      fc.array(whole, { minLength: 1, maxLength: 7 }),
      (first, changes) => {
        const last = changes.reduce((sum, change) => sum + change, first)
        const svg = bridge(
          {
            sentence: 'x',
            from: { name: 'a', value: first },
            steps: changes.map((change, at) => ({ name: `s${at}`, change })),
            to: { name: 'b', value: last },
          },
          640,
        )
        const bars = [
          ...svg.matchAll(/<rect class="chart-bar chart-bar-(\w+)" x="([\d.-]+)" y="[\d.-]+" width="([\d.]+)"/g),
        ]
        const moving = changes.filter(change => change !== 0)
        expect(bars.map(([, look]) => look)).toEqual(moving.map(change => (change > 0 ? 'main' : 'beside')))
        const dots = [...svg.matchAll(/<circle class="chart-count" cx="([\d.-]+)"/g)].map(([, at]) => Number(at))
        // Told by the longest bar: coordinates are rounded, and a short way between the ends would tell it badly.
        const lengths = bars.map(([, , , width], place) => Number(width) / Math.abs(moving[place] as number))
        const longest = moving.indexOf(moving.toSorted((a, b) => Math.abs(b) - Math.abs(a))[0] as number)
        const scale = lengths[longest] ?? 0
        let at = dots[0] as number
        bars.forEach(([, look, x, width], place) => {
          const change = moving[place] as number
          expect(look === 'main' ? Number(x) : Number(x) + Number(width)).toBeCloseTo(at, 0)
          at += look === 'main' ? Number(width) : -Number(width)
          expect(Number(width)).toBeCloseTo(Math.abs(change) * scale, 0)
        })
        expect(at).toBeCloseTo(dots[1] as number, 0)
        expect((dots[1] as number) - (dots[0] as number)).toBeCloseTo((last - first) * scale, 0)
      },
    ),
    { numRuns: 60 },
  )
})
