/** Every council as a tile of one size, roughly where it lies: its quartile as a number and as a shade. */
import { palette } from '../drawing/palette.ts'
import { label, type PictureSize, picture, textSize } from '../drawing/picture.ts'
import { type KeyItem, keyHeight, signKey } from '../drawing/sign-key.ts'
import { element, escaped } from '../drawing/svg.ts'
import { textWidth } from '../drawing/text.ts'
import { regionNames } from './england.data.ts'
import { layout, type Tile } from './tile-of.ts'

export type Quartile = 1 | 2 | 3 | 4

export type MapTile = {
  readonly tile: Tile
  /** null where there is no value. */
  readonly quartile: Quartile | null
  /** Which region it lies in: a line runs between regions. */
  readonly region: string
  /** Whether it is the council that asks, or one that it is held to be like. */
  readonly who: 'asking' | 'like' | 'other'
  /** What a pointer that rests on the tile is told. */
  readonly title: string
}

export type TileMapInput = {
  /** What the map says, for whoever cannot see it. */
  readonly sentence: string
  readonly tiles: readonly MapTile[]
  /** What quartiles 1 and 4 are, as "best" and "worst". */
  readonly ends: readonly [first: string, last: string]
  /** The council that asks, and whom it is held to be like; empty where nobody is. */
  readonly owner: string
  readonly like: string
}

/** Sizes in which the pages show it: the wide one has room for a council's letters. */
export const tileMapSizes = {
  wide: { width: 700, height: 788 },
  narrow: { width: 288, height: 580 },
} as const satisfies Record<string, PictureSize>

/** From dark to light, so that the order is seen in grey too; the number on each is at 4.5 : 1 or more. */
export const shades: Readonly<Record<Quartile, { readonly fill: string; readonly ink: string }>> = {
  1: { fill: palette.data, ink: palette.paper },
  2: { fill: '#41719d', ink: palette.paper },
  3: { fill: '#a9c6df', ink: palette.ink },
  4: { fill: '#eaf1f7', ink: palette.ink },
}
const blank = { fill: palette.paper, ink: palette.quiet }

/** Width from which on a tile has room for three letters. */
const forLetters = 40
const gap = 1

type Frame = { readonly width: number; readonly height: number; readonly hasLetters: boolean }

/** The map as SVG text. The list of its councils stands beside it on the page. */
export function tileMap(input: TileMapInput, size: PictureSize): string {
  const key = keyOf(input)
  const frame: Frame = {
    width: size.width / layout.columns,
    height: (size.height - keyHeight(key, size.width) - textSize) / layout.rows,
    hasLetters: size.width / layout.columns >= forLetters,
  }
  const last = (each: MapTile) => (each.who === 'asking' ? 1 : 0)
  return picture(input.sentence, size, [
    ...input.tiles.map(each => tileDrawn(each, frame)),
    bordersOf(input.tiles, frame),
    ...input.tiles.filter(each => last(each) === 1).map(each => outline(each, frame)),
    ...(frame.hasLetters ? regionNames.map(each => regionName(each, frame)) : []),
    ...signKey(key, size),
  ])
}

function tileDrawn({ tile, quartile, who, title }: MapTile, { width, height, hasLetters }: Frame): string {
  const [left, top] = [tile.column * width, tile.row * height]
  const { fill, ink } = quartile === null ? blank : shades[quartile]
  const middle = left + width / 2
  const mark = `${quartile ?? '–'}${who === 'like' ? '†' : ''}`
  const square = element('rect', {
    class: `tile tile-${quartile ?? 'none'}`,
    x: left + gap,
    y: top + gap,
    width: width - 2 * gap,
    height: height - 2 * gap,
    fill,
    stroke: quartile === null || quartile > 2 ? palette.quiet : fill,
    'stroke-dasharray': quartile === null ? '2 2' : undefined,
  })
  const look = { x: middle, anchor: 'middle', role: 'tile', fill: ink } as const
  const words = hasLetters
    ? [
        label(tile.code, { ...look, y: top + height / 2 - 2 }),
        label(mark, { ...look, y: top + height / 2 + textSize - 1, weight: 'bold' }),
      ]
    : [label(mark, { ...look, y: top + height / 2 + textSize * 0.36, weight: 'bold' })]
  const told = hasLetters ? element('title', {}, escaped(title)) : ''
  return element('g', {}, `${told}${square}${words.join('')}`)
}

