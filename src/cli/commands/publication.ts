import { readdirSync } from 'node:fs'
import { counted } from '../../shared/words.ts'
import { commonOptions, readOptions } from '../options.ts'
import { recordedVersions } from '../publication-audit.ts'
import { folderOf, placeWords } from '../publication-folder.ts'
import { faultsOf, versionsOf } from '../publication-history.ts'
import { Told, Usage } from '../usage.ts'
import { homeOf, type World, withRegister } from '../world.ts'

/** `tidemark publication verify`: whether published papers are still as they were published. */
export async function run(args: readonly string[], world: World): Promise<void> {
  const { values, words } = readOptions(args, commonOptions, { least: 1, most: 3, called: 'The word verify' })
  const [verb, organisation, meeting] = words
  if (verb !== 'verify' || words.length === 2)
    throw new Usage('Say publication verify, or publication verify ORG MEETING')
  const home = homeOf(values.home, world)
  const only = organisation === undefined || meeting === undefined ? {} : { organisation, meeting }
  await withRegister(values.home, world, async register => {
    const versions = versionsOf(home, await recordedVersions(register), only)
    if (organisation !== undefined && versions.length === 0)
      throw new Error(`${organisation} has published nothing for ${meeting}`)
    const faults = versions.flatMap(each => faultsOf(home, each).map(fault => `${placeWords(each.place)}: ${fault}`))
    for (const fault of faults) world.print(fault)
    if (faults.length > 0) throw new Told()
    const [lost = [], kept = []] = [true, false].map(isLost =>
      versions.filter(({ recorded }) => (recorded?.isLost ?? false) === isLost),
    )
    for (const { place } of lost) world.print(`${placeWords(place)}: lost, as a later version of it says`)
    const files = kept.reduce((sum, { place }) => sum + readdirSync(folderOf(home, place)).length, 0)
    world.print(
      `Every publication is as it was published: ${counted(kept.length, 'version')}, ${counted(files, 'file')}.`,
    )
  })
}
