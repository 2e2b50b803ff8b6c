import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { fontFiles } from '../paper/fonts/fonts.ts'
import type { PaperEffects } from '../paper/formats.ts'
import { webFontFiles } from '../paper/html/web-fonts.ts'

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
  async sweep() {
    collector ??= collectorOf()
    collector({ type: 'minor' })
    // What was found is given back in the next turn of the program.
    await new Promise(resolve => setImmediate(resolve))
  },
}

type Collector = (options: { readonly type: 'minor' }) => void
let collector: Collector | undefined

/** Node does not know how much memory the pixels of a picture take outside its own, and would look for it far too late. */
function collectorOf(): Collector {
  setFlagsFromString('--expose-gc')
  return runInNewContext('gc') as Collector
}

function pathOf(file: string): string {
  return createRequire(import.meta.url).resolve(file)
}

function read(file: string): Uint8Array {
  return readFileSync(pathOf(file))
}
