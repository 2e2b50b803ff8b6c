import type { WorkBook } from '@e965/xlsx'
import { printable } from './clean-cell.ts'
import { refuseTooManyCells } from './count-cells.ts'
import { agreeOnZip, type FileKind, notWhatItSays } from './kind-of-file.ts'
import type { ReadLimits } from './limits.ts'
import { hiddenInOds } from './ods-hidden.ts'
import { Unreadable } from './problems.ts'
import { locked, storedZip, unzipped } from './zip.ts'

export type Library = typeof import('@e965/xlsx')

export type OpenWorkbook = {
  readonly library: Library
  readonly book: WorkBook
  /** What is hidden, where the library does not tell it itself. */
  readonly hidden: ReturnType<typeof hiddenInOds>
}

/**
 * A workbook, opened by the library after what could harm was taken out or refused: of a zip it sees only the parts with cells,
 * inflated and counted by us, without entities, and without texts that no cell can hold.
 */
export async function openWorkbook(
  kind: Exclude<FileKind, 'csv'>,
  bytes: Buffer,
  limits: ReadLimits,
): Promise<OpenWorkbook> {
  const library = await import('@e965/xlsx')
  const { forLibrary, content } = asLibraryReads(kind, bytes, limits)
  const hidden = hiddenInOds(content.get('content.xml')?.toString('utf8') ?? '')
  const book = opened(library, forLibrary, kind === 'xls' || hidesRows(content))
  if (book.SheetNames.length > limits.sheets) throw tooManySheets(book.SheetNames.length, limits)
  return { library, book, hidden }
}

/** Parts of a workbook that hold no cells: they are never unzipped. */
const unread =
  /^(xl\/(media|drawings|charts|embeddings|printerSettings|activeX|ctrlProps|pivotCache|pivotTables|externalLinks|customXml|threadedComments|comments)|customXml|docProps|Pictures|Thumbnails|Configurations2|Object)/i

/** The bytes to hand to the library: of a zip only the parts with cells, counted, checked and stored without compression. */
function asLibraryReads(
  kind: Exclude<FileKind, 'csv'>,
  bytes: Buffer,
  limits: ReadLimits,
): { forLibrary: Uint8Array; content: ReadonlyMap<string, Buffer> } {
  if (bytes.readUInt32LE(0) !== 0x04034b50) {
    if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))) throw locked()
    if (kind !== 'xls') throw notWhatItSays('a newer Excel workbook', 'an Excel 97 to 2003 workbook')
    return { forLibrary: bytes, content: new Map() }
  }
  const content = unzipped(bytes, limits, name => !unread.test(name))
  agreeOnZip(kind, [...content.keys()])
  if (content.get('META-INF/manifest.xml')?.includes('encryption-data')) throw locked()
  const sheets = [...content.keys()].filter(name => /^xl\/worksheets\/[^/]+$/.test(name)).length
  if (sheets > limits.sheets) throw tooManySheets(sheets, limits)
  for (const [name, part] of content) {
    if (!/\.(xml|rels)$/i.test(name)) continue
    refuseEntities(name, part)
    refuseGiantText(name, part, limits)
  }
  refuseTooManyCells(content, limits)
  return { forLibrary: storedZip(content), content }
}

/** No spreadsheet program writes entities of its own, or another encoding than UTF-8: both only hide something. */
function refuseEntities(name: string, part: Buffer): void {
  if (part.includes('<!DOCTYPE') || part.includes('<!ENTITY') || part.includes(0))
    throw new Unreadable(
      'damaged',
      `the workbook's part “${printable(name).slice(0, 80)}” holds what no spreadsheet program writes; open the workbook and save it again`,
    )
}

/** The longest that a cell's text can be in XML: each character as an escape of six bytes, and some formatting. */
const bytesOfCharacter = 8

/** A text that no cell may hold is found before the library copies it many times over. */
function refuseGiantText(name: string, part: Buffer, limits: ReadLimits): void {
  const longest = limits.cellLength * bytesOfCharacter
  for (let at = 0; part.length - at > longest; ) {
    const tag = part.lastIndexOf('<', at + longest)
    if (tag <= at) throw giantText(name, part, at, limits)
    at = tag
  }
}

function giantText(name: string, part: Buffer, at: number, limits: ReadLimits): Unreadable {
  const cell = [...part.toString('latin1', Math.max(0, at - 500), at + 200).matchAll(/ r="([A-Z]{1,3})(\d{1,7})"/g)].at(
    -1,
  )
  const where = cell ? { row: Number(cell[2]), column: String(cell[1]) } : {}
  const most = limits.cellLength.toLocaleString('en-GB')
  return new Unreadable(
    'cell-too-long',
    `the workbook (part “${printable(name).slice(0, 80)}”) has a cell with more than ${most} characters; shorten it, or keep only the sheets with the figures`,
    where,
  )
}

/**
 * Whether an XLSX hides rows. The library tells which ones only when it is asked for styles too; that takes time and memory, and far
 * more of both where a file has no fills, so it is asked only where there is an answer.
 */
function hidesRows(content: ReadonlyMap<string, Buffer>): boolean {
  if (!content.get('xl/styles.xml')?.includes('<patternFill')) return false
  return [...content].some(
    ([name, part]) =>
      /^xl\/worksheets\/[^/]+\.xml$/i.test(name) && /<row\s[^<>]*\bhidden="(?:1|true)"/.test(part.toString('latin1')),
  )
}

function opened(library: Library, bytes: Uint8Array, cellStyles: boolean) {
  try {
    return library.read(bytes, {
      type: 'array',
      dense: true,
      cellNF: true,
      cellStyles,
      cellHTML: false,
      cellFormula: false,
      bookVBA: false,
    })
  } catch (error) {
    if (error instanceof RangeError && /memory|Invalid (string|array)/.test(error.message)) throw error
    if (error instanceof Error && /password|encrypt/i.test(error.message)) throw locked()
    throw new Unreadable(
      'damaged',
      'the workbook is damaged and cannot be read; open it in the spreadsheet program and save it again',
    )
  }
}

function tooManySheets(count: number, limits: ReadLimits): Unreadable {
  return new Unreadable(
    'too-large',
    `the workbook has ${count} sheets, and at most ${limits.sheets} are read; keep those with the figures`,
  )
}
