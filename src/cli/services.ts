import { card } from '../answers/card/card.ts'
import { loadFramework } from '../answers/framework-data.ts'
import { organisations } from '../answers/organisations/organisations.ts'
import { overview } from '../answers/overview/overview.ts'
import type { Reader, Register } from '../register/index.ts'
import type { Audience } from '../shared/audience.ts'
import type { Services } from '../web/services.ts'
import { KeptAnswers } from './kept-answers.ts'
import { placesIn, readFrozen, readManifest } from './publication-folder.ts'
import { today, ukDay, type World } from './world.ts'

/** What the pages ask, answered from a register and the publications of its home folder. */
export function servicesOver(register: Register, world: World, home: string): Services {
  const kept = new KeptAnswers()
  // The pages are served to this machine alone, whose user holds the register itself.
  const audience: Audience = 'officer'
  // Each answer is made of one state of the register, whatever is recorded while it is made.
  const answer = async <T>(question: readonly (string | undefined)[], make: (reader: Reader) => Promise<T>) => {
    const { reader, head } = await register.reader.pinned()
    return kept.get(head, question, () => make(reader))
  }
  return {
    organisations: () => {
      const asAt = today(world)
      return answer(['organisations', asAt], reader => organisations(reader, { asAt }))
    },
    overview: (org, moment) =>
      answer(['overview', org, moment.asAt, moment.recordedBefore, audience], reader =>
        overview(reader, org, null, moment, audience),
      ),
    card: (org, slug, moment) =>
      answer(['card', org, slug, moment.asAt, moment.recordedBefore, audience], async reader =>
        card(reader, await loadFramework(reader, org, null, moment, audience), slug),
      ),
    publications: async organisation =>
      placesIn(home, { organisation }).map(place => readManifest(home, place).manifest),
    publishedFile: async (place, file) => readFrozen(home, place, file),
    dayOf: instant => ukDay(new Date(instant)),
    today: () => today(world),
    allowedHosts: ['127.0.0.1', 'localhost', '[::1]'],
    report: error => world.warn(`tidemark: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
  }
}
