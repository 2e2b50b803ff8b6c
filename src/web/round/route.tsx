import { organisationPage } from '../show-page.ts'
import { RoundPage } from './view.tsx'

/** The work of an organisation in the round: every heading of it, this quarter beside the last. */
export const round = organisationPage({
  question: ({ services, organisation, moment, audience }) => services.round(organisation.slug, moment, audience),
  view: (answer, { frame, organisation }) => (
    <RoundPage frame={frame} organisation={organisation} round={answer.round} />
  ),
  keep: answer => ({ of: answer }),
})
