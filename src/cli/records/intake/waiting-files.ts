/**
 * Where files of records wait until they are taken in: in the home folder, beside the lake and never in it, readable by their owner
 * only. They name people, so that a folder never outlives the process that it belongs to: its number stands in the folder's name.
 */
import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { isRunning } from '../../../measures/lake/running.ts'
import { shortage } from '../../../measures/lake/shortage.ts'
import { makeFolders } from '../../last-folder.ts'

const allIn = (home: string) => join(home, 'records-uploads')

/** Makes a folder for the files of an upload to this process. */
export function makeWaitingFolder(home: string): string {
  makeFolders(home, 0o700)
  const folder = join(allIn(home), `${process.pid}-${randomBytes(12).toString('hex')}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return folder
}

/**
 * Writes a file into a waiting folder as it comes. It lies under a number, whatever it is called, and keeps the end of its name, by
 * which a compressed file is known.
 * @returns where it lies; or why it could not be written, in words
 * @throws what the pieces throw
 */
export async function keepWaiting(
  folder: string,
  number: number,
  name: string,
  pieces: AsyncIterable<Uint8Array>,
): Promise<{ readonly path: string } | { readonly why: string }> {
  const path = join(folder, `${number}${/\.gz$/i.test(name) ? '.csv.gz' : '.csv'}`)
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(pieces)
    return { path }
  } catch (error) {
    rmSync(path, { force: true })
    if (shortage(error) === null) throw error
    return { why: 'The disk of this service has no room for the files: tell whoever runs it' }
  } finally {
    await file.close()
  }
}

/** Removes a waiting folder with all that is in it. */
export function removeWaiting(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
}

/**
 * Removes what processes left that ended before they could.
 * @param isFirst whether this process has received nothing yet, so that what bears its number is of another one before it
 */
export function sweepWaiting(home: string, isFirst: boolean): void {
  for (const name of foldersIn(allIn(home))) {
    const holder = Number(/^(\d+)-/.exec(name)?.[1])
    if (holder === process.pid ? isFirst : !isRunning(holder)) removeWaiting(join(allIn(home), name))
  }
}

function foldersIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
