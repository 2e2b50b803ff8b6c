import type { ActionView } from '../../answers/types.ts'

/** The states of an action as they read. */
export const actionStates: Record<ActionView['state'], string> = {
  open: 'Open',
  done: 'Done',
  overdue: 'Overdue',
  cannot_be_completed: 'Cannot be completed',
}
