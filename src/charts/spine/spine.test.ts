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

const xOf = (svg: string, name: string) => Number(new RegExp(`${name}" x1="([\\d.]+)"`).exec(svg)?.[1])

test('spine() draws an arrow only where somebody lies further out, on the side where they lie', () => {
  const arrows = (input: SpineInput) =>
    [...spine(input).matchAll(/spine-arrow" d="M[\d.]+ [\d.]+L([\d.]+)/g)].map(([, x]) => Number(x))
  const usual = examples['a little above the middle'] as SpineInput
  const low = { ...usual, reach: { ...usual.reach, below: 1 } }
  expect(arrows(usual)).toEqual([])
  expect(arrows(low)).toEqual([9])
  expect(arrows({ ...low, turned: true })).toEqual([191])
  expect(arrows(examples['further out on both sides'] as SpineInput)).toEqual([9, 191])
})

test('spine() keeps the room of the group however far out a value lies', () => {
  const input = examples['itself further out than the group is drawn'] as SpineInput
  const [far, further] = [input, { ...input, value: 1e9 }].map(each => spine(each))
  expect(xOf(String(far), 'spine-median')).toBe(xOf(String(further), 'spine-median'))
})
