import { mkdirSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/**
 * Makes sure that the folder exists in which a file or folder is to be made.
 * @throws Error that says so when it does not: a path that was mistyped makes no tree of folders
 */
export function needParent(what: string, path: string): void {
  const parent = dirname(resolve(path))
  if (!statSync(parent, { throwIfNoEntry: false }))
    throw new Error(`Cannot ${what} ${path}: there is no folder ${parent}; make it first, or choose another`)
}

/** Makes a folder where there is none yet; never those above it. */
export function makeFolder(what: string, path: string): void {
  needParent(what, path)
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) mkdirSync(path)
}

/**
 * Makes a folder and those above it. Node's own way of doing so tries for ever where the system refuses, as in /proc.
 * @throws Error of the system where one cannot be made
 */
export function makeFolders(path: string, mode?: number): void {
  const whole = resolve(path)
  if (statSync(whole, { throwIfNoEntry: false })) return
  makeFolders(dirname(whole), mode)
  try {
    mkdirSync(whole, { mode })
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!statSync(whole, { throwIfNoEntry: false })) throw error
  }
}
