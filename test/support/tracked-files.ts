import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { root, type SourceFile } from './source-files.ts'

/** Folders that are made here and never kept, for a copy of the sources without git. */
const made = ['.git', 'node_modules', 'dist', '.test', 'tidemark-data']

/** The paths of every file that is kept, or will be with the next commit. */
export function trackedPaths(): string[] {
  try {
    const args = [
      '-c',
      `safe.directory=${root.replace(/\/$/, '')}`,
      'ls-files',
      '-z',
      '--cached',
      '--others',
      '--exclude-standard',
    ]
    const names = execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    return [...new Set(names.split('\0').filter(Boolean))].sort()
  } catch {
    return readdirSync(root, { withFileTypes: true }).flatMap(entry => {
      if (made.includes(entry.name)) return []
      return entry.isDirectory() ? pathsBelow(entry.name) : [entry.name]
    })
  }
}

const pathsBelow = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))

/** Every kept file that holds text. A file that is gone but not yet committed as gone is left out. */
export function trackedTexts(): SourceFile[] {
  return trackedPaths().flatMap(path => {
    const bytes = read(path)
    return bytes === null || bytes.includes(0) ? [] : [{ path, text: bytes.toString('utf8') }]
  })
}

function read(path: string): Buffer | null {
  try {
    return readFileSync(join(root, path))
  } catch {
    return null
  }
}
