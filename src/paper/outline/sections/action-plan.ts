/** The action plan with everything that was said of each action, a column for each meeting. */
import type { ActionPlan } from '../../../answers/actions/action-plan.ts'
import type { ListedAction } from '../../../answers/actions/actions.ts'
import { counted, dateInWords, dayInWords } from '../../../shared/words.ts'
import { rowHeader, textColumn } from '../cells.ts'
import type { Teller } from '../context.ts'
import { paragraph, sentence } from '../say.ts'
import type { Cell, Table } from '../types.ts'
import { actionStates, updateText } from './action-words.ts'
import { roles } from './cards.ts'

/** More columns of updates than these cannot be read on a page: what is older stands together in the first. */
const mostColumns = 3

/** What is being done about the whole, as it has grown from meeting to meeting. */
export const actionPlan: Teller = ({ report }, _, id) => {
  const { actions } = report.actionPlan
  if (actions.length === 0) return []
  const silent = actions.filter(({ updates }) => updates.length === 0).length
  const updates = actions.reduce((sum, action) => sum + action.updates.length, 0)
  const meeting = report.overview.lastMeeting
  const isNew = ({ date }: ListedAction['updates'][number]) =>
    meeting !== null && date > meeting.date.slice(0, date.length)
  const added = actions.flatMap(action => action.updates).filter(isNew).length
  return [
    paragraph(
      [
        `${counted(actions.length, 'action')} with ${counted(updates, 'update')}.`,
        ...(meeting === null || updates === 0
          ? []
          : [`${counted(added, 'update is', 'updates are')} new since the meeting of ${dayInWords(meeting.date)}.`]),
        ...(silent === 0 ? [] : [`Nothing has been reported yet of ${counted(silent, 'action')}.`]),
      ].join(' '),
    ),
    planTable(report.actionPlan, id),
  ]
}

function planTable(plan: ActionPlan, id: string): Table {
  const columns = columnsOf(plan)
  const hasRaised = plan.actions.some(action => action.raisedOn !== '')
  const hasDue = plan.actions.some(action => action.dueOn !== '')
  return {
    block: 'table',
    id: `${id}-table`,
    caption: 'Action plan',
    description: `A row for each action: who leads it, how it stands${columns.length > 0 ? ', and what was said of it up to each meeting, the earliest first' : ''}.`,
    columns: [
      rowHeader('Action', 3),
      textColumn('Led by', 1.8),
      ...(hasRaised ? [textColumn('Raised', 1.1)] : []),
      ...(hasDue ? [textColumn('Due', 1.1)] : []),
      textColumn('State', 0.8),
      ...columns.map(({ heading }) => textColumn(heading, 3.2)),
    ],
    rows: plan.actions.map((action): Cell[] => [
      { text: sentence(action.description) },
      { text: roles(action.ownerRole) || 'not stated' },
      ...(hasRaised ? [{ text: action.raisedOn === '' ? 'not stated' : dateInWords(action.raisedOn) }] : []),
      ...(hasDue ? [{ text: action.dueOn === '' ? 'no date' : dateInWords(action.dueOn) }] : []),
      { text: actionStates[action.state] },
      ...columns.map(({ places }) => ({
        text:
          places
            .flatMap(at => action.told[at] ?? [])
            .map(updateText)
            .join(' ') || 'nothing new',
      })),
    ]),
    size: 'wide',
  }
}

type UpdateColumn = { readonly heading: string; readonly places: readonly number[] }

/** A column for each of the last stretches between meetings; all that is older stands in the first. */
function columnsOf({ stretches }: ActionPlan): UpdateColumn[] {
  const first = Math.max(0, stretches.length - mostColumns)
  return stretches.slice(first).map(({ until }, at) => ({
    heading:
      until === null ? 'Since the last meeting' : `${at === 0 && first > 0 ? 'Up to' : 'To'} ${dayInWords(until)}`,
    places: at === 0 ? Array.from({ length: first + 1 }, (_, place) => place) : [first + at],
  }))
}
