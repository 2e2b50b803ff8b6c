import { organisationPage } from '../show-page.ts'
import { HomePage } from './view.tsx'

/** The first page of an organisation: what the finding is, where to look, what changed, and what was published. */
export const home = organisationPage({
  question: async ({ services, organisation: { slug }, moment, audience }) => ({
    overview: await services.overview(slug, moment, audience),
    publications: await services.publications(slug, audience),
  }),
  view: ({ overview, publications }, { frame }) => (
    <HomePage frame={frame} overview={overview} publications={publications} />
  ),
  keep: ({ overview, publications }) => ({
    of: overview,
    besides: publications.map(({ meeting, version }) => `${meeting}/${version}`).join(' '),
  }),
})
