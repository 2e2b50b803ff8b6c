import { organisationPage } from '../show-page.ts'
import { SummaryPage } from './view.tsx'

/** Where every indicator stands over the year, in groups, each with its rule and its evidence. */
export const summary = organisationPage({
  question: ({ services, organisation, moment, audience }) => services.overview(organisation.slug, moment, audience),
  view: (overview, { frame }) => <SummaryPage frame={frame} overview={overview} />,
  keep: overview => ({ of: overview }),
})
