import type { ReadLimits } from './limits.ts'
import { Unreadable } from './problems.ts'

/**
 * Refuses a workbook whose parts hold more cells than the library can keep in memory, before it is asked to: by counting their
 * tags, and in OpenDocument by how often each is repeated.
 * @throws Unreadable when there are too many
 */
export function refuseTooManyCells(content: ReadonlyMap<string, Buffer>, limits: ReadLimits): void {
  let cells = 0
  for (const [name, part] of content) {
    if (/^xl\/worksheets\/[^/]+\.xml$/i.test(name)) cells += tagsIn(part, '<c ', limits.workbookCells - cells)
    if (name === 'content.xml') {
      const xml = part.toString('utf8')
      refuseEndlessSpaces(xml, limits)
      cells += repeatedCells(xml)
    }
    if (cells > limits.workbookCells)
      throw new Unreadable(
        'too-large',
        `the workbook holds more than ${limits.workbookCells.toLocaleString('en-GB')} cells; keep only the sheets with the figures, or save them as CSV`,
      )
  }
}

/** OpenDocument writes several spaces as one tag with their number. */
function refuseEndlessSpaces(xml: string, limits: ReadLimits): void {
  for (const [, spaces] of xml.matchAll(/<text:s\s[^<>]*\btext:c="(\d+)"/g))
    if (Number(spaces) > limits.cellLength)
      throw new Unreadable(
        'cell-too-long',
        `a cell holds ${spaces} spaces in a row; take them out, or keep only the sheets with the figures`,
      )
}

function tagsIn(part: Buffer, tag: string, most: number): number {
  let count = 0
  for (let at = part.indexOf(tag); at >= 0 && count <= most; at = part.indexOf(tag, at + tag.length)) count += 1
  return count
}

/** Filled cells of an OpenDocument sheet; an empty one costs nothing, however often it is repeated. */
function repeatedCells(content: string): number {
  let cells = 0
  let rows = 1
  for (const [tag, name] of content.matchAll(/<table:table-(row|cell)(?=[\s/>])[^<>]*>/g)) {
    if (name === 'row') rows = repeats(tag, 'rows')
    else if (!tag.endsWith('/>') || tag.includes('value-type=')) cells += rows * repeats(tag, 'columns')
  }
  return cells
}

function repeats(tag: string, what: string): number {
  const times = new RegExp(`number-${what}-repeated="(\\d{1,15})"`).exec(tag)?.[1]
  return Math.max(1, Number(times ?? 1))
}
