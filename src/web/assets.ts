/** Stylesheet, scripts, typeface and mark: read once at start, served from memory under a name that changes with their content. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

type Asset = { readonly body: Uint8Array<ArrayBuffer>; readonly type: string; readonly etag: string }

export type Assets = {
  /** By path, as "/assets/tidemark.0123456789.css". */
  readonly byPath: ReadonlyMap<string, Asset>
  readonly stylesheet: string
  /** The small scripts of pages by their names, as "dashboard" of dashboard.js. */
  readonly scripts: Readonly<Record<string, string>>
  readonly mark: string
  readonly font: string
}

/** The stylesheet's parts in the order of the cascade: those of the pages stand between the common ones and paper. */
function stylesIn(files: readonly string[]): readonly string[] {
  const [first, last] = [['tokens.css', 'base.css', 'frame.css'], ['print.css']]
  const pages = files.filter(name => name.endsWith('.css') && !first.includes(name) && !last.includes(name))
  return [...first, ...pages.toSorted(), ...last]
}

const fonts = [
  'atkinson-hyperlegible-next-latin-wght-normal.woff2',
  'atkinson-hyperlegible-next-latin-ext-wght-normal.woff2',
  'atkinson-hyperlegible-next-latin-wght-italic.woff2',
] as const

/** Beside this file in the sources (src/web/assets) and beside the bundle (dist/assets), which the build copies. */
const folder = new URL('./assets/', import.meta.url)

/** Reads every asset. @throws when one is missing, so that a server without its looks does not start */
export function readAssets(): Assets {
  const byPath = new Map<string, Asset>()
  const add = (name: string, body: Uint8Array, type: string): string => {
    const hash = createHash('sha256').update(body).digest('hex').slice(0, 10)
    const path = `/assets/${name.replace(/\.(\w+)$/, `.${hash}.$1`)}`
    byPath.set(path, { body: new Uint8Array(body), type, etag: `W/"${hash}"` })
    return path
  }
  const fontPaths = fonts.map(name => [name, add(name, readFont(name), 'font/woff2')] as const)
  const files = readdirSync(folder)
  const read = (name: string) => readFileSync(new URL(name, folder))
  let css = stylesIn(files)
    .map(name => read(name).toString())
    .join('\n')
  for (const [name, path] of fontPaths) css = css.replaceAll(`url(${name})`, `url(${path})`)
  return {
    byPath,
    scripts: Object.fromEntries(
      files
        .filter(name => name.endsWith('.js'))
        .map(name => [name.replace(/\.js$/, ''), add(name, read(name), 'text/javascript; charset=utf-8')]),
    ),
    stylesheet: add('tidemark.css', Buffer.from(css), 'text/css; charset=utf-8'),
    mark: add('mark.svg', read('mark.svg'), 'image/svg+xml'),
    font: String(fontPaths[0]?.[1]),
  }
}

/** The typeface lies beside the bundle where it was copied there, else in its package. */
function readFont(name: string): Uint8Array {
  const beside = new URL(name, folder)
  if (existsSync(beside)) return readFileSync(fileURLToPath(beside))
  const require = createRequire(import.meta.url)
  return readFileSync(require.resolve(`@fontsource-variable/atkinson-hyperlegible-next/files/${name}`))
}
