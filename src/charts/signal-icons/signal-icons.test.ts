import { describe, expect, test } from 'vitest'
import { examples } from './examples.ts'
import { iconMeanings } from './signal-icons.ts'

describe.each(Object.entries(examples))('the sign %s', (name, svg) => {
  test('draws the same as before', () => {
    expect(svg).toMatchSnapshot()
  })

  test('is an image named by its meaning', () => {
    expect(svg).toContain(`role="img" aria-label="${iconMeanings[name as keyof typeof iconMeanings]}"`)
    expect(svg).not.toMatch(/NaN|undefined|tabindex|<title|style=/)
  })
})

test('there is a sign for every meaning, and in black and white no two are the same', () => {
  expect(Object.keys(examples).sort()).toEqual(Object.keys(iconMeanings).sort())
  const inGrey = Object.values(examples).map(svg =>
    svg.replace(/#[0-9a-f]{6}/g, '').replace(/(class|aria-label)="[^"]*"/g, ''),
  )
  expect(new Set(inGrey).size).toBe(inGrey.length)
})
