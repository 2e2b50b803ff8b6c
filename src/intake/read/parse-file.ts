import { columnLetter, type Problem } from '../grid.ts'
import { cleaned } from './clean-cell.ts'
import { csvParts } from './csv.ts'
import { tooDeep } from './csv-giants.ts'
import { kindOfFile } from './kind-of-file.ts'
import type { ReadLimits } from './limits.ts'
import type { Part } from './parts.ts'
import { excerpt, problemOf, Unreadable } from './problems.ts'
import { workbookParts } from './workbook.ts'

/**
 * Everything that a file holds, part by part, within the limits; whatever is wrong with it comes as a located problem.
 * Runs in the reading process: only what takes too long or too much memory is stopped from outside.
 */
export async function* fileParts(file: string, bytes: Buffer, limits: ReadLimits): AsyncGenerator<Part> {
  let problems = 0
  let filled = 0
  let sheet = ''
  try {
    for await (const part of withinLimits(rawParts(file, bytes, limits), limits)) {
      if (part.part === 'sheet') sheet = part.sheet
      for (const each of part.part === 'row' ? checkedRow(file, sheet, part, limits) : [part]) {
        if (each.part === 'problem') problems += 1
        if (each.part !== 'problem' || problems <= limits.problems) yield each
      }
      if (part.part === 'row') filled += part.cells.some(cell => cell.type !== 'empty') ? 1 : 0
    }
    if (problems > limits.problems) yield { part: 'problem', problem: moreProblems(file, problems - limits.problems) }
    if (filled === 0 && problems === 0) throw new Unreadable('empty-file', 'holds no figures and no text')
  } catch (error) {
    const told = error instanceof RangeError ? tooMuchMemory() : error
    if (!(told instanceof Unreadable)) throw told
    yield { part: 'problem', problem: told.problem(file) }
  }
}

function rawParts(file: string, bytes: Buffer, limits: ReadLimits): AsyncGenerator<Part> {
  const kind = kindOfFile(file, bytes)
  return kind === 'csv' ? csvParts(bytes, limits) : workbookParts(file, kind, bytes, limits)
}

async function* withinLimits(parts: AsyncGenerator<Part>, limits: ReadLimits): AsyncGenerator<Part> {
  let sheet = ''
  let cells = 0
  for await (const part of parts) {
    if (part.part === 'sheet') sheet = part.sheet
    if (part.part === 'row') {
      const where = { sheet, row: part.row + 1 }
      if (part.row >= limits.rows) throw tooDeep(part.row + 1, limits, sheet)
      if (part.cells.length > limits.columns)
        throw new Unreadable(
          'too-large',
          `the row goes on beyond column ${limits.columns}, the last that is read`,
          where,
        )
      cells += part.cells.length + 1
      if (cells > limits.cells)
        throw new Unreadable('too-large', `the file holds more than ${limits.cells} cells; split it`, where)
    }
    yield part
  }
}

type RowPart = Extract<Part, { part: 'row' }>

function checkedRow(file: string, sheet: string, part: RowPart, limits: ReadLimits): Part[] {
  const problems: Part[] = []
  const cells = part.cells.map((cell, column) => {
    if (cell.type === 'empty') return cell
    const { cell: clean, fault } = cleaned(cell, limits.cellLength)
    if (fault) {
      const { code, expected, found } = fault
      const where = { sheet, row: part.row + 1, column: columnLetter(column), found: excerpt(found) }
      problems.push({ part: 'problem', problem: problemOf(file, code, expected, where) })
    }
    return clean
  })
  return [...problems, { ...part, cells }]
}

function moreProblems(file: string, count: number): Problem {
  return problemOf(
    file,
    'more-problems',
    `${count} more problems of this kind are not listed; put right those above first`,
  )
}

/** JavaScript says by a RangeError that a text or list would be longer than any can be, or that there is no memory for it. */
function tooMuchMemory(): Unreadable {
  return new Unreadable(
    'too-large',
    'the file needs more memory than reading may take; keep only the sheets with the figures, or save them as CSV',
  )
}
