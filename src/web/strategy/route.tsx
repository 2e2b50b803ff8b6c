import { organisationPage } from '../show-page.ts'
import { StrategyPage } from './view.tsx'

/** What the organisation wants to reach, with the measures under each part. */
export const strategy = organisationPage({
  question: ({ services, organisation, moment, audience }) => services.strategy(organisation.slug, moment, audience),
  view: (answer, { frame }) => <StrategyPage frame={frame} answer={answer} />,
  keep: answer => ({ of: answer }),
})
