/** Runs a TypeScript script of ours with everything it needs: `npm run bench`, `npm run kill`, `npm run fuzz`. */
import { build } from './build.js'
import { endAs, runThrough } from './support/child.js'
import { prepare } from './support/prepare.js'
import { root } from './support/runtime.js'

const [script, ...args] = process.argv.slice(2)
if (!script) {
  console.error('Cannot run a script as none is named')
  process.exit(2)
}
const runtime = await prepare(console.error)
await build()
endAs(await runThrough(runtime, ['--disable-warning=ExperimentalWarning', script, ...args], { cwd: root }))
