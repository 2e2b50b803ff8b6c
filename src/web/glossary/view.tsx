import { signs, type Term, terms, words } from '../../answers/glossary/terms.data.ts'
import type { Frame } from '../frame/frame.ts'
import { Page } from '../frame/page.tsx'

const nameOf = (slug: string) => terms.find(each => each.slug === slug)?.term ?? slug
const letterOf = ({ term }: Term) => term.charAt(0).toUpperCase()

/** Every term with its explanation, to be linked to by its slug. */
export function GlossaryPage({ frame }: { frame: Frame }) {
  const letters = [...Map.groupBy(words, letterOf)]
  return (
    <Page frame={{ ...frame, day: null }} kind="reading" title="Glossary">
      <h1>Glossary</h1>
      <p class="lead">What the words and signs on these pages mean, in plain English.</p>
      <nav class="letters" aria-label="Letters of the glossary">
        <ul>
          {letters.map(([letter]) => (
            <li>
              <a href={`#letter-${letter.toLowerCase()}`}>{letter}</a>
            </li>
          ))}
          <li>
            <a href="#signs">Signs</a>
          </li>
        </ul>
      </nav>
      {letters.map(([letter, own]) => (
        <section class="glossary-part" aria-labelledby={`letter-${letter.toLowerCase()}`}>
          <h2 id={`letter-${letter.toLowerCase()}`}>{letter}</h2>
          <Explained terms={own} />
        </section>
      ))}
      <section class="glossary-part" aria-labelledby="signs">
        <h2 id="signs">Signs beside a figure, or in its place</h2>
        <Explained terms={signs} />
      </section>
    </Page>
  )
}

function Explained({ terms: own }: { terms: readonly Term[] }) {
  return (
    <dl class="terms">
      {own.map(({ slug, term, also, means, see }) => (
        <>
          <dt id={slug}>{term}</dt>
          <dd>
            {means.map(paragraph => (
              <p>{paragraph}</p>
            ))}
            {also.length > 0 && <p class="quiet">Also called: {also.join(', ')}</p>}
            {see.length > 0 && (
              <p>
                See also{' '}
                {see.map((other, at) => (
                  <>
                    {at > 0 && ', '}
                    <a href={`#${other}`}>{nameOf(other)}</a>
                  </>
                ))}
              </p>
            )}
          </dd>
        </>
      ))}
    </dl>
  )
}
