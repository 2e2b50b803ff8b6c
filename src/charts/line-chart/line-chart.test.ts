import { describe, expect, test } from 'vitest'
import { toPeriod } from '../../shared/period/period.ts'
import { contrast, palette } from '../drawing/palette.ts'
import { periodLabels } from '../drawing/period-axis.ts'
import { boxesOf, overlaps } from '../drawing/text-boxes.ts'
import { valueAxis } from './axes.ts'
import { benchmarksInWords } from './benchmarks.ts'
import { examples } from './examples.ts'
import { chartSizes, type LineChartInput } from './input.ts'
import { lineChart } from './line-chart.ts'

/** With those of report cards, which make room for their words by lower charts. */
const sizes = Object.entries({
  ...chartSizes,
  'low across a page': { width: 1027, height: 220 },
  'low on a card': { width: 640, height: 170 },
  'lowest of several': { width: 320, height: 130 },
})

describe.each(Object.entries(examples))('lineChart(): %s', (_, example) => {
  test('draws the same as before', () => {
    expect(lineChart(example)).toMatchSnapshot()
  })

  test.each(sizes)('keeps its text inside of the picture and apart, %s', (_, size) => {
    const svg = lineChart(example, size)
    expect(svg).not.toMatch(/NaN|Infinity|undefined|null/)
    const boxes = boxesOf(svg)
    expect(boxes.length).toBeGreaterThan(0)
    for (const box of boxes) {
      expect(box.left, box.text).toBeGreaterThanOrEqual(0)
      expect(box.right, box.text).toBeLessThanOrEqual(size.width)
      expect(box.top, box.text).toBeGreaterThanOrEqual(0)
      expect(box.bottom, box.text).toBeLessThanOrEqual(size.height)
    }
    expect(overlaps(boxes)).toEqual([])
  })

  test('is an image with a name and nothing to tab to', () => {
    const svg = lineChart(example)
    expect(svg).toMatch(/^<svg [^>]*role="img" aria-label="[^"]+"/)
    expect(svg).not.toMatch(/tabindex|<a |<title|style=|rotate/)
  })

  test('has at most ten gridlines', () => {
    expect(lineChart(example).match(/chart-grid/g)?.length ?? 0).toBeLessThanOrEqual(10)
  })
})

const example = (name: string): LineChartInput => examples[name] as LineChartInput

test('lineChart() leaves a gap where there is no value, and breaks the line at a break', () => {
  const svg = lineChart(example('a gap, a break and provisional months'))
  const lines = [...svg.matchAll(/class="chart-line" d="([^"]+)"/g)].map(([, d]) => d?.match(/[ML]/g)?.length)
  expect(lines).toEqual([2, 6]) // the values alone between gaps are points without a line
  expect(svg.match(/chart-break/g)).toHaveLength(1)
  expect(svg.match(/chart-point-hollow/g)).toHaveLength(2)
  expect(svg).toContain('The series breaks before Oct 16.')
  expect(svg).toContain('Hollow points are provisional.')
})

test('lineChart() draws no line from one year’s count to the next, where it adds up through the year', () => {
  const svg = lineChart(example('counted up through each year, and promised anew'))
  const pieces = (name: string) =>
    [...svg.matchAll(new RegExp(`<path class="${name}"[^>]* d="([^"]+)"`, 'g'))].map(
      ([, d]) => d?.match(/[ML]/g)?.length,
    )
  expect(pieces('chart-line')).toEqual([3, 10])
  expect(pieces('chart-target')).toEqual([3, 10])
})

const benchmarked = 'a benchmark with a gap and a break, another of one period'

test('lineChart() draws no line of a benchmark across its gap or its break, and says of its break', () => {
  const svg = lineChart(example(benchmarked))
  const lines = [...svg.matchAll(/<path class="chart-benchmark" d="([^"]+)"/g)].map(
    ([, d]) => d?.match(/[ML]/g)?.length,
  )
  expect(lines).toEqual([3, 2, 4])
  expect(svg.match(/chart-square/g)).toHaveLength(9 + 1) // its points, and the one beside its name
  expect(svg.match(/chart-diamond/g)).toHaveLength(1 + 1)
  expect(svg).toContain('The series of Near neighbours breaks before Oct 16.')
  expect(svg).toMatch(/>2\.4 Near neighbours, Jan 17</)
  expect(svg).not.toContain('Nobody')
})

