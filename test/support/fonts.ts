import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Fonts, fontFiles } from '../../src/paper/fonts/fonts.ts'

/** The typeface of papers, read as the command reads it. */
export function paperFonts(): Fonts {
  const path = (file: string) => createRequire(import.meta.url).resolve(file)
  const { regular, italic, bold, boldItalic } = fontFiles
  const read = (file: string) => new Uint8Array(readFileSync(path(file)))
  return {
    regular: read(regular),
    italic: read(italic),
    bold: read(bold),
    boldItalic: read(boldItalic),
    files: Object.values(fontFiles).map(path),
  }
}
