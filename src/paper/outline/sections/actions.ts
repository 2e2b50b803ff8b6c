import type { ListedAction } from '../../../answers/actions/actions.ts'
import type { MeetingAnswer } from '../../../answers/meeting/meeting.ts'
import type { ActionView } from '../../../answers/types.ts'
import { counted, dateInWords, dayInWords } from '../../../shared/words.ts'
import { rowHeader, textColumn } from '../cells.ts'
import type { Teller } from '../context.ts'
import { heading, list, paragraph, sentence } from '../say.ts'
import type { Block, Table } from '../types.ts'
import { actionStates, updateText } from './action-words.ts'
import { roles } from './cards.ts'
import { isDueSaid } from './summary.ts'

/** What is being done, a table for each indicator; and what earlier papers listed and this one does not. */
export const actions: Teller = ({ report }, _, id) => {
  const { groups } = report.actions
  const day = report.meeting.date
  const all = groups.flatMap(group => group.actions)
  if (all.length === 0) return []
  // Where the register says which papers listed an action, this paper shows its own and owns up to those left out.
  const isListed = all.some(action => action.listedOn.includes(day))
  const isOwn = (action: ListedAction) => !isListed || action.listedOn.includes(day)
  const own = all.filter(isOwn)
  const left = all.filter(action => !isOwn(action) && (action.state === 'open' || action.state === 'overdue'))
  return [
    paragraph(countedStates(own)),
    ...groups.flatMap(({ indicator, name, actions: listed }) => {
      const shown = listed.filter(isOwn)
      return shown.length === 0
        ? []
        : [heading(name, `${id}-${indicator}`), actionTable(shown, name, `${id}-${indicator}-table`)]
    }),
    ...leftOut(left, id),
    ...askedEarlier(report.meeting.earlier, id),
  ]
}

function countedStates(all: readonly ListedAction[]): string {
  const of = (state: ActionView['state']) => all.filter(action => action.state === state).length
  const parts = (['open', 'overdue', 'done', 'cannot_be_completed'] as const)
    .filter(state => of(state) > 0)
    .map(
      state =>
        `${of(state)} ${state === 'cannot_be_completed' ? 'cannot be completed' : actionStates[state].toLowerCase()}`,
    )
  return `${counted(all.length, 'action is', 'actions are')} reported: ${parts.join(', ')}.`
}

function actionTable(shown: readonly ListedAction[], name: string, id: string): Table {
  const hasDue = shown.some(action => action.dueOn !== '')
  const hasUpdates = shown.some(action => action.updates.length > 0)
  const latest = (action: ListedAction) => action.updates[0]
  return {
    block: 'table',
    id,
    caption: `Actions: ${name}`,
    description: 'A row for each action: who leads it, when it was raised, and how it stands.',
    columns: [
      rowHeader('Action', hasUpdates ? 3.4 : 4.5),
      textColumn('Led by', hasUpdates ? 2.2 : 2.9),
      textColumn('Raised', hasUpdates ? 1.3 : 1.8),
      ...(hasDue ? [textColumn('Due', hasUpdates ? 1.3 : 1.8)] : []),
      textColumn('State', 0.9),
      ...(hasUpdates ? [textColumn('Latest update', 4)] : []),
    ],
    rows: shown.map(action => {
      const update = latest(action)
      return [
        { text: sentence(action.description) },
        { text: roles(action.ownerRole) || 'not stated' },
        { text: action.raisedOn === '' ? 'not stated' : dateInWords(action.raisedOn) },
        ...(hasDue ? [{ text: action.dueOn === '' ? 'no date' : dateInWords(action.dueOn) }] : []),
        { text: actionStates[action.state] },
        ...(hasUpdates ? [{ text: update ? updateText(update) : 'none yet' }] : []),
      ]
    }),
    size: 'text',
  }
}

/** What earlier meetings asked to receive, so that nothing asked for is forgotten. */
function askedEarlier(earlier: MeetingAnswer['earlier'], id: string): Block[] {
  if (earlier.length === 0) return []
  return [
    heading('Asked for at earlier meetings', `${id}-asked`),
    list(
      earlier.map(
        ({ text, due, meetingDate }) =>
          `${sentence(text)} Asked on ${dayInWords(meetingDate)}${isDueSaid(text, due) ? '' : `, due by ${dayInWords(due)}`}.`,
      ),
    ),
  ]
}

function leftOut(left: readonly ListedAction[], id: string): Block[] {
  if (left.length === 0) return []
  return [
    heading('Open from earlier reports', `${id}-earlier`),
    paragraph(
      `${counted(left.length, 'action', 'actions')} of an earlier report ${left.length === 1 ? 'is' : 'are'} neither listed for this meeting nor recorded as done:`,
    ),
    list(left.map(action => `${sentence(action.description)} Raised on ${dateInWords(action.raisedOn)}.`)),
  ]
}
