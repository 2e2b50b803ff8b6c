import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { counted } from '../../shared/words.ts'
import { commonOptions, readOptions } from '../options.ts'
import { recordedHashes } from '../publication-audit.ts'
import {
  folderOf,
  manifestFile,
  type Place,
  placesIn,
  placeWords,
  readManifest,
  sha256,
} from '../publication-folder.ts'
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
    const recorded = await recordedHashes(register)
    const lie = placesIn(home, only).map(placeWords)
    const asked = (words: string) =>
      organisation === undefined || words.startsWith(`${organisation} ${meeting} version `)
    const gone = [...recorded.keys()].filter(each => asked(each) && !lie.includes(each))
    if (organisation !== undefined && lie.length + gone.length === 0)
      throw new Error(`${organisation} has published nothing for ${meeting}`)
    const checked = placesIn(home, only).map(place => ({
      place,
      ...check(home, place, recorded.get(placeWords(place))),
    }))
    const faults = [
      ...gone.map(each => `${each}: the audit names it, but it is not there`),
      ...checked.flatMap(({ place, faults: own }) => own.map(fault => `${placeWords(place)}: ${fault}`)),
    ]
    for (const fault of faults) world.print(fault)
    if (faults.length > 0) throw new Told()
    const files = checked.reduce((sum, each) => sum + each.files, 0)
    world.print(
      `Every publication is as it was published: ${counted(checked.length, 'version')}, ${counted(files, 'file')}.`,
    )
  })
}

/** How many files a version has, and what is wrong with them, a sentence each. */
function check(home: string, place: Place, recorded: string | undefined): { files: number; faults: string[] } {
  const folder = folderOf(home, place)
  let read: ReturnType<typeof readManifest>
  try {
    read = readManifest(home, place)
  } catch (error) {
    return { files: 0, faults: [error instanceof Error ? error.message : String(error)] }
  }
  const { manifest } = read
  const faults: string[] = []
  if (recorded === undefined) faults.push(`no entry of the audit names ${manifestFile}`)
  else if (recorded !== read.sha256) faults.push(`${manifestFile} differs from what the audit names`)
  for (const { name, sha256: hash, bytes } of manifest.files) {
    const path = join(folder, name)
    const found = existsSync(path) ? readFileSync(path) : null
    if (!found) faults.push(`${name} is missing`)
    else if (found.byteLength !== bytes) faults.push(`${name} differs: ${found.byteLength} bytes instead of ${bytes}`)
    else if (sha256(found) !== hash) faults.push(`${name} differs: its bytes are not those that were published`)
  }
  const known = [manifestFile, ...manifest.files.map(file => file.name)]
  for (const name of readdirSync(folder)) if (!known.includes(name)) faults.push(`${name} is not part of it`)
  return { files: manifest.files.length + 1, faults }
}
