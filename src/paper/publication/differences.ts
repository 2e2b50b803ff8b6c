/** What two versions of a paper say differently, sentence by sentence and cell by cell. */
import type { Block, Cell, Paper, Section, Table, Words } from '../outline/types.ts'

/** One thing that is said differently; null: it was not there, or is there no longer. */
export type Difference = {
  readonly where: string
  readonly old: string | null
  readonly new: string | null
  /** The figure of the register that is said differently; undefined where it is none, or something is said of it. */
  readonly fact?: Cell['fact']
}

/** The section that tells of a correction; it is none of what is compared. */
export const erratumId = 'erratum'
/** The appendix with the other places that it changes. */
export const erratumPlacesId = 'erratum-places'

/** What the later version says differently, in the order of the paper. Status and erratum are not compared. */
export function differences(before: Paper, after: Paper): Difference[] {
  const old = sectionsOf(before)
  const fresh = sectionsOf(after)
  const ids = inOrder([...old.keys()], [...fresh.keys()])
  return [
    ...sentences('Front page', frontOf(before), frontOf(after)),
    ...ids.flatMap(id => ofSection(old.get(id), fresh.get(id))),
    ...sentences('Symbols', before.symbols.map(symbolText), after.symbols.map(symbolText)),
    ...sentences('Notes', before.notes, after.notes),
  ]
}

const symbolText = ({ symbol, means }: Paper['symbols'][number]) => `${symbol}: ${means}`

function sectionsOf(paper: Paper): Map<string, Section> {
  return new Map(
    paper.sections.filter(({ id }) => id !== erratumId && id !== erratumPlacesId).map(section => [section.id, section]),
  )
}

function frontOf(paper: Paper): string[] {
  const { title, organisation, committee, frontMatter } = paper
  return [title, organisation, committee, ...frontMatter.map(({ label, text }) => `${label}: ${text}`)]
}

function ofSection(old: Section | undefined, fresh: Section | undefined): Difference[] {
  const where = unnumbered((fresh ?? old)?.heading ?? '')
  if (!old || !fresh) return [{ where, old: old ? 'this part' : null, new: fresh ? 'this part' : null }]
  const texts = (section: Section) => [unnumbered(section.heading), ...section.blocks.flatMap(textsOf)]
  const was = tablesOf(old)
  const is = tablesOf(fresh)
  return [
    ...sentences(where, texts(old), texts(fresh)),
    ...inOrder([...was.keys()], [...is.keys()]).flatMap(id => ofTable(where, was.get(id), is.get(id))),
  ]
}

/** A heading without its number, which moves when a part before it comes or goes. */
function unnumbered(heading: string): string {
  return heading.replace(/^(?:\d+(?:\.\d+)*|Appendix [A-Z]:) /, '')
}

function textsOf(block: Block): string[] {
  switch (block.block) {
    case 'heading':
      return [unnumbered(block.text)]
    case 'paragraph':
      return [plain(block.text)]
    case 'list':
      return block.items.map(plain)
    case 'verdict':
      return [`${block.title}. ${block.detail}`, ...(block.beside ?? []).map(({ text }) => text)]
    case 'facts':
      return block.facts.map(({ label, text }) => `${label}: ${text}`)
    case 'figure':
      return [block.title, block.subtitle, block.sentence]
    case 'table':
      return [block.caption]
  }
}

function plain(words: Words): string {
  return words.map(run => run.text).join('')
}

function tablesOf(section: Section): Map<string, Table> {
  const tables = section.blocks.flatMap(block =>
    block.block === 'table' ? [block] : block.block === 'figure' ? [block.table] : [],
  )
  return new Map(tables.map(table => [table.id, table]))
}

function ofTable(section: string, old: Table | undefined, fresh: Table | undefined): Difference[] {
  const caption = (fresh ?? old)?.caption ?? ''
  const where = `${section}, ${caption}`
  if (!old || !fresh) return [{ where, old: old ? 'this table' : null, new: fresh ? 'this table' : null }]
  const was = rowsOf(old)
  const is = rowsOf(fresh)
  return inOrder([...was.keys()], [...is.keys()]).flatMap(name => {
    const before = was.get(name)
    const after = is.get(name)
    const row = `${where}, ${rowWords(name)}`
    if (!before || !after) return [{ where: row, old: wholeRow(before), new: wholeRow(after) }]
    return inOrder([...before.keys()], [...after.keys()]).flatMap(column =>
      ofCell(`${row}, ${column}`, before.get(column), after.get(column)),
    )
  })
}

