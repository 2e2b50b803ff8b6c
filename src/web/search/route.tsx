import { longestSearch } from '../../answers/search/search.ts'
import { organisationPage } from '../show-page.ts'
import { SearchPage } from './view.tsx'

/** What an organisation's pages hold of some words. */
export const search = organisationPage({
  question: async ({ services, organisation: { slug }, query, moment, audience }) => ({
    answer: await services.search(slug, query['q']?.slice(0, 10 * longestSearch) ?? '', moment, audience),
    committee: (await services.overview(slug, moment, audience)).dashboard.rows.map(row => row.indicator.slug),
  }),
  view: ({ answer, committee }, { frame, organisation, site }) => (
    <SearchPage
      frame={frame}
      organisation={organisation}
      answer={answer}
      committee={new Set(committee)}
      table={site.table}
    />
  ),
})
