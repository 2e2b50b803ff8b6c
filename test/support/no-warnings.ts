/**
 * Fails a test during which anything was warned of: console.warn, console.error, or a warning of the process.
 * A test that expects one says so by spying: vi.spyOn(console, 'warn').mockImplementation(() => {}).
 */
import { afterAll, afterEach } from 'vitest'

const warnings: string[] = []
const nextTurn = globalThis.setImmediate

for (const level of ['warn', 'error'] as const) {
  console[level] = (...words: unknown[]) => {
    warnings.push(`console.${level}: ${words.map(String).join(' ')}`)
  }
}

/** Node says this once of its own SQLite, which we use knowingly. */
const isExpected = (warning: Error) => warning.name === 'ExperimentalWarning' && /^SQLite is/.test(warning.message)

process.on('warning', warning => {
  if (!isExpected(warning)) warnings.push(`${warning.name}: ${warning.message}`)
})

async function refuseWarnings() {
  await new Promise(resolve => nextTurn(resolve)) // the process warns a turn later
  const heard = warnings.splice(0)
  if (heard.length) throw new Error(`Unexpected warning:\n${heard.join('\n')}`)
}

afterEach(refuseWarnings)
afterAll(refuseWarnings)
