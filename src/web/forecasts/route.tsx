import { organisationPage } from '../show-page.ts'
import { PastForecastsPage } from './past-view.tsx'
import { ForecastsPage } from './view.tsx'

/** Every indicator of a framework with its forecast, and how good such forecasts have been. */
export const forecasts = organisationPage({
  question: ({ services, organisation, query, moment, audience }) =>
    services.forecasts(organisation.slug, query['framework'] ?? null, moment, audience),
  view: (answer, { frame }) => <ForecastsPage frame={frame} answer={answer} />,
  keep: answer => ({ of: answer }),
})

/** What would have been said of one indicator at every past point. */
export const pastForecasts = organisationPage({
  question: ({ services, organisation, params, query, moment, audience }) =>
    services.pastForecasts(
      organisation.slug,
      { framework: query['framework'] ?? null, indicator: params['indicator'] ?? '' },
      moment,
      audience,
    ),
  view: (answer, { frame, organisation }) => (
    <PastForecastsPage frame={frame} answer={answer} organisation={organisation} />
  ),
  keep: answer => ({ of: answer }),
})
