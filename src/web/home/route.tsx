import { papersBy } from '../../paper/publication/papers-by.ts'
import { organisationPage } from '../show-page.ts'
import { HomePage } from './view.tsx'

/** The first page of an organisation: what the finding is, where to look, what changed, and what was published. */
export const home = organisationPage({
  question: async ({ services, organisation: { slug }, moment, audience, frame }) => ({
    overview: await services.overview(slug, moment, audience),
    underWay: services.underWay?.(slug) ?? null,
    publications: papersBy(await services.publications(slug, audience), frame.asAt, services.dayOf),
  }),
  view: ({ overview, publications, underWay }, { frame }) => (
    <HomePage frame={frame} overview={overview} publications={publications} underWay={underWay} />
  ),
  keep: ({ overview, publications, underWay }) => ({
    of: overview,
    besides: [...publications.map(({ meeting, version }) => `${meeting}/${version}`), underWay].join(' '),
  }),
})
