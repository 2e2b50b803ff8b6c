import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, expect, test } from 'vitest'
import { paperFonts } from '../../../test/support/fonts.ts'
import { everything, hostile, hostilePaper } from '../examples.ts'
import type { Paper } from '../outline/types.ts'
import { renderWord } from './render-word.ts'

const fonts = paperFonts()
type Parts = Readonly<Record<string, Uint8Array>>
const partsOf = async (paper: Paper): Promise<Parts> => unzipSync(await renderWord(paper, fonts, async () => {}))
const xml = (parts: Parts, name = 'word/document.xml') => strFromU8(parts[name] ?? new Uint8Array())
const count = (whole: string, part: RegExp) => [...whole.matchAll(part)].length

let word: Parts = {}
let hostileWord: Parts = {}
beforeAll(async () => {
  word = await partsOf(everything)
  hostileWord = await partsOf(hostilePaper)
}, 30_000)

/** Reads tags one after the other; gives what is not closed, or closed by another. */
function faultOf(text: string): string | null {
  const open: string[] = []
  for (const [tag, close, name, attributes, single] of text.matchAll(
    /<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>/g,
  )) {
    if (close && open.pop() !== name) return tag
    if (!close && !single) open.push(name as string)
    if (attributes && /&(?!(?:amp|lt|gt|quot|apos|#\d+);)/.test(attributes)) return tag
  }
  const rest = text.replace(/<\?xml[^>]*\?>/, '').replace(/<\/?[\w:.-]+(?:\s+[\w:.-]+="[^"<]*")*\s*\/?>/g, '')
  if (/[<]|&(?!(?:amp|lt|gt|quot|apos|#\d+);)/.test(rest)) return `text: ${rest.slice(0, 80)}`
  return open.at(-1) ?? null
}

test('faultOf() finds what is not well formed', () => {
  expect(faultOf('<a><b/></a>')).toBeNull()
  expect(faultOf('<a><b></a>')).toBe('</a>')
  expect(faultOf('<a>1 < 2</a>')).toMatch(/^text/)
  expect(faultOf('<a>&nbsp;</a>')).toMatch(/^text/)
})

test('renderWord() writes well-formed XML, of hostile words too', () => {
  for (const parts of [word, hostileWord]) {
    for (const name of Object.keys(parts).filter(each => /\.(?:xml|rels)$/.test(each))) {
      expect([name, faultOf(xml(parts, name))]).toEqual([name, null])
    }
  }
})

test('renderWord() gives real headings, a table of contents, a title, a language and a creator', () => {
  expect(count(xml(word), /<w:pStyle w:val="Heading1"\/>/g)).toBe(everything.sections.length + 2)
  expect(xml(word)).toContain('<w:pStyle w:val="Title"/>')
  expect(xml(word)).toMatch(/TOC \\h/)
  const core = xml(word, 'docProps/core.xml')
  expect(core).toContain('<dc:title>Performance management report</dc:title>')
  expect(core).toContain('<dc:creator>Tidemark</dc:creator>')
  expect(core).toContain('<dc:language>en-GB</dc:language>')
  expect(core).toContain('2017-06-19T00:00:00Z')
  expect(xml(word, 'word/styles.xml')).toContain('w:val="en-GB"')
})

test('renderWord() repeats the header row of each table and describes it', () => {
  const tables = count(xml(word), /<w:tbl>/g)
  expect(tables).toBe(9)
  expect(count(xml(word), /<w:tblHeader\/>/g)).toBe(tables)
  expect(count(xml(word), /<w:tblCaption w:val="[^"]+"\/><w:tblDescription w:val="[^"]+"\/><\/w:tblPr>/g)).toBe(tables)
})

test('renderWord() says each chart in words, and shows it as SVG with a picture beside it', () => {
  const drawings = [...xml(word).matchAll(/<wp:docPr [^>]*>/g)].map(([tag]) => tag)
  expect(drawings).toHaveLength(6)
  for (const [at, tag] of drawings.entries()) {
    expect(tag).toContain(`id="${at + 1}"`)
    expect(tag).toMatch(/descr="Days of delay[^"]{20}/)
  }
  const pictures = Object.keys(word).filter(name => name.startsWith('word/media/'))
  expect(pictures.filter(name => name.endsWith('.svg'))).toHaveLength(6)
  expect(pictures.filter(name => name.endsWith('.png'))).toHaveLength(6)
})

test('renderWord() writes the letter under a rated value, and no text boxes', () => {
  expect(xml(word)).toMatch(/<w:br\/><w:t[^>]*>R<\/w:t>/)
  expect(xml(word)).not.toMatch(/txbx|w:pict|w:framePr/)
})

test('renderWord() turns pages for wide sections and counts them at the foot', () => {
  expect(count(xml(word), /w:orient="landscape"/g)).toBeGreaterThan(5)
  expect(xml(word, 'word/footer1.xml')).toMatch(/PAGE/)
  expect(xml(word, 'word/footer1.xml')).toMatch(/NUMPAGES/)
})

test('renderWord() keeps hostile words as words', () => {
  const text = xml(hostileWord)
  const kept = ['&lt;script&gt;alert(1)&lt;/script&gt;', '\u{1f600}', (hostile[0] as string).slice(0, 10)]
  expect(kept.filter(words => !text.includes(words))).toEqual([])
  expect(/[\u200b\u202a-\u202e\u2066-\u2069]/.test(text)).toBe(false)
  expect(xml(hostileWord, 'word/_rels/document.xml.rels')).not.toContain('javascript')
})
