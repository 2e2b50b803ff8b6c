/** Reads HTML, Word and OpenDocument by Chromium's own parsers, which know nothing of how the files were made. */
import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { plain, type ReadPaper, type ReadTable } from './types.ts'

/** What of a browser's document is asked for here; the browser has it, this process does not. */
type Element = {
  readonly textContent: string | null
  readonly tagName: string
  readonly parentElement: Element | null
  readonly classList: { contains(name: string): boolean }
  getAttribute(name: string): string | null
  getElementsByTagName(name: string): Iterable<Element>
  querySelectorAll(selector: string): Iterable<Element>
  querySelector(selector: string): Element | null
  closest(selector: string): Element | null
  cloneNode(deep: boolean): Element
  remove(): void
}
declare const DOMParser: new () => { parseFromString(text: string, type: string): Element }

const partOf = (path: string, part: string) => {
  const bytes = unzipSync(readFileSync(path))[part]
  if (!bytes) throw new Error(`${path} has no part ${part}`)
  return strFromU8(bytes)
}

type Raw = { caption: string; headings: string[]; rows: { text: string; rating: string; value: string | null }[][] }

function tidied(tables: readonly Raw[]): ReadTable[] {
  return tables.map(({ caption, headings, rows }) => ({
    caption: plain(caption),
    headings: headings.map(plain),
    rows: rows.map(cells =>
      cells.map(({ text, rating, value }) => ({
        text: plain(text),
        rating: rating.slice(0, 1),
        value: value === null || value === '' ? null : Number(value),
      })),
    ),
  }))
}

/** Tables of an HTML paper, and each block of its words. */
export async function readHtml(path: string, page: Page): Promise<ReadPaper & { blocks: string[] }> {
  const { tables, blocks } = await page.evaluate(
    text => {
      const document = new DOMParser().parseFromString(text, 'text/html')
      for (const gone of document.querySelectorAll('svg, style, [aria-hidden=true]')) gone.remove()
      const words = (element: Element) => element.textContent ?? ''
      const without = (element: Element, selector: string) => {
        const copy = element.cloneNode(true)
        for (const gone of copy.querySelectorAll(selector)) gone.remove()
        return words(copy)
      }
      const ratings = ['red', 'amber', 'green']
      const tables = [...document.querySelectorAll('table')].map(table => ({
        caption: [...table.querySelectorAll('caption')].map(each => without(each, '.hidden')).join(''),
        headings: [...table.querySelectorAll('thead th')].map(words),
        rows: [...table.querySelectorAll('tbody tr')].map(row =>
          [...row.querySelectorAll('th, td')].map(cell => {
            const rated = ratings.find(each => cell.classList.contains(each)) ?? ''
            return {
              text: rated ? without(cell, '.hidden') : words(cell),
              rating: rated.toUpperCase(),
              value: cell.querySelector('data')?.getAttribute('value') ?? null,
            }
          }),
        ),
      }))
      const blocks = [...document.querySelectorAll('main p, main li, main h2, main h3, main h4, main dt, main dd')]
        .filter(block => !block.closest('nav, table'))
        .map(words)
      return { tables, blocks }
    },
    readFileSync(path, 'utf8'),
  )
  return { tables: tidied(tables), text: null, blocks: blocks.map(plain) }
}

/** Tables and text of a Word paper. The letter of a rating stands on a line of its own under the value. */
export async function readWord(path: string, page: Page): Promise<ReadPaper> {
  const { tables, text } = await page.evaluate(
    xml => {
      const document = new DOMParser().parseFromString(xml, 'application/xml')
      const all = (name: string, within: Element = document) => [...within.getElementsByTagName(name)]
      const lines = (element: Element) =>
        [...element.getElementsByTagName('*')]
          .map(each => (each.tagName === 'w:t' ? each.textContent : each.tagName === 'w:br' ? '\n' : ''))
          .join('')
      const tables = all('w:tbl').map(table => {
        const [head, ...body] = all('w:tr', table).map(row => all('w:tc', row).map(lines))
        return {
          caption: all('w:tblCaption', table)[0]?.getAttribute('w:val') ?? '',
          headings: head ?? [],
          rows: body.map(cells =>
            cells.map(cell => {
              const [, text = cell, rating = ''] = /^(.*)\n([RAG])$/s.exec(cell) ?? []
              return { text, rating, value: null }
            }),
          ),
        }
      })
      return { tables, text: all('w:p').map(lines).join('\n') }
    },
    partOf(path, 'word/document.xml'),
  )
  return { tables: tidied(tables), text: plain(text) }
}

/** The marked tables of an OpenDocument spreadsheet; the caption is what the first cell of their sheet says. */
export async function readOds(path: string, page: Page): Promise<ReadPaper> {
  const tables = await page.evaluate(
    xml => {
      const document = new DOMParser().parseFromString(xml, 'application/xml')
      const all = (name: string, within: Element = document) => [...within.getElementsByTagName(name)]
      const words = (element: Element | undefined) => element?.textContent ?? ''
      return all('table:table').flatMap(sheet => {
        const rows = all('table:table-row', sheet).map(row => all('table:table-cell', row))
        const start = rows.findIndex(row => row[0]?.parentElement?.parentElement?.tagName === 'table:table-header-rows')
        if (start < 0) return []
        return [
          {
            caption: words(rows[0]?.[0]),
            headings: (rows[start] ?? []).map(words),
            rows: rows
              .slice(start + 1)
              .map(cells =>
                cells.map(cell => ({ text: words(cell), rating: '', value: cell.getAttribute('office:value') })),
              ),
          },
        ]
      })
    },
    partOf(path, 'content.xml'),
  )
  return { tables: tidied(tables), text: null }
}
