import { open, readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Grid, Problem } from '../grid.ts'
import { isReadable } from './kind-of-file.ts'
import { defaultLimits, type ReadLimits } from './limits.ts'
import { problemOf, tooLarge, Unreadable } from './problems.ts'
import { type FileContent, openReader } from './reader.ts'

/**
 * The sheets of these files, read in a process of their own within the limits. A folder stands for the CSV files and workbooks
 * directly in it, by name. What cannot be read comes as a problem; nothing is thrown.
 * @param sources paths of files or folders, or content that is in memory already (an upload) with the name it came by
 */
export async function readGrids(
  sources: readonly (string | FileContent)[],
  limits: Partial<ReadLimits> = {},
): Promise<{ grids: Grid[]; problems: Problem[] }> {
  const all = { ...defaultLimits, ...limits }
  const grids: Grid[] = []
  const problems: Problem[] = []
  const reader = openReader(all)
  try {
    for (const source of await listed(sources, all, problems)) {
      const content = await contentOf(source, all, problems)
      if (content === null) continue
      const result = await reader.read(content)
      for (const grid of result.grids) grids.push(grid)
      for (const problem of result.problems) problems.push(problem)
    }
  } finally {
    reader.close()
  }
  return { grids, problems }
}

type Listed = { readonly path: string; readonly name: string } | FileContent

/** Every file that the sources stand for, with the shortest name that tells it from the others. */
async function listed(
  sources: readonly (string | FileContent)[],
  limits: ReadLimits,
  problems: Problem[],
): Promise<Listed[]> {
  const found: Listed[] = []
  for (const source of sources) {
    if (typeof source !== 'string') found.push(source)
    else found.push(...(await filesAt(source, limits, problems)).map(path => ({ path, name: basename(path) })))
  }
  const times = new Map<string, number>()
  for (const { name } of found) times.set(name, (times.get(name) ?? 0) + 1)
  return found.map(each => ('path' in each && (times.get(each.name) ?? 0) > 1 ? { ...each, name: each.path } : each))
}

async function filesAt(path: string, limits: ReadLimits, problems: Problem[]): Promise<string[]> {
  const state = await stat(path).catch(() => null)
  if (state?.isFile()) return [path]
  if (!state?.isDirectory()) {
    problems.push(problemOf(path, 'no-such-file', 'there is no such file or folder; check the path'))
    return []
  }
  const entries = await readdir(path, { withFileTypes: true }).catch(() => null)
  if (entries === null) {
    problems.push(problemOf(path, 'no-such-file', 'the folder cannot be opened; ask for leave to read it'))
    return []
  }
  const names = entries.filter(entry => !entry.isDirectory() && isReadable(entry.name)).map(entry => entry.name)
  if (names.length > limits.files) {
    const expected = `the folder holds ${names.length} files, and at most ${limits.files} are read; give the files or smaller folders`
    problems.push(problemOf(path, 'too-large', expected))
    return []
  }
  return names.sort().map(name => join(path, name))
}

async function contentOf(source: Listed, limits: ReadLimits, problems: Problem[]): Promise<FileContent | null> {
  if (!('path' in source)) return source
  try {
    return { name: source.name, bytes: await bytesOf(source.path, limits) }
  } catch (error) {
    problems.push(
      error instanceof Unreadable
        ? error.problem(source.name)
        : problemOf(source.name, 'no-such-file', 'the file cannot be opened; ask for leave to read it'),
    )
    return null
  }
}

/** The file's bytes; never more than the limit and one, however much it grows meanwhile. */
async function bytesOf(path: string, limits: ReadLimits): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const state = await file.stat()
    if (!state.isFile()) throw new Unreadable('no-such-file', 'is not a file')
    if (state.size > limits.fileBytes) throw tooLarge(state.size, limits)
    const buffer = Buffer.allocUnsafe(state.size + 1)
    let length = 0
    for (;;) {
      const { bytesRead } = await file.read(buffer, length, buffer.length - length)
      length += bytesRead
      if (bytesRead === 0 || length === buffer.length) break
    }
    return buffer.subarray(0, length)
  } finally {
    await file.close()
  }
}
