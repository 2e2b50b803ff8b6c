/** The paper as one HTML file that needs nothing else: styles, typeface and charts are in it. */
import type { Block, Paper, Section, Table } from '../outline/types.ts'
import { sectionHtml } from './blocks.ts'
import { styles } from './styles.data.ts'
import { columnRules } from './table.ts'
import { attribute, bodyText } from './text.ts'

/** The typeface as the web knows it, in two files by the letters that they hold. */
export type WebFonts = { readonly latin: Uint8Array; readonly latinExtended: Uint8Array }

const ranges = {
  latin:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  latinExtended:
    'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
} as const

/** The bytes of the file, the same each time. */
export function renderHtml(paper: Paper, fonts: WebFonts): Uint8Array {
  return new TextEncoder().encode(htmlOf(paper, fonts))
}

function htmlOf(paper: Paper, fonts: WebFonts): string {
  const { title, organisation, committee, language, sections } = paper
  const ending = endings(paper)
  const listed = [
    ...sections.map(({ id, heading, kind }) => ({ id, heading, isBelow: kind === 'card' })),
    ...(ending === '' ? [] : [{ id: 'symbols', heading: 'Symbols and notes', isBelow: false }]),
  ]
  return [
    '<!DOCTYPE html>',
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${attribute(`${title}, ${organisation}, ${paper.meetingDay}`)}</title>`,
    '<style>',
    fontRule('latinExtended', fonts.latinExtended),
    fontRule('latin', fonts.latin),
    styles,
    ...tablesOf(sections).map(columnRules),
    '</style>',
    '</head>',
    '<body>',
    '<a class="skip" href="#content">Skip to the report</a>',
    '<header class="masthead"><div>',
    `<p class="owner">${bodyText(organisation)}</p>`,
    `<p class="committee">${bodyText(committee)}</p>`,
    '</div></header>',
    '<main id="content" tabindex="-1">',
    `<h1>${bodyText(title)}</h1>`,
    `<p class="status">${bodyText(paper.status)}</p>`,
    `<dl class="front">\n${paper.frontMatter
      .map(({ label, text }) => `<div><dt>${bodyText(label)}</dt><dd>${bodyText(text)}</dd></div>`)
      .join('\n')}\n</dl>`,
    contents(listed),
    ...sections.map(sectionHtml),
    ending,
    '</main>',
    '</body>',
    '</html>',
    '',
  ]
    .filter((line, at, all) => line !== '' || at === all.length - 1)
    .join('\n')
}

function fontRule(name: keyof typeof ranges, bytes: Uint8Array): string {
  const data = Buffer.from(bytes).toString('base64')
  return `@font-face{font-family:"Atkinson Hyperlegible Next";font-style:normal;font-weight:200 800;src:url(data:font/woff2;base64,${data}) format("woff2");unicode-range:${ranges[name]}}`
}

function contents(listed: readonly { id: string; heading: string; isBelow: boolean }[]): string {
  const items = listed.map(
    ({ id, heading, isBelow }) =>
      `<li${isBelow ? ' class="below"' : ''}><a href="#${attribute(id)}">${bodyText(heading)}</a></li>`,
  )
  return `<nav class="contents" aria-labelledby="contents">\n<h2 id="contents">Contents</h2>\n<ul>\n${items.join('\n')}\n</ul>\n</nav>`
}

/** What the symbols mean, and the notes. */
function endings({ symbols, notes }: Paper): string {
  if (symbols.length === 0 && notes.length === 0) return ''
  return [
    '<section class="part portrait" aria-labelledby="symbols">',
    '<h2 id="symbols">Symbols and notes</h2>',
    ...(symbols.length === 0
      ? []
      : [
          `<dl class="facts symbols">\n${symbols
            .map(({ symbol, means }) => `<div><dt>${bodyText(symbol)}</dt><dd>${bodyText(means)}</dd></div>`)
            .join('\n')}\n</dl>`,
        ]),
    ...notes.map((note, at) => `<p id="note-${at + 1}">[note ${at + 1}] ${bodyText(note)}</p>`),
    '</section>',
  ].join('\n')
}

function tablesOf(sections: readonly Section[]): Table[] {
  const tableIn = (block: Block) => (block.block === 'table' ? [block] : block.block === 'figure' ? [block.table] : [])
  return sections.flatMap(section => section.blocks.flatMap(tableIn))
}