test('lineChart() tells benchmarks apart by dash and shape, and all of them from series and target', () => {
  const svg = lineChart(example('three benchmarks that end close to one another'))
  const dashes = [...svg.matchAll(/class="chart-(?:benchmark|target)"[^>]*stroke-dasharray="([^"]+)"/g)].map(
    ([, d]) => d,
  )
  expect(dashes).toHaveLength(4)
  expect(new Set(dashes).size).toBe(4)
  const shapes = new Set([...svg.matchAll(/chart-(square|diamond|triangle)"/g)].map(([, shape]) => shape))
  expect(shapes).toEqual(new Set(['square', 'diamond', 'triangle']))
})

test('lineChart() draws each point of a benchmark at its own height', () => {
  const input = example('three benchmarks that end close to one another')
  const svg = lineChart(input)
  const heights = (d: string | undefined) => [...(d ?? '').matchAll(/[ML]\S+ ([\d.]+)/g)].map(([, y]) => Number(y))
  const gridY = (label: string) =>
    Number(new RegExp(`y2="([\\d.]+)" stroke="[^"]+"/><text[^>]*>${label}<`).exec(svg)?.[1])
  const [zero, eight] = [gridY('0'), gridY('8')]
  const paths = [...svg.matchAll(/<path class="chart-benchmark" d="([^"]+)"/g)].map(([, d]) => heights(d))
  input.benchmarks?.forEach(({ points }, at) => {
    const expected = points.map(({ value }) => zero + ((eight - zero) * Number(value)) / 8)
    paths[at]?.forEach((y, point) => {
      expect(y).toBeCloseTo(expected[point] as number, 1)
    })
    expect(paths[at]).toHaveLength(5)
  })
})

test('benchmarksInWords() says the last value of each that has one', () => {
  expect(benchmarksInWords(example(benchmarked))).toBe(
    'Near neighbours 2.4 in January 2017 and England 4.1 in February 2017.',
  )
  expect(benchmarksInWords({})).toBe('')
})

test('lineChart() lets no name turn round what stands beside it', () => {
  const svg = lineChart(example('benchmarks with names that mean something to SVG, or are long or read from the right'))
  expect(svg).not.toMatch(/[\u202a-\u202e]|<script/)
  expect(svg).toContain('&lt;script&gt;')
})

test('lineChart() says where the axis does not start at zero', () => {
  expect(lineChart(example('off a path to the goal, axis not from zero'))).toContain(
    'The axis starts at 570, not at zero.',
  )
  expect(lineChart(example('far above a flat target'))).not.toContain('not at zero')
})

test('lineChart() names the last value, its owner and the target with its number', () => {
  const svg = lineChart(example('far above a flat target'))
  expect(svg).toMatch(/font-weight="700">3\.56</)
  expect(svg).toMatch(/>Norfolk</)
  expect(svg).toMatch(/>Target 1\.5</)
})

test.each([
  [340, 'Dashed: expected. Dark band: eight futures in ten; light band: 95 in a hundred.'],
  [220, 'Dashed: expected; bands: 8 in 10, 95 in 100.'],
  [130, 'Dashed: expected; bands: 8 in 10, 95 in 100.'],
])('lineChart() says what the bands of a forecast are, %i high', (height, says) => {
  const svg = lineChart(example('what is expected to the end of the year, and how sure that is'), {
    width: 640,
    height,
  })
  expect(svg).toContain('chart-fan-likely')
  expect(svg).toContain(says)
})

test('lineChart() says of which month the last value is where later ones are missing', () => {
  expect(lineChart(example('no target, latest months missing'))).toContain('>Norfolk, Dec 16<')
})

test('valueAxis() starts from zero unless the values are far from it', () => {
  const delays = example('far above a flat target')
  expect(valueAxis(delays, 5)).toMatchObject({ from: 0, cut: false })
  expect(
    valueAxis({ ...delays, fromZero: true, points: example('off a path to the goal, axis not from zero').points }, 5)
      .from,
  ).toBe(0)
  expect(valueAxis(example('years, falling below zero'), 5).ticks.map(tick => tick.label)).toContain('−2')
})

test('periodLabels() leaves out what would touch, and always keeps the last', () => {
  const periods = ['2016-12', '2017-01', '2017-02', '2017-03'].map(toPeriod)
  const at = (room: number) => (period: string) => periods.indexOf(toPeriod(period)) * room
  expect(periodLabels(periods, at(80), 13).map(label => label.text)).toEqual(['Dec 16', 'Jan 17', 'Feb', 'Mar'])
  expect(periodLabels(periods, at(30), 13).map(label => label.text)).toEqual(['Jan 17', 'Mar'])
  expect(periodLabels(periods, at(1), 13).map(label => label.text)).toEqual(['Mar 17'])
  expect(periodLabels([], at(1), 13)).toEqual([])
})

test('what carries meaning in a chart can be told from white', () => {
  for (const colour of [palette.ink, palette.data, palette.target, palette.quiet])
    expect(contrast(colour, palette.paper)).toBeGreaterThanOrEqual(4.5)
})
