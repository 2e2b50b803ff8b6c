import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { install } from './support/install.js'
import { root } from './support/runtime.js'

const standardDist = join(root, 'dist')

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

/**
 * Whether the bundle is at least as new as everything it is made from.
 * @param {string} dist
 */
function isBuilt(dist) {
  const stamp = join(dist, '.built')
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

/** The command, and every file that runs in a process or thread of its own: NAME.worker.ts becomes NAME.worker.js beside it. */
function entryPoints() {
  const workers = everythingIn(join(root, 'src')).filter(path => path.endsWith('.worker.ts'))
  return Object.fromEntries([
    ['main', join(root, 'src/cli/main.ts')],
    ...workers.map(path => [basename(path, '.ts'), path]),
  ])
}

/**
 * Bundles src/ into a new folder of dist/, unless the last is newer; each subcommand becomes a file that is read when it is
 * asked for. dist/main.js leads to the newest. A server reads parts of its program long after it was started, and must
 * find them as they were: the folder before the new one stays, and so does every folder that a running server uses.
 * @param {{ force?: boolean, dist?: string }} [options]
 * @returns {Promise<boolean>} whether there was anything to do
 */
export async function build({ force = false, dist = standardDist } = {}) {
  if (!force && isBuilt(dist)) return false
  const started = new Date()
  const name = `build-${started.toISOString().replace(/\D/g, '')}-${process.pid}`
  const folder = join(dist, name)
  const mark = join(folder, `used-by-${process.pid}`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(mark, '')
  const esbuild = await import('esbuild')
  const result = await esbuild.build({
    absWorkingDir: root,
    entryPoints: entryPoints(),
    outdir: folder,
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
    logLevel: 'silent',
  })
  if (result.warnings.length) {
    const sentences = await esbuild.formatMessages(result.warnings, { kind: 'warning' })
    rmSync(folder, { recursive: true })
    throw new Error(sentences.join('\n'))
  }
  cpSync(assets, join(folder, 'assets'), { recursive: true, filter: path => !path.endsWith('.json') })
  cpSync(measures, join(folder, 'measures'), {
    recursive: true,
    filter: path => statSync(path).isDirectory() || /\.(sql|yaml)$/.test(path),
  })
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n')
  rmSync(mark)
  const before = leadsTo(dist)
  leadTo(dist, name)
  removeOld(dist, [name, before])
  const stamp = join(dist, '.built')
  writeFileSync(stamp, '')
  utimesSync(stamp, started, started) // what was saved while we built is newer than this
  return true
}

/**
 * The folder to which dist/main.js leads; empty where there is none yet.
 * @param {string} dist
 */
function leadsTo(dist) {
  const main = join(dist, 'main.js')
  return (existsSync(main) && /^import '\.\/([\w-]+)\/main\.js'$/m.exec(readFileSync(main, 'utf8'))?.[1]) || ''
}

/**
 * Leads dist/main.js to a folder, at once: whoever starts it meanwhile gets the one program or the other.
 * @param {string} dist
 * @param {string} name
 */
function leadTo(dist, name) {
  const next = join(dist, `${name}.next`)
  writeFileSync(next, `import './${name}/main.js'\n`)
  renameSync(next, join(dist, 'main.js'))
}

/**
 * Removes everything of earlier builds that nobody uses.
 * @param {string} dist
 * @param {readonly string[]} kept names of folders
 */
function removeOld(dist, kept) {
  for (const name of readdirSync(dist)) {
    const path = join(dist, name)
    if (name !== 'main.js' && !kept.includes(name) && !isInUse(path)) rmSync(path, { recursive: true, force: true })
  }
}

/**
 * Whether a server reads its program from a folder (src/cli/program-in-use.ts says so in it), or a build writes to it.
 * @param {string} folder
 */
function isInUse(folder) {
  if (!statSync(folder).isDirectory()) return false
  return readdirSync(folder).some(name => {
    const user = /^used-by-(\d+)$/.exec(name)?.[1]
    return user !== undefined && isRunning(Number(user))
  })
}

/** @param {number} number of a process */
function isRunning(number) {
  try {
    process.kill(number, 0)
    return true
  } catch (error) {
    // It runs, and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await install(console.error)
  await build({ force: process.argv.includes('--force') })
}
