import { compareText } from '../../shared/compare-text.ts'
import { parsePeriod } from '../../shared/period/parse-period.ts'
import { decimalsOf, isDecimalText, withoutNoise } from '../../shared/rounding.ts'
import { settingFault } from '../../shared/settings.ts'
import { isDay } from '../../shared/words.ts'
import { yearValuesOf, yearValuesText } from '../../shared/year-values.ts'
import type { Cell } from '../grid.ts'
import type { Column } from './columns.ts'

export type CellValue = string | number | boolean | null | readonly string[] | Readonly<Record<string, number>>
export type ReadCell =
  | { readonly ok: true; readonly value: CellValue }
  | { readonly ok: false; readonly code: string; readonly expected: string }

const good = (value: CellValue): ReadCell => ({ ok: true, value })
const bad = (code: string, expected: string): ReadCell => ({ ok: false, code, expected })

/** The value of an empty cell of this type. */
function nothing(column: Column): CellValue {
  if (column.type === 'decimal' || column.type === 'integer') return null
  if (column.type === 'code') return column.required ? '' : null
  if (column.type === 'list') return []
  if (column.type === 'settings') return {}
  if (column.type === 'yes_no') return false
  return ''
}

/**
 * Reads what stands in a cell as the column's type has it, or says what was expected instead.
 * @param verbatim whether it is taken as an export holds it: a text with the white space at its ends, any setting
 */
export function readCell(cell: Cell, column: Column, verbatim = false): ReadCell {
  if (cell.type === 'error')
    return bad('formula-error', 'the formula gives an error; mend it in the spreadsheet, or type the value')
  let text = textIn(cell, column, verbatim)
  if (text === '') {
    if (column.required) return bad('missing', `a value is needed here: ${column.about}`)
    if (column.fallback === undefined) return good(nothing(column))
    text = column.fallback
  }
  return readers[column.type](text, column, cell, verbatim)
}

function textIn(cell: Cell, column: Column, verbatim: boolean): string {
  if (isWords(column)) return withoutGuard(verbatim ? cell.held : cell.held.trim())
  // A number is taken as its reader sees it where that only adds decimals (79.0), else as the file holds it.
  if (cell.type === 'number' && column.type !== 'decimal') return cell.held
  return cell.type === 'date' ? cell.held : cell.shown.trim()
}

/** Whether a column holds what people wrote, and so anything. */
export function isWords(column: Column): boolean {
  return column.type === 'text' || column.type === 'markdown'
}

/** What a spreadsheet could take for a formula, or for nothing; with any apostrophes already in front of it. */
const guarded = /^'*[=+\-@＝＋－＠\s]/

/** Exported texts that a spreadsheet could take for a formula carry an apostrophe in front; it is not part of the text. */
export function withoutGuard(text: string): string {
  return text.startsWith("'") && guarded.test(text) ? text.slice(1) : text
}

/** The text as a spreadsheet can be trusted with it: never a formula. */
export function withGuard(text: string): string {
  return guarded.test(text) ? `'${text}` : text
}

type CellReader = (text: string, column: Column, cell: Cell, verbatim: boolean) => ReadCell

const slugPattern = /^[a-z0-9][a-z0-9+-]*$/

const readers: Readonly<Record<Column['type'], CellReader>> = {
  slug: text =>
    slugPattern.test(text) && text.length <= 100
      ? good(text)
      : bad('bad-slug', 'expected lower-case letters, digits and hyphens, as delayed-transfers'),
  text: text => words(text),
  markdown: text => words(text),
  day: text => (isDay(text) ? good(text) : bad('bad-day', 'expected a day written as 2017-03-06')),
  period: (text, _column, cell) => {
    const parsed = parsePeriod(cell.type === 'date' ? text.slice(0, 7) : text)
    if (parsed.ok) return good(parsed.period)
    return bad('bad-period', parsed.problem.replace(/^“[^”]*” (is|names|has|ends)/, 'it $1'))
  },
  decimal: (text, _column, cell) => decimal(text, cell),
  integer: text => {
    const plain = text.replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
    return /^-?\d{1,15}$/.test(plain)
      ? good(Number(plain))
      : bad('not-a-number', 'expected a whole number of at most 15 digits')
  },
  yes_no: text => {
    const answer = text.toLowerCase()
    if (answer === 'yes' || answer === 'no') return good(answer === 'yes')
    return bad('not-yes-or-no', 'expected yes or no')
  },
  code: (text, column) => {
    const code = text.toLowerCase().replaceAll(/[ -]+/g, '_')
    return column.codes?.includes(code) ? good(code) : bad('unknown-code', `expected ${oneOf(column.codes)}`)
  },
  list: (text, column) => {
    const items = text
      .split(';')
      .map(item => item.trim())
      .filter(item => item !== '')
    const { codes } = column
    if (!codes) {
      const wrong = items.find(item => !slugPattern.test(item))
      return wrong === undefined
        ? good(items)
        : bad('bad-slug', `expected slugs with semicolons between; “${wrong}” is none`)
    }
    const read = items.map(item => item.toLowerCase().replaceAll(/[ -]+/g, '_'))
    const wrong = read.find(item => !codes.includes(item))
    return wrong === undefined
      ? good(codes.filter(code => read.includes(code)))
      : bad('unknown-code', `expected ${oneOf(codes)}, with semicolons between; “${wrong}” is none of them`)
  },
  breakdown: text => breakdown(text),
  settings: (text, _column, _cell, verbatim) => settings(text, verbatim),
  year_values: text => {
    const values = yearValuesOf(text)
    return values
      ? good(yearValuesText(values))
      : bad(
          'bad-year-values',
          'expected financial years with values and semicolons between, as 2017/18=28.86; 2018/19=25.00',
        )
  },
}

