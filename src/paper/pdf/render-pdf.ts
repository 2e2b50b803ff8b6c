/** The paper as a PDF that a screen reader can follow (PDF/UA-1), the same bytes each time. */
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { Fonts } from '../fonts/fonts.ts'
import type { Paper } from '../outline/types.ts'
import { forPages } from '../page/for-pages.ts'
import { dataOf } from './data.ts'
import { describeTables } from './describe-tables.ts'
import { pageRoom } from './measures.ts'
import { settings, template } from './template.ts'

/** The bytes of the PDF. @throws Error when Typst cannot set the paper, with what it said */
export async function renderPdf(paper: Paper, fonts: Fonts): Promise<Uint8Array> {
  const compiler = NodeCompiler.create({
    workspace: '/no-such-folder', // the template reads no file, and could not
    fontArgs: [
      { fontBlobs: [fonts.regular, fonts.italic, fonts.bold, fonts.boldItalic].map(bytes => Buffer.from(bytes)) },
    ],
  })
  const { data, tables } = dataOf(forPages(paper, pageRoom.portrait), fonts)
  const inputs = { paper: JSON.stringify(data), settings: JSON.stringify(settings) }
  const compiled = compiler.compile({ mainFileContent: template, inputs })
  const document = compiled.result
  if (!document || compiled.hasError()) {
    const said = compiled.takeError()?.shortDiagnostics.map(({ message }) => message) ?? []
    throw new Error(`Cannot set the paper ${paper.title} as PDF: ${said.join('; ') || 'Typst gave no reason'}`)
  }
  const creationTimestamp = Date.parse(`${paper.meetingDay}T00:00:00Z`) / 1000
  const bytes = compiler.pdf(document, { pdfStandard: 'ua-1', creationTimestamp })
  compiler.evictCache(0)
  return describeTables(bytes, tables)
}
