import { page } from '../show-page.ts'
import { CoveragePage } from './view.tsx'

/** Which national figures there are. */
export const coverage = page({
  question: ({ services, moment }) => services.coverage(moment),
  view: (answer, { frame }) => <CoveragePage frame={frame} answer={answer} />,
  keep: answer => ({ of: answer }),
})
