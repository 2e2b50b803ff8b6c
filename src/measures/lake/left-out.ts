/** Files of the lake that somebody leaves out: they stay, count for nothing, and can be counted again. */
import { everySubmission, type Lake, readLake, type Submission, writeLake } from './lake.ts'
import { withLakeLocked } from './lock.ts'

/**
 * Leaves a file out of everything that is computed, or counts it again.
 * @param agree is told of the file before anything changes: where it fails, nothing does
 * @returns the file; null where it is so already
 * @throws LakeIsBusy when another process changes the lake
 * @throws Error when there is no such file
 */
export function setLeftOut(
  home: string,
  number: number,
  isLeftOut: boolean,
  agree: (file: Submission) => Promise<void>,
): Promise<Submission | null> {
  return withLakeLocked(home, async () => {
    const lake = readLake(home)
    const file = everySubmission(lake).find(each => each.number === number)
    if (!file) throw new Error(`There is no file ${number} of records`)
    if (lake.leftOut.includes(file) === isLeftOut) return null
    await agree(file)
    writeLake(home, moved(lake, file, isLeftOut))
    return file
  })
}

function moved(lake: Lake, file: Submission, isLeftOut: boolean): Lake {
  const others = (files: readonly Submission[]) => files.filter(({ number }) => number !== file.number)
  const inOrder = (files: readonly Submission[]) => [...others(files), file].sort((a, b) => a.number - b.number)
  return isLeftOut
    ? { ...lake, submissions: others(lake.submissions), leftOut: inOrder(lake.leftOut) }
    : { ...lake, submissions: inOrder(lake.submissions), leftOut: others(lake.leftOut) }
}