/** A tag, a comment or a declaration. An address between pointed brackets, <https://…>, is none: a colon follows its first word. */
const tag = /<\/?[a-z][a-z0-9-]*(?:[\s/][^<>]*)?>|<!--|<[!?][a-z[]/i

/** Whether a text holds HTML, which no text of the register does. */
export function holdsHtml(text: string): boolean {
  return tag.test(text)
}

function words(text: string): ReadCell {
  return holdsHtml(text)
    ? bad('raw-html', 'expected plain text or Markdown; HTML is not taken, so take the tag out')
    : good(text)
}

export type Sign = '%' | '£'

/** The sign of a unit that stands with a number, and that readCell() takes off it; null where there is none. */
export function signOf(cell: Cell, column: Column): Sign | null {
  if (column.type !== 'decimal') return null
  const text = cell.shown.trim()
  return text.endsWith('%') ? '%' : /^[-−–]?£/.test(text) ? '£' : null
}

function decimal(text: string, cell: Cell): ReadCell {
  const isPercent = text.endsWith('%')
  const plain = text
    .replace(/%$/, '')
    .replace(/^£/, '')
    .replace(/^[−–]/, '-')
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
    .trim()
  if (!isDecimalText(plain)) {
    if (cell.type === 'number') return heldDecimal(cell, isPercent)
    return bad('not-a-number', 'expected a number, as 12.5; leave the cell empty where there is none')
  }
  if (cell.type === 'number') {
    const seen = Number(plain)
    const held = withoutNoise(Number(cell.held) * (isPercent ? 100 : 1))
    if (seen !== held) return heldDecimal(cell, isPercent)
  }
  return sized(plain)
}

/** What the file holds counts, where the format hides some of it. */
function heldDecimal(cell: Cell, isPercent: boolean): ReadCell {
  const held = withoutNoise(Number(cell.held) * (isPercent ? 100 : 1))
  if (!Number.isFinite(held)) return bad('not-a-number', 'expected a number, as 12.5')
  const text = held.toFixed(12).replace(/\.?0+$/, '')
  return sized(text)
}

function sized(text: string): ReadCell {
  const normal = text === '-0' ? '0' : text
  if (Math.abs(Number(normal)) >= 1e15 || decimalsOf(normal) > 12)
    return bad('number-too-large', 'expected a number below 1,000,000,000,000,000 with at most 12 decimals')
  return good(normal)
}

function breakdown(text: string): ReadCell {
  const parts = text
    .split(';')
    .map(part => part.trim())
    .filter(part => part !== '')
    .map(part => /^([a-z][a-z0-9-]*)\s*=\s*([^=;\s][^=;]*)$/.exec(part))
  if (parts.some(part => part === null))
    return bad('bad-breakdown', 'expected dimension=category, with semicolons between, as age=65+; sex=female')
  const pairs = parts.map(part => [String(part?.[1]), String(part?.[2]).trim()] as const)
  if (new Set(pairs.map(([dimension]) => dimension)).size < pairs.length)
    return bad('bad-breakdown', 'each dimension may stand once, as age=65+; sex=female')
  return good(
    pairs
      .sort(([a], [b]) => compareText(a, b))
      .map(([dimension, category]) => `${dimension}=${category}`)
      .join(';'),
  )
}

function settings(text: string, verbatim: boolean): ReadCell {
  const parts = text
    .split(';')
    .map(part => part.trim())
    .filter(part => part !== '')
    .map(part => /^([a-z_]+)\s*=\s*(\d{1,9}(?:\.\d{1,9})?)$/.exec(part))
  const pairs = parts.map(part => [String(part?.[1]), Number(part?.[2])] as const)
  if (parts.some(part => part === null) || new Set(pairs.map(([name]) => name)).size < pairs.length)
    return bad(
      'bad-settings',
      'expected names and numbers with semicolons between, as amber_below=0.05; green_band=0.025',
    )
  for (const [name, value] of verbatim ? [] : pairs) {
    const fault = settingFault(name, value)
    if (fault) return bad(fault.code, fault.expected)
  }
  return good(Object.fromEntries(pairs))
}

function oneOf(codes: readonly string[] = []): string {
  return codes.length < 2 ? codes.join('') : `${codes.slice(0, -1).join(', ')} or ${codes.at(-1)}`
}
