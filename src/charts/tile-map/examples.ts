/** Examples of the tile map: tests and gallery show each of them. */
import { councils, formerly } from './england.data.ts'
import type { MapTile, Quartile, TileMapInput } from './tile-map.ts'
import { type Tile, tileOf } from './tile-of.ts'

/** Some councils on their tiles, in quartiles that go round. */
function tiles(slugs: readonly string[], regionOf: (tile: Tile) => string): MapTile[] {
  return slugs.flatMap((slug, index): MapTile[] => {
    const tile = tileOf(slug)
    if (!tile) return []
    const quartile = index % 19 === 7 ? null : (((index % 4) + 1) as Quartile)
    const who = slug === 'norfolk' ? 'asking' : index % 11 === 3 ? 'like' : 'other'
    return [{ tile, quartile, region: regionOf(tile), who, title: `${slug} & <others>` }]
  })
}

const now = Object.values(councils)
const isFormer = new Set(formerly.map(({ on }) => on))
const then = [
  ...Object.entries(councils).flatMap(([code, slug]) => (isFormer.has(code) ? [] : [slug])),
  ...formerly.map(({ slug }) => slug),
].filter(slug => slug !== 'north-northamptonshire' && slug !== 'westmorland-and-furness')

const usual: TileMapInput = {
  sentence: 'Norfolk is in quartile 2 of 4, where 1 is the best.',
  tiles: tiles(now, ({ row }) => (row < 9 ? 'north' : 'south')),
  ends: ['best', 'worst'],
  owner: 'Norfolk',
  like: 'family group',
}

export const examples: Readonly<Record<string, TileMapInput>> = {
  'every council of today': usual,
  'the councils of 2016/17, of which some are no more': { ...usual, tiles: tiles(then, () => 'England') },
  'for information, and nobody asks': {
    ...usual,
    ends: ['highest', 'lowest'],
    tiles: usual.tiles.map(each => ({ ...each, who: 'other' as const })),
  },
  'a year in which nobody has a value': {
    ...usual,
    sentence: 'No council has a value.',
    tiles: usual.tiles.map(each => ({ ...each, quartile: null })),
  },
}
