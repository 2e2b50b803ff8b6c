import type { OtherRevision, RevisionItem } from '../../../answers/types.ts'
import { figure } from '../../../answers/wording.ts'
import { periodInWords } from '../../../shared/period/format-period.ts'
import { isPeriod } from '../../../shared/period/period.ts'
import { capitalised, counted, dayInWords, grouped } from '../../../shared/words.ts'
import { numberColumn, rowHeader, textColumn } from '../cells.ts'
import type { Teller } from '../context.ts'
import { paragraph } from '../say.ts'
import type { Table } from '../types.ts'

/** What stood in the last report and stands otherwise now: values revised or withdrawn, targets, definitions, membership. */
export const revisions: Teller = ({ report }, _, id) => {
  const { revisions: answer, lastMeeting, dashboard } = report.overview
  if (!answer || !lastMeeting)
    return [
      paragraph(
        `This is the first meeting about ${dashboard.framework.name} that the register knows of, so there is nothing to compare with.`,
      ),
    ]
  const since = `Since the meeting of ${dayInWords(lastMeeting.date)}`
  const changed = answer.revisions.filter(
    item => item.inEarlierDashboard && (item.change === 'revised' || item.change === 'withdrawn'),
  )
  const added = answer.revisions.filter(item => item.change === 'added').length
  const others = answer.others
  return [
    paragraph(
      changed.length === 0
        ? `No value that stood in the report of ${dayInWords(lastMeeting.date)} has changed. ${addedSentence(added)}`
        : `${since}, ${counted(changed.length, 'value', 'values')} that stood in its report ${changed.length === 1 ? 'has' : 'have'} changed, marked [r] in the dashboard. ${addedSentence(added)}`,
    ),
    ...(changed.length === 0 ? [] : [valueTable(changed, id)]),
    ...(others.length === 0 ? [] : [otherTable(others, id)]),
  ]
}

function addedSentence(added: number): string {
  return added === 0
    ? 'No value was added.'
    : `${grouped(String(added))} ${added === 1 ? 'value was' : 'values were'} added.`
}

function valueTable(changed: readonly RevisionItem[], id: string): Table {
  return {
    block: 'table',
    id: `${id}-values`,
    caption: 'Values that were revised or withdrawn',
    description: 'A row for each value: its indicator and period, what it was, and what it is now.',
    columns: [rowHeader('Indicator', 3), textColumn('Period', 1.4), numberColumn('Was'), numberColumn('Is now')],
    rows: changed.map(({ indicator, period, oldShown, newShown, old, new: now }) => [
      { text: indicator.shortName },
      { text: periodInWords(period) },
      oldShown === null ? { text: '[x]' } : { text: figure(oldShown), ...unrounded(old?.value) },
      newShown === null ? { text: '[x]' } : { text: figure(newShown), ...unrounded(now?.value) },
    ]),
    size: 'text',
  }
}

function unrounded(value: number | null | undefined): { value?: number } {
  return value == null ? {} : { value }
}

function otherTable(others: readonly OtherRevision[], id: string): Table {
  return {
    block: 'table',
    id: `${id}-others`,
    caption: 'Targets, definitions and membership that changed',
    description: 'A row for each change: what it is of, its period, what was said before, and what is said now.',
    columns: [
      rowHeader('Indicator', 2.4),
      textColumn('What', 1),
      textColumn('Period', 1.3),
      textColumn('Was', 2),
      textColumn('Is now', 2.6),
    ],
    rows: others.map(({ what, name, period, change, old, new: now }) => [
      { text: name },
      { text: `${capitalised(what)} ${change}` },
      { text: period === '' ? 'all' : isPeriod(period) ? periodInWords(period) : period },
      { text: old ?? 'not stated' },
      { text: now ?? 'withdrawn' },
    ]),
    size: 'text',
  }
}
