import { showPage } from '../../show-page.ts'
import { withRecords } from '../page.tsx'
import { OverviewPage } from './view.tsx'

/** What the lake holds of a council. */
export const recordsOverview = withRecords(
  '',
  context => showPage(context, <OverviewPage context={context} />),
  context => showPage(context, <OverviewPage context={context} />),
)
