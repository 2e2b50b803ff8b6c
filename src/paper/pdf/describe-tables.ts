import { compareText } from '../../shared/compare-text.ts'

/**
 * What Typst cannot say of a table yet: which cells name their row, and a description for who cannot see it. Written into the
 * structure of the finished file, whose objects stand open, one after the other. Streams are left as they are.
 */

/** What a printed table tells of itself. */
export type TableWords = {
  readonly description: string
  /** For each column, whether its cells name their row. */
  readonly rowHeaders: readonly boolean[]
}

type Part = { readonly number: number; readonly at: number; text: string }

/** The file with row headers and descriptions; `tables` are those printed, in their order. */
export function describeTables(file: Uint8Array, tables: readonly TableWords[]): Uint8Array {
  const text = Buffer.from(file.buffer, file.byteOffset, file.byteLength).toString('latin1')
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1])
  const [, count, entries = ''] = /^xref\n0 (\d+)\n([\s\S]*?)trailer/.exec(text.slice(start)) ?? []
  if (!count) return file
  const offsets = entries
    .trimEnd()
    .split('\n')
    .map(line => Number(line.slice(0, 10)))
  const order = offsets.map((at, number) => ({ number, at })).slice(1)
  order.sort((a, b) => a.at - b.at)
  const parts = order.map(
    ({ number, at }, n): Part => ({ number, at, text: text.slice(at, order[n + 1]?.at ?? start) }),
  )
  const first = order[0]
  if (!first) return file
  const ids = describeParts(new Map(parts.map(part => [part.number, part])), tables)
  for (const part of parts) {
    if (part.text.includes('/Type /StructTreeRoot')) part.text = withIds(part.text, ids)
    part.text = withoutNoise(part.text)
  }
  return written(text.slice(0, first.at), parts, text.slice(start))
}

/** Without what says nothing to a reader, and what Poppler, which most free readers are made of, takes for faults. */
function withoutNoise(part: string): string {
  if (part.includes('/Type /Catalog')) return part.replace(/\n *\/Suspects false/, '')
  return part.slice(0, 80).includes('/Type /StructElem') ? part.replace(/\n *\/BorderColor \[[^\]]*\]/g, '') : part
}

const isElement = (part: Part, kind: string) =>
  part.text.slice(0, 80).includes('/Type /StructElem') && part.text.slice(0, 80).includes(`/S /${kind}\n`)
const parentOf = (part: Part) => Number(/\/P (\d+) 0 R/.exec(part.text)?.[1])

/** Marks cells and tables; gives the names of the new headers with the number of their object. */
function describeParts(parts: ReadonlyMap<number, Part>, tables: readonly TableWords[]): Map<string, number> {
  const ids = new Map<string, number>()
  const rows = new Map<number, { table: number; cells: { part: Part; column: number }[] }>()
  for (const part of parts.values()) {
    if (!isElement(part, 'TD')) continue
    const [, table, column] = /\/Headers \[\(U(\d+)x(\d+)y\d+\)\]/.exec(part.text) ?? []
    if (table === undefined) continue
    const row = rows.get(parentOf(part)) ?? { table: Number(table) - 1, cells: [] }
    row.cells.push({ part, column: Number(column) })
    rows.set(parentOf(part), row)
  }
  const described = new Set<number>()
  for (const [number, { table, cells }] of rows) {
    const words = tables[table]
    if (!words || words.rowHeaders.length !== cells.length) continue
    const names = cells.flatMap(({ part, column }) => {
      if (!words.rowHeaders[column]) return []
      const name = `U${table + 1}x${column}row${number}`
      ids.set(name, part.number)
      part.text = part.text
        .replace('/S /TD', `/S /TH\n  /ID (${name})`)
        .replace('/O /Table', '/O /Table\n    /Scope /Row')
      return [`(${name})`]
    })
    for (const { part, column } of cells)
      if (!words.rowHeaders[column])
        part.text = part.text.replace(/\/Headers \[([^\]]*)\]/, `/Headers [$1 ${names.join(' ')}]`)
    const body = parts.get(parentOf(parts.get(number) as Part))
    const whole = body && parts.get(parentOf(body))
    if (whole && isElement(whole, 'Table') && !described.has(whole.number)) {
      described.add(whole.number)
      const summary = `<<\n    /O /Table\n    /Summary ${textString(words.description)}\n  >>`
      whole.text = whole.text.includes('/A [')
        ? whole.text.replace('/A [', `/A [${summary} `)
        : whole.text.replace('/K [', `/A [${summary}]\n  /K [`)
    }
  }
  return ids
}

/** A text as PDF writes it: UTF-16 in hexadecimal. */
const textString = (text: string) =>
  `<FEFF${[...Array(text.length).keys()].map(at => text.charCodeAt(at).toString(16).padStart(4, '0')).join('')}>`

/** The list of names with the new ones, in the order of their bytes. */
function withIds(root: string, ids: ReadonlyMap<string, number>): string {
  return root.replace(/(\/IDTree <<\s*\/Names \[)([^\]]*)\]/, (_, start: string, known: string) => {
    const pairs = [...known.matchAll(/\(([^)]*)\) (\d+) 0 R/g)].map(
      ([, name, number]) => [name, Number(number)] as const,
    )
    const all = [...pairs, ...ids].sort(([a = ''], [b = '']) => compareText(a, b))
    return `${start}${all.map(([name, number]) => `(${name}) ${number} 0 R`).join(' ')}]`
  })
}

/** The file anew, with the place of each object. */
function written(head: string, parts: readonly Part[], end: string): Uint8Array {
  const places = new Map<number, number>()
  let at = head.length
  for (const part of parts) {
    places.set(part.number, at)
    at += part.text.length
  }
  const table = end
    .replace(/^xref\n0 (\d+)\n[\s\S]*?trailer/, (_, count: string) => {
      const lines = Array.from(
        { length: Number(count) - 1 },
        (_, n) => `${String(places.get(n + 1)).padStart(10, '0')} 00000 n \n`,
      )
      return `xref\n0 ${count}\n0000000000 65535 f \n${lines.join('')}trailer`
    })
    .replace(/startxref\s+\d+/, `startxref\n${at}`)
  return Buffer.from(head + parts.map(part => part.text).join('') + table, 'latin1')
}
