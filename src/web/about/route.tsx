import { maySee } from '../../shared/audience.ts'
import { organisationPage } from '../show-page.ts'
import { AboutDataPage } from './view.tsx'

/** What figures there are of an organisation, from whom, and what is late. */
export const aboutTheData = organisationPage({
  question: async ({ services, organisation: { slug }, moment, audience }) => ({
    answer: await services.aboutData(slug, moment, audience),
    committee: (await services.overview(slug, moment, audience)).dashboard.rows.map(row => row.indicator.slug),
  }),
  view: ({ answer, committee }, { frame, audience, site }) => (
    <AboutDataPage
      frame={frame}
      answer={answer}
      committee={new Set(committee)}
      table={site.table}
      mayCopy={maySee(audience, 'officer')}
    />
  ),
  keep: ({ answer }) => ({ of: answer }),
})
