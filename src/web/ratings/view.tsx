import type { ExplainedRule, RulesExplainedAnswer } from '../../answers/rules-explained/types.ts'
import { dayInWords, listed } from '../../shared/words.ts'
import { type FiguresLink, indicatorLink } from '../components/indicator-link.ts'
import { Term } from '../components/term.tsx'
import type { Frame } from '../frame/frame.ts'
import { Page } from '../frame/page.tsx'
import { Example } from './example.tsx'

type Props = { readonly frame: Frame; readonly answer: RulesExplainedAnswer }

/** Every rule in plain words, with the organisation's own figures put into it. */
export function RatingsPage({ frame, answer }: Props) {
  const { organisation, framework, moment, rules } = answer
  const figures: FiguresLink = indicator => indicatorLink(organisation.slug, indicator, frame.asAt)
  return (
    <Page frame={frame} kind="reading" title="How ratings work">
      <hgroup>
        <p class="eyebrow">
          {organisation.name} · {framework.name}
        </p>
        <h1>How ratings work</h1>
        <p class="lead">
          Every <Term slug="rating">rating</Term> on these pages follows from a rule, and nobody sets one by hand. These
          are the rules, each with figures of {organisation.name} as known on {dayInWords(moment.asAt)}.
        </p>
      </hgroup>
      <p class="quiet">In the sums long numbers are cut to four decimals (…); the rules work with all of them.</p>
      <nav class="contents" aria-label="Rules">
        <ul>
          {rules.map(({ slug, title }) => (
            <li>
              <a href={`#${slug}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
      {rules.map(rule => (
        <Rule rule={rule} figures={figures} organisation={organisation.name} />
      ))}
    </Page>
  )
}

type RuleProps = { readonly rule: ExplainedRule; readonly figures: FiguresLink; readonly organisation: string }

function Rule({ rule: { slug, title, says, settings, cases }, figures, organisation }: RuleProps) {
  const missing = cases.filter(({ example }) => example === null)
  return (
    <section class="rule-told" aria-labelledby={slug}>
      <h2 id={slug}>{title}</h2>
      {says.map(paragraph => (
        <p>{paragraph}</p>
      ))}
      {settings.length > 0 && (
        <ul class="rule-settings">
          {settings.map(({ means, standard, own }) => (
            <li>
              {means}:{' '}
              {own === null ? (
                <strong>{standard}</strong>
              ) : (
                <>
                  <strong>{own}</strong> here, {standard} by default
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {cases.map(({ name, example }) => example && <Example name={name} example={example} figures={figures} />)}
      {missing.length > 0 && (
        <p class="quiet">
          {organisation} has no example of {listed(missing.map(({ name }) => `“${name}”`))} on this day.
        </p>
      )}
    </section>
  )
}
