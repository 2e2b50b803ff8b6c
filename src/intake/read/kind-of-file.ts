import { extname } from 'node:path'
import { Unreadable } from './problems.ts'

/** What a file is read as. */
export type FileKind = 'csv' | 'ooxml' | 'xlsb' | 'xls' | 'ods'

type Extension = { readonly kind: FileKind; readonly name: string }

const extensions: Readonly<Record<string, Extension>> = {
  '.csv': { kind: 'csv', name: 'a CSV file' },
  '.tsv': { kind: 'csv', name: 'a text file with tabs' },
  '.xlsx': { kind: 'ooxml', name: 'an Excel workbook' },
  '.xlsm': { kind: 'ooxml', name: 'an Excel workbook with macros' },
  '.xlsb': { kind: 'xlsb', name: 'a binary Excel workbook' },
  '.xls': { kind: 'xls', name: 'an Excel 97 to 2003 workbook' },
  '.ods': { kind: 'ods', name: 'an OpenDocument spreadsheet' },
}

/** Whether a file's name says that it can be read here; not the lock file that Excel leaves beside an open workbook. */
export function isReadable(name: string): boolean {
  return extname(name).toLowerCase() in extensions && !name.startsWith('~$') && !name.startsWith('.')
}

/** How a file begins, which cannot be told by its name alone. First that fits. */
const signatures: readonly { readonly is: (bytes: Buffer) => boolean; readonly what: string; readonly looks: Looks }[] =
  [
    { is: begins('504b0304'), what: 'a workbook or another zip', looks: 'zip' },
    { is: begins('504b0506'), what: 'an empty zip', looks: 'other' },
    { is: begins('d0cf11e0a1b11ae1'), what: 'an Excel 97 to 2003 workbook', looks: 'cfb' },
    { is: begins('25504446'), what: 'a PDF', looks: 'other' },
    { is: begins('1f8b'), what: 'a gzip archive', looks: 'other' },
    { is: begins('377abcaf'), what: 'a 7-Zip archive', looks: 'other' },
    { is: begins('52617221'), what: 'a RAR archive', looks: 'other' },
    { is: begins('89504e47'), what: 'a picture (PNG)', looks: 'other' },
    { is: begins('ffd8ff'), what: 'a picture (JPEG)', looks: 'other' },
    { is: begins('7b5c727466'), what: 'a Rich Text document', looks: 'other' },
    { is: begins('53514c69746520'), what: 'a database (SQLite)', looks: 'other' },
    {
      is: matches(/^\s*(<!--.*?-->\s*)*<(!doctype html|html|head|body|table|meta|style)\b/is),
      what: 'a web page (HTML)',
      looks: 'other',
    },
    { is: matches(/^\s*<\?xml\b/i), what: 'an XML file', looks: 'other' },
  ]

type Looks = 'zip' | 'cfb' | 'other' | 'text'

function begins(hex: string): (bytes: Buffer) => boolean {
  const start = Buffer.from(hex, 'hex')
  return bytes => bytes.subarray(0, start.length).equals(start)
}

function matches(pattern: RegExp): (bytes: Buffer) => boolean {
  return bytes => pattern.test(bytes.toString('latin1', 0, 1024).replace(/^\u00ef\u00bb\u00bf/, ''))
}

/**
 * What a file is to be read as, by its name; its first bytes must agree.
 * @throws Unreadable when the name says nothing readable, the file is empty, or it is not what its name says
 */
export function kindOfFile(name: string, bytes: Buffer): FileKind {
  const extension = extensions[extname(name).toLowerCase()]
  if (!extension)
    throw new Unreadable(
      'unknown-file-type',
      'is not of a kind that can be read; give a .csv, .tsv, .xlsx, .xlsm, .xlsb, .xls or .ods file',
    )
  if (bytes.length === 0) throw new Unreadable('empty-file', 'the file is empty; save it again, or leave it out')
  const { looks, what } = signatures.find(({ is }) => is(bytes)) ?? { looks: 'text', what: 'text, or noise' }
  if (!expected(extension.kind).includes(looks)) throw notWhatItSays(extension.name, what)
  return extension.kind
}

function expected(kind: FileKind): readonly Looks[] {
  if (kind === 'csv') return ['text']
  // A workbook that is locked by a password is kept in the older format's envelope.
  return kind === 'xls' ? ['cfb'] : kind === 'ods' ? ['zip'] : ['zip', 'cfb']
}

/** What is said of a file that is not what its name says. */
export function notWhatItSays(said: string, what: string): Unreadable {
  return new Unreadable(
    'not-what-its-name-says',
    `is named as ${said} but is ${what}; open it in the program that made it and save it as .xlsx, .ods or CSV`,
  )
}

/** What a zip is, by the names of what it holds; its name must agree. */
export function agreeOnZip(kind: FileKind, names: readonly string[]): void {
  const has = (name: string) => names.some(each => each.toLowerCase() === name)
  const found: FileKind | string = has('xl/workbook.xml')
    ? 'ooxml'
    : has('xl/workbook.bin')
      ? 'xlsb'
      : has('content.xml')
        ? 'ods'
        : has('word/document.xml')
          ? 'a Word document'
          : has('ppt/presentation.xml')
            ? 'a PowerPoint file'
            : 'a zip without a workbook in it'
  if (found === kind) return
  const said = Object.values(extensions).find(each => each.kind === kind)?.name ?? kind
  throw notWhatItSays(said, Object.values(extensions).find(each => each.kind === found)?.name ?? found)
}
