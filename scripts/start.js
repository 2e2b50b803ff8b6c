/** What `npm start` does: install, build, load the examples into an empty register, serve. */
import { join } from 'node:path'
import { build } from './build.js'
import { endAs, endWithNpm, runThrough } from './support/child.js'
import { prepare } from './support/prepare.js'
import { root } from './support/runtime.js'

const args = process.argv.slice(2)

/**
 * The port that was asked for: --port N, --port=N, the environment's PORT, or 3000.
 * @param {readonly string[]} args
 * @param {string | undefined} fromEnvironment
 */
function portFrom(args, fromEnvironment) {
  const at = args.indexOf('--port')
  const joined = args.find(arg => arg.startsWith('--port='))
  const text = at >= 0 ? args[at + 1] : (joined?.slice('--port='.length) ?? fromEnvironment ?? '3000')
  const port = Number(text)
  if (!text || !Number.isInteger(port) || port < 0 || port > 65535) {
    console.error(`Cannot serve as a port must be a whole number from 0 to 65535: port is ${text ?? 'missing'}`)
    process.exit(1)
  }
  return port
}

/** @param {readonly string[]} args */
function withoutPort(args) {
  const at = args.indexOf('--port')
  return args.filter((arg, i) => !(arg.startsWith('--port=') || (at >= 0 && (i === at || i === at + 1))))
}

endWithNpm()
const port = portFrom(args, process.env['PORT'])
const runtime = await prepare(console.log)
try {
  if (await build()) console.log('Built dist/.')
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

const main = join(root, 'dist', 'main.js')
const loaded = await runThrough(runtime, [main, 'examples', 'load', 'all', '--if-empty'])
if (loaded.code !== 0) endAs(loaded)
else {
  console.log(`Starting http://127.0.0.1:${port} (Ctrl+C stops it).`)
  endAs(await runThrough(runtime, [main, 'serve', '--port', String(port), '--demo-records', ...withoutPort(args)]))
}
