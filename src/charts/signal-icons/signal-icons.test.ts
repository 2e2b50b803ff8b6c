import { describe, expect, test } from 'vitest'
import { examples } from './examples.ts'
import { iconMeanings, iconSymbol } from './signal-icons.ts'

describe.each(Object.entries(examples))('the sign %s', (name, svg) => {
  test('draws the same as before', () => {
    expect(svg).toMatchSnapshot()
  })

  test('is an image named by its meaning', () => {
    expect(svg).toContain(`role="img" aria-label="${iconMeanings[name as keyof typeof iconMeanings]}"`)
    expect(svg).not.toMatch(/NaN|undefined|tabindex|<title|style=/)
  })
})

test('iconSymbol() draws what the sign does, under an id of its own', () => {
  for (const [name, svg] of Object.entries(examples)) {
    const symbol = iconSymbol(name as keyof typeof iconMeanings)
    expect(symbol).toMatch(new RegExp(`^<symbol id="signal-${name}" viewBox="0 0 48 48">`))
    expect(symbol.replace(/^<symbol[^>]*>|<\/symbol>$/g, '')).toBe(svg.replace(/^<svg[^>]*>|<\/svg>$/g, ''))
  }
})

test('there is a sign for every meaning, and in black and white no two are the same', () => {
  expect(Object.keys(examples).sort()).toEqual(Object.keys(iconMeanings).sort())
  const inGrey = Object.values(examples).map(svg =>
    svg.replace(/#[0-9a-f]{6}/g, '').replace(/(class|aria-label)="[^"]*"/g, ''),
  )
  expect(new Set(inGrey).size).toBe(inGrey.length)
})
