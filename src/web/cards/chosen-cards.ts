import type { ListedCard } from '../../answers/cards/cards.ts'

/** Which cards can be asked for, and what each choice means. */
export const shows = [
  { code: 'all', label: 'Every card', holds: () => true },
  { code: 'exceptions', label: 'Exceptions', holds: (card: ListedCard) => card.row.reasons.length > 0 },
  { code: 'old', label: 'Older than a quarter', holds: (card: ListedCard) => card.isOld },
  { code: 'owed', label: 'Words owed', holds: (card: ListedCard) => card.knownOn === null },
] as const
export type Show = (typeof shows)[number]

/** Reads ?show=owed; what is none of the words shows every card. */
export function readShow(query: Readonly<Record<string, string>>): Show {
  return shows.find(({ code }) => code === query['show']) ?? shows[0]
}
