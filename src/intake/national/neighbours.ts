import { counted } from '../../shared/words.ts'
import type { Row } from '../exchange/read-table.ts'
import { tables } from '../exchange/tables.data.ts'
import type { Grid, Problem } from '../grid.ts'
import type { Area } from './areas.ts'
import type { NationalCatalogue } from './catalogue.ts'
import { columnsBy } from './headings.ts'
import { readLongTable } from './long-table.ts'

const spellings = { own: ['ons_code'], other: ['neighbour_ons_code'] } as const

const groups = tables.find(table => table.name === 'groups') as Row['table']

/** Whether a sheet is a list of councils and their nearest neighbours. */
export function isNeighbours(grid: Grid): boolean {
  return columnsBy(grid, spellings) !== null
}

/** Reads the nearest neighbours of councils as groups, `neighbours-NORFOLK` each; who is his own neighbour is left out. */
export function readNeighbours(
  grid: Grid,
  catalogue: NationalCatalogue,
): { rows: Row[]; problems: readonly Problem[]; understood: string[] } {
  type Pair = { readonly own: Area; readonly other: Area; readonly row: number }
  const { made, problems } = readLongTable(grid, spellings, catalogue, (given): Pair[] => {
    // The list knows no years: councils are named by the codes of 2022/23.
    const find = (column: 'own' | 'other') =>
      given.area({ onsCode: given.text(column), cassrCode: '', name: given.text(column) }, '2022/23')
    const own = find('own')
    const other = find('other')
    return own && other && own.slug !== other.slug ? [{ own, other, row: given.row }] : []
  })
  const lists = [...Map.groupBy(made, pair => pair.own.slug).values()]
  const rows = lists.flatMap((pairs): Row[] => {
    const [first] = pairs
    if (!first) return []
    return [
      {
        table: groups,
        place: { file: grid.file, sheet: grid.sheet, row: first.row + 1, letters: {} },
        values: {
          group: `neighbours-${first.own.slug}`,
          name: `Nearest neighbours of ${first.own.name}`,
          description: 'The list that the Office for Local Government used.',
          members: [...new Set(pairs.map(pair => pair.other.slug))],
          owner: 'oflog',
          source: 'nearest-neighbours',
        },
      },
    ]
  })
  return { rows, problems, understood: [`Nearest neighbours of ${counted(rows.length, 'council')}.`] }
}
