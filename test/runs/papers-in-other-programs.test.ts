import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { examplePapers } from '../../scripts/support/example-papers.data.ts'
import type { Paper } from '../../src/paper/outline/types.ts'
import { convertWithOffice, poppler, type Said } from '../support/programs.ts'
import { everyTag, structureOf } from '../support/read-papers/pdf.ts'
import { root } from '../support/source-files.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

// Other people's programs open the papers: Poppler the PDF, LibreOffice the Word file and the spreadsheet.

const folder = makeTemporaryFolder()
afterAll(folder.remove)

const papers = examplePapers.map(({ org, meeting }) => {
  const lies = join(root, 'examples/papers/publications', org, meeting, '1')
  const file = (end: string) => join(lies, String(readdirSync(lies).find(name => name.endsWith(`.${end}`))))
  return { name: `${org} ${meeting}`, paper: JSON.parse(readFileSync(join(lies, 'data.json'), 'utf8')) as Paper, file }
})

const blocksOf = (paper: Paper) => paper.sections.flatMap(section => section.blocks)
const complaints = ({ stderr }: Said) =>
  // Without a desktop LibreOffice misses Java, which no paper needs.
  stderr.split('\n').filter(line => line !== '' && !/java/i.test(line))

describe.each(papers)('the PDF of $name', ({ paper, file }) => {
  const path = file('pdf')
  let tags: ReturnType<typeof everyTag>
  let said: string
  const of = (...kinds: string[]) => tags.filter(({ tag }) => kinds.includes(tag.kind)).map(({ tag }) => tag)

  beforeAll(() => {
    const { root: whole, stderr } = structureOf(path, { withText: false })
    tags = everyTag(whole)
    said = stderr
  })

  test('is read by Poppler without complaint', () => {
    expect(said).toBe('')
    const picture = join(folder.path, 'page')
    expect(poppler('pdftotext', [path, '-']).stderr).toBe('')
    expect(poppler('pdftoppm', ['-r', '20', '-png', path, picture]).stderr).toBe('')
    const pages = Number(/^Pages:\s+(\d+)$/m.exec(poppler('pdfinfo', [path]).stdout)?.[1])
    expect(pages).toBeGreaterThan(5)
  })

  test('says its title and its language, is tagged, and has bookmarks', () => {
    const { stdout } = poppler('pdfinfo', [path])
    expect(stdout).toMatch(new RegExp(`^Title:\\s+${paper.title}$`, 'm'))
    expect(stdout).toMatch(/^Tagged:\s+yes$/m)
    const bytes = readFileSync(path).toString('latin1')
    expect(bytes).toContain('/Lang (en-GB)')
    expect(bytes).toContain('/DisplayDocTitle true')
    expect(bytes.match(/\/Type \/Outlines/g)).toHaveLength(1)
    expect(strings(bytes, 'Title').length).toBeGreaterThan(paper.sections.length)
  })

  test('has headings in order, none skipped', () => {
    const levels = of('H1', 'H2', 'H3', 'H4').map(tag => Number(tag.kind.slice(1)))
    expect(levels.filter(level => level === 1).length).toBeGreaterThanOrEqual(paper.sections.length)
    expect(levels[0]).toBe(1)
    const skipped = levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1)
    expect(skipped).toEqual([])
  })

  test('has header cells with a scope in every table, and says of every cell which are its own', () => {
    const tables = of('Table')
    const wanted = blocksOf(paper).filter(block => block.block === 'table' || block.block === 'figure')
    expect(tables.length).toBeGreaterThanOrEqual(wanted.length)
    for (const table of tables) {
      const cells = everyTag(table).map(({ tag }) => tag)
      const scopes = cells.filter(({ kind }) => kind === 'TH').map(tag => tag.attributes.get('Scope'))
      expect(new Set(scopes)).toEqual(new Set(scopes.includes('/Row') ? ['/Column', '/Row'] : ['/Column']))
      expect(table.attributes.get('Summary')).toBeTruthy()
      for (const cell of cells.filter(({ kind }) => kind === 'TD'))
        expect(cell.attributes.get('Headers')).toMatch(/\(U/)
    }
    expect(of('TH').some(tag => tag.attributes.get('Scope') === '/Row')).toBe(true)
  })

  test('has words for every chart, which say its figures, and for every sign', () => {
    const blocks = blocksOf(paper)
    const charts = blocks.filter(block => block.block === 'figure')
    const beside = blocks.flatMap(block => (block.block === 'verdict' ? (block.beside ?? []) : []))
    const cells = blocks.flatMap(block => (block.block === 'table' ? block.rows.flat() : []))
    const figures = [...charts, ...[...beside, ...cells].filter(each => each?.sign)]
    const bytes = readFileSync(path).toString('latin1')
    expect(of('Figure')).toHaveLength(figures.length)
    const objects = bytes.split('\nendobj').filter(each => /\/Type \/StructElem\s+\/S \/Figure\s/.test(each))
    expect(objects).toHaveLength(figures.length)
    for (const each of objects) expect(each).toMatch(/\/Alt (?:\((?:\\.|[^)\\]){20,}\)|<[0-9A-F]{60,}>)/)
  })

  test('leaves the foot of its pages out of what is read aloud', () => {
    const { stdout } = poppler('pdftotext', ['-f', '2', '-l', '2', path, '-'])
    expect(stdout).toMatch(/Page 2 of \d+/)
    expect(of('Artifact', 'NonStruct', 'Header', 'Footer')).toEqual([])
  })
})

