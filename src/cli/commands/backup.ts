import { counted } from '../../shared/words.ts'
import { needParent } from '../last-folder.ts'
import { commonOptions, readOptions } from '../options.ts'
import { withProgress } from '../progress.ts'
import { backUpPapers, papersBeside } from '../publication-backup.ts'
import { homeOf, type World, withRegister } from '../world.ts'

/** `tidemark backup FILE`: copies the register while it is in use, and what was published of it. */
export async function run(args: readonly string[], world: World): Promise<void> {
  const { values, words } = readOptions(args, commonOptions, { least: 1, most: 1, called: 'The file' })
  const file = String(words[0])
  needParent('back up to', file)
  const done = await withRegister(values.home, world, register =>
    withProgress(world, 'Backing up', () => register.backUp(file)),
  )
  world.print(
    `Backed up ${counted(done.facts, 'fact')} and ${counted(done.entries, 'audit entry', 'audit entries')} to ${file}.`,
  )
  // After the register: what was published meanwhile has files that no entry names, rather than an entry without its files.
  const versions = backUpPapers(homeOf(values.home, world), file)
  if (versions > 0)
    world.print(`Backed up ${counted(versions, 'published version')} of papers to ${papersBeside(file)}.`)
}
