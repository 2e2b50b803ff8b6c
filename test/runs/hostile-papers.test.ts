import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paperEffects } from '../../src/cli/paper-effects.ts'
import { formats } from '../../src/paper/formats.ts'
import type { Paper } from '../../src/paper/outline/types.ts'
import { launchChromium } from '../support/chromium.ts'
import { hostileEverywhere } from '../support/hostile-paper.ts'
import { convertWithOffice, poppler } from '../support/programs.ts'
import { root } from '../support/source-files.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

// Every word of a real paper is replaced by markup, code, formulas, marks that turn text round, and a word of 10,000 letters: each format
// shows it as text, runs nothing, and keeps it on the page.

const folder = makeTemporaryFolder()
const outline = join(root, 'examples/papers/publications/norfolk/2017-06-19/1/data.json')
const { paper, written } = hostileEverywhere(JSON.parse(readFileSync(outline, 'utf8')) as Paper)
const path = (code: string) => join(folder.path, `hostile.${code}`)
let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
  for (const { code, render } of formats) writeFileSync(path(code), await render(paper, paperEffects))
})
afterAll(async () => {
  await browser.close()
  folder.remove()
})

/** Letters and digits alone: what typefaces lack and what cannot be seen is shown otherwise in some formats. */
const letters = (text: string) => text.replace(/\[U\+[0-9A-F]+\]/g, '').replace(/[^A-Za-z0-9]/g, '')
const part = (code: string, name: string) => strFromU8(unzipSync(readFileSync(path(code)))[name] ?? new Uint8Array())

test('there is mischief in every part of the paper', () => {
  expect(written.length).toBeGreaterThan(1500)
  expect(written.filter(text => text.length === 10_000).length).toBeGreaterThan(0)
})

test('HTML shows it as text: no script, no link that runs, nothing asked for, no page wider than the window', async () => {
  const asked: string[] = []
  const page = await browser.newPage()
  page.on('request', request => asked.push(request.url()))
  page.on('dialog', () => asked.push('a dialog'))
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 })
    await page.goto(`file://${path('html')}`)
    expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0)
  }
  expect(asked.filter(url => !url.startsWith('data:') && !url.startsWith('file:'))).toEqual([])
  expect(
    await page.evaluate('document.querySelectorAll("script, iframe, object, form, [onclick], [onload]").length'),
  ).toBe(0)
  expect(
    await page.evaluate(`[...document.links].filter(a => !/^(?:file|https?|mailto):/.test(a.protocol)).length`),
  ).toBe(0)
  const text = letters(await page.evaluate('document.body.textContent'))
  expect(written.filter(each => each.includes('panic') && !text.includes(letters(each)))).toEqual([])
  await page.close()
})

test('Word shows it as text, in well-formed parts, with no field but page numbers and contents', async () => {
  const xml = part('docx', 'word/document.xml')
  const page = await browser.newPage()
  const faults = `text => new DOMParser().parseFromString(text, 'application/xml').querySelectorAll('parsererror').length`
  expect(await page.evaluate(`(${faults})(${JSON.stringify(xml)})`)).toBe(0)
  await page.close()
  const fields = [...xml.matchAll(/<w:instrText[^>]*>([^<]*)</g)].map(([, field = '']) => field.trim().split(/\s/)[0])
  expect(fields.filter(field => !/^(?:PAGE|NUMPAGES|TOC|PAGEREF|HYPERLINK)$/.test(String(field)))).toEqual([])
  const { paths } = convertWithOffice([path('docx')], 'pdf', folder.path)
  expect(outside(String(paths[0]))).toEqual([])
})

test('PDF shows it as text and keeps every word on an A4 page', () => {
  const { stdout, stderr } = poppler('pdfinfo', ['-l', '1000', path('pdf')])
  expect(stderr).toBe('')
  expect(stdout).toMatch(/^JavaScript:\s+no$/m)
  const sizes = [...stdout.matchAll(/^Page\s+\d+ size:\s+(\S+) x (\S+) pts/gm)].map(([, a, b]) =>
    [a, b].map(Number).toSorted(),
  )
  expect(sizes.length).toBeGreaterThan(20)
  for (const size of sizes) expect(size.map(Math.round)).toEqual([595, 842])
  expect(outside(path('pdf'))).toEqual([])
  const text = letters(poppler('pdftotext', [path('pdf'), '-']).stdout)
  expect(text).toContain(letters('#let x = 1; #panic("ran")'))
  expect(text).not.toContain('rootx00')
})

test('ODS holds it as text: no formula, in the file or in what LibreOffice makes of it', () => {
  const content = part('ods', 'content.xml')
  expect(content).not.toContain('table:formula')
  const { paths } = convertWithOffice([path('ods')], 'xlsx', folder.path)
  const sheets = unzipSync(readFileSync(String(paths[0])))
  const cells = Object.keys(sheets).filter(name => name.startsWith('xl/worksheets/sheet'))
  expect(cells.length).toBeGreaterThan(10)
  for (const name of cells) expect(strFromU8(sheets[name] as Uint8Array)).not.toMatch(/<f[ >]/)
})

test('CSV has no cell that a spreadsheet would take for a formula', () => {
  const rows: string[][] = parse(readFileSync(path('csv')))
  const numeric = /^-?\d+(?:\.\d+)?(?:e[+-]\d+)?$/
  expect(rows.length).toBeGreaterThan(500)
  expect(rows.flat().filter(cell => /^[=+\-@\t\r]/.test(cell) && !numeric.test(cell))).toEqual([])
})

/** Words that stand beyond the edge of their page. */
function outside(pdf: string): string[] {
  const { stdout } = poppler('pdftotext', ['-bbox', pdf, '-'])
  return stdout.split('<page ').flatMap(page => {
    const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(page) ?? []
    return [
      ...page.matchAll(/<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">([^<]*)</g),
    ].flatMap(([, left, top, right, bottom, word = '']) =>
      Number(left) < -1 || Number(top) < -1 || Number(right) > Number(width) + 1 || Number(bottom) > Number(height) + 1
        ? [word.slice(0, 40)]
        : [],
    )
  })
}
