import { listed } from '../../shared/words.ts'
import { jsonText } from '../json.ts'
import { commonOptions, readOptions } from '../options.ts'
import { placesIn, readManifest } from '../publication-folder.ts'
import { textTable } from '../table.ts'
import { homeOf, type World } from '../world.ts'

const options = { ...commonOptions, org: { type: 'string' }, json: { type: 'boolean' } } as const

/** `tidemark publications`: every version of every published paper. */
export async function run(args: readonly string[], world: World): Promise<void> {
  const { values } = readOptions(args, options)
  const home = homeOf(values.home, world)
  const places = placesIn(home, values.org === undefined ? {} : { organisation: values.org })
  const all = places.map(place => readManifest(home, place))
  if (values.json) {
    world.print(jsonText(all.map(({ manifest, sha256 }) => ({ ...manifest, manifest: sha256 }))))
  } else if (all.length === 0) {
    world.print('Nothing is published yet.')
  } else {
    const rows = all.map(({ manifest: { organisation, meeting, version, publishedAt, title, files, erratum } }) => [
      organisation,
      meeting,
      `version ${version}`,
      publishedAt,
      title,
      listed(files.map(file => file.format)),
      erratum ? `corrects version ${erratum.replaces}: ${erratum.why}` : '',
    ])
    world.print(textTable(rows))
  }
}
