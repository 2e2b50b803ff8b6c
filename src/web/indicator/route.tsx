import { organisationPage } from '../show-page.ts'
import { IndicatorPage } from './view.tsx'

/** Everything that is known of an indicator. */
export const indicator = organisationPage({
  question: ({ services, organisation, params, moment, audience }) =>
    services.indicator(organisation.slug, params['indicator'] ?? '', moment, audience),
  view: (answer, { frame, query }) => (
    <IndicatorPage frame={frame} answer={answer} onlyChanged={query['history'] === 'changed'} />
  ),
  keep: answer => ({ of: answer }),
})
