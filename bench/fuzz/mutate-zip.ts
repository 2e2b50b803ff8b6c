import { unzipSync, zipSync } from 'fflate'
import { type Chance, wholeFrom } from '../../src/shared/chance.ts'
import { byteMutations, type Mutation, oneOf, somewhere } from './mutate-bytes.ts'
import { strangeTexts } from './mutate-csv.ts'

type Parts = Record<string, Uint8Array>

/** Changes what a workbook's zip holds and packs it again, so that the change is not found by a checksum. */
function within(name: string, change: (parts: Parts, chance: Chance) => void): Mutation {
  return {
    name,
    change: (bytes, chance) => {
      const parts = unzipSync(bytes)
      change(parts, chance)
      return Buffer.from(zipSync(parts, { level: oneOf(chance, [0, 1]) }))
    },
  }
}

/** Changes the XML of one part: that of the cells more often than not. */
function xml(name: string, change: (text: string, chance: Chance) => string): Mutation {
  return within(name, (parts, chance) => {
    const names = Object.keys(parts).filter(each => /\.(xml|rels)$/.test(each))
    const cells = names.filter(each => /sheet\d*\.xml$|sharedStrings|styles|content\.xml/.test(each))
    const part = oneOf(chance, chance() < 0.8 && cells.length > 0 ? cells : names)
    parts[part] = Buffer.from(change(Buffer.from(parts[part] ?? []).toString('utf8'), chance))
  })
}

