import type { CardAnswer } from '../../../answers/types.ts'
import { rowHeader, textColumn } from '../cells.ts'
import type { Teller } from '../context.ts'
import { anchor, list, paragraph } from '../say.ts'
import type { Table } from '../types.ts'
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

/** The template's own items, numbered, and under the name of each report card what the figures answer to them. */
export const prompts: Teller = ({ fill, report }, { items }, id) => {
  if (items.length === 0) return []
  const answered = report.cards.filter(card => card.prompts.some(({ answers }) => answers.length > 0))
  return [
    list(items.map(fill), true),
    ...(answered.length === 0
      ? []
      : [
          paragraph(
            'What the figures can answer follows for each report card. What they cannot is for its lead to say, in the card or at the meeting.',
          ),
          ...answered.map(card => answersTable(card, id)),
        ]),
  ]
}

/** What the figures answer to each prompt on a report card. */
function answersTable({ title, slug, prompts: answered }: CardAnswer, id: string): Table {
  return {
    block: 'table',
    id: promptsId(id, slug),
    caption: `${title}: what the figures answer`,
    description: 'A row for each prompt: the question, and what the figures answer.',
    columns: [rowHeader('Prompt', 1.2), textColumn('What the figures answer', 4)],
    rows: answered.map(({ question, answers, left }) => [
      { text: question },
      { text: answers.length > 0 ? answers.join(' ') : left },
    ]),
    size: 'wide',
  }
}

/** The name of the table of a card's answers. */
function promptsId(id: string, slug: string): string {
  return anchor(`${id}-${slug}`)
}

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
