import { organisationPage } from '../show-page.ts'
import { AllCouncilsPage } from './map-view.tsx'
import { orChoices } from './or-choices.tsx'

/** One measure over all councils of England. */
export const allCouncils = orChoices(
  organisationPage({
    question: ({ services, organisation, moment, params, query }) =>
      services.allCouncils(
        organisation.slug,
        { measure: params['measure'] ?? '', period: query['period'] ?? null },
        moment,
      ),
    view: (answer, { frame }) => <AllCouncilsPage frame={frame} answer={answer} />,
    keep: answer => ({ of: answer }),
  }),
)
