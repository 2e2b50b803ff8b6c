import { card } from '../answers/card/card.ts'
import { loadFramework } from '../answers/framework-data.ts'
import { organisations } from '../answers/organisations/organisations.ts'
import { overview } from '../answers/overview/overview.ts'
import type { OrganisationView } from '../answers/types.ts'
import type { Manifest } from '../paper/publication/manifest.ts'
import type { Reader, Register } from '../register/index.ts'
import type { Audience } from '../shared/audience.ts'
import type { Services } from '../web/services.ts'
import { importServicesOver } from './imports/import-services.ts'
import { KeptAnswers } from './kept-answers.ts'
import { type Place, placesIn, readFrozen, readManifest } from './publication-folder.ts'
import { today, ukDay, type World } from './world.ts'

/** What the pages ask, answered from a register and the publications of its home folder. */
export function servicesOver(register: Register, world: World, home: string): Services {
  const kept = new KeptAnswers()
  const publications = (organisation: string, audience: Audience) =>
    placesIn(home, { organisation })
      .map(place => readManifest(home, place).manifest)
      .filter(manifest => isFor(manifest, audience))
  const publishing = (all: readonly OrganisationView[]) =>
    all.filter(({ slug }) => publications(slug, 'public').length > 0)
  // Each answer is made of one state of the register, whatever is recorded while it is made.
  const answer = async <T>(question: readonly (string | undefined)[], make: (reader: Reader) => Promise<T>) => {
    const { reader, head } = await register.reader.pinned()
    return kept.get(head, question, () => make(reader))
  }
  const report = (error: unknown) =>
    world.warn(`tidemark: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  return {
    organisations: async audience => {
      const asAt = today(world)
      const all = await answer(['organisations', asAt], reader => organisations(reader, { asAt }))
      return audience === 'public' ? publishing(all) : all
    },
    overview: (org, moment, audience) =>
      answer(['overview', org, moment.asAt, moment.recordedBefore, audience], reader =>
        overview(reader, org, null, moment),
      ),
    card: (org, slug, moment, audience) =>
      answer(['card', org, slug, moment.asAt, moment.recordedBefore, audience], async reader =>
        card(reader, await loadFramework(reader, org, null, moment), slug),
      ),
    publications: async (organisation, audience) => publications(organisation, audience),
    publishedFile: async (place, file, audience) =>
      publications(place.organisation, audience).some(each => isAt(each, place)) ? readFrozen(home, place, file) : null,
    dayOf: instant => ukDay(new Date(instant)),
    today: () => today(world),
    imports: importServicesOver(register, world, home, report),
    report,
  }
}

/** Within the council every paper can be read; in public only what was frozen for the public. */
function isFor({ audience = 'officer' }: Manifest, reader: Audience): boolean {
  return reader !== 'public' || audience === 'public'
}

function isAt(manifest: Manifest, { meeting, version }: Place): boolean {
  return manifest.meeting === meeting && manifest.version === version
}
