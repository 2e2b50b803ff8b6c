/** Sheets as the content of an OpenDocument spreadsheet. */
import type { Sheet } from './sheets.ts'
import type { NumberFormat } from './shown.ts'
import { type TidyCell, type TidyTable, unique } from './tidy.ts'
import { clean, element, paragraphText } from './xml.ts'

/** The spaces of names that the parts of the file use. */
export const namespaces = {
  'xmlns:office': 'urn:oasis:names:tc:opendocument:xmlns:office:1.0',
  'xmlns:style': 'urn:oasis:names:tc:opendocument:xmlns:style:1.0',
  'xmlns:text': 'urn:oasis:names:tc:opendocument:xmlns:text:1.0',
  'xmlns:table': 'urn:oasis:names:tc:opendocument:xmlns:table:1.0',
  'xmlns:fo': 'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0',
  'xmlns:number': 'urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0',
  'xmlns:svg': 'urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0',
  'xmlns:xlink': 'http://www.w3.org/1999/xlink',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:meta': 'urn:oasis:names:tc:opendocument:xmlns:meta:1.0',
  'office:version': '1.3',
}

/** Styles that were asked for, each with a counted name. */
class Counted<Key> {
  readonly #names = new Map<string, { name: string; key: Key }>()
  readonly #start: string
  constructor(start: string) {
    this.#start = start
  }
  name(key: Key): string {
    const written = JSON.stringify(key)
    const known = this.#names.get(written)
    if (known) return known.name
    const name = `${this.#start}${this.#names.size + 1}`
    this.#names.set(written, { name, key })
    return name
  }
  get all() {
    return [...this.#names.values()]
  }
}

type Styles = { readonly columns: Counted<string>; readonly numbers: Counted<NumberFormat> }

/** The part `content.xml`. */
export function contentXml(sheets: readonly Sheet[]): string {
  const styles: Styles = { columns: new Counted('co'), numbers: new Counted('N') }
  const tables = sheets.map(sheet => sheetXml(sheet, styles))
  const ranges = element('table:database-ranges', {}, ...rangesOf(sheets))
  return element(
    'office:document-content',
    namespaces,
    element('office:automatic-styles', {}, stylesXml(styles)),
    element('office:body', {}, element('office:spreadsheet', {}, ...tables, ranges)),
  )
}

function stylesXml({ columns, numbers }: Styles): string {
  return [
    ...columns.all.map(({ name, key }) =>
      element(
        'style:style',
        { 'style:name': name, 'style:family': 'table-column' },
        element('style:table-column-properties', { 'style:column-width': key }),
      ),
    ),
    element(
      'style:style',
      { 'style:name': 'ro1', 'style:family': 'table-row' },
      element('style:table-row-properties', { 'style:use-optimal-row-height': 'true' }),
    ),
    element(
      'style:style',
      { 'style:name': 'ta1', 'style:family': 'table', 'style:master-page-name': 'Default' },
      element('style:table-properties', { 'table:display': 'true' }),
    ),
    ...numbers.all.map(({ name, key }) => numberStyle(name, key)),
    ...numbers.all.map(({ name }) =>
      element('style:style', {
        'style:name': `ce${name.slice(1)}`,
        'style:family': 'table-cell',
        'style:parent-style-name': 'Right',
        'style:data-style-name': name,
      }),
    ),
  ].join('')
}

function numberStyle(name: string, { decimals, grouped, before, after, by }: NumberFormat): string {
  const words = (text: string) => (text === '' ? '' : element('number:text', {}, paragraphText(text)))
  return element(
    'number:number-style',
    { 'style:name': name, 'number:language': 'en', 'number:country': 'GB' },
    words(before),
    element('number:number', {
      'number:decimal-places': decimals,
      'number:min-decimal-places': decimals,
      'number:min-integer-digits': 1,
      'number:grouping': grouped ? 'true' : undefined,
      'number:display-factor': by === 1 ? undefined : by,
    }),
    words(after.replace(/\s/g, '\u00a0')),
  )
}

function sheetXml({ name, title, lines, table }: Sheet, styles: Styles): string {
  const head = [row(textCell(title || name, 'Heading_20_1')), ...lines.map(line => row(textCell(line)))]
  const widths = table ? widthsOf(table) : [24]
  return element(
    'table:table',
    { 'table:name': name, 'table:style-name': 'ta1' },
    ...widths.map(width => element('table:table-column', { 'table:style-name': styles.columns.name(`${width}cm`) })),
    ...head,
    ...(table ? tableXml(table, styles) : []),
  )
}

function tableXml({ columns, rows }: TidyTable, styles: Styles): string[] {
  const headings = columns.map(({ heading, align }) => textCell(heading, align === 'right' ? 'Head_20_right' : 'Head'))
  return [
    element('table:table-header-rows', {}, row(...headings)),
    ...rows.map(cells => row(...cells.map((cell, at) => cellXml(cell, columns[at]?.align === 'right', styles)))),
  ]
}

const row = (...cells: readonly string[]) => element('table:table-row', { 'table:style-name': 'ro1' }, ...cells)

function cellXml({ text, number, sheet }: TidyCell, isRight: boolean, styles: Styles): string {
  if (!number) return textCell(text, isRight ? 'Right' : 'Default', sheet)
  return element(
    'table:table-cell',
    {
      'table:style-name': `ce${styles.numbers.name(number.format).slice(1)}`,
      'office:value-type': 'float',
      'office:value': String(number.value),
    },
    element('text:p', {}, paragraphText(text.replace(/\s*\[[^\]]*\]/g, ''))),
  )
}

