import { rowHeader, textColumn } from '../cells.ts'
import type { Teller } from '../context.ts'
import { list } from '../say.ts'
import { roles } from './cards.ts'

/** Whom to ask about which card, by role. */
export const contact: Teller = ({ report }, _, id) => {
  const { cards } = report
  if (cards.every(card => card.lead === '' && card.dataOwner === '')) return []
  return [
    {
      block: 'table',
      id: `${id}-roles`,
      caption: 'Who answers for what',
      description: 'A row for each report card: who leads on it, and who owns its data.',
      columns: [rowHeader('Report card', 3), textColumn('Lead', 2), textColumn('Data owner', 2)],
      rows: cards.map(({ title, lead, dataOwner }) => [
        { text: title },
        { text: roles(lead) || 'not stated' },
        { text: roles(dataOwner) || 'not stated' },
      ]),
      size: 'text',
    },
  ]
}

/** The template's own items, numbered. */
export const prompts: Teller = ({ fill }, { items }) => (items.length === 0 ? [] : [list(items.map(fill), true)])

/** What members can ask for next: the standing list of the register. */
export const options: Teller = ({ report }, _, id) => {
  const standing = report.meeting.followUpOptions
  if (standing.length === 0) return []
  return [
    {
      block: 'table',
      id: `${id}-list`,
      caption: 'Standard options for follow-up',
      description: 'A row for each option: its number, its name and what it means.',
      columns: [textColumn('Number', 0.7), rowHeader('Option', 2), textColumn('What it means', 4)],
      rows: standing.map(({ order, name, description }) => [
        { text: String(order), value: order },
        { text: name },
        { text: description },
      ]),
      size: 'text',
    },
  ]
}
