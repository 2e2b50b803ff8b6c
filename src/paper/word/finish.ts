/** The last hand on the Word file: what the library cannot write, and nothing that differs from one day to the next. */

import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'
import { compareText } from '../../shared/compare-text.ts'
import type { Fonts } from '../fonts/fonts.ts'
import { pictureOf } from '../fonts/picture.ts'
import type { Paper, Table } from '../outline/types.ts'
import { wordText } from './words.ts'

type Finishing = {
  readonly paper: Paper
  readonly tables: readonly Table[]
  readonly fonts: Fonts
  readonly sweep: () => Promise<void>
}

/**
 * The file with tables described, pictures drawn, ids counted, dates of the meeting day and entries in a fixed order. The pictures
 * are drawn one after another, each swept away before the next: the pixels of all of them would fill hundreds of megabytes.
 */
export async function finished(file: Uint8Array, { paper, tables, fonts, sweep }: Finishing): Promise<Uint8Array> {
  const parts = { ...unzipSync(file), ...hiddenFonts(fonts) }
  const links = linksIn(strFromU8(parts['word/_rels/document.xml.rels'] ?? new Uint8Array()))
  const out: Zippable = {}
  for (const name of Object.keys(parts).sort(byPlace)) {
    const bytes = parts[name] as Uint8Array
    if (/\.(?:xml|rels)$/.test(name)) out[name] = strToU8(rewritten(name, strFromU8(bytes), { paper, tables, links }))
    else if (name.endsWith('.png')) {
      out[name] = [pictureOf(strFromU8(bytes), fonts), { level: 0 }] // a PNG does not become smaller
      await sweep()
    } else out[name] = bytes
  }
  // Zip keeps local time: a local first of January 1980 is written alike in every zone.
  return zipSync(out, { mtime: new Date(1980, 0, 1), level: 6 })
}

/** Key of each face: Word hides embedded typefaces behind one, of any value. */
const keyOf = (face: number) => `0000000${face}-5469-6465-6D61-726B50617065`

/** The faces as Word embeds them: the first 32 bytes turned by the key, read backwards. */
function hiddenFonts({ regular, bold, italic, boldItalic }: Fonts): Record<string, Uint8Array> {
  const faces = [regular, bold, italic, boldItalic].map((font, at) => {
    const key = (
      keyOf(at + 1)
        .replaceAll('-', '')
        .match(/../g) ?? []
    )
      .map(pair => Number.parseInt(pair, 16))
      .reverse()
    const hidden = Uint8Array.from(font)
    for (let byte = 0; byte < 32; byte++) hidden[byte] = (hidden[byte] as number) ^ (key[byte % 16] as number)
    return [`word/fonts/font${at + 1}.odttf`, hidden] as const
  })
  return Object.fromEntries(faces)
}

/** New ids for links to the outside, whose own are made by chance. */
function linksIn(relations: string): ReadonlyMap<string, string> {
  const found = relations.matchAll(/Id="([^"]+)"[^>]*TargetMode="External"/g)
  return new Map([...found].map(([, id], at) => [id as string, `rIdLink${at + 1}`]))
}

/** Word wants the list of types first. */
const byPlace = (a: string, b: string) => rank(a) - rank(b) || compareText(a, b)
const rank = (name: string) => (name === '[Content_Types].xml' ? 0 : name === '_rels/.rels' ? 1 : 2)

type Given = {
  readonly paper: Paper
  readonly tables: readonly Table[]
  readonly links: ReadonlyMap<string, string>
}

function rewritten(name: string, xml: string, { paper, tables, links }: Given): string {
  const linked = (text: string) =>
    text.replace(/\b((?:r:id|Id)=")([^"]+)/g, (_, start: string, id: string) => `${start}${links.get(id) ?? id}`)
  switch (name) {
    case 'docProps/core.xml':
      return dated(xml, paper)
    case 'word/document.xml':
      return counted(described(linked(xml), tables))
    case 'word/_rels/document.xml.rels':
      return linked(xml)
    case 'word/fontTable.xml': {
      let face = 0
      return xml.replace(/w:fontKey="[^"]*"/g, () => {
        face += 1
        return `w:fontKey="{${keyOf(face)}}"`
      })
    }
    default:
      return xml
  }
}

function dated(xml: string, paper: Paper): string {
  const day = `${paper.meetingDay}T00:00:00Z`
  return xml
    .replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${day}`)
    .replace('</cp:coreProperties>', `<dc:language>${paper.language}</dc:language></cp:coreProperties>`)
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const attribute = (text: string) => wordText(text).replace(/[&<>"]/g, character => escapes[character] as string)

/** Adds to each table its title and description for who cannot see it, the last two of its properties. */
function described(xml: string, tables: readonly Table[]): string {
  let at = 0
  return xml.replaceAll('</w:tblPr>', () => {
    const table = tables[at]
    at += 1
    if (!table) return '</w:tblPr>'
    const { caption, description } = table
    return `<w:tblCaption w:val="${attribute(caption)}"/><w:tblDescription w:val="${attribute(description)}"/></w:tblPr>`
  })
}

/** Gives drawings and bookmarks ids that count from 1. */
function counted(xml: string): string {
  let drawings = 0
  let bookmarks = 0
  const starts = new Map<string, number>()
  const contents = new Map<string, string>()
  return xml
    .replace(/\b_Toc\d+\b/g, name => {
      const known = contents.get(name) ?? `_Toc${contents.size + 1}`
      contents.set(name, known)
      return known
    })
    .replace(/(<wp:docPr\b[^>]*?\bid=")[^"]*/g, (_, start: string) => {
      drawings += 1
      return `${start}${drawings}`
    })
    .replace(/(<w:bookmark(Start|End)\b[^>]*?w:id=")([^"]*)/g, (_, start: string, end: string, id: string) => {
      if (end === 'Start') {
        bookmarks += 1
        starts.set(id, bookmarks)
      }
      return `${start}${starts.get(id) ?? 0}`
    })
}
