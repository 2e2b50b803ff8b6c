import { describe, expect, test } from 'vitest'
import { faultsIn } from '../drawing/text-boxes.ts'
import { chartSizes } from '../line-chart/input.ts'
import { examples } from './examples.ts'
import { type RankedDotsInput, rankedDots } from './ranked-dots.ts'

const example = (name: string) => examples[name] as RankedDotsInput
const count = (svg: string, what: string) => svg.split(what).length - 1

describe.each(Object.entries(examples))('rankedDots(): %s', (_, input) => {
  test.each(Object.entries(chartSizes))(
    'is named by its sentence and keeps its text inside and apart, %s',
    (_, size) => {
      const svg = rankedDots(input, size)
      expect(faultsIn(svg, size)).toEqual([])
      expect(svg).not.toContain('<Poole')
    },
  )

  test('draws the same as before', () => {
    expect(rankedDots(input, chartSizes.wide)).toMatchSnapshot()
  })
})

test('rankedDots() has a shape for each standing, a ring for each council that is alike, and says what they mean', () => {
  const svg = rankedDots(example('every council of England, with intervals'), chartSizes.wide)
  // One of each more for the key.
  expect(count(svg, 'chart-sign-improvement')).toBe(51 + 1)
  expect(count(svg, 'chart-like')).toBe(17 + 1)
  expect(svg).toContain('better than England')
  expect(svg).toContain('family group')
})

test('rankedDots() stands the best at the right, and its own council over the rest', () => {
  const svg = rankedDots(example('every council of England, with intervals'), chartSizes.wide)
  const [first, second] = [...svg.matchAll(/chart-interval" x1="([\d.]+)"/g)].map(([, x]) => Number(x))
  expect(Number(first)).toBeGreaterThan(Number(second))
})
