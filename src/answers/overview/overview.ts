import type { Reader } from '../../register/index.ts'
import type { Audience } from '../../shared/audience.ts'
import { dashboard, judgedRows } from '../dashboard/dashboard.ts'
import { exceptions } from '../exceptions/exceptions.ts'
import { type FrameworkData, loadFramework } from '../framework-data.ts'
import { lastBefore, meetingsOf } from '../meeting/meetings.ts'
import { NotFound } from '../not-found.ts'
import { promptsFor } from '../prompts/prompts-for.ts'
import { revisions } from '../revisions/revisions.ts'
import { summary } from '../summary/summary.ts'
import type { Moment, OverviewAnswer, RevisionsAnswer } from '../types.ts'

/** Everything that the page of an organisation shows at a moment. */
export async function overview(
  reader: Reader,
  owner: string,
  framework: string | null,
  moment: Moment,
  audience: Audience,
): Promise<OverviewAnswer> {
  return overviewOf(reader, await loadFramework(reader, owner, framework, moment, audience))
}

/** The same of a framework that is loaded already. */
export async function overviewOf(reader: Reader, data: FrameworkData): Promise<OverviewAnswer> {
  const { moment } = data
  const judged = judgedRows(data)
  const board = dashboard(data, judged)
  const meetings = meetingsOf(data)
  const lastMeeting = lastBefore(meetings, moment)
  const found = exceptions(data, board)
  return {
    dashboard: board,
    exceptions: found,
    summary: summary(data, judged, board),
    revisions: lastMeeting ? await revisionsSince(reader, lastMeeting.date, data) : null,
    lastMeeting,
    prompts: await promptsFor(
      reader,
      data,
      found.exceptions.map(({ row }) => row.indicator.slug),
    ),
    nextMeeting: meetings.find(meeting => meeting.date >= moment.asAt) ?? null,
  }
}

/** What changed of a framework since an earlier day, as its audience may see both. */
export async function revisionsSince(reader: Reader, from: string, now: FrameworkData): Promise<RevisionsAnswer> {
  const moment = { ...now.moment, asAt: from }
  const { organisation, framework, audience, alsoHidden } = now
  const loaded = loadFramework(reader, organisation.slug, framework.name, moment, audience, alsoHidden)
  const before = await loaded.catch(error => {
    if (error instanceof NotFound) return null
    throw error
  })
  return revisions(from, before, now)
}