/** Lines between tiles of different regions, and around the whole. */
function bordersOf(tiles: readonly MapTile[], { width, height }: Frame): string {
  const regions = new Map(tiles.map(({ tile, region }) => [`${tile.row} ${tile.column}`, region]))
  const lines = tiles.flatMap(({ tile: { row, column }, region }) => {
    const differs = (down: number, across: number) => regions.get(`${row + down} ${column + across}`) !== region
    const [left, right, top, bottom] = [column * width, (column + 1) * width, row * height, (row + 1) * height]
    return [
      ...(differs(-1, 0) ? [`M${at(left)} ${at(top)}H${at(right)}`] : []),
      ...(differs(0, -1) ? [`M${at(left)} ${at(top)}V${at(bottom)}`] : []),
      // Between two tiles the line is drawn once: by the one below or to the right.
      ...(regions.has(`${row + 1} ${column}`) ? [] : [`M${at(left)} ${at(bottom)}H${at(right)}`]),
      ...(regions.has(`${row} ${column + 1}`) ? [] : [`M${at(right)} ${at(top)}V${at(bottom)}`]),
    ]
  })
  const look = { d: lines.join(''), fill: 'none', 'stroke-linecap': 'square' }
  // White beneath, so that it is seen between dark tiles too.
  return (
    element('path', { ...look, stroke: palette.paper, 'stroke-width': 4.5 }) +
    element('path', { class: 'tile-regions', ...look, stroke: palette.ink, 'stroke-width': 1.5 })
  )
}

const at = (value: number) => Math.round(value * 10) / 10

/** The council that asks: a frame of two lines, seen on dark tiles and on light ones. */
function outline({ tile }: MapTile, { width, height }: Frame): string {
  const box = {
    x: tile.column * width + 1,
    y: tile.row * height + 1,
    width: width - 2,
    height: height - 2,
    fill: 'none',
  }
  return (
    element('rect', { class: 'tile-own', ...box, stroke: palette.paper, 'stroke-width': 6 }) +
    element('rect', { class: 'tile-own', ...box, stroke: palette.target, 'stroke-width': 3.5 })
  )
}

function regionName({ name, row, column, anchor }: (typeof regionNames)[number], { width, height }: Frame): string {
  const away = anchor === 'start' ? 8 : -8
  return label(name, {
    x: column * width + away,
    y: row * height + height / 2 + textSize * 0.35,
    role: 'region',
    fill: palette.quiet,
    anchor: anchor === 'end' ? 'end' : undefined,
  })
}

function keyOf({ tiles, ends: [first, last], owner, like }: TileMapInput): KeyItem[] {
  const square = (fill: string, dashes?: string) => (x: number, y: number) =>
    element('rect', {
      x: x - 6,
      y: y - 6,
      width: 12,
      height: 12,
      fill,
      stroke: palette.quiet,
      'stroke-dasharray': dashes,
    })
  const words: Record<Quartile, string> = { 1: `1 ${first} quartile`, 2: '2', 3: '3', 4: `4 ${last} quartile` }
  const quartiles = ([1, 2, 3, 4] as const)
    .filter(each => tiles.some(({ quartile }) => quartile === each))
    .map((each): KeyItem => ({ words: words[each], mark: square(shades[each].fill) }))
  const has = (who: MapTile['who']) => tiles.some(each => each.who === who)
  return [
    ...quartiles,
    ...(tiles.some(({ quartile }) => quartile === null)
      ? [{ words: 'no value', mark: square(blank.fill, '2 2') }]
      : []),
    ...(has('asking') ? [{ words: owner, mark: ownKey }] : []),
    ...(has('like') ? [{ words: like, mark: likeKey }] : []),
  ]
}

function ownKey(x: number, y: number): string {
  const box = { x: x - 6, y: y - 6, width: 12, height: 12, fill: 'none', stroke: palette.target, 'stroke-width': 3 }
  return element('rect', { class: 'tile-own', ...box })
}

function likeKey(x: number, y: number): string {
  const left = x - textWidth('†', textSize) / 2
  return label('†', { x: left, y: y + textSize * 0.35, role: 'key', fill: palette.ink })
}
