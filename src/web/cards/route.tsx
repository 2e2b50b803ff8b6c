import { organisationPage } from '../show-page.ts'
import { readShow } from './chosen-cards.ts'
import { CardsPage } from './view.tsx'

/** The report card of every vital sign, exception or not. */
export const cards = organisationPage({
  question: ({ services, organisation, moment, audience }) => services.cards(organisation.slug, moment, audience),
  view: (answer, { frame, query }) => <CardsPage frame={frame} answer={answer} show={readShow(query)} />,
  keep: answer => ({ of: answer }),
})
