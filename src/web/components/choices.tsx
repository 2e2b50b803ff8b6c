import type { Child } from 'hono/jsx'

type Choice = {
  readonly href: string
  readonly words: string
  /** How many things stand behind it. */
  readonly count: number
  readonly isChosen: boolean
}

/** Ways to see fewer things of a page, each with how many there are. */
export function Choices({ label, choices }: { label: string; choices: readonly Choice[] }) {
  return (
    <nav class="choices" aria-label={label}>
      <ul>
        {choices.map(({ href, words, count, isChosen }) => (
          <li>
            <a href={href} aria-current={isChosen ? 'true' : undefined}>
              {words} <b>{count}</b>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The heading of a page of an organisation: what it is, its finding, and a sentence below. */
export function Headline({ eyebrow, title, children }: { eyebrow: string; title: string; children?: Child }) {
  return (
    <hgroup class="headline">
      <p class="eyebrow">{eyebrow}</p>
      <h1>{title}</h1>
      <p class="lead">{children}</p>
    </hgroup>
  )
}
