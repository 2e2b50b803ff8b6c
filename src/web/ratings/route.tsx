import { organisationPage } from '../show-page.ts'
import { RatingsPage } from './view.tsx'

/** How figures are judged, with examples from the organisation's own. */
export const ratings = organisationPage({
  question: ({ services, organisation, moment, audience }) =>
    services.rulesExplained(organisation.slug, moment, audience),
  view: (answer, { frame }) => <RatingsPage frame={frame} answer={answer} />,
  keep: answer => ({ of: answer }),
})
