import { longestSearch } from '../../answers/search/search.ts'
import { organisationPage } from '../show-page.ts'
import { SearchPage } from './view.tsx'

/** What an organisation's pages hold of some words. */
export const search = organisationPage({
  question: ({ services, organisation, query, moment, audience }) =>
    services.search(organisation.slug, query['q']?.slice(0, 10 * longestSearch) ?? '', moment, audience),
  view: (answer, { frame, organisation }) => <SearchPage frame={frame} organisation={organisation} answer={answer} />,
})
