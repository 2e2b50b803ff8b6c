import { describe, expect, test } from 'vitest'
import { contrast, palette } from '../drawing/palette.ts'
import { boxesOf, overlaps } from '../drawing/text-boxes.ts'
import { chartSizes } from '../line-chart/input.ts'
import { bars, barsSize } from './bars.ts'
import { examples } from './examples.ts'
import { barsInWords } from './in-words.ts'
import type { BarsInput } from './input.ts'
import { barsOf } from './layout.ts'

const sizes = Object.entries(chartSizes)

type Rect = {
  readonly look: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const number = (text: string, name: string) => Number(new RegExp(`(?:^| )${name}="([^"]*)"`).exec(text)?.[1])

/** The bars of an SVG in the order in which they are drawn; those of the key have no group. */
function rectsOf(svg: string): Rect[] {
  return [...svg.matchAll(/<rect class="chart-bar chart-bar-(\w+)"([^>]*)>/g)].map(([, look = '', rest = '']) => ({
    look,
    x: number(rest, 'x'),
    y: number(rest, 'y'),
    width: number(rest, 'width'),
    height: number(rest, 'height'),
  }))
}

/** Where the zero line lies. */
function zeroOf(svg: string, direction: BarsInput['direction']): number {
  const [, line = ''] = /<line class="chart-zero"([^>]*)>/.exec(svg) ?? []
  return number(line, direction === 'across' ? 'x1' : 'y1')
}

const drawnValues = ({ groups }: BarsInput) =>
  groups.flatMap(group => barsOf(group).flatMap(({ bar }) => (bar.value === null ? [] : [bar.value])))

describe.each(Object.entries(examples))('bars(): %s', (_, example) => {
  test('draws the same as before', () => {
    expect(bars(example, chartSizes.wide)).toMatchSnapshot()
  })

  test.each(sizes)('keeps its text inside of the picture and apart, %s', (_, offered) => {
    const size = barsSize(example, offered)
    const svg = bars(example, offered)
    expect(svg).toContain(`viewBox="0 0 ${size.width} ${Math.round(size.height * 100) / 100}"`)
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

  test.each(sizes)('begins each bar at zero and draws it as long as its value, %s', (_, offered) => {
    const svg = bars(example, offered)
    const values = drawnValues(example)
    const rects = rectsOf(svg).slice(-values.length || undefined)
    if (values.length === 0) return
    const across = example.direction === 'across'
    const zero = zeroOf(svg, example.direction)
    const most = Math.max(...values.map(Math.abs))
    const longest = Math.max(...rects.map(rect => (across ? rect.width : rect.height)))
    expect(longest).toBeGreaterThan(20)
    values.forEach((value, at) => {
      const rect = rects[at] as Rect
      const [start, length] = across ? [rect.x, rect.width] : [rect.y, rect.height]
      expect(length / longest).toBeCloseTo(Math.abs(value) / most, 2)
      const isAfter = across ? value >= 0 : value < 0
      expect(isAfter ? start : start + length).toBeCloseTo(zero, 1)
    })
  })

  test('is an image with a name and nothing to tab to, with at most ten gridlines', () => {
    const svg = bars(example, chartSizes.wide)
    expect(svg).toMatch(/^<svg [^>]*role="img" aria-label="[^"]+"/)
    expect(svg).not.toMatch(/tabindex|<a |<title|style=|rotate|\bid=/)
    expect(svg.match(/chart-grid|chart-zero/g)?.length ?? 0).toBeLessThanOrEqual(10)
  })
})

const example = (name: string): BarsInput => examples[name] as BarsInput

test('bars() says in words why a bar is missing, and that a figure is withheld', () => {
  const svg = bars(example('several measures in pairs, with targets'), chartSizes.wide)
  expect(svg).toContain('>not due yet [x]<')
  expect(svg).toContain('>withheld [c]<')
  expect(svg).toContain('>not available [x]<')
  expect(bars(example('counts of months, some missing'), chartSizes.wide)).toContain(
    'No bar for Apr 16 and Jul 16: not available [x].',
  )
})

test('bars() counts what has no bar where it is much, and keeps the labels of a low axis apart', () => {
  const [first, last] = example('counts month by month').groups.filter((_, at) => at === 0 || at === 12)
  const missing = example('periods without any value').groups[0]
  if (!first || !last || !missing) throw new Error('An example has no groups')
  const groups = [first, ...Array.from({ length: 5 }, () => missing), last]
  for (const height of [100, 120, 150, 200]) {
    const svg = bars({ direction: 'up', groups, sentence: 'Few.' }, { width: 288, height })
    expect(svg).toContain('No bar for 5 of 7: not due yet [x].')
    const axis = boxesOf(svg).filter(({ text }) => /^[\d,]+$/.test(text))
    expect(overlaps(axis), String(height)).toEqual([])
  }
})

test('bars() sets a target’s tick at its own length', () => {
  const svg = bars(example('one measure beside others'), chartSizes.wide)
  const [own] = rectsOf(svg) as [Rect]
  const ticks = [...svg.matchAll(/<line x1="([\d.]+)"[^>]*class="chart-target"/g)].map(([, x]) => Number(x))
  expect(ticks).toHaveLength(2) // one of them in the key
  expect(Number(ticks[1]) - own.x).toBeCloseTo((own.width * 4) / 3.4, 0)
  expect(svg).toContain('>Target 4.0<')
})

test('bars() lets no value’s words stand upon the tick of a target', () => {
  for (const [name, each] of Object.entries(examples).filter(([, { direction }]) => direction === 'across'))
    for (const [, size] of sizes) {
      const svg = bars(each, size)
      const values = boxesOf(svg).filter(({ text }) => drawnWords(each).has(text))
      for (const [, x1, y1, y2] of svg.matchAll(
        /<line x1="([\d.]+)" y1="([\d.]+)" x2="[\d.]+" y2="([\d.]+)" class="chart-target"/g,
      ))
        for (const box of values) {
          const isLevel = Number(y1) < box.bottom && Number(y2) > box.top
          if (isLevel) expect(Number(x1) > box.right || Number(x1) < box.left, `${name}: ${box.text}`).toBe(true)
        }
    }
})

const drawnWords = ({ groups }: BarsInput) =>
  new Set(groups.flatMap(group => barsOf(group).map(({ bar }) => bar.shown)))

test('bars() tells its own bars from those beside them by stripes, not by hue alone', () => {
  const svg = bars(example('one measure beside others'), chartSizes.wide)
  expect(svg.match(/chart-bar-main/g)).toHaveLength(1)
  expect(svg.match(/chart-bar-beside/g)).toHaveLength(4)
  expect(svg.match(/chart-stripes/g)).toHaveLength(4)
  expect(bars(example('several measures in pairs, with targets'), chartSizes.wide)).toMatch(
    />Norfolk 2016\/17<.*>Family group 2015\/16<.*>Target</,
  )
})

test('bars() says the year with the first label of each, however many labels there is room for', () => {
  const svg = bars(example('counts month by month'), chartSizes.small)
  const labels = [...svg.matchAll(/chart-axis"[^>]*text-anchor="middle">([^<]+)</g)].map(([, text]) => text)
  expect(labels).toEqual(['Mar 16', 'Jun', 'Sep', 'Dec', 'Mar 17'])
})

test('barsInWords() says every bar, target and reason', () => {
  expect(examples['one measure beside others']?.sentence).toBe(
    'Norfolk 2016/17: 3.4 [p], target 4.0; Norfolk 2015/16: 3.7; Family group 2015/16: 5.1; Eastern region 2015/16: 7.1; England 2015/16: 5.8.',
  )
  expect(barsInWords({ groups: [] })).toBe('There are no values to draw.')
  expect(barsInWords(example('several measures in pairs, with targets'))).toContain(
    'Carers satisfied with social services: Norfolk 2016/17 not due yet [x], Family group 2015/16 41.4, target 40.0;',
  )
})

test('what is drawn in bars can be told from the paper, and a target’s tick from the bar under it', () => {
  for (const colour of [palette.data, palette.quiet, palette.target])
    expect(contrast(colour, palette.paper)).toBeGreaterThanOrEqual(3)
  // The tick has an edge of paper, which each colour under it stands against.
  const svg = bars(example('one measure beside others'), chartSizes.wide)
  const edge = /class="chart-target-edge" stroke="(#\w+)"/.exec(svg)?.[1] ?? ''
  expect(contrast(edge, palette.data)).toBeGreaterThanOrEqual(3)
  expect(contrast(edge, palette.target)).toBeGreaterThanOrEqual(3)
  const used = new Set([...svg.matchAll(/(?:fill|stroke)="(#\w+)"/g)].map(([, colour]) => colour))
  expect([...used].sort()).toEqual(
    [palette.data, palette.grid, palette.ink, palette.paper, palette.quiet, palette.target].sort(),
  )
})
