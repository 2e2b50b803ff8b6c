import { compareText } from '../../shared/compare-text.ts'
import type { FrameworkData } from '../framework-data.ts'
import type { Moment, OverviewAnswer } from '../types.ts'

type Meeting = NonNullable<OverviewAnswer['lastMeeting']>

/** The meetings of a framework's committee in the order of their days, past and to come. */
export function meetingsOf(data: FrameworkData): Meeting[] {
  return data.meetings
    .map(meeting => ({ date: meeting.payload.date, committee: meeting.payload.committee }))
    .sort((a, b) => compareText(a.date, b.date))
}

/** The last of these meetings before the day of a moment; null where there was none. */
export function lastBefore(meetings: readonly Meeting[], { asAt }: Moment): Meeting | null {
  return meetings.findLast(meeting => meeting.date < asAt) ?? null
}