/** A cell of text, whatever the text begins with: it is never read as a formula. */
function textCell(text: string, style = 'Default', sheet?: string): string {
  const words = paragraphText(text)
  const linked =
    sheet === undefined ? words : element('text:a', { 'xlink:href': `#'${sheet}'.A1`, 'xlink:type': 'simple' }, words)
  return element(
    'table:table-cell',
    { 'table:style-name': style, 'office:value-type': 'string' },
    element('text:p', {}, linked),
  )
}

/** Widths in centimetres, by the longest word and the length of texts; the first column also holds what stands above. */
function widthsOf({ columns, rows }: TidyTable): number[] {
  return columns.map(({ heading }, at) => {
    const texts = [heading, ...rows.map(cells => cells[at]?.text ?? '')].map(clean)
    const longest = Math.max(...texts.map(text => text.length))
    const word = Math.max(...texts.flatMap(text => text.split(' ')).map(each => each.length))
    const wanted = Math.max(Math.min(longest, 30), word) * 0.26 + 0.6
    return Math.round(Math.min(Math.max(wanted, at === 0 ? 9 : 2.6), 12) * 10) / 10
  })
}

/** The marked table of each sheet, by a name that is none of a cell. */
function rangesOf(sheets: readonly Sheet[]): string[] {
  const placed = sheets.flatMap(({ name, lines, table }) => (table ? [{ name, top: lines.length + 2, table }] : []))
  const names = unique(
    placed.map(({ table }) => `table_${table.id.replace(/\W+/g, '_')}`),
    (name, times) => `${name}_${times}`,
  )
  return placed.map(({ name, top, table: { columns, rows } }, at) => {
    const last = `${columnLetters(columns.length)}${top + rows.length}`
    return element('table:database-range', {
      'table:name': names[at],
      'table:target-range-address': `'${name}'.A${top}:'${name}'.${last}`,
      'table:contains-header': 'true',
      'table:display-filter-buttons': 'false',
    })
  })
}

/** @example columnLetters(28) // 'AB' */
function columnLetters(number: number): string {
  const before = Math.floor((number - 1) / 26)
  return (before > 0 ? columnLetters(before) : '') + String.fromCharCode(65 + ((number - 1) % 26))
}
