import { aboutData } from '../answers/about-data/about-data.ts'
import { ownCopy } from '../answers/about-data/own-copy.ts'
import { judgedRows } from '../answers/dashboard/dashboard.ts'
import { findings } from '../answers/findings/findings.ts'
import { type FrameworkData, frameworkView, loadFramework } from '../answers/framework-data.ts'
import { nationalFigures } from '../answers/organisations/national-figures.ts'
import { overviewOf } from '../answers/overview/overview.ts'
import { rulesExplained } from '../answers/rules-explained/rules-explained.ts'
import { type Searchable, search } from '../answers/search/search.ts'
import { searchable, searchableTerms } from '../answers/search/searchable.ts'
import { strategy } from '../answers/strategy/strategy.ts'
import type { Moment, OrganisationView } from '../answers/types.ts'
import type { Manifest } from '../paper/publication/manifest.ts'
import { papersBy } from '../paper/publication/papers-by.ts'
import type { Reader } from '../register/index.ts'
import type { Audience } from '../shared/audience.ts'
import { compareText } from '../shared/compare-text.ts'
import { dayInWords } from '../shared/words.ts'
import type { WordsServices } from '../web/words.ts'

type Asking = {
  /** Answers a question once for each state of the register. */
  readonly answer: <T>(question: readonly (string | undefined)[], make: (reader: Reader) => Promise<T>) => Promise<T>
  readonly organisations: (audience: Audience) => Promise<readonly OrganisationView[]>
  readonly publications: (organisation: string, audience: Audience) => readonly Manifest[]
  /** The day in the United Kingdom at an instant. */
  readonly dayOf: (instant: string) => string
}

/** What the pages that explain ask, answered from a register and the publications beside it. */
export function wordsServices({ answer, organisations, publications, dayOf }: Asking): WordsServices {
  const committee = (reader: Reader, org: string, moment: Moment, audience: Audience) =>
    loadFramework(reader, org, null, moment, audience)
  const once = <T>(name: string, make: (...question: [Reader, string, Moment, Audience]) => Promise<T>) => {
    return (org: string, moment: Moment, audience: Audience): Promise<T> =>
      answer([name, org, moment.asAt, moment.recordedBefore, audience], reader => make(reader, org, moment, audience))
  }
  const found = once('searchable', async (reader, org, moment, audience) => {
    const { members } = await committee(reader, org, moment, audience)
    const has = new Set(members.map(({ indicator }) => indicator.indicator))
    // Report cards are of the committee's framework: one of another has no page to be read on.
    return (await searchable(reader, org, moment)).filter(
      ({ kind, indicator }) => kind !== 'card' || has.has(indicator),
    )
  })
  return {
    search: async (org, text, moment, audience) => {
      const facts = await found(org, moment, audience)
      const published = papersBy(publications(org, audience), moment.asAt, dayOf)
      const papers = published.map(paperToFind)
      const councils = (await organisations(audience)).map(organisationToFind)
      const latest = [...new Map(papers.map(paper => [paper.name, paper])).values()]
      return search([...facts, ...latest, ...searchableTerms, ...councils], text)
    },
    rulesExplained: once('rules', async (reader, org, moment, audience) => {
      const data = await committee(reader, org, moment, audience)
      return rulesExplained(await overviewOf(reader, data), data.framework.payload)
    }),
    findings: once('findings', async (reader, org, moment, audience) =>
      findings(reader, await everyFramework(reader, await committee(reader, org, moment, audience))),
    ),
    nationalFigures: moment =>
      answer(['national-figures', moment.asAt, moment.recordedBefore], reader => nationalFigures(reader, moment)),
    strategy: once('strategy', async (reader, org, moment, audience) =>
      strategy(reader, await committee(reader, org, moment, audience)),
    ),
    aboutData: once('about-data', async (reader, org, moment, audience) => {
      const data = await everyFramework(reader, await committee(reader, org, moment, audience))
      const [first] = data
      return aboutData({
        organisation: first.organisation,
        moment,
        frameworks: data.map(each => ({
          framework: frameworkView(each.framework),
          rows: judgedRows(each).map(({ view }) => view),
        })),
        timeLags: new Map([...first.indicators].map(([slug, { payload }]) => [slug, payload.timeLag])),
        sources: await reader.current(['source'], moment, { owner: org }),
      })
    }),
    ownCopy: (org, moment) =>
      answer(['own-copy', org, moment.asAt, moment.recordedBefore], reader => ownCopy(reader, org, moment)),
  }
}

/** Every framework of an organisation, that of its committee first. */
async function everyFramework(
  reader: Reader,
  first: FrameworkData,
): Promise<readonly [FrameworkData, ...FrameworkData[]]> {
  const { organisation, moment, audience, framework } = first
  const all = await reader.current(['framework'], moment, { owner: organisation.slug })
  const names = all.map(({ name }) => name).filter(name => name !== framework.name)
  const others = names
    .toSorted(compareText)
    .map(name => loadFramework(reader, organisation.slug, name, moment, audience))
  return [first, ...(await Promise.all(others))]
}

function paperToFind({ meeting, title, committee }: Manifest): Searchable {
  const name = `${title}, ${dayInWords(meeting)}`
  return { kind: 'paper', name: meeting, title: name, also: [meeting], text: committee, indicator: '' }
}

function organisationToFind({ slug, name, notice }: OrganisationView): Searchable {
  return { kind: 'organisation', name: slug, title: name, also: [slug], text: notice, indicator: '' }
}
