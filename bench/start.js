/** Runs a benchmark with the Node that Tidemark runs with, against the command as it is built now: `node bench/start.js kill`. */
import { fileURLToPath } from 'node:url'
import { build } from '../scripts/build.js'
import { endAs, endWithNpm, runThrough } from '../scripts/support/child.js'
import { prepare } from '../scripts/support/prepare.js'

const [name, ...args] = process.argv.slice(2)
const runtime = await prepare(console.error)
await build()
endWithNpm()
endAs(await runThrough(runtime, [fileURLToPath(new URL(`./${name}.ts`, import.meta.url)), ...args]))
