import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Says beside the bundle that this process runs from it, so that a newer build leaves its files in place: pages, papers and
 * imports read parts of the program when they are first asked for. Where nothing may be written there, nothing is said, and
 * nobody builds there either.
 * @returns takes it back
 */
export function holdProgram(): () => void {
  if (import.meta.url.endsWith('.ts')) return () => {}
  const mark = join(import.meta.dirname, `used-by-${process.pid}`)
  try {
    writeFileSync(mark, '')
  } catch {
    return () => {}
  }
  return () => rmSync(mark, { force: true })
}
