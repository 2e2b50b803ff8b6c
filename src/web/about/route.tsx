import { maySee } from '../../shared/audience.ts'
import { organisationPage } from '../show-page.ts'
import { AboutDataPage } from './view.tsx'

/** What figures there are of an organisation, from whom, and what is late. */
export const aboutTheData = organisationPage({
  question: ({ services, organisation, moment, audience }) => services.aboutData(organisation.slug, moment, audience),
  view: (answer, { frame, audience }) => (
    <AboutDataPage frame={frame} answer={answer} mayCopy={maySee(audience, 'officer')} />
  ),
  keep: answer => ({ of: answer }),
})
