import { organisationPage } from '../show-page.ts'
import { askBoard } from './ask.ts'
import { DashboardPage } from './view.tsx'

/** Every indicator of a framework in a row, with its values, target and direction of travel: those that the reader chooses. */
export const dashboard = organisationPage({
  question: askBoard,
  view: ({ board, choice }, { frame }) => <DashboardPage frame={frame} board={board} choice={choice} />,
  keep: ({ board }) => ({ of: board }),
})
