import { describe, expect, test } from 'vitest'
import { contrast } from '../drawing/palette.ts'
import { faultsIn } from '../drawing/text-boxes.ts'
import { councils, formerly } from './england.data.ts'
import { examples } from './examples.ts'
import { shades, type TileMapInput, tileMap, tileMapSizes } from './tile-map.ts'
import { inReadingOrder, layout, tileOf } from './tile-of.ts'

const example = (name: string) => examples[name] as TileMapInput
const count = (svg: string, what: string) => svg.split(what).length - 1

describe('the layout', () => {
  test('has a tile for each of the 153 councils of today, and no two share one', () => {
    const tiles = Object.values(councils).map(slug => tileOf(slug))
    expect(tiles).toHaveLength(153)
    expect(tiles).not.toContain(null)
    expect(new Set(tiles.map(tile => `${tile?.row} ${tile?.column}`)).size).toBe(153)
    expect(new Set([...tiles.map(tile => tile?.code), ...formerly.map(each => each.code)]).size).toBe(158 - 1)
  })

  test('has councils that are no more on a tile, under letters of their own', () => {
    expect(tileOf('northamptonshire')).toMatchObject({ code: 'NHA' })
    expect(tileOf('poole')).not.toBeNull()
    expect(tileOf('atlantis')).toBeNull()
  })

  test('is read from the north-east of Northumberland to the Medway', () => {
    const order = Object.values(councils).toSorted((a, b) =>
      inReadingOrder(tileOf(a) ?? { row: 99, column: 0, code: '' }, tileOf(b) ?? { row: 99, column: 0, code: '' }),
    )
    expect(order.slice(0, 3)).toEqual(['northumberland', 'newcastle-upon-tyne', 'north-tyneside'])
    expect(order.at(-1)).toBe('medway')
    expect(layout).toEqual({ columns: 15, rows: 20 })
  })
})

describe.each(Object.entries(examples))('tileMap(): %s', (_, input) => {
  test.each(Object.entries(tileMapSizes))(
    'is named by its sentence and keeps its text inside and apart, %s',
    (_, size) => {
      const svg = tileMap(input, size)
      expect(faultsIn(svg, size)).toEqual([])
      expect(svg).not.toContain('<others>')
    },
  )

  test('draws the same as before', () => {
    expect(tileMap(input, tileMapSizes.narrow)).toMatchSnapshot()
  })
})

test('tileMap() says each quartile by a number on the tile besides its shade, and the number can be read', () => {
  const input = example('every council of today')
  const svg = tileMap(input, tileMapSizes.wide)
  for (const quartile of [1, 2, 3, 4] as const) {
    const tiles = input.tiles.filter(each => each.quartile === quartile)
    expect(count(svg, `"tile tile-${quartile}"`)).toBe(tiles.length)
    const marks = tiles.map(each => (each.who === 'like' ? `>${quartile}†</text>` : `>${quartile}</text>`))
    for (const mark of new Set(marks))
      expect(count(svg, mark), mark).toBeGreaterThanOrEqual(marks.filter(each => each === mark).length)
    expect(contrast(shades[quartile].fill, shades[quartile].ink)).toBeGreaterThanOrEqual(4.5)
  }
  expect(count(svg, '>–</text>')).toBe(input.tiles.filter(each => each.quartile === null && each.who !== 'like').length)
})

test('the shades go from dark to light, so that their order is seen in grey', () => {
  const onWhite = ([1, 2, 3, 4] as const).map(quartile => contrast(shades[quartile].fill, '#ffffff'))
  expect(onWhite).toEqual(onWhite.toSorted((a, b) => b - a))
})
