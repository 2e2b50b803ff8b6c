import type { Cell, Grid, Problem } from '../grid.ts'

/** A piece of a file as it is read: parts come in the order of the file, so that no message grows with it. */
export type Part =
  | { readonly part: 'sheet'; readonly sheet: string; readonly merged: Grid['merged'] }
  /** Rows that are not told of are empty. */
  | { readonly part: 'row'; readonly row: number; readonly cells: readonly Cell[] }
  | { readonly part: 'problem'; readonly problem: Problem }

/** The cell that holds nothing: one for all. */
export const emptyCell: Cell = { type: 'empty', held: '', shown: '' }

const emptyRow: readonly Cell[] = []

type PackedCell = null | readonly [type: Cell['type'], held: string] | readonly [Cell['type'], string, shown: string]

/** A part as it travels between the processes: empty cells as null, what is shown only where it differs. */
export type PackedPart =
  | Exclude<Part, { part: 'row' }>
  | { readonly part: 'row'; readonly row: number; readonly cells: readonly PackedCell[] }

/** A part, made small for the way between the processes. */
export function packed(part: Part): PackedPart {
  return part.part === 'row' ? { ...part, cells: part.cells.map(packedCell) } : part
}

function packedCell({ type, held, shown }: Cell): PackedCell {
  if (type === 'empty') return null
  return held === shown ? [type, held] : [type, held, shown]
}

/** A part as it was before packed(). */
export function unpacked(part: PackedPart): Part {
  return part.part === 'row' ? { ...part, cells: part.cells.map(unpackedCell) } : part
}

function unpackedCell(cell: PackedCell): Cell {
  if (cell === null) return emptyCell
  const [type, held, shown = held] = cell
  return { type, held, shown }
}

/** Roughly how much a part weighs, in characters. */
export function weightOf(part: Part): number {
  if (part.part === 'sheet') return 100 + part.merged.length * 40
  if (part.part === 'problem') return 500
  return part.cells.reduce((sum, cell) => sum + 10 + cell.held.length + cell.shown.length, 10)
}

/** Puts parts back together into grids and problems. */
export class Collector {
  readonly grids: Grid[] = []
  readonly problems: Problem[] = []
  #rows: (readonly Cell[])[] = []
  readonly #file: string

  constructor(file: string) {
    this.#file = file
  }

  add(part: Part): void {
    if (part.part === 'problem') {
      this.problems.push(part.problem)
    } else if (part.part === 'sheet') {
      this.#rows = []
      this.grids.push({ file: this.#file, sheet: part.sheet, rows: this.#rows, merged: part.merged })
    } else {
      while (this.#rows.length < part.row) this.#rows.push(emptyRow)
      this.#rows.push(part.cells)
    }
  }
}
