import { counted } from '../../shared/words.ts'
import { commonOptions, readOptions } from '../options.ts'
import { withProgress } from '../progress.ts'
import { recordedVersions } from '../publication-audit.ts'
import { papersBeside, restorePapers } from '../publication-backup.ts'
import { placeWords } from '../publication-folder.ts'
import { faultsOf, versionsOf } from '../publication-history.ts'
import { homeOf, type World, withRegister } from '../world.ts'

const options = { ...commonOptions, replace: { type: 'boolean' } } as const

/** `tidemark restore FILE`: puts a backup in the place of the register, and the papers published of it beside it. */
export async function run(args: readonly string[], world: World): Promise<void> {
  const { values, words } = readOptions(args, options, { least: 1, most: 1, called: 'The file' })
  const file = String(words[0])
  const home = homeOf(values.home, world)
  await withRegister(values.home, world, async register => {
    const done = await withProgress(world, 'Restoring', () =>
      register.restoreBackup(file, values.replace ?? false).catch(error => {
        throw isNoDatabase(error) ? new Error(`Cannot restore ${file}: it is not a backup of Tidemark`) : error
      }),
    )
    world.print(
      `Restored ${counted(done.facts, 'fact')} and ${counted(done.entries, 'audit entry', 'audit entries')} from ${file}.`,
    )
    const { restored, kept } = restorePapers(file, home)
    for (const sentence of kept) world.warn(sentence)
    if (restored > 0)
      world.print(`Restored ${counted(restored, 'published version')} of papers from ${papersBeside(file)}.`)
    const missing = versionsOf(home, await recordedVersions(register)).filter(each => !each.isThere)
    for (const each of missing)
      for (const fault of faultsOf(home, each)) world.warn(`${placeWords(each.place)}: ${fault}`)
  })
}

/** Whether SQLite says that what it was given is none of its files. */
function isNoDatabase(error: unknown): boolean {
  return error instanceof Error && /not a database|malformed|unable to open/.test(error.message)
}
