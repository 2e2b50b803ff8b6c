import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeLakeFolder } from './lake.ts'
import { isRunning } from './running.ts'

/** Another process changes the lake. */
export class LakeIsBusy extends Error {}

/**
 * Does work that changes a lake while nobody else may.
 * @throws LakeIsBusy when another process is at it
 */
export async function withLakeLocked<T>(home: string, work: () => Promise<T>): Promise<T> {
  const file = join(makeLakeFolder(home), 'import.lock')
  take(file)
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}

function take(file: string): void {
  const mine = `${file}.${process.pid}`
  writeFileSync(mine, String(process.pid), { mode: 0o600 })
  try {
    link(mine, file)
  } finally {
    rmSync(mine)
  }
}

/** A link is there at once with what it says, or is not there: no reader sees a lock without its holder. */
function link(mine: string, file: string): void {
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      linkSync(mine, file)
      return
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const holder = Number(readFileSync(file, 'utf8'))
      if (isRunning(holder))
        throw new LakeIsBusy(
          `Another import is under way (process ${holder}): nothing was taken in. Import again when it has ended; if there is no such process, remove ${file}`,
        )
      rmSync(file, { force: true }) // its process ended without giving it back
    }
  }
  throw new LakeIsBusy('Another import has just begun: nothing was taken in. Import again when it has ended')
}
