import { exceptionRules } from '../../shared/codes.ts'
import { organisationPage } from '../show-page.ts'
import { ExceptionsPage } from './view.tsx'

/** The indicators that the rules send to committee, with the rules and the evidence. */
export const exceptions = organisationPage({
  question: ({ services, organisation, moment, audience }) => services.overview(organisation.slug, moment, audience),
  view: (overview, { frame, query }) => (
    <ExceptionsPage
      frame={frame}
      overview={overview}
      reason={exceptionRules.find(({ code }) => code === query['reason'])?.code ?? null}
    />
  ),
  keep: overview => ({ of: overview }),
})