/** The strings that follow a name in the open objects of a PDF. */
const strings = (bytes: string, name: string) => bytes.match(new RegExp(`/${name} [(<]`, 'g')) ?? []

describe('LibreOffice', () => {
  test('opens the Word files without complaint and prints them', () => {
    const files = papers.map(({ file }) => file('docx'))
    const printed = convertWithOffice(files, 'pdf', folder.path)
    expect(complaints(printed)).toEqual([])
    for (const [at, path] of printed.paths.entries()) {
      const paper = papers[at]?.paper as Paper
      const { stdout } = poppler('pdfinfo', [path])
      expect(Number(/^Pages:\s+(\d+)$/m.exec(stdout)?.[1])).toBeGreaterThan(10)
      const text = squeezed(poppler('pdftotext', ['-layout', path, '-']).stdout)
      for (const { heading } of paper.sections) expect(text).toContain(squeezed(heading))
    }
  })

  test('finds in the Word files all that the paper says outside of charts', () => {
    const { paths, ...said } = convertWithOffice(
      papers.map(({ file }) => file('docx')),
      'txt:Text (encoded):UTF8',
      folder.path,
    )
    expect(complaints(said)).toEqual([])
    for (const [at, path] of paths.entries()) {
      const text = squeezed(readFileSync(path, 'utf8'))
      const wanted = blocksOf(papers[at]?.paper as Paper).flatMap(block => {
        if (block.block === 'paragraph') return [block.text.map(run => run.text).join('')]
        if (block.block === 'list') return block.items.map(item => item.map(run => run.text).join(''))
        if (block.block === 'table') return block.rows.flat().map(cell => cell.text)
        return block.block === 'verdict' ? [block.title, block.detail] : []
      })
      expect(wanted.length).toBeGreaterThan(100)
      expect(wanted.filter(each => !text.includes(squeezed(each)))).toEqual([])
    }
  })

  test('opens the spreadsheets without complaint, and finds their sheets, numbers and named tables', () => {
    const { paths, ...said } = convertWithOffice(
      papers.map(({ file }) => file('ods')),
      'xlsx',
      folder.path,
    )
    expect(complaints(said)).toEqual([])
    for (const [at, path] of paths.entries()) {
      const ods = strFromU8(unzipSync(readFileSync(papers[at]?.file('ods') as string))['content.xml'] as Uint8Array)
      const names = [...ods.matchAll(/<table:database-range table:name="([^"]+)"/g)].map(([, name]) => name)
      const parts = unzipSync(readFileSync(path))
      const workbook = strFromU8(parts['xl/workbook.xml'] as Uint8Array)
      const sheets = [...ods.matchAll(/<table:table table:name="([^"]+)"/g)].map(([, name]) => name)
      expect([...workbook.matchAll(/<sheet name="([^"]+)"/g)].map(([, name]) => name)).toEqual(sheets)
      expect(names.length).toBe(sheets.length - 1)
      const cells = Object.keys(parts)
        .filter(part => /^xl\/worksheets\/sheet\d+\.xml$/.test(part))
        .map(part => strFromU8(parts[part] as Uint8Array))
        .join('')
      expect(cells).not.toContain('<f>')
      const numbers = [...ods.matchAll(/office:value="([^"]+)"/g)].map(([, number]) => Number(number))
      const read = [...cells.matchAll(/<c [^>]*?(?: t="n")?[^>]*><v>([^<]+)<\/v>/g)].map(([, number]) => Number(number))
      expect(numbers.length).toBeGreaterThan(20)
      expect(numbers.filter(number => !read.some(each => Math.abs(each - number) <= Math.abs(number) * 1e-12))).toEqual(
        [],
      )
    }
  })

  test('keeps the named tables of the spreadsheets when it saves them again', () => {
    const [ods = ''] = papers.map(({ file }) => file('ods'))
    const names = (path: string) =>
      [
        ...strFromU8(unzipSync(readFileSync(path))['content.xml'] as Uint8Array).matchAll(
          /<table:database-range table:name="([^"]+)"/g,
        ),
      ]
        .map(([, name]) => String(name))
        .toSorted()
    const { paths } = convertWithOffice([ods], 'ods', folder.path)
    expect(names(ods).length).toBeGreaterThan(5)
    expect(names(String(paths[0]))).toEqual(names(ods))
  })
})

const squeezed = (text: string) => text.normalize('NFC').replace(/[\s\u200b]/g, '')
