import type { ListedAction } from '../../../answers/actions/actions.ts'
import { dateInWords } from '../../../shared/words.ts'
import { sentence } from '../say.ts'

/** How the state of an action reads in a paper. */
export const actionStates: Record<ListedAction['state'], string> = {
  open: 'Open',
  done: 'Done',
  overdue: 'Overdue',
  cannot_be_completed: 'Cannot be completed',
}

/** What was said of an action and when; one that its document cuts short says so. */
export function updateText({ date, text, complete }: ListedAction['updates'][number]): string {
  return `${dateInWords(date)}: ${complete ? sentence(text) : `${text.replace(/\.$/, '')} … (the source breaks off here)`}`
}
