import { organisationPage } from '../show-page.ts'
import { MeasureComparedPage } from './measure-view.tsx'

/** One measure over all councils of a group. */
export const measureCompared = organisationPage({
  question: ({ services, organisation, moment, params, query }) =>
    services.measureCompared(
      organisation.slug,
      { measure: params['measure'] ?? '', group: query['group'] ?? null, period: query['period'] ?? null },
      moment,
    ),
  view: (answer, { frame }) => <MeasureComparedPage frame={frame} answer={answer} />,
  keep: answer => ({ of: answer }),
})
