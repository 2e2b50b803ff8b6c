/** The action plan as it has grown from meeting to meeting. */
import type { Reader } from '../../register/index.ts'
import type { FrameworkData } from '../framework-data.ts'
import { meetingsOf } from '../meeting/meetings.ts'
import { type ListedAction, listedActions } from './actions.ts'

type Update = ListedAction['updates'][number]

/** The time between two meetings. */
type Stretch = {
  /** The day of the meeting that closes it; null: after the last meeting. */
  readonly until: string | null
}

type PlannedAction = ListedAction & {
  /** For each stretch what was said in it, the earliest first. */
  readonly told: readonly (readonly Update[])[]
}

export type ActionPlan = {
  /** Those in which anything was said, the earliest first. */
  readonly stretches: readonly Stretch[]
  /** By their slugs, numbers in them by their size. */
  readonly actions: readonly PlannedAction[]
}

const bySlug = new Intl.Collator('en', { numeric: true })

/** Every action of an organisation, with what was said of it between the meetings up to the moment. */
export async function actionPlan(reader: Reader, data: FrameworkData): Promise<ActionPlan> {
  const facts = await reader.current(['action', 'action_update'], data.moment, { owner: data.organisation.slug })
  const meetings = meetingsOf(data).flatMap(({ date }) => (date <= data.moment.asAt ? [date] : []))
  return planOf(listedActions(facts, data.moment.asAt), [...new Set(meetings)].sort())
}

/**
 * The plan by meetings: an update belongs to the first meeting on its day or after it; one of which only the month is known, to
 * the first meeting in that month or later.
 * @param meetings their days, the earliest first
 */
export function planOf(actions: readonly ListedAction[], meetings: readonly string[]): ActionPlan {
  const all: Stretch[] = [...meetings.map(until => ({ until })), { until: null }]
  const placeOf = ({ date }: Update) => {
    const at = meetings.findIndex(meeting => date <= meeting.slice(0, date.length))
    return at < 0 ? meetings.length : at
  }
  const used = new Set(actions.flatMap(action => action.updates.map(placeOf)))
  const places = all.map((_, at) => at).filter(at => used.has(at))
  return {
    stretches: places.flatMap(at => all[at] ?? []),
    actions: actions
      .map(action => ({
        ...action,
        told: places.map(at => action.updates.filter(update => placeOf(update) === at).toReversed()),
      }))
      .sort((a, b) => bySlug.compare(a.slug, b.slug)),
  }
}