/** A row that came or went: each cell under its column. */
function wholeRow(row: ReadonlyMap<string, Cell> | undefined): string | null {
  return row ? [...row].map(([column, cell]) => `${column}: ${cellWords(cell)}`).join('; ') : null
}

function ofCell(where: string, old: Cell | undefined, fresh: Cell | undefined): Difference[] {
  const was = old ? cellWords(old) : null
  const is = fresh ? cellWords(fresh) : null
  const known = fresh?.fact ?? old?.fact
  const fact = known ? { fact: known } : {}
  if (was !== is) return [{ where, old: was, new: is, ...fact }]
  if (old?.value === fresh?.value) return []
  return [{ where, old: unrounded(old), new: unrounded(fresh), ...fact }]
}

function cellWords({ text, rating, compared }: Cell): string {
  const marks = [...(rating ? [rating] : []), ...(compared ? [compared] : [])]
  return marks.length === 0 ? text : `${text} (${marks.join(', ')})`
}

function unrounded(cell: Cell | undefined): string {
  return `${cell?.text ?? ''} (unrounded ${cell?.value ?? 'not given'})`
}

/** The cells of each row by their columns. A row goes by its headers; by a period beside them, and a count where that is shared. */
function rowsOf({ columns, rows }: Table): Map<string, Map<string, Cell>> {
  const named = new Map<string, Map<string, Cell>>()
  for (const row of rows) {
    const headers = row.filter((_, at) => columns[at]?.isRowHeader || columns[at]?.heading === 'Period')
    const cells = new Map(row.map((cell, at) => [columns[at]?.heading ?? '', cell]))
    named.set(freeName(headers.map(cell => cell.text).join(', '), named), cells)
  }
  return named
}

const counter = '\u0000'

function freeName(name: string, taken: ReadonlyMap<string, unknown>): string {
  for (let count = 1; ; count += 1) {
    const own = count === 1 ? name : `${name}${counter}${count}`
    if (!taken.has(own)) return own
  }
}

function rowWords(name: string): string {
  const [words = '', count] = name.split(counter)
  return count === undefined ? words : `${words} (row ${count} of that name)`
}

/** Both lists as one in the order of the later; what it lacks stands behind its neighbour of the earlier. */
function inOrder(old: readonly string[], fresh: readonly string[]): string[] {
  const all = [...fresh]
  old.forEach((each, at) => {
    if (!all.includes(each)) all.splice(at === 0 ? 0 : all.indexOf(old[at - 1] as string) + 1, 0, each)
  })
  return all
}

/** The sentences that differ: between two that stayed, the first gone is set beside the first new, and so on. */
function sentences(where: string, old: readonly string[], fresh: readonly string[]): Difference[] {
  const found: Difference[] = []
  let gone: string[] = []
  let come: string[] = []
  const pair = () => {
    for (let at = 0; at < Math.max(gone.length, come.length); at += 1)
      found.push({ where, old: gone[at] ?? null, new: come[at] ?? null })
    gone = []
    come = []
  }
  const lengths = commonLengths(old, fresh)
  let i = 0
  let j = 0
  while (i < old.length || j < fresh.length) {
    if (i < old.length && j < fresh.length && old[i] === fresh[j]) {
      pair()
      i += 1
      j += 1
    } else if (j >= fresh.length || (i < old.length && (lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0))) {
      gone.push(String(old[i]))
      i += 1
    } else {
      come.push(String(fresh[j]))
      j += 1
    }
  }
  pair()
  return found
}

/** How long the longest common part of what follows is, from each place of both. */
function commonLengths(old: readonly string[], fresh: readonly string[]): number[][] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Array<number>(fresh.length + 1).fill(0))
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = fresh.length - 1; j >= 0; j -= 1) {
      const row = lengths[i] as number[]
      const below = lengths[i + 1] as number[]
      row[j] = old[i] === fresh[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0)
    }
  }
  return lengths
}
