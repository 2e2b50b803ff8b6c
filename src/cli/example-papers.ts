/** The papers that come with the examples, as they were published: put beside a register that holds their figures. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Register } from '../register/index.ts'
import { folderBeside } from './beside.ts'
import { freeze, recordedVersions } from './publication-audit.ts'
import { folderOf, manifestFile, placesIn, placeWords, readFrozen, readManifest } from './publication-folder.ts'
import type { World } from './world.ts'

/** The folder among the examples that holds no tables: a home folder without a register. */
export const papersFolder = 'papers'

/**
 * Puts the published papers of an organisation into the home folder, named in the audit, unless it has them.
 * @throws Error when a file is not as its manifest says
 */
export async function addExamplePapers(
  register: Register,
  home: string,
  organisation: string,
  world: World,
): Promise<void> {
  const from = join(folderBeside('examples'), papersFolder)
  const recorded = await recordedVersions(register)
  const there = placesIn(home, { organisation }).map(placeWords)
  for (const place of placesIn(from, { organisation })) {
    const { manifest, sha256 } = readManifest(from, place)
    const name = placeWords(place)
    if (there.includes(name)) {
      const isSame = readManifest(home, place).sha256 === sha256
      if (!isSame) world.warn(`${name} lies here otherwise than in the examples: it stays as it is.`)
      continue
    }
    if (recorded.has(name)) {
      world.warn(`${name} is named in the audit and was taken away: it is not put back from the examples.`)
      continue
    }
    const names = manifest.files.map(file => file.name)
    const files = names.flatMap(each => {
      const bytes = readFrozen(from, place, each)
      return bytes ? [{ name: each, bytes }] : []
    })
    const manifestBytes = readFileSync(join(folderOf(from, place), manifestFile))
    await freeze(register, home, place, [...files, { name: manifestFile, bytes: manifestBytes }], {
      manifest: sha256,
      from: `examples/${papersFolder}`,
    })
    world.print(`${organisation}: its paper of ${place.meeting} is under Papers.`)
  }
}
