import { raw } from 'hono/html'
import type { CardAnswer } from '../../answers/types.ts'
import { markdown } from '../components/markdown.ts'
import { Owed } from '../components/owed.tsx'

const headings = {
  story: [
    { part: 'why', title: 'Why this is important' },
    { part: 'explains', title: 'What explains performance' },
  ],
  steps: [
    { part: 'success', title: 'What success looks like' },
    { part: 'action', title: 'Action required' },
  ],
} as const

/** The four headings of a report card, or who owes their words. */
export function CardWords({ card }: { card: CardAnswer }) {
  const { words, lead } = card
  if (words === null)
    return (
      <section class="card-words-none" aria-labelledby="words">
        <h2 id="words">What is said about it</h2>
        <p>
          <Owed lead={lead} />
        </p>
      </section>
    )
  return (
    <>
      <Parts words={words} which="story" />
      <Parts words={words} which="steps" />
    </>
  )
}

function Parts({ words, which }: { words: NonNullable<CardAnswer['words']>; which: keyof typeof headings }) {
  return (
    <div class={`card-${which}`}>
      {headings[which].map(({ part, title }) => (
        <section class="card-part" aria-labelledby={`part-${part}`}>
          <h2 id={`part-${part}`}>{title}</h2>
          {words[part] === '' ? (
            <p class="quiet">No words have been written under this heading.</p>
          ) : (
            raw(markdown(words[part]))
          )}
        </section>
      ))}
    </div>
  )
}
