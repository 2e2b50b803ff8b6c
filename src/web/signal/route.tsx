import { organisationPage } from '../show-page.ts'
import { SignalPage } from './view.tsx'

/** Every indicator of a framework by variation and assurance. */
export const signal = organisationPage({
  question: ({ services, organisation, query, moment, audience }) =>
    services.signal(organisation.slug, query['framework'] ?? null, moment, audience),
  view: (answer, { frame }) => <SignalPage frame={frame} answer={answer} />,
  keep: answer => ({ of: answer }),
})
