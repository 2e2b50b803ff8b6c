import { organisationPage } from '../show-page.ts'
import { readChoice } from './chosen-rows.ts'
import { DashboardPage } from './view.tsx'

/** Every indicator of the committee's framework in a row, with its values, target and direction of travel. */
export const dashboard = organisationPage({
  question: ({ services, organisation, moment, audience }) => services.overview(organisation.slug, moment, audience),
  view: (overview, { frame, query }) => (
    <DashboardPage frame={frame} overview={overview} choice={readChoice(query)} counts={query['counts'] === '1'} />
  ),
  keep: overview => ({ of: overview }),
})
