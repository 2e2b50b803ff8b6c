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

test('rankedDots() lets the widest of many intervals leave the picture, cut at its edge, and says so', () => {
  const dots = Array.from({ length: 60 }, (_, at): RankedDotsInput['dots'][number] => {
    const value = 90 - at / 2
    const reach = at === 30 ? 400 : 3
    return {
      value,
      lower: value - reach,
      upper: value + reach,
      standing: 'similar',
      who: at === 5 ? 'asking' : 'other',
    }
  })
  const usual = example('every council of England, with intervals')
  const drawn = (dots: RankedDotsInput['dots']) => rankedDots({ ...usual, dots, england: null }, chartSizes.wide)
  const heightOf = (svg: string, at: number) =>
    [...svg.matchAll(/chart-interval" x1="[\d.]+" x2="[\d.]+" y1="([\d.]+)" y2="([\d.]+)"/g)].map(
      ([, y1, y2]) => Number(y1) - Number(y2),
    )[at]
  const even = dots.map(dot => ({ ...dot, lower: dot.value - 3, upper: dot.value + 3 }))
  expect(heightOf(drawn(dots), 0)).toBeCloseTo(Number(heightOf(drawn(even), 0)), 1)
  expect(faultsIn(drawn(dots), chartSizes.wide)).toEqual([])
  expect(drawn(dots)).toContain('95 % interval (the widest cut off)')
  expect(drawn(even)).not.toContain('cut off')
  // The own interval never leaves it.
  expect(drawn(dots.map((dot, at) => ({ ...dot, who: at === 30 ? 'asking' : 'other' })))).not.toContain('cut off')
})
