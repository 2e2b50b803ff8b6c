import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

export type TemporaryFolder = {
  readonly path: string
  readonly remove: () => void
}

/** An empty folder outside the repository; whoever asks for it removes it. */
export function makeTemporaryFolder(): TemporaryFolder {
  const path = mkdtempSync(join(tmpdir(), 'tidemark-test-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }) }
}

/** The path of an empty folder that goes when the running test ends. */
export function temporaryFolder(): string {
  const folder = makeTemporaryFolder()
  onTestFinished(folder.remove)
  return folder.path
}
