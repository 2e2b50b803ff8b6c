import { beforeAll, expect, test } from 'vitest'
import { paperFonts } from '../../../test/support/fonts.ts'
import { everything, hostilePaper } from '../examples.ts'
import type { Paper } from '../outline/types.ts'
import { renderPdf } from './render-pdf.ts'

const fonts = paperFonts()
const text = async (paper: Paper) => Buffer.from(await renderPdf(paper, fonts)).toString('latin1')
const count = (whole: string, part: RegExp) => [...whole.matchAll(part)].length

let pdf = ''
let hostile = ''
beforeAll(async () => {
  pdf = await text(everything)
  hostile = await text(hostilePaper)
}, 30_000)

test('renderPdf() gives a tagged PDF/UA-1 with title, language and bookmarks', () => {
  expect(pdf).toContain('<pdfuaid:part>1</pdfuaid:part>')
  expect(pdf).toMatch(/\/Type \/StructTreeRoot/)
  expect(pdf).toMatch(/\/Lang \(en-GB\)/)
  expect(pdf).toMatch(/\/Title \(Performance management report\)/)
  expect(pdf).toMatch(/\/DisplayDocTitle true/)
  expect(pdf).toMatch(/\/Type \/Outlines/)
  expect(count(pdf, /\/S \/H1\n/g)).toBe(everything.sections.length + 2)
})

test('renderPdf() dates the file by the meeting day', () => {
  expect(pdf).toMatch(/\/CreationDate \(D:20170619000000/)
})

test('renderPdf() gives each figure its words', () => {
  const figures = pdf.split('endobj').filter(part => part.includes('/S /Figure\n'))
  expect(figures).toHaveLength(6)
  for (const figure of figures) expect(figure).toMatch(/\/Alt [(<].{20}/)
})

test('renderPdf() names columns and rows of every table and describes it', () => {
  const cells = pdf.split('endobj').filter(part => /\/S \/T[HD]\n/.test(part))
  const rows = cells.filter(cell => cell.includes('/Scope /Row'))
  const tables = everything.sections.flatMap(section =>
    section.blocks.flatMap(block =>
      block.block === 'table' ? [block] : block.block === 'figure' ? [block.table] : [],
    ),
  )
  // The values of a chart lie across the page: two rows each.
  const expected = tables.reduce((sum, table) => sum + (table.id.endsWith('-values') ? 2 : table.rows.length), 0)
  expect(rows).toHaveLength(expected)
  for (const row of rows) expect(row).toMatch(/\/S \/TH\n\s+\/ID \(U\d+x0row\d+\)/)
  expect(count(pdf, /\/Scope \/Column/g)).toBeGreaterThan(50)
  expect(count(pdf, /\/Summary <FEFF/g)).toBe(tables.length)
})

test('renderPdf() lists each object where it stands', () => {
  const start = Number(/startxref\n(\d+)/.exec(pdf)?.[1])
  const entries = pdf.slice(start).split('trailer')[0]?.trimEnd().split('\n').slice(3) ?? []
  expect(entries.length).toBeGreaterThan(1000)
  for (const [at, entry] of entries.entries()) {
    expect(pdf.startsWith(`${at + 1} 0 obj`, Number(entry.slice(0, 10)))).toBe(true)
  }
})

test('renderPdf() embeds no typeface but ours', () => {
  const names = [
    ...pdf.matchAll(/\/FontName \/(?:[A-Z]+\+)?([\w-]+)/g),
    ...hostile.matchAll(/\/FontName \/(?:[A-Z]+\+)?([\w-]+)/g),
  ]
  expect(new Set(names.map(([, name]) => name?.split('-')[0]))).toEqual(new Set(['AtkinsonHyperlegibleNext']))
})

test('renderPdf() runs nothing that a text says', () => {
  expect(hostile).toContain('<pdfuaid:part>1</pdfuaid:part>')
  expect(hostile).not.toMatch(/\/JavaScript|\/Launch|\/EmbeddedFile|javascript:/)
  expect(hostile).toMatch(/\/Title \(#let x = 1; #panic/)
})
