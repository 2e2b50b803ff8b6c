import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { examplePapers } from '../../scripts/support/example-papers.data.ts'
import { paperEffects } from '../../src/cli/paper-effects.ts'
import { formats } from '../../src/paper/formats.ts'
import type { Cell, Paper } from '../../src/paper/outline/types.ts'
import { launchChromium } from '../support/chromium.ts'
import { homeIn } from '../support/home.ts'
import { type Fact, factsOf, factsOfTidy, readCsv, type Shapes, unmatched } from '../support/read-papers/facts.ts'
import { readHtml, readOds, readWord } from '../support/read-papers/marked-up.ts'
import { readPdf } from '../support/read-papers/pdf.ts'
import { root } from '../support/source-files.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

// Every number and every rating is read out of the five formats again, each by somebody else's parser, and set beside the others.

// Those with a dashboard and report cards, which hold most figures; the parts of the others are compared where they are tested.
const organisations = ['norfolk', 'demo']
const papers = examplePapers.filter(({ org }) => organisations.includes(org))

const folder = makeTemporaryFolder()
const home = homeIn(join(folder.path, 'register'))
let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await launchChromium()
  page = await browser.newPage()
  for (const org of organisations) await home.text(['import', join(root, 'examples', org)])
})
afterAll(async () => {
  await browser.close()
  folder.remove()
})

const readings = ['html', 'docx', 'pdf', 'ods'] as const
type Read = { facts: Fact[]; text: string | null; blocks: readonly string[] }

/** What a file of a paper says, by the parser for its format. */
async function readFile(path: string, shapes: Shapes): Promise<Read> {
  if (path.endsWith('.ods')) {
    const { tables, text } = await readOds(path, page)
    const isOfPaper = ({ caption }: { caption: string }) => caption !== 'Contents' && caption !== 'Notes and symbols'
    return { facts: tables.filter(isOfPaper).flatMap(table => factsOfTidy(table, shapes)), text, blocks: [] }
  }
  const html = path.endsWith('.html') ? await readHtml(path, page) : null
  const { tables, text } = html ?? (path.endsWith('.docx') ? await readWord(path, page) : readPdf(path))
  return { facts: tables.flatMap(table => factsOf(table, shapes)), text, blocks: html?.blocks ?? [] }
}

const fileIn = (lies: string, end: string) =>
  join(lies, String(readdirSync(lies).find(each => each.endsWith(`.${end}`))))

const said = (facts: readonly Fact[]) => facts.map(each => each.says)
const withNumbers = (facts: readonly Fact[]) => facts.map(each => `${each.says} is ${each.value ?? 'words'}`)
const squeezed = (text: string) => text.replace(/\s/g, '')

describe.each(papers)('the paper of $org on $meeting', ({ org, meeting }) => {
  let csv: { facts: Fact[]; shapes: Shapes }
  let read: Record<(typeof readings)[number], Read>

  beforeAll(async () => {
    await home.text(['publish', '--org', org, '--meeting', meeting])
    const lies = join(home.path, 'publications', org, meeting, '1')
    csv = readCsv(fileIn(lies, 'csv'))
    const all: (readonly [string, Read])[] = []
    for (const format of readings) all.push([format, await readFile(fileIn(lies, format), csv.shapes)])
    read = Object.fromEntries(all) as typeof read
    // Poppler goes through a page once for each of its parts.
  }, 300_000)

  test('has figures and ratings to compare', () => {
    expect(csv.facts.length).toBeGreaterThan(400)
    for (const rating of ['(R)', '(G)']) expect(said(csv.facts).some(each => each.includes(rating))).toBe(true)
  })

  test.each(readings)('says in %s what it says in CSV', format => {
    expect(unmatched(said(csv.facts), said(read[format].facts))).toEqual({ missing: [], more: [] })
  })

  test('holds the same unrounded numbers in HTML and ODS as in CSV', () => {
    for (const format of ['html', 'ods'] as const)
      expect(unmatched(withNumbers(csv.facts), withNumbers(read[format].facts))).toEqual({ missing: [], more: [] })
  })

  test('reads aloud in PDF no foot of a page', () => {
    expect(read.pdf.text).not.toMatch(/Page \d+ of \d+/)
  })

  test.each(['docx', 'pdf'] as const)('says in %s every sentence outside of tables that it says in HTML', format => {
    const text = squeezed(read[format].text ?? '')
    expect(read.html.blocks.length).toBeGreaterThan(100)
    // Pages have a part of its own for each of the two, and their notes are numbered as lists are.
    const blocks = read.html.blocks.map(block => block.replace(/^\[note \d+\] |^Symbols and notes$/, ''))
    expect(blocks.filter(block => !text.includes(squeezed(block)))).toEqual([])
  })
})

describe('a figure and a rating that one format alone says otherwise', () => {
  const lies = join(home.path, 'publications/norfolk/2017-03-06/1')

  test.each(formats)('would be found in $code', async format => {
    const paper = JSON.parse(readFileSync(join(lies, 'data.json'), 'utf8')) as Paper
    const csv = readCsv(fileIn(lies, 'csv'))
    const name = join(folder.path, `changed.${format.extension}`)
    writeFileSync(name, await format.render(changed(paper), paperEffects))
    const facts = format.code === 'csv' ? readCsv(name).facts : (await readFile(name, csv.shapes)).facts
    const { missing, more } = unmatched(said(csv.facts), said(facts))
    const ends = (all: readonly string[]) => all.map(each => each.slice(each.indexOf('=')))
    expect([ends(missing), ends(more)]).toEqual([
      ['= 86.2 () []', '= 637 (R) []'],
      ['= 86.3 () []', '= 637 (A) []'],
    ])
  })
})

/** The paper with one figure and one rating of the dashboard changed. */
function changed(paper: Paper): Paper {
  const otherwise = (cell: Cell, row: number, column: number): Cell => {
    if (row === 0 && cell.text === '86.2') return { ...cell, text: '86.3' }
    return row === 2 && cell.text === '637' && column > 0 ? { ...cell, rating: 'Amber' } : cell
  }
  const sections = paper.sections.map(section => ({
    ...section,
    blocks: section.blocks.map(block =>
      block.block === 'table' && block.id === 'dashboard-values'
        ? { ...block, rows: block.rows.map((row, n) => row.map((cell, at) => otherwise(cell, n, at))) }
        : block,
    ),
  }))
  return { ...paper, sections }
}
