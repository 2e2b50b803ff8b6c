import { install } from './install.js'
import { findRuntime, noRuntime, thisMachine } from './runtime.js'

/**
 * Installs what is missing and answers with the Node to run Tidemark with; ends with one sentence where there is none.
 * @param {(sentence: string) => void} say
 * @returns {Promise<string>}
 */
export async function prepare(say) {
  const machine = thisMachine()
  try {
    await install(say)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
  const runtime = findRuntime(machine)
  if (runtime) return runtime
  console.error(noRuntime(machine))
  process.exit(1)
}
