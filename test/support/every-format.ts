import type { Page } from 'playwright-core'
import { factsOf, factsOfTidy, readCsv, unmatched } from './read-papers/facts.ts'
import { readHtml, readOds, readWord } from './read-papers/marked-up.ts'
import { readPdf } from './read-papers/pdf.ts'

/**
 * What each format of a paper says otherwise than its CSV, by somebody else's parser: nothing, where all is well.
 * @param files paths by their endings: csv, html, docx, pdf, ods
 */
export async function saidOtherwise(files: Readonly<Record<string, string>>, page: Page) {
  const path = (end: string) => String(files[end])
  const { facts, shapes } = readCsv(path('csv'))
  const odsTables = (await readOds(path('ods'), page)).tables.filter(
    ({ caption }) => caption !== 'Contents' && caption !== 'Notes and symbols',
  )
  const read = {
    html: (await readHtml(path('html'), page)).tables.flatMap(table => factsOf(table, shapes)),
    docx: (await readWord(path('docx'), page)).tables.flatMap(table => factsOf(table, shapes)),
    pdf: readPdf(path('pdf')).tables.flatMap(table => factsOf(table, shapes)),
    ods: odsTables.flatMap(table => factsOfTidy(table, shapes)),
  }
  const said = facts.map(each => each.says)
  const differences = Object.entries(read).flatMap(([format, own]) => {
    const { missing, more } = unmatched(
      said,
      own.map(each => each.says),
    )
    return missing.length + more.length === 0 ? [] : [{ format, missing, more }]
  })
  return { count: said.length, differences }
}
