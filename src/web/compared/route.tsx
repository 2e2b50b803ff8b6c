import { organisationPage } from '../show-page.ts'
import { orChoices } from './or-choices.tsx'
import { ComparedPage } from './view.tsx'

/** A council's profile over all measures of national publishers. */
export const compared = orChoices(
  organisationPage({
    question: ({ services, organisation, moment, query }) =>
      services.compared(organisation.slug, query['group'] ?? null, moment),
    view: (answer, { frame }) => <ComparedPage frame={frame} answer={answer} />,
    keep: answer => ({ of: answer }),
  }),
)
