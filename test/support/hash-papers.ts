/** Prints the hashes of the example papers in each printed format: to be run in processes of different surroundings. */
import { createHash } from 'node:crypto'
import { everything, hostilePaper } from '../../src/paper/examples.ts'
import { renderPdf } from '../../src/paper/pdf/render-pdf.ts'
import { renderWord } from '../../src/paper/word/render-word.ts'
import { paperFonts } from './fonts.ts'

const fonts = paperFonts()
for (const paper of [everything, hostilePaper]) {
  for (const render of [renderPdf, renderWord, renderPdf, renderWord]) {
    const bytes = await render(paper, fonts)
    console.log(render.name, createHash('sha256').update(bytes).digest('hex'))
  }
}
