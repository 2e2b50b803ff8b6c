import { describe, expect, test } from 'vitest'
import { faultsIn } from '../drawing/text-boxes.ts'
import { examples } from './examples.ts'
import { type FunnelInput, funnel, funnelSizes } from './funnel.ts'

const example = (name: string) => examples[name] as FunnelInput

describe.each(Object.entries(examples))('funnel(): %s', (_, input) => {
  test.each(Object.entries(funnelSizes))(
    'is named by its sentence and keeps its text inside and apart, %s',
    (_, size) => {
      const svg = funnel(input, size)
      expect(faultsIn(svg, size)).toEqual([])
      expect(svg).not.toContain('<Poole')
    },
  )

  test('draws the same as before', () => {
    expect(funnel(input, funnelSizes.wide)).toMatchSnapshot()
  })
})

test('funnel() tells marks beyond the limits by shape and by whether they are full, and says what they mean', () => {
  const input = example('every council of England')
  const svg = funnel(input, funnelSizes.wide)
  const of = (beyond: string, standing: string) =>
    input.dots.filter(dot => dot.beyond === beyond && dot.standing === standing).length
  // One of each more for the key.
  for (const [standing, sign] of [
    ['better', 'improvement'],
    ['worse', 'concern'],
  ] as const) {
    const [full, hollow] = [/fill="#(?!ffffff)/, /fill="#ffffff"/]
    const drawn = [...svg.matchAll(new RegExp(`<polygon class="chart-sign chart-sign-${sign}"[^>]*>`, 'g'))].map(String)
    expect(drawn.filter(each => full.test(each))).toHaveLength(of('outer', standing) + 1)
    expect(drawn.filter(each => hollow.test(each))).toHaveLength(of('inner', standing) + 1)
  }
  expect(svg).toContain('worse, beyond 99.8 %')
  expect(svg).toContain('cannot be told')
})

test('funnel() draws the limits closing in on the middle from both sides, and none outside of its plot', () => {
  const svg = funnel(example('every council of England'), funnelSizes.wide)
  const middle = Number(/chart-england" x1="[\d.]+" x2="[\d.]+" y1="([\d.]+)"/.exec(svg)?.[1])
  const paths = [...svg.matchAll(/chart-limit-\w+"[^>]* d="M([^"]+)"/g)].map(([, d]) =>
    String(d)
      .split('L')
      .map(point => Number(point.split(' ')[1])),
  )
  expect(paths).toHaveLength(4)
  for (const heights of paths) {
    const away = heights.map(y => Math.abs(y - middle))
    expect(away).toEqual(away.toSorted((a, b) => b - a))
    expect(Math.min(...heights)).toBeGreaterThan(0)
  }
})
