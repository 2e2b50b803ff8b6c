import { actionLog } from '../answers/actions/action-log.ts'
import { card } from '../answers/card/card.ts'
import { cards } from '../answers/cards/cards.ts'
import { board } from '../answers/dashboard/board.ts'
import { forecastsAnswer, pastForecasts } from '../answers/forecast/backtest-answer.ts'
import { chancesAhead } from '../answers/forecast/forecast.ts'
import { loadFramework } from '../answers/framework-data.ts'
import { indicator } from '../answers/indicator/indicator.ts'
import { organisations } from '../answers/organisations/organisations.ts'
import { overview } from '../answers/overview/overview.ts'
import { round } from '../answers/round/round.ts'
import { signalAnswer } from '../answers/signal/signal-answer.ts'
import type { Moment, OrganisationView } from '../answers/types.ts'
import type { Manifest } from '../paper/publication/manifest.ts'
import { breathe, type Reader, type Register } from '../register/index.ts'
import { type Audience, maySee } from '../shared/audience.ts'
import type { Services } from '../web/services.ts'
import { comparedServices, keptComparing } from './compared-services.ts'
import { importServicesOver } from './imports/import-services.ts'
import { indicatorFile } from './indicator-file.ts'
import { KeptAnswers } from './kept-answers.ts'
import { keptManifests } from './kept-manifests.ts'
import { type Place, readFrozen } from './publication-folder.ts'
import { recordsServicesOver } from './records/records-services.ts'
import { targetsServices } from './targets-services.ts'
import { wordsServices } from './words-services.ts'
import { today, ukDay, type World } from './world.ts'

/**
 * What the pages ask, answered from a register and the publications of its home folder.
 * @param recordsMemory the most that a question of client-level records takes, as 2GB
 */
export function servicesOver(register: Register, world: World, home: string, recordsMemory = '2GB'): Services {
  const kept = new KeptAnswers()
  const manifests = keptManifests(home)
  const publications = (organisation: string, audience: Audience) =>
    manifests(organisation).filter(manifest => maySee(audience, manifest.audience ?? 'officer'))
  const publishing = (all: readonly OrganisationView[]) =>
    all.filter(({ slug }) => publications(slug, 'public').length > 0)
  // Each answer is made of one state of the register, whatever is recorded while it is made.
  const answer = async <T>(question: readonly (string | undefined)[], make: (reader: Reader) => Promise<T>) => {
    const { reader, head } = await register.reader.pinned()
    return kept.get(head, question, () => make(reader))
  }
  const comparing = keptComparing(() => register.reader.pinned())
  const oneIndicator = (org: string, slug: string, moment: Moment, audience: Audience) =>
    answer(['indicator', org, slug, moment.asAt, moment.recordedBefore, audience], reader =>
      indicator(reader, { owner: org, framework: null, slug, moment, audience }),
    )
  const seen = async (audience: Audience, asAt = today(world)) => {
    const all = await answer(['organisations', asAt], reader => organisations(reader, { asAt }))
    return audience === 'public' ? publishing(all) : all
  }
  const dayOf = (instant: string) => ukDay(new Date(instant))
  const report = (error: unknown) =>
    world.warn(`tidemark: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  return {
    ...wordsServices({ answer, organisations: seen, publications, dayOf }),
    ...targetsServices({ register, world, answer }),
    ...comparedServices({ comparing, answer }),
    organisations: seen,
    overview: (org, moment, audience) =>
      answer(['overview', org, moment.asAt, moment.recordedBefore, audience], reader =>
        overview(reader, org, null, moment, audience),
      ),
    board: (org, { framework, end }, moment, audience) =>
      answer(['board', org, framework ?? '', end ?? '', moment.asAt, moment.recordedBefore, audience], async reader => {
        const data = await loadFramework(reader, org, framework, moment, audience)
        await chancesAhead(data, breathe)
        return board(data, end)
      }),
    signal: (org, framework, moment, audience) =>
      answer(['signal', org, framework ?? '', moment.asAt, moment.recordedBefore, audience], async reader =>
        signalAnswer(await loadFramework(reader, org, framework, moment, audience)),
      ),
    round: (org, moment, audience) =>
      answer(['round', org, moment.asAt, moment.recordedBefore, audience], async reader => ({
        round: await round(reader, { owner: org, moment, audience, files: comparing }),
      })),
    forecasts: (org, framework, moment, audience) =>
      answer(['forecasts', org, framework ?? '', moment.asAt, moment.recordedBefore, audience], async reader =>
        forecastsAnswer(await loadFramework(reader, org, framework, moment, audience), breathe),
      ),
    pastForecasts: (org, { framework, indicator: slug }, moment, audience) =>
      answer(
        ['past-forecasts', org, framework ?? '', slug, moment.asAt, moment.recordedBefore, audience],
        async reader => pastForecasts(slug, await loadFramework(reader, org, framework, moment, audience)),
      ),
    card: (org, slug, moment, audience) =>
      answer(['card', org, slug, moment.asAt, moment.recordedBefore, audience], async reader =>
        card(reader, await loadFramework(reader, org, null, moment, audience), slug),
      ),
    cards: (org, moment, audience) =>
      answer(['cards', org, moment.asAt, moment.recordedBefore, audience], async reader =>
        cards(reader, await loadFramework(reader, org, null, moment, audience)),
      ),
    indicator: oneIndicator,
    indicatorFile: async (org, slug, format, moment, audience) =>
      indicatorFile(await oneIndicator(org, slug, moment, audience), format),
    actions: (org, moment, audience) =>
      answer(['actions', org, moment.asAt, moment.recordedBefore, audience], async reader =>
        actionLog(reader, await loadFramework(reader, org, null, moment, audience)),
      ),
    publications: async (organisation, audience) => publications(organisation, audience),
    publishedFile: async (place, file, audience) =>
      publications(place.organisation, audience).some(each => isAt(each, place)) ? readFrozen(home, place, file) : null,
    dayOf,
    today: () => today(world),
    imports: importServicesOver(register, world, home, report),
    records: recordsServicesOver(register, world, { home, memory: recordsMemory }, () => seen('officer'), report),
    report,
  }
}

function isAt(manifest: Manifest, { meeting, version }: Place): boolean {
  return manifest.meeting === meeting && manifest.version === version
}
