import type { CardAnswer } from '../../../answers/types.ts'
import { figure } from '../../../answers/wording.ts'
import { periodInWords } from '../../../shared/period/format-period.ts'
import { capitalised, listed, numberWord } from '../../../shared/words.ts'
import { numberColumn, rowHeader, textColumn, valueCell } from '../cells.ts'
import type { Teller } from '../context.ts'
import { list, paragraph, sentence, strong } from '../say.ts'
import type { Cell, Table } from '../types.ts'

/**
 * What linked cards say together: how many got worse at once, each link, and the figures side by side. The template names
 * the cards; without it, they are those of the exceptions.
 */
export const wholeSystem: Teller = ({ report }, { cards: named }, id) => {
  const wanted = named.length > 0 ? named : report.cards.map(card => card.slug)
  const cards = report.linked.filter(card => wanted.includes(card.slug))
  if (cards.length === 0) return []
  return [
    paragraph(together(cards)),
    list(
      cards.map(card => [
        strong(`${card.title}. `),
        sentence(card.finding),
        ` Linked with: ${sentence(card.words?.linked ?? '')}`,
      ]),
    ),
    sideBySide(cards, id),
  ]
}

/** "Of the two linked cards, two are off target and two are worse than a year before." */
function together(cards: readonly CardAnswer[]): string {
  const isOff = ({ row }: CardAnswer) => row.reasons.some(reason => reason.rule === 'off-target')
  const off = cards.filter(isOff)
  const worse = cards.filter(card => card.row.onAYear.direction === 'worse')
  const better = cards.filter(card => card.row.onAYear.direction === 'better')
  if (cards.length === 1)
    return `One card says that it is linked with others: it is ${off.length === 1 ? '' : 'not '}off target.`
  const some = (count: number) => (count === cards.length ? (count === 2 ? 'both' : 'all') : numberWord(count))
  const is = (count: number) => (count === 1 ? 'is' : 'are')
  const parts = [
    `${some(off.length)} ${is(off.length)} off target`,
    `${some(worse.length)} ${is(worse.length)} worse than a year before`,
    `${some(better.length)} ${is(better.length)} better`,
  ]
  return `${capitalised(numberWord(cards.length))} cards say that they are linked with others. Of these, ${listed(parts)}.`
}

function sideBySide(cards: readonly CardAnswer[], id: string): Table {
  return {
    block: 'table',
    id: `${id}-figures`,
    caption: 'The linked indicators side by side',
    description: 'A row for each linked card: its latest value and target, and how it compares with a year before.',
    columns: [
      rowHeader('Card', 3),
      textColumn('Period', 1.4),
      numberColumn('Value'),
      numberColumn('Target'),
      textColumn('On a year before', 2.2),
    ],
    rows: cards.map(({ title, row: { indicator, latest, onAYear } }): Cell[] => [
      { text: title },
      { text: latest ? periodInWords(latest.period) : '[x]' },
      latest ? valueCell(latest, indicator) : { text: '[x]' },
      latest?.target ? { text: figure(latest.target.shown), value: latest.target.value } : { text: 'none' },
      { text: onAYear.sentence },
    ]),
    size: 'text',
  }
}
