import { organisationPage } from '../show-page.ts'
import { MeasureComparedPage } from './measure-view.tsx'
import { orChoices } from './or-choices.tsx'

/** One measure over all councils of a group. */
export const measureCompared = orChoices(
  organisationPage({
    question: ({ services, organisation, moment, params, query }) =>
      services.measureCompared(
        organisation.slug,
        { measure: params['measure'] ?? '', group: query['group'] ?? null, period: query['period'] ?? null },
        moment,
      ),
    view: (answer, { frame, query }) => <MeasureComparedPage frame={frame} answer={answer} limits={query['limits']} />,
    keep: answer => ({ of: answer }),
  }),
)
