import { organisationPage } from '../show-page.ts'
import { PapersPage } from './view.tsx'

/** What was published for the meetings of an organisation. */
export const papers = organisationPage({
  question: ({ services, organisation, audience }) => services.publications(organisation.slug, audience),
  view: (publications, { frame, organisation, services }) => (
    <PapersPage frame={frame} organisation={organisation} publications={publications} dayOf={services.dayOf} />
  ),
})
