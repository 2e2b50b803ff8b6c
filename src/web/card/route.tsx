import { organisationPage } from '../show-page.ts'
import { CardPage } from './view.tsx'

/** The report card of an indicator. */
export const card = organisationPage({
  question: ({ services, organisation, params, moment, audience }) =>
    services.card(organisation.slug, params['card'] ?? '', moment, audience),
  view: (answer, { frame }) => <CardPage frame={frame} card={answer} />,
})
