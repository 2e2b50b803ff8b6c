import { describe, expect, test } from 'vitest'
import { contrast, palette } from '../drawing/palette.ts'
import { signLooks } from '../drawing/signs.ts'
import { boxesOf, overlaps } from '../drawing/text-boxes.ts'
import { controlChart } from './control-chart.ts'
import { examples } from './examples.ts'
import { type ControlChartInput, controlChartSizes } from './input.ts'

const sizes = Object.entries(controlChartSizes)

describe.each(Object.entries(examples))('controlChart(): %s', (_, example) => {
  test('draws the same as before', () => {
    expect(controlChart(example)).toMatchSnapshot()
  })

  test.each(sizes)('keeps its text inside of the picture and apart, %s', (_, size) => {
    const svg = controlChart(example, size)
    expect(svg).not.toMatch(/NaN|Infinity|undefined|null/)
    const boxes = boxesOf(svg)
    for (const box of boxes) {
      expect(box.left, box.text).toBeGreaterThanOrEqual(0)
      expect(box.right, box.text).toBeLessThanOrEqual(size.width)
      expect(box.top, box.text).toBeGreaterThanOrEqual(0)
      expect(box.bottom, box.text).toBeLessThanOrEqual(size.height)
    }
    expect(overlaps(boxes)).toEqual([])
  })

  test('is an image with a name and nothing to tab to', () => {
    const svg = controlChart(example)
    expect(svg).toMatch(/^<svg [^>]*role="img" aria-label="[^"]+"/)
    expect(svg).not.toMatch(/tabindex|<a |<title|style=|rotate/)
  })
})

const drawn = (name: string) => controlChart(examples[name] as ControlChartInput)
const howMany = (svg: string, what: string) => svg.match(new RegExp(`class="[^"]*${what}"`, 'g'))?.length ?? 0

describe('controlChart()', () => {
  test('marks each special cause by shape as well as colour, and explains the marks that it draws', () => {
    const svg = drawn('above its limit and far from its target, lower is better')
    // One mark more of each for the key.
    expect(howMany(svg, 'chart-sign-concern')).toBe(3 + 1)
    expect(howMany(svg, 'chart-sign-improvement')).toBe(1 + 1)
    expect(howMany(svg, 'chart-sign-common')).toBe(9 + 1)
    expect(howMany(svg, 'chart-sign-neither')).toBe(0)
    expect(svg).toMatch(/>Concern<.*>Screened: 1 jump too large to be routine is left out of the limits\.</)
    const shapes = Object.values(signLooks).map(look => look.shape)
    expect(new Set(shapes).size).toBe(shapes.length)
  })

  test('breaks its lines at a step change, which it labels and explains', () => {
    const svg = drawn('a step change with new limits, and one improvement since')
    expect([howMany(svg, 'chart-mean'), howMany(svg, 'chart-limit'), howMany(svg, 'chart-line')]).toEqual([2, 4, 2])
    expect(svg).toMatch(/chart-step"[^>]*>A</)
    expect(svg).toContain('A: new limits from May 17. A second team began work.')
  })

  test('draws no limits where there are none, and says why', () => {
    const svg = drawn('no limits, a gap, for information')
    expect([howMany(svg, 'chart-limit'), howMany(svg, 'chart-mean'), howMany(svg, 'chart-line')]).toEqual([0, 1, 2])
    expect(svg).toContain('There are no limits')
  })

  test('names the lines of the last stretch with their numbers, and that it is not screened', () => {
    const svg = drawn('few points, trial limits, not screened, below zero')
    for (const words of ['Upper limit 3.3', 'Mean −0.04', 'Lower limit −3.4', 'Target 0', 'Not screened'])
      expect(svg).toContain(words)
  })

  test('grows where its notes and labels need the room, and keeps them apart', () => {
    const base = examples['a step change with new limits, and one improvement since'] as ControlChartInput
    const [first, second] = base.stretches
    if (!first || !second) throw new Error('The example has no step change')
    const reason = 'The way of counting changed, as the committee was told at length in the paper of its last meeting.'
    const warnings = Array.from({ length: 6 }, () => reason)
    const long = {
      ...base,
      owner: 'The County Council of a Long Name',
      warnings,
      stretches: [first, { ...second, reason }],
    }
    const svg = controlChart(long, controlChartSizes.narrow)
    const height = Number(/height="(\d+)"/.exec(svg)?.[1])
    expect(height).toBeGreaterThan(controlChartSizes.narrow.height)
    const boxes = boxesOf(svg)
    expect(overlaps(boxes)).toEqual([])
    for (const box of boxes) expect(box.bottom).toBeLessThanOrEqual(height)
  })

  test('has marks that can be told from white and from one another', () => {
    for (const { colour } of Object.values(signLooks)) expect(contrast(colour, palette.paper)).toBeGreaterThan(4.5)
  })
})
