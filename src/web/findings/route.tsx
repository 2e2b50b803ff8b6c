import { organisationPage } from '../show-page.ts'
import { FindingsPage } from './view.tsx'

/** Where an organisation's documents and the rules disagree. */
export const findings = organisationPage({
  question: async ({ services, organisation: { slug }, moment, audience }) => ({
    answer: await services.findings(slug, moment, audience),
    overview: await services.overview(slug, moment, audience),
  }),
  view: ({ answer, overview }, { frame }) => <FindingsPage frame={frame} answer={answer} overview={overview} />,
  keep: ({ answer }) => ({ of: answer }),
})
