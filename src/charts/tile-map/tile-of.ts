import { councils, formerly, grid } from './england.data.ts'

/** A place in the layout, counted from its top left corner. */
export type Tile = { readonly row: number; readonly column: number; readonly code: string }

const rows = grid.map(line => line.split(/ +/))

/** How many tiles the layout is wide and high. */
export const layout = { columns: Math.max(...rows.map(row => row.length)), rows: rows.length }

const places = new Map(
  rows.flatMap((codes, row) =>
    codes.flatMap((code, column): [string, Tile][] => (code === '.' ? [] : [[code, { row, column, code }]])),
  ),
)

const tiles = new Map<string, Tile>([
  ...Object.entries(councils).flatMap(([code, slug]): [string, Tile][] => {
    const place = places.get(code)
    return place ? [[slug, place]] : []
  }),
  ...formerly.flatMap(({ slug, code, on }): [string, Tile][] => {
    const place = places.get(on)
    return place ? [[slug, { ...place, code }]] : []
  }),
])

/** Where a council stands in the layout, by the slug of its area; null where it has no place yet. */
export function tileOf(slug: string): Tile | null {
  return tiles.get(slug) ?? null
}

/** Order of reading: from north to south, and from west to east. */
export function inReadingOrder(a: Tile, b: Tile): number {
  return a.row - b.row || a.column - b.column
}
