/** What `npm test` does: every check in turn, then every test; the last line says how many passed and failed. */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from './build.js'
import { capture, endWithNpm, runThrough } from './support/child.js'
import { install } from './support/install.js'
import { startPostgres } from './support/postgres.js'
import { programNames, providePrograms } from './support/programs.js'
import { findRuntime, noRuntime, root, thisMachine } from './support/runtime.js'
import { vitestTotals } from './support/vitest-totals.js'

const args = process.argv.slice(2)
const quick = args.includes('--quick')
const patterns = args.filter(arg => arg !== '--quick')
const unknown = patterns.filter(pattern => pattern.startsWith('-'))

let passed = 0
let failed = 0
/** @type {(() => void) | undefined} ends PostgreSQL at once */
let abandon
let interrupted = false

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => {
    interrupted = true
  })
}
process.on('exit', () => abandon?.())
endWithNpm()

/** @param {string} sentence */
const say = sentence => console.log(sentence)

/** @param {unknown} error */
const words = error => (error instanceof Error ? error.message : String(error))

/**
 * Does one step and says how long it took; what went wrong comes as the error's message.
 * @param {string} name
 * @param {() => Promise<unknown>} work
 * @param {{ counted: boolean }} how a step that only makes ready counts when it fails
 * @returns {Promise<boolean>}
 */
async function step(name, work, { counted }) {
  if (interrupted) return false
  const started = performance.now()
  const seconds = () => `${((performance.now() - started) / 1000).toFixed(1)} s`
  try {
    await work()
    say(`pass  ${name} (${seconds()})`)
    if (counted) passed += 1
    return true
  } catch (error) {
    say(words(error))
    say(`FAIL  ${name} (${seconds()})`)
    failed += 1
    return false
  }
}

/**
 * Runs one of the packages' own programs, which must end with code 0.
 * @param {string} runtime
 * @param {string} script below node_modules
 * @param {string[]} options
 */
async function tool(runtime, script, options) {
  const { ok, output } = await capture(runtime, [join(root, 'node_modules', script), ...options], { cwd: root })
  if (!ok) throw new Error(output.trim() || `${script} failed without a word`)
}

/**
 * Runs the tests, and counts them from vitest's own report.
 * @param {string} runtime
 * @param {Record<string, string>} extra environment
 */
async function runTests(runtime, extra) {
  if (interrupted) return
  const report = join(root, '.test', `vitest-${process.pid}.json`)
  const projects = quick ? ['unit', 'rules'] : ['unit', 'rules', 'runs', 'journeys']
  const options = [
    'run',
    ...projects.map(project => `--project=${project}`),
    '--allowOnly=false',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...patterns,
  ]
  const plain = process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: '0' }
  const env = { ...process.env, ...plain, ...extra, TZ: 'Pacific/Auckland' }
  const { code } = await runThrough(runtime, [join(root, 'node_modules/vitest/vitest.mjs'), ...options], {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const totals = vitestTotals(report, code)
  rmSync(report, { force: true })
  for (const sentence of totals.sentences) say(sentence)
  passed += totals.passed
  failed += totals.failed
}

/** @returns {Promise<string | undefined>} the Node to run everything with */
async function makeReady() {
  const done = await step('install', () => install(say), { counted: false })
  if (!done) return undefined
  const runtime = findRuntime(thisMachine())
  if (runtime) return runtime
  say(noRuntime(thisMachine()))
  failed += 1
  return undefined
}

/** @param {string} runtime */
async function checkEverything(runtime) {
  const counted = { counted: true }
  const all = patterns.length === 0
  const lint = () =>
    tool(runtime, '@biomejs/biome/bin/biome', [
      'ci',
      '--error-on-warnings',
      '--diagnostic-level=warn',
      '--colors=off',
      '.',
    ])
  const types = async () => {
    await tool(runtime, 'typescript/bin/tsc', ['--noEmit'])
    for (const folder of ['scripts', 'src/web/assets'])
      await tool(runtime, 'typescript/bin/tsc', ['--noEmit', '-p', folder])
  }
  if (!quick) await step('build', () => build(), counted)
  if (all) await step('lint and format (Biome)', lint, counted)
  if (all) await step('types (TypeScript)', types, counted)
  if (all && !quick)
    await step('unused code (knip)', () => tool(runtime, 'knip/bin/knip.js', ['--no-progress']), counted)
  if (quick) return runTests(runtime, {})

  /** @type {Record<string, string>} */
  const extra = {}
  /** @type {import('./support/postgres.js').Server | undefined} */
  let server
  const provide = async () => {
    const { postgres, chromium, poppler, office } = await providePrograms(say)
    extra['TIDEMARK_TEST_CHROMIUM'] = chromium
    extra['TIDEMARK_TEST_POPPLER'] = poppler
    extra['TIDEMARK_TEST_SOFFICE'] = office
    server = await startPostgres(postgres)
    abandon = server.kill
    extra['TIDEMARK_TEST_POSTGRES'] = server.url
  }
  await step(programNames, provide, { counted: false })
  try {
    await runTests(runtime, extra)
  } finally {
    await server?.stop()
    abandon = undefined
  }
}

mkdirSync(join(root, '.test'), { recursive: true })
try {
  if (unknown.length) throw new Error(`npm test takes --quick and file patterns, not ${unknown.join(' ')}`)
  const runtime = await makeReady()
  if (runtime) await checkEverything(runtime)
} catch (error) {
  say(words(error))
  failed += 1
}
if (interrupted) {
  say('Interrupted, counted as failed')
  failed += 1
}
if (failed || passed === 0) process.exitCode = interrupted ? 130 : 1
console.log(`${passed} passed, ${failed} failed`)
