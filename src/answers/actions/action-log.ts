import type { Reader } from '../../register/index.ts'
import { compareText } from '../../shared/compare-text.ts'
import { type FrameworkData, frameworkView } from '../framework-data.ts'
import { lastBefore, meetingsOf } from '../meeting/meetings.ts'
import type { FrameworkView, Moment, OrganisationView } from '../types.ts'
import { type ListedAction, listedActions } from './actions.ts'

/** An action as the log lists it. */
export type LoggedAction = ListedAction & {
  /** Not done, and nobody has said anything of it since the last meeting. */
  readonly isQuiet: boolean
  /** Who is to do it, each role by itself. */
  readonly roles: readonly string[]
}

/** The states by which actions are looked for: open ones may be overdue, and the last can stand beside both. */
export const logStates = [
  { code: 'open', label: 'Open' },
  { code: 'overdue', label: 'Overdue' },
  { code: 'done', label: 'Done' },
  { code: 'cannot_be_completed', label: 'Cannot be completed' },
  { code: 'no_update', label: 'No update since the last meeting' },
] as const
export type LogState = (typeof logStates)[number]['code']

export type ActionLogAnswer = {
  readonly organisation: OrganisationView
  readonly framework: FrameworkView
  readonly moment: Moment
  /** The last meeting before the day; null where there was none. */
  readonly lastMeeting: { readonly date: string; readonly committee: string } | null
  /** Those that are not finished first, the one that is due first at the start; then the others. */
  readonly actions: readonly LoggedAction[]
  /** By what the actions can be chosen: only what some action has. */
  readonly choices: {
    readonly indicators: readonly { readonly slug: string; readonly name: string }[]
    readonly meetings: readonly { readonly date: string; readonly committee: string }[]
    readonly owners: readonly string[]
  }
}

/** Which actions a reader wants; a part that is left out chooses every one. */
export type ActionChoice = {
  readonly indicator?: string | undefined
  /** The day of a meeting that listed it. */
  readonly meeting?: string | undefined
  readonly owner?: string | undefined
  readonly state?: LogState | undefined
}

/** Every action of an organisation with its updates, as known at the moment. */
export async function actionLog(reader: Reader, data: FrameworkData): Promise<ActionLogAnswer> {
  const { organisation, framework, moment, indicators } = data
  const facts = await reader.current(['action', 'action_update'], moment, { owner: organisation.slug })
  const meetings = meetingsOf(data)
  const lastMeeting = lastBefore(meetings, moment)
  const actions = listedActions(facts, moment.asAt)
    .map(action => ({ ...action, roles: rolesOf(action.ownerRole), isQuiet: isQuiet(action, lastMeeting?.date) }))
    .sort(byUrgency)
  const named = new Set(actions.flatMap(action => action.indicators))
  return {
    organisation,
    framework: frameworkView(framework),
    moment,
    lastMeeting,
    actions,
    choices: {
      indicators: [...named]
        .map(slug => {
          const payload = indicators.get(slug)?.payload
          return { slug, name: payload?.shortName || payload?.name || slug }
        })
        .sort((a, b) => compareText(a.name, b.name)),
      meetings: meetings.toReversed().filter(({ date }) => actions.some(action => wasBefore(action, date))),
      owners: [...new Set(actions.flatMap(action => action.roles))].sort(compareText),
    },
  }
}

/** The actions that fit every part of a choice, in the order of the log. */
export function chosenActions(
  actions: readonly LoggedAction[],
  { indicator, meeting, owner, state }: ActionChoice,
): LoggedAction[] {
  return actions.filter(
    action =>
      (indicator === undefined || action.indicators.includes(indicator)) &&
      (meeting === undefined || wasBefore(action, meeting)) &&
      (owner === undefined || action.roles.includes(owner)) &&
      (state === undefined || isIn(action, state)),
  )
}

/** Whether an action is looked for under a state: one that is overdue is still open. */
function isIn(action: LoggedAction, state: LogState): boolean {
  if (state === 'no_update') return action.isQuiet
  return action.state === state || (state === 'open' && action.state === 'overdue')
}

/** Whether the paper of a meeting listed an action, or it was raised there. */
function wasBefore({ listedOn, raisedOn }: ListedAction, meeting: string): boolean {
  return listedOn.includes(meeting) || raisedOn === meeting
}

/** An action that is not finished, was there at the last meeting already, and has no word since then. */
function isQuiet({ state, raisedOn, updates }: ListedAction, lastMeeting: string | undefined): boolean {
  if (lastMeeting === undefined || (state !== 'open' && state !== 'overdue')) return false
  return raisedOn <= lastMeeting && !updates.some(update => update.date > lastMeeting)
}

function rolesOf(ownerRole: string): string[] {
  return ownerRole
    .split(';')
    .map(role => role.trim())
    .filter(Boolean)
}

const urgency: readonly ListedAction['state'][] = ['overdue', 'open', 'cannot_be_completed', 'done']

/** One without a day by which it is due stands after those that have one. */
function byUrgency(a: ListedAction, b: ListedAction): number {
  const due = (action: ListedAction) => action.dueOn || '9999'
  return (
    urgency.indexOf(a.state) - urgency.indexOf(b.state) || compareText(due(a), due(b)) || compareText(a.slug, b.slug)
  )
}