/** One of the places that a pattern finds, changed. */
function atOne(text: string, pattern: RegExp, chance: Chance, change: (found: RegExpExecArray) => string): string {
  const all = [...text.matchAll(pattern)]
  if (all.length === 0) return text
  const found = oneOf(chance, all)
  return text.slice(0, found.index) + change(found) + text.slice(found.index + found[0].length)
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`)
}

const tag = /<[^<>]+>/g
const value = /(<v>|<t>|<text:p>|office:value=")([^<"]*)/g
const place = / r="[A-Z]+\d+"/g
const attribute = / ([\w:]+)="([^"<>]*)"/g
const hugeNumbers = ['0', '-1', '99999999999', '9007199254740991', '1e308', '0x10', '', 'NaN', '16384', '1048577']

const entities = `<!DOCTYPE x [<!ENTITY a "${'a'.repeat(100)}">${[...'bcdefghi'].map((each, index) => `<!ENTITY ${each} "${`&${String.fromCharCode(97 + index)};`.repeat(10)}">`).join('')}]>`

const xmlMutations: readonly Mutation[] = [
  xml('XML: cells swapped', (text, chance) => {
    const all = [...text.matchAll(value)]
    if (all.length < 2) return text
    const [left, right] = [oneOf(chance, all), oneOf(chance, all)].sort((a, b) => a.index - b.index)
    if (!left || !right || left.index === right.index) return text
    const between = text.slice(left.index + left[0].length, right.index)
    const tail = text.slice(right.index + right[0].length)
    return `${text.slice(0, left.index)}${left[1]}${right[2]}${between}${right[1]}${left[2]}${tail}`
  }),
  xml('XML: a strange value', (text, chance) => {
    const strange = escaped(oneOf(chance, strangeTexts))
    return atOne(text, value, chance, found => `${found[1]}${strange}`)
  }),
  xml('XML: a cell elsewhere', (text, chance) =>
    atOne(
      text,
      place,
      chance,
      () => ` r="${oneOf(chance, ['A1', 'XFD1048576', 'ZZZZ99999999', 'A0', '1A', '', 'B2'])}"`,
    ),
  ),
  xml('XML: an attribute changed', (text, chance) =>
    atOne(
      text,
      attribute,
      chance,
      found => ` ${found[1]}="${escaped(oneOf(chance, [...hugeNumbers, ...strangeTexts]))}"`,
    ),
  ),
  xml('XML: a huge repetition', (text, chance) => {
    const what = oneOf(chance, ['table:number-rows-repeated', 'table:number-columns-repeated', 'spans', 'ref', 'count'])
    const times = oneOf(chance, ['1000', '20000', '300000', '1048576', '99999999999', '-5'])
    return atOne(
      text,
      /<(c|row|table:table-cell|table:table-row|dimension)\b/g,
      chance,
      found => `${found[0]} ${what}="${times}"`,
    )
  }),
  xml('XML: a tag missing', (text, chance) => atOne(text, tag, chance, () => '')),
  xml('XML: a tag many times', (text, chance) =>
    atOne(text, tag, chance, found => found[0].slice(0, 200).repeat(wholeFrom(chance, 2, 5000))),
  ),
  xml('XML: deep nesting', (text, chance) =>
    atOne(text, tag, chance, found => `${'<a>'.repeat(wholeFrom(chance, 10, 20_000))}${found[0]}`),
  ),
  xml('XML: entities that expand', (text, chance) => {
    const body = text.replace(/^<\?xml[^>]*>/, '')
    return entities + atOne(body, value, chance, found => `${found[1]}&i;`)
  }),
  xml('XML: a character by its number', (text, chance) =>
    atOne(
      text,
      value,
      chance,
      found =>
        `${found[1]}${oneOf(chance, ['&#0;', '&#x1;', '&#xD800;', '&#x110000;', '_x0000_', '_xFFFF_', '&bogus;', '&#99999999999;'])}`,
    ),
  ),
  xml('XML: bytes changed', (text, chance) =>
    oneOf(chance, byteMutations).change(Buffer.from(text), chance).toString('latin1'),
  ),
]

const partMutations: readonly Mutation[] = [
  within('zip: a part missing', (parts, chance) => {
    delete parts[oneOf(chance, Object.keys(parts))]
  }),
  within('zip: a part in place of another', (parts, chance) => {
    const names = Object.keys(parts)
    parts[oneOf(chance, names)] = parts[oneOf(chance, names)] ?? new Uint8Array()
  }),
  within('zip: a part under another name', (parts, chance) => {
    const name = oneOf(chance, Object.keys(parts))
    parts[oneOf(chance, ['../../escape.xml', '/xl/workbook.xml', 'XL/WORKBOOK.XML', '__proto__', `${name}/`, ''])] =
      parts[name] ?? new Uint8Array()
  }),
  within('zip: a part of many bytes', (parts, chance) => {
    parts[oneOf(chance, ['xl/worksheets/sheet9.xml', 'xl/media/image1.png', 'settings.xml'])] = new Uint8Array(
      wholeFrom(chance, 1, 20) * 1_000_000,
    )
  }),
]

/** A number in the zip's own structure, at one of its marks. */
function structural(name: string, mark: string, offsets: readonly number[], numbers: readonly number[]): Mutation {
  return {
    name,
    change: (bytes, chance) => {
      const copy = Buffer.from(bytes)
      const marks: number[] = []
      for (let at = copy.indexOf(mark, 0, 'latin1'); at >= 0; at = copy.indexOf(mark, at + 4, 'latin1')) marks.push(at)
      if (marks.length === 0) return copy
      const at = oneOf(chance, marks) + oneOf(chance, offsets)
      if (at + 4 <= copy.length) copy.writeUInt32LE(oneOf(chance, [...numbers, somewhere(chance, bytes)]), at)
      return copy
    },
  }
}

const numbers = [0, 1, 7, 0xffff, 0x7fffffff, 0xffffffff]

/** What can happen to a workbook that is a zip: to its structure, to its parts, and within their XML. */
export const zipMutations: readonly Mutation[] = [
  ...xmlMutations,
  ...partMutations,
  structural('zip: sizes that lie', 'PK\x01\x02', [20, 24], numbers),
  structural('zip: sizes that lie at the entry', 'PK\x03\x04', [18, 22], numbers),
  structural('zip: a directory that lies', 'PK\x01\x02', [8, 10, 16, 28, 30, 32, 42], numbers),
  structural('zip: an end that lies', 'PK\x05\x06', [8, 10, 12, 16], numbers),
]
