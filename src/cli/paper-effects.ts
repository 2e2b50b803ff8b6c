import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fontFiles } from '../paper/fonts/fonts.ts'
import type { PaperEffects } from '../paper/formats.ts'
import { webFontFiles } from '../paper/html/web-fonts.ts'
import { sweep } from './memory.ts'

/** The typefaces that ship with Tidemark, read from their packages when a paper asks for them. */
export const paperEffects: PaperEffects = {
  webFonts: () => ({ latin: read(webFontFiles.latin), latinExtended: read(webFontFiles.latinExtended) }),
  printFonts: () => ({
    regular: read(fontFiles.regular),
    italic: read(fontFiles.italic),
    bold: read(fontFiles.bold),
    boldItalic: read(fontFiles.boldItalic),
    files: Object.values(fontFiles).map(pathOf),
  }),
  sweep,
}

function pathOf(file: string): string {
  return createRequire(import.meta.url).resolve(file)
}

function read(file: string): Uint8Array {
  return readFileSync(pathOf(file))
}
