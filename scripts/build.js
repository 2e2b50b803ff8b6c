import { cpSync, existsSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { install } from './support/install.js'
import { root } from './support/runtime.js'

const dist = join(root, 'dist')
const stamp = join(dist, '.built')

/** The SQL and YAML of the measures, which the bundle reads beside itself. */
const measures = join(root, 'src', 'measures')

/** Stylesheets, pages' scripts and pictures, which the bundle reads beside itself. */
const assets = join(root, 'src', 'web', 'assets')

/** Packages with native code, or that another package only asks for when it is there: never put into the bundle. */
const external = ['pg-native', '@resvg/resvg-js', '@myriaddreamin/typst-ts-node-compiler', '@duckdb/node-api']

/** Lets bundled CommonJS packages ask for Node's own modules. */
const banner = [
  `import { createRequire as tidemarkCreateRequire } from 'node:module'`,
  `const require = tidemarkCreateRequire(import.meta.url)`,
].join('\n')

/**
 * Every file and folder below a folder, itself included: a folder's time tells of files taken away.
 * @param {string} folder
 * @returns {string[]}
 */
function everythingIn(folder) {
  const below = readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? everythingIn(path) : [path]
  })
  return [folder, ...below]
}

/** Whether dist/ is at least as new as everything it is made from. */
export function isBuilt() {
  if (!existsSync(stamp)) return false
  const built = statSync(stamp).mtimeMs
  const sources = [
    ...everythingIn(join(root, 'src')),
    fileURLToPath(import.meta.url),
    join(root, 'package-lock.json'),
    join(root, 'tsconfig.json'),
  ]
  return sources.every(path => statSync(path).mtimeMs <= built)
}

/** The command, and every file that runs in a process or thread of its own: NAME.worker.ts becomes dist/NAME.worker.js. */
function entryPoints() {
  const workers = everythingIn(join(root, 'src')).filter(path => path.endsWith('.worker.ts'))
  return Object.fromEntries([
    ['main', join(root, 'src/cli/main.ts')],
    ...workers.map(path => [basename(path, '.ts'), path]),
  ])
}

/**
 * Bundles src/ into dist/, unless dist/ is newer; each subcommand becomes a file that is read when it is asked for.
 * @param {{ force?: boolean }} [options]
 * @returns {Promise<boolean>} whether there was anything to do
 */
export async function build({ force = false } = {}) {
  if (!force && isBuilt()) return false
  const started = new Date()
  const esbuild = await import('esbuild')
  const result = await esbuild.build({
    absWorkingDir: root,
    entryPoints: entryPoints(),
    outdir: dist,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    external,
    banner: { js: banner },
    chunkNames: 'part-[name]-[hash]',
    sourcemap: 'linked',
    minify: false,
    metafile: true,
    logLevel: 'silent',
  })
  if (result.warnings.length) {
    const sentences = await esbuild.formatMessages(result.warnings, { kind: 'warning' })
    throw new Error(sentences.join('\n'))
  }
  const made = new Set(Object.keys(result.metafile.outputs).map(path => resolve(root, path)))
  for (const name of readdirSync(dist)) {
    const path = join(dist, name)
    if (!made.has(path)) rmSync(path, { recursive: true })
  }
  cpSync(assets, join(dist, 'assets'), { recursive: true, filter: path => !path.endsWith('.json') })
  if (existsSync(measures))
    cpSync(measures, join(dist, 'measures'), {
      recursive: true,
      filter: path => statSync(path).isDirectory() || /\.(sql|yaml)$/.test(path),
    })
  writeFileSync(stamp, '')
  utimesSync(stamp, started, started) // what was saved while we built is newer than this
  return true
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await install(console.error)
  await build({ force: process.argv.includes('--force') })
}
